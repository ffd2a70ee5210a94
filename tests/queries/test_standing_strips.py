"""The strips on cards: pauses have no length on them, and cost no question more for anybody."""

from __future__ import annotations

from datetime import date, timedelta

from planner.actions.leave import Stretch, take_leave, write_absences
from planner.domain.strip import Strip
from planner.library import Library
from planner.queries.standing import standings
from tests.queries.cadence_people import Talk, person


def strip_of(library: Library, who: int, today: date) -> Strip:
    found = standings(library, today, [who])[who].strip
    assert found is not None
    return found


def test_leave_and_absences_are_not_missed(library: Library, today: date, talk: Talk) -> None:
    ana, bo = person(library, today, "Ana", 14), person(library, today, "Bo", 14)
    for ago in (5, 19, 61, 75, 89, 103):
        talk((ana, bo), ago)
    assert strip_of(library, ana, today).kept == (True, True, False, False, True)

    away = Stretch(first_day=today - timedelta(days=54), last_day=today - timedelta(days=41))
    write_absences(library, ana, [away])
    assert strip_of(library, ana, today).kept == (True, True, True, False, True)
    assert strip_of(library, bo, today).kept == (True, True, False, False, True)

    leave = Stretch(first_day=today - timedelta(days=40), last_day=today - timedelta(days=27))
    take_leave(library, leave, today=today)
    assert strip_of(library, ana, today).kept == (True,) * 5
    assert strip_of(library, bo, today).kept == (True, True, True, False, True)
    assert strip_of(library, ana, today).words.startswith("5 of 5 intervals kept, last conversation 5 days")
