"""Tries to talk that came to nothing."""

from __future__ import annotations

from datetime import date

from planner.actions.checks import refuse_day_ahead
from planner.actions.people import name_of
from planner.domain.attempts import Attempt
from planner.domain.channels import Channel
from planner.library import Library
from planner.library.tables import Attempt as AttemptRow


def note_attempt(
    library: Library, person_id: int, day: date, channel: Channel, kind: Attempt, *, today: date
) -> int:
    """Note that one tried to talk to somebody, and return the note's id.

    It counts for no rhythm. Raises KnownError for a day to come.
    """
    refuse_day_ahead(day, today)
    with library.change(f"Note a try to reach {name_of(library, person_id)}"):
        row = AttemptRow.create(person=person_id, on_day=day, channel=channel, kind=kind)
    return int(row.id)
