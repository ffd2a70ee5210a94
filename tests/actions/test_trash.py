"""Whoever is in the trash leaves every list, and comes back as they were."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.actions.plans import PlanForm, plan_conversation
from planner.actions.trash import move_to_trash, put_back
from planner.library import Library
from planner.queries.briefs import briefs
from planner.queries.engage import to_engage
from planner.queries.people import count, find_people, names, recent_people
from planner.queries.trash import due_to_go, in_trash
from tests.conftest import TODAY
from tests.dump import dump


@pytest.fixture
def ana(sample: Library) -> int:
    return int(sample.value("SELECT id FROM person WHERE folded = 'ana ferreira'"))


def test_no_list_shows_who_is_in_the_trash(sample: Library, ana: int) -> None:
    before = dump(sample)
    move_to_trash(sample, [ana], today=TODAY)
    assert count(sample) == 40
    assert ana not in {each.id for each in briefs(sample, TODAY)}
    assert ana not in {each.person_id for each in to_engage(sample, TODAY).people}
    assert ana not in {
        each.id for each in (*names(sample), *find_people(sample, "ana"), *recent_people(sample))
    }
    found = in_trash(sample, TODAY)[0]
    assert (found.name, found.goes_on, found.days_left) == ("Ana Ferreira", date(2026, 10, 15), 30)
    assert found.conversations > 3
    put_back(sample, [ana])
    assert count(sample) == 41
    assert in_trash(sample, TODAY) == ()
    sample.undo()
    sample.undo()
    assert dump(sample) == before


def test_plans_with_nobody_else_are_let_go(sample: Library, ana: int) -> None:
    luca = int(sample.value("SELECT min(id) FROM person WHERE id <> ?", (ana,)))
    alone = plan_conversation(sample, PlanForm(people=(ana,), day=TODAY), today=TODAY)
    both = plan_conversation(sample, PlanForm(people=(ana, luca), day=TODAY), today=TODAY)
    move_to_trash(sample, [ana], today=TODAY)
    status = dict(sample.rows("SELECT id, status FROM plan WHERE id IN (?, ?)", (alone, both)))
    assert status == {alone: "let go", both: "open"}


def test_after_thirty_days_they_are_due_to_go_and_still_there(sample: Library, ana: int) -> None:
    move_to_trash(sample, [ana], today=TODAY)
    assert due_to_go(sample, TODAY + timedelta(days=29)) == ()
    assert [each.id for each in due_to_go(sample, TODAY + timedelta(days=30))] == [ana]


def test_being_put_there_again_does_not_begin_anew(sample: Library, ana: int) -> None:
    move_to_trash(sample, [ana], today=TODAY)
    move_to_trash(sample, [ana], today=TODAY + timedelta(days=5))
    assert in_trash(sample, TODAY)[0].trashed_on == TODAY
