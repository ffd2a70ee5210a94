"""The timeline's lanes in columns, against what was done by hand."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.actions.commitments import promise
from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.leave import Stretch, take_leave
from planner.actions.people import PersonForm, add_person
from planner.actions.plans import PlanForm, plan_conversation
from planner.domain.channels import Channel, ReachedOut
from planner.domain.commitments import By
from planner.domain.gaps_many import DayColumns
from planner.domain.quiet import quiet_stretches
from planner.domain.quiet_many import quiet_stretches_of_many
from planner.domain.rhythm import Pause
from planner.library import Library
from planner.queries.cadence.everybody import everybody
from planner.queries.cadence.heat import heat_map
from planner.queries.lanes import CHANNELS, THEY, UNKNOWN, YOU, lanes


def two(library: Library, now: datetime) -> tuple[int, int]:
    today = now.date()
    ana, ben = (
        add_person(library, PersonForm(name=name, rhythm_days=20), today=today) for name in ("Ana", "Ben")
    )
    for who, ago, channel, reached in (
        ((ana,), 70, Channel.CALL, ReachedOut.YOU),
        ((ana, ben), 30, Channel.EVENT, None),
        ((ben,), 5, Channel.MESSAGE, ReachedOut.THEY),
    ):
        form = ConversationForm(
            people=who, day=today - timedelta(days=ago), channel=channel, reached_out=reached
        )
        log_conversation(library, form, now=now)
    return ana, ben


def test_the_talks_of_two_lanes(library: Library, now: datetime) -> None:
    ana, ben = two(library, now)
    found = lanes(library, [ben, 1, ana, ben], now.date())
    assert found.people == (ben, ana)
    ago = [now.date().toordinal() - int(each) for each in found.talks.day]
    assert (found.talks.lane.tolist(), ago) == ([0, 0, 1, 1], [30, 5, 70, 30])
    assert [CHANNELS[code] for code in found.talks.channel] == [
        *(Channel.EVENT, Channel.MESSAGE, Channel.CALL, Channel.EVENT)
    ]
    assert found.talks.reached.tolist() == [UNKNOWN, THEY, YOU, UNKNOWN]
    assert found.talks.conversation[0] == found.talks.conversation[3]
    recent = found.talks.between(now.date() - timedelta(days=40), now.date())
    assert recent.lane.tolist() == [0, 0, 1]


def test_what_lies_ahead(library: Library, now: datetime) -> None:
    today = now.date()
    ana, ben = two(library, now)
    plan = plan_conversation(
        library, PlanForm(people=(ana,), day=today + timedelta(days=3), starts=time(9)), today=today
    )
    promise(library, ben, By.THEY, "an answer", today + timedelta(days=8), today=today)
    promise(library, ben, By.THEY, "some day", None, today=today)
    found = lanes(library, [ana, ben], today, ahead_days=60)
    assert [(each.id, each.lane, each.starts) for each in found.plans] == [(plan, 0, time(9))]
    assert [(each.lane, each.what, each.yours, each.outcome) for each in found.flags] == [
        (1, "an answer", False, None)
    ]
    due = {each.lane: [(window.last - today).days for window in each.windows] for each in found.due}
    assert due == {0: [23, 43], 1: [15, 35, 55]}  # Ana's rhythm runs again from the plan on
    assert all((window.last - window.first).days == 2 for each in found.due for window in each.windows)


def test_leave_moves_what_falls_due(library: Library, now: datetime) -> None:
    today = now.date()
    _, ben = two(library, now)
    leave = Stretch(first_day=today + timedelta(days=1), last_day=today + timedelta(days=7))
    take_leave(library, leave, today=today)
    windows = lanes(library, [ben], today).due[0].windows
    assert [(window.last - today).days for window in windows[:2]] == [22, 42]


def test_the_stretches_are_those_of_each_person(sample: Library, today: date) -> None:
    people = [row[0] for row in sample.rows("SELECT id FROM person ORDER BY folded")]
    found = lanes(sample, people, today)
    heat = heat_map(sample, everybody(sample, today), people=people, weeks=200)
    one_by_one = {each.person_id: each.quiet for each in heat.rows}
    expected = [
        (lane, each.first.toordinal(), each.last.toordinal(), each.is_open)
        for lane, person_id in enumerate(people)
        for each in one_by_one[person_id]
    ]
    columns = (found.quiet.place, found.quiet.first, found.quiet.last, found.quiet.is_open)
    assert list(zip(*(each.tolist() for each in columns), strict=True)) == expected
    assert len(expected) > 20


FIRST = date(2026, 1, 1)
PEOPLE = st.lists(
    st.tuples(st.sets(st.integers(0, 300), max_size=12), st.integers(0, 60)), min_size=1, max_size=5
)


@settings(deadline=None)
@given(PEOPLE, st.booleans())
def test_many_at_once_are_the_same_as_one_by_one(people: list[tuple[set[int], int]], paused: bool) -> None:
    today = FIRST + timedelta(days=300)
    pauses = (
        {0: (Pause(first=FIRST + timedelta(days=40), last=FIRST + timedelta(days=90)),)} if paused else {}
    )
    columns = DayColumns(
        np.cumsum([0, *(len(days) for days, _ in people)]),
        np.array([FIRST.toordinal() + day for days, _ in people for day in sorted(days)], dtype=np.int32),
    )
    rhythms = np.array([rhythm for _, rhythm in people])
    found = quiet_stretches_of_many(columns, rhythms, pauses, today)
    expected = [
        (place, each.first.toordinal(), each.last.toordinal(), each.is_open)
        for place, (days, rhythm) in enumerate(people)
        if rhythm
        for each in quiet_stretches(
            [FIRST + timedelta(days=day) for day in sorted(days)], rhythm, pauses.get(place, ()), today
        )
    ]
    assert list(zip(*(each.tolist() for each in found), strict=True)) == expected


def test_nobody_has_no_lanes(library: Library, today: date) -> None:
    found = lanes(library, [], today)
    assert (found.people, found.plans, found.due, len(found.talks.day)) == ((), (), (), 0)
