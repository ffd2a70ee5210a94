"""How much work something is, on a machine that others use, too: for tests that promise a time."""

from __future__ import annotations

import os


def worked_seconds() -> float:
    """Seconds of work of this process and of those it began that have ended, however busy the machine is."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system
