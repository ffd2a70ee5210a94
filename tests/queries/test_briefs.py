"""Everybody in brief, and that only those whom a change touched are asked for again."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from planner.actions import commitments, conversations, people, plans
from planner.actions.people import PersonForm
from planner.actions.trash import move_to_trash
from planner.domain.filter_counts import left_by
from planner.domain.filters import EVERYBODY, OVERDUE_STATES, Filter, Owed, narrowed
from planner.library import Library
from planner.library.tables import Initiative, Person, Stand
from planner.queries import roster as roster_module
from planner.queries.briefs import briefs
from planner.queries.people import person_called
from planner.queries.roster import Roster
from tests.conftest import NOW, TODAY


def test_the_sample_counts_as_its_screen_says(sample: Library) -> None:
    left = left_by(EVERYBODY, briefs(sample, TODAY))
    assert left.everybody == left.shown == 41
    assert sum(left.states[each] for each in OVERDUE_STATES) == 9
    assert left.owed == {Owed.YOURS: 9, Owed.THEIRS: 8, Owed.OVERDUE: left.owed[Owed.OVERDUE]}
    assert left.cities["zurich"] == 5


def test_a_brief_says_what_lists_need(library: Library) -> None:
    form = PersonForm(
        name="Ana Nyström", role="CFO", organisation="Norvane", city="Gdańsk", tags=("exit", "a")
    )
    ana = people.add_person(library, form, today=TODAY)
    conversations.log_conversation(
        library, conversations.ConversationForm(people=(ana,), day=TODAY - timedelta(days=3)), now=NOW
    )
    commitments.promise(library, ana, commitments.By.YOU, "A", TODAY - timedelta(days=2), today=TODAY)
    commitments.promise(library, ana, commitments.By.YOU, "B", TODAY - timedelta(days=9), today=TODAY)
    commitments.promise(library, ana, commitments.By.THEY, "C", None, today=TODAY)
    for days, at in ((9, None), (2, None), (2, time(15)), (2, time(9))):
        form_ = plans.PlanForm(people=(ana,), day=TODAY + timedelta(days=days), starts=at)
        plans.plan_conversation(library, form_, today=TODAY)
    (found,) = briefs(library, TODAY)
    assert (found.name, found.city, found.folded_city) == ("Ana Nyström", "Gdańsk", "gdansk")
    assert (found.organisation, found.tags, found.layer_id) == ("Norvane", ("a", "exit"), 0)
    assert (found.yours_open, found.theirs_open, found.overdue) == (2, 1, 2)
    assert found.owes_since == TODAY - timedelta(days=9)
    assert found.last_day == TODAY - timedelta(days=3)
    assert found.next_plan == (TODAY + timedelta(days=2), time(9))
    for typed in ("nystrom", "cfo norvane", "gdansk ana", "EXIT"):
        assert narrowed(Filter(text=typed), [found]), typed
    assert not narrowed(Filter(text="berlin"), [found])


def test_stands_of_initiatives_under_way(library: Library, today: date) -> None:
    ana = people.add_person(library, PersonForm(name="Ana"), today=today)
    with library.change("Begin"):
        one = Initiative.create(name="One", folded="one", created_on=today)
        over = Initiative.create(name="Over", folded="over", created_on=today, archived=True)
        Stand.create(initiative=one, person=ana, now="supportive")
        Stand.create(initiative=over, person=ana, now="leading")
    assert briefs(library, today)[0].stands == ((one.id, "supportive"),)


def test_the_archived_are_there_and_the_trashed_are_not(sample: Library, today: date) -> None:
    ana, luca = person_called(sample, "ana fer").id, person_called(sample, "luca").id
    with sample.change("Put away"):
        Person.update(archived=True).where(Person.id == ana).execute()
        Person.update(trashed_on=today).where(Person.id == luca).execute()
    found = briefs(sample, today)
    assert [each.id for each in found if each.archived] == [ana]
    assert luca not in {each.id for each in found}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int | None]:
    """How many people were asked for at a time, None for everybody."""
    found: list[int | None] = []

    def asking(library: Library, today: date, people: set[int] | None = None) -> object:
        found.append(None if people is None else len(people))
        return briefs(library, today, people)

    monkeypatch.setattr(roster_module, "briefs", asking)
    return found


def test_only_those_touched_are_asked_for_again(sample: Library, asked: list[int | None]) -> None:
    roster = Roster(sample)
    sample.listen(roster.hear)
    assert roster.people(TODAY) == briefs(sample, TODAY)
    ana, luca = person_called(sample, "ana fer").id, person_called(sample, "luca").id
    talk = conversations.ConversationForm(people=(ana, luca), day=TODAY)
    plan = plans.PlanForm(people=(ana,), day=TODAY + timedelta(days=3))
    made = conversations.log_conversation(sample, talk, now=NOW)
    steps = (
        (lambda: conversations.remove_conversation(sample, made), 2),
        (sample.undo, 2),
        (lambda: plans.plan_conversation(sample, plan, today=TODAY), 1),
        (sample.undo, 1),
        (lambda: commitments.promise(sample, luca, commitments.By.YOU, "X", None, today=TODAY), 1),
        (lambda: move_to_trash(sample, [ana], today=TODAY), 1),
        (sample.undo, 1),
        (lambda: people.add_person(sample, PersonForm(name="Aa"), today=TODAY), 1),
    )
    roster.people(TODAY)
    for step, count in steps:
        before = roster.edition(TODAY)
        asked.clear()
        step()
        assert roster.people(TODAY) == briefs(sample, TODAY)
        assert asked == [count]
        assert roster.edition(TODAY) == before + 1
    assert roster.people(TODAY) is roster.people(TODAY)


def test_a_layer_or_another_day_asks_for_everybody(sample: Library, asked: list[int | None]) -> None:
    from planner.library.tables import Layer

    roster = Roster(sample)
    sample.listen(roster.hear)
    roster.people(TODAY)
    with sample.change("Slower"):
        Layer.update(rhythm_days=90).execute()
    assert roster.people(TODAY) == briefs(sample, TODAY)
    assert roster.people(TODAY + timedelta(days=40)) == briefs(sample, TODAY + timedelta(days=40))
    assert asked == [None, None, None]
