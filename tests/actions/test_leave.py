"""Own leave: nothing is set aside on its days, and every rhythm's clock stands still."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.leave import Stretch, take_leave, write_absences, write_leave
from planner.actions.people import PersonForm, add_person, let_rest
from planner.actions.suggest_facts import open_days
from planner.actions.time_aside import change_time_aside
from planner.domain.errors import KnownError
from planner.domain.rhythm import State
from planner.library import Library
from planner.queries.days_off import leave_between
from planner.queries.forms import afterwards, days_ahead
from planner.queries.month import month_board
from planner.queries.standing import measures, standings
from planner.queries.week import week_board
from tests.conftest import TODAY

MINUTES = (60, 60, 60, 60, 60, 0, 0)


def on(day: int) -> date:
    """A day counted from the fortieth before today, as in SCIENCE 1.4."""
    return TODAY + timedelta(days=day - 40)


def leave(library: Library, first: date, last: date, note: str = "") -> int:
    return take_leave(library, Stretch(first_day=first, last_day=last, note=note), today=TODAY)


def spoke_with(library: Library, name: str, day: date, rhythm: int, now: datetime) -> int:
    person = add_person(library, PersonForm(name=name, rhythm_days=rhythm), today=on(0))
    log_conversation(library, ConversationForm(people=(person,), day=day), now=now)
    return person


def away(library: Library, person: int, *stretches: tuple[date, date | None]) -> None:
    wanted = [Stretch(first_day=first, last_day=last) for first, last in stretches]
    write_absences(library, person, wanted)


def test_leave_rest_and_absence_are_one_pause(library: Library, now: datetime) -> None:
    """The worked numbers of SCIENCE 1.4: seven distinct days of two stretches, tau 30, is 1.1."""
    ana = spoke_with(library, "Ana", on(0), 30, now)
    ben = spoke_with(library, "Ben", on(0), 30, now)
    leave(library, on(10), on(14))
    away(library, ana, (on(13), on(16)))
    found = {each.person_id: each for each in measures(library, TODAY)}
    assert (found[ana].paused, found[ben].paused) == (7, 5)
    assert found[ana].share == pytest.approx(1.1, abs=1e-4)
    assert found[ana].state is State.OVERDUE
    assert standings(library, TODAY, [ana])[ana].state_words == "3 d overdue"
    assert {each.paused for each in measures(library, TODAY, [ana, ben])} == {7, 5}


def test_taking_leave_back_lets_its_days_count_again(library: Library, now: datetime) -> None:
    ana = spoke_with(library, "Ana", on(0), 30, now)
    leave(library, on(10), on(29))
    assert measures(library, TODAY)[0].state is State.ON_RHYTHM
    write_leave(library, [])
    assert measures(library, TODAY)[0].share == pytest.approx(40 / 30, abs=1e-4)
    library.undo()
    assert standings(library, TODAY, [ana])[ana].state is State.ON_RHYTHM


def test_who_is_away_today_rests_until_the_last_of_it(library: Library, now: datetime) -> None:
    ana = spoke_with(library, "Ana", on(0), 14, now)
    away(library, ana, (on(38), on(42)))
    let_rest(library, ana, on(50), today=TODAY)
    found = standings(library, TODAY, [ana])[ana]
    assert (found.state, found.state_words) == (State.RESTING, "Resting to 25 Sep")
    assert not week_board(library, TODAY).engage.people
    away(library, ana, (on(38), on(42)), (on(45), None))
    assert standings(library, TODAY, [ana])[ana].state_words == "Resting"


def test_leave_to_come_moves_what_falls_due(library: Library, now: datetime) -> None:
    ana = spoke_with(library, "Ana", on(28), 14, now)  # due on day 42, Thursday 17 September
    assert standings(library, TODAY, [ana])[ana].state_words == "Due in 2 d"
    leave(library, on(41), on(45))
    found = standings(library, TODAY, [ana])[ana]
    assert (found.due_day, found.state_words) == (date(2026, 9, 22), "Due in 7 d")


def test_what_falls_due_on_a_holiday_is_due_the_day_before(library: Library, now: datetime) -> None:
    today = date(2026, 4, 20)
    change_time_aside(library, MINUTES, "NL", today=today)
    ana = add_person(library, PersonForm(name="Ana", rhythm_days=14), today=today)
    log_conversation(library, ConversationForm(people=(ana,), day=date(2026, 4, 13)), now=now)
    assert standings(library, today, [ana])[ana].due_day == date(2026, 4, 24)  # King's Day is Monday the 27th
    after = afterwards(library, ana, date(2026, 4, 13), today)
    assert after is not None and after.next_by == date(2026, 4, 24)


def test_nothing_is_set_aside_on_leave(library: Library) -> None:
    wednesday, thursday = TODAY + timedelta(days=1), TODAY + timedelta(days=2)
    leave(library, wednesday, thursday, "Sailing")
    board = week_board(library, TODAY)
    assert [day.on_leave for day in board.days] == [False, False, True, True, False, False, False]
    assert [day.set_aside_minutes for day in board.days[:5]] == [120, 120, 0, 0, 120]
    assert [(each.first_day, each.last_day, each.note) for each in board.leave] == [
        (wednesday, thursday, "Sailing")
    ]
    month = {day.day: day for day in month_board(library, TODAY).days}
    assert month[wednesday].on_leave and month[wednesday].set_aside_minutes == 0
    ahead = days_ahead(library, TODAY, 3)
    assert [day.set_aside_minutes for day in ahead] == [120, 0, 0]
    assert [day.kept_free for day in ahead] == ["", "On leave", "On leave"]
    planned = [each.plan_day.day for each in open_days(library, today=TODAY, monday=TODAY)]
    assert planned == [TODAY, TODAY + timedelta(days=3)], "no plan is suggested for them"


def test_all_stretches_are_written_as_one_step(library: Library) -> None:
    kept, gone = leave(library, on(0), on(3)), leave(library, on(5), on(6))
    steps = len(library.history())
    same = Stretch(id=kept, first_day=on(0), last_day=on(3))
    write_leave(
        library, [replace(same, note=" At  sea "), Stretch(first_day=on(60), last_day=on(70), note="Rome")]
    )
    found = [(each.first_day, each.note) for each in leave_between(library)]
    assert found == [(on(0), "At sea"), (on(60), "Rome")]
    assert [step.label for step in library.history()[:1]] == ["Change your own leave"]
    library.undo()
    assert [each.id for each in leave_between(library)] == [kept, gone]
    write_leave(library, [same, Stretch(id=gone, first_day=on(5), last_day=on(6))])
    assert len(library.history()) == steps + 1, "what is unchanged is no step"


def test_what_cannot_be_changes_nothing(library: Library) -> None:
    ana = add_person(library, PersonForm(name="Ana"), today=TODAY)
    backwards, endless = (Stretch(first_day=on(3), last_day=last) for last in (on(0), None))
    steps = len(library.history())
    with pytest.raises(KnownError, match="before the first one"):
        take_leave(library, backwards, today=TODAY)
    with pytest.raises(KnownError, match="needs a last day"):
        write_leave(library, [endless])
    with pytest.raises(KnownError, match="before the first one"):
        write_absences(library, ana, [endless, backwards])
    with pytest.raises(KnownError, match="no longer"):
        write_absences(library, 5, [endless])
    assert len(library.history()) == steps
