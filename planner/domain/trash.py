"""How long somebody stays in the trash."""

from __future__ import annotations

from datetime import date, timedelta

DAYS = 30
"""So many days somebody put into the trash can be put back as they were. A convention."""


def goes_on(trashed_on: date) -> date:
    """The day from which somebody in the trash may be erased for good."""
    return trashed_on + timedelta(days=DAYS)
