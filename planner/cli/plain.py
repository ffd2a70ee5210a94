"""Text that may be shown in a terminal: nothing in a name can steer it."""

from __future__ import annotations

from planner.domain.plain import shown as shown
