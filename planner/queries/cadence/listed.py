"""Who counts among everybody."""

from __future__ import annotations

LISTED = "archived = 0 AND trashed_on IS NULL"
"""SQL on the table of people: neither archived nor in the trash."""
