"""Whose rhythm is nearly used up: the same for everybody at once as for each one alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.leave import Stretch, take_leave, write_absences
from planner.actions.people import PersonForm, add_person, change_rhythm, let_rest
from planner.actions.plans import PlanForm, plan_conversation
from planner.actions.repairs import begin_repair
from planner.actions.trash import move_to_trash
from planner.domain.rhythm import DUE_FROM, State
from planner.library import Library
from planner.library.tables import Layer, Person
from planner.queries.engage import to_engage
from planner.queries.repairs import mending
from planner.queries.standing import measures
from planner.queries.timely import Shares, Timely, timely
from tests.conftest import NOW, TODAY


def one_by_one(library: Library, today: date) -> Shares:
    return {
        each.person_id: each.share
        for each in measures(library, today)
        if each.state is not State.RESTING and each.share is not None and each.share >= DUE_FROM
    }


@pytest.mark.parametrize("ahead", [0, 3, 40, 400])
def test_the_sample_with_rest_leave_and_absences(sample: Library, ahead: int) -> None:
    people = [row[0] for row in sample.rows("SELECT id FROM person ORDER BY id")]
    leave = Stretch(first_day=TODAY - timedelta(days=9), last_day=TODAY - timedelta(days=6))
    take_leave(sample, leave, today=TODAY)
    let_rest(sample, people[0], None, today=TODAY)
    let_rest(sample, people[1], TODAY + timedelta(days=2), today=TODAY)
    write_absences(
        sample, people[2], [Stretch(first_day=TODAY - timedelta(9), last_day=TODAY - timedelta(2))]
    )
    write_absences(sample, people[3], [Stretch(first_day=TODAY, last_day=TODAY + timedelta(days=5))])
    for each in {*people[8:20], people[4]} - mending(sample).keys():
        begin_repair(sample, each, why="I forgot", today=TODAY)
    with sample.change("Change"):
        Person.update(archived=True).where(Person.id == people[4]).execute()
        Person.update(layer=None, rhythm_days=None).where(Person.id.in_(people[5:8])).execute()
        Layer.update(rhythm_days=None).where(Layer.hue == "vendors").execute()
    today = TODAY + timedelta(days=ahead)
    found = timely(sample, today)
    assert found == one_by_one(sample, today) and found
    assert list(found.values()) == sorted(found.values(), reverse=True)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.tuples(st.integers(0, 200), st.none() | st.integers(0, 90), st.booleans()), min_size=1, max_size=8
    ),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=2),
)
def test_whoever_they_are(
    tmp_path_factory: pytest.TempPathFactory,
    people: list[tuple[int, int | None, bool]],
    leave: list[tuple[int, int]],
) -> None:
    path = tmp_path_factory.mktemp("timely") / "l.rapport"
    with Library(path, clock=lambda: NOW) as library:
        for ago, rhythm, spoken in people:
            day = TODAY - timedelta(days=ago)
            who = add_person(library, PersonForm(name="Ana", rhythm_days=rhythm or None), today=day)
            if spoken:
                log_conversation(library, ConversationForm(people=(who,), day=day), now=NOW)
        for ago, length in leave:
            first = TODAY - timedelta(days=ago)
            take_leave(
                library, Stretch(first_day=first, last_day=first + timedelta(days=length)), today=TODAY
            )
        assert timely(library, TODAY) == one_by_one(library, TODAY)


def test_whom_to_engage_is_the_same_with_shares_that_are_known(sample: Library) -> None:
    assert to_engage(sample, TODAY, known=timely(sample, TODAY)) == to_engage(sample, TODAY)


def test_what_is_kept_follows_every_change(sample: Library) -> None:
    kept = Timely(sample)
    stop = sample.listen(kept.hear)
    people = list(kept.shares(TODAY))
    before = kept.shares(TODAY)
    steps: list[Callable[[], object]] = [
        lambda: log_conversation(sample, ConversationForm(people=(people[0],), day=TODAY), now=NOW),
        sample.undo,
        lambda: plan_conversation(sample, PlanForm(people=(people[1],), day=TODAY), today=TODAY),
        lambda: let_rest(sample, people[1], None, today=TODAY),
        lambda: change_rhythm(sample, people[2], 365),
        lambda: move_to_trash(sample, [people[3]], today=TODAY),
        lambda: add_person(sample, PersonForm(name="New", rhythm_days=1), today=TODAY - timedelta(days=9)),
        sample.undo,
        sample.undo,
        lambda: take_leave(sample, Stretch(first_day=TODAY, last_day=TODAY), today=TODAY),
    ]
    for step in steps:
        step()
        assert list(kept.shares(TODAY).items()) == list(timely(sample, TODAY).items())
    assert kept.shares(TODAY) != before
    assert kept.shares(TODAY) is kept.shares(TODAY)
    assert len(kept.shares(TODAY + timedelta(days=300))) > len(before)
    stop()
