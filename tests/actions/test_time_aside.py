"""The time set aside, and the holidays that are kept free."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from planner.actions.time_aside import change_time_aside
from planner.domain.errors import KnownError
from planner.exchange.public_holidays import public_holidays, region_code, regions
from planner.library import Library
from planner.queries.days_off import holidays_between, minutes_aside, region
from planner.queries.forms import days_ahead
from planner.queries.month import month_board
from planner.queries.week import week_board

MINUTES = (60, 60, 60, 60, 60, 0, 0)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", ""),
        ("CH", "CH"),
        ("switzerland", "CH"),
        ("ch-zh", "CH-ZH"),
        ("Switzerland, ZH (CH-ZH)", "CH-ZH"),
        (" United Kingdom ", "GB"),
    ],
)
def test_a_region_is_understood(typed: str, code: str) -> None:
    assert region_code(typed) == code


@pytest.mark.parametrize("typed", ["Atlantis", "CH-QQ", "XX", "()"])
def test_an_unknown_region_is_refused(typed: str) -> None:
    with pytest.raises(KnownError, match="no region known here"):
        region_code(typed)


def test_every_label_leads_to_its_region() -> None:
    known = regions()
    assert len(known) > 200
    assert all(region_code(label) == code for code, label in list(known.items())[::40])


def test_holidays_have_names() -> None:
    found = public_holidays("NL", [2026])
    assert found[date(2026, 4, 27)] == "King's Day"


def test_nothing_is_set_aside_on_a_holiday(library: Library) -> None:
    kings_week = date(2026, 4, 27)
    change_time_aside(library, MINUTES, "Netherlands", today=date(2026, 4, 20))
    assert region(library) == "NL" and minutes_aside(library) == MINUTES
    monday, tuesday = week_board(library, kings_week).days[:2]
    assert (monday.holiday, monday.set_aside_minutes) == ("King's Day", 0)
    assert (tuesday.holiday, tuesday.set_aside_minutes) == ("", 60)
    assert [day.set_aside_minutes for day in days_ahead(library, kings_week, 2)] == [0, 60]
    month = {day.day: day for day in month_board(library, kings_week).days}
    assert (month[kings_week].holiday, month[kings_week].set_aside_minutes) == ("King's Day", 0)


def test_it_is_one_step_and_holidays_can_be_given_up(library: Library) -> None:
    today = date(2026, 4, 20)
    before = minutes_aside(library)
    steps = len(library.history())
    change_time_aside(library, MINUTES, "NL", today=today)
    assert len(library.history()) == steps + 1
    library.undo()
    assert (minutes_aside(library), region(library)) == (before, "")
    change_time_aside(library, MINUTES, "NL", today=today)
    change_time_aside(library, MINUTES, "", today=today)
    assert holidays_between(library, date(2026, 1, 1), date(2026, 12, 31)) == {}


def test_what_cannot_be_changes_nothing(library: Library) -> None:
    before = minutes_aside(library), len(library.history())
    with pytest.raises(KnownError):
        change_time_aside(library, MINUTES, "Atlantis", today=date(2026, 4, 20))
    with pytest.raises(KnownError):
        change_time_aside(library, (60, 5000, 0, 0, 0, 0, 0), "NL", today=date(2026, 4, 20))
    assert (minutes_aside(library), len(library.history())) == before


def test_the_tables_are_not_loaded_for_a_board() -> None:
    code = "import planner.queries.week, planner.ui.board.view, sys; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
