"""Taking back one step out of the middle of the history, where nothing later builds on it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.actions import commitments, connections, conversations, people, plans
from planner.actions.history import take_back
from planner.actions.repairs import begin_repair
from planner.domain.commitments import By, Outcome
from planner.domain.errors import KnownError
from planner.library import Library
from planner.queries.repairs import repairs_of
from tests.conftest import NOW, TODAY
from tests.dump import dump, searchable


@pytest.fixture
def ana(library: Library) -> int:
    return people.add_person(library, people.PersonForm(name="Ana Ferreira", role="CIO"), today=TODAY)


def log(library: Library, person: int, topic: str, day: date = TODAY) -> int:
    form = conversations.ConversationForm(people=(person,), day=day, topic=topic)
    return conversations.log_conversation(library, form, now=NOW)


def step(library: Library, begins: str) -> int:
    """The newest done step whose label begins so."""
    found = (each for each in library.history() if each.state == "done" and each.label.startswith(begins))
    return next(each.id for each in found)


def test_a_step_from_the_middle_goes_and_what_came_after_stays(library: Library, ana: int) -> None:
    log(library, ana, "Budget")
    before = step(library, "Log")
    log(library, ana, "Pilot")
    assert take_back(library, before) == "Take back “Log a conversation with Ana Ferreira”"
    assert [row[0] for row in library.rows("SELECT topic FROM conversation")] == ["Pilot"]
    assert not library.problems()


def test_it_is_itself_one_step_that_can_be_undone_done_again_and_taken_back(
    library: Library, ana: int
) -> None:
    people.change_person(library, ana, people.PersonForm(name="Ana Ferreira", role="CTO"))
    changed = dump(library), searchable(library)
    label = take_back(library, step(library, "Change Ana"))
    assert library.value("SELECT role FROM person") == "CIO"
    assert library.next_labels()[0] == label
    library.undo()
    assert (dump(library), searchable(library)) == changed
    library.redo()
    assert library.value("SELECT role FROM person") == "CIO"
    assert take_back(library, step(library, "Take back")) == "Do again “Change Ana Ferreira”"
    assert (dump(library), searchable(library)) == changed


def test_columns_that_others_changed_stay(library: Library, ana: int) -> None:
    people.change_rhythm(library, ana, 21)
    people.change_person(
        library, ana, people.PersonForm(name="Ana Ferreira", role="CTO", rhythm_days=21, city="Lisbon")
    )
    people.change_rhythm(library, ana, 30)
    take_back(library, step(library, "Change Ana"))
    assert library.row("SELECT role, city, rhythm_days FROM person") == ("CIO", "", 30)


def test_what_something_later_builds_on_is_refused_and_the_later_step_is_named(
    library: Library, ana: int
) -> None:
    promise = commitments.promise(library, ana, By.YOU, "The figures", None, today=TODAY)
    commitments.end_commitment(library, promise, Outcome.KEPT, today=TODAY)
    log(library, ana, "Budget")
    everything, steps = dump(library), library.history()
    with pytest.raises(KnownError, match=r"because “Mark your promise to Ana as kept” came later"):
        take_back(library, step(library, "Note your promise"))
    with pytest.raises(KnownError, match=r"because “Log a conversation with Ana Ferreira” came later"):
        take_back(library, step(library, "Add Ana"))
    assert dump(library) == everything
    assert library.history() == steps


def test_what_points_to_an_added_row_holds_it(library: Library, ana: int) -> None:
    luca = people.add_person(library, people.PersonForm(name="Luca"), today=TODAY)
    added = step(library, "Add Luca")
    connections.connect(library, ana, connections.ConnectionForm(other_id=luca, kind="knows"))
    with pytest.raises(KnownError, match=r"because “Connect Ana and Luca” came later"):
        take_back(library, added)
    connections.disconnect(library, int(library.value("SELECT id FROM connection")))
    with pytest.raises(KnownError, match=r"because “Part Ana and Luca” came later"):
        take_back(library, step(library, "Connect"))
    take_back(library, added)
    assert [row[0] for row in library.rows("SELECT name FROM person")] == ["Ana Ferreira"]


def test_a_plan_that_was_fulfilled_cannot_lose_its_beginning(library: Library, ana: int) -> None:
    plan = plans.plan_conversation(
        library, plans.PlanForm(people=(ana,), day=TODAY + timedelta(days=2)), today=TODAY
    )
    planned = step(library, "Plan Ana")
    plans.talked(library, plan, now=NOW)
    with pytest.raises(KnownError, match="came later"):
        take_back(library, planned)
    take_back(library, step(library, "Log"))
    take_back(library, planned)
    assert library.value("SELECT count(*) FROM plan") == 0


def test_a_step_that_is_undone_is_not_taken_back(library: Library, ana: int) -> None:
    log(library, ana, "Budget")
    logged = step(library, "Log")
    library.undo()
    with pytest.raises(KnownError, match="has been undone"):
        take_back(library, logged)


def test_mending_goes_on_when_a_kept_promise_is_taken_back(library: Library, ana: int) -> None:
    begin_repair(library, ana, why="The outage", today=TODAY)
    for what in ("One", "Two"):
        promise = commitments.promise(library, ana, By.YOU, what, None, today=TODAY)
        commitments.end_commitment(library, promise, Outcome.KEPT, today=TODAY)
    assert repairs_of(library, ana)[0].ended_on == TODAY
    kept = [each.id for each in library.history() if each.label.startswith("Mark your promise")]
    take_back(library, kept[1])
    assert repairs_of(library, ana)[0].ended_on is None
    library.undo()
    assert repairs_of(library, ana)[0].ended_on == TODAY


def test_two_times_of_mending_are_never_open_at_once(library: Library, ana: int) -> None:
    begin_repair(library, ana, why="The outage", today=TODAY)
    for what in ("One", "Two"):
        promise = commitments.promise(library, ana, By.YOU, what, None, today=TODAY)
        commitments.end_commitment(library, promise, Outcome.KEPT, today=TODAY)
    ended = step(library, "Mark your promise")
    begin_repair(library, ana, why="The audit", today=TODAY)
    with pytest.raises(KnownError, match="mended again since"):
        take_back(library, ended)
    assert sum(each.ended_on is None for each in repairs_of(library, ana)) == 1
