"""What changed about a person, and when, read from the history's own recordings."""

from __future__ import annotations

from datetime import timedelta

import pytest

from planner.actions import commitments, connections, conversations, notes, people
from planner.actions.history import take_back
from planner.domain.commitments import By, Outcome
from planner.library import Library
from planner.library.ids import new_ids
from planner.queries.person_history import person_history
from tests.conftest import NOW, TODAY

ANA = people.PersonForm(name="Ana Ferreira", role="CIO", organisation="Norvane")


@pytest.fixture
def ana(library: Library) -> int:
    return people.add_person(library, ANA, today=TODAY)


def labels(library: Library, person: int) -> list[str]:
    return [step.label for step in person_history(library, person, TODAY).steps]


def lines(library: Library, person: int) -> tuple[str, ...]:
    """What the newest step did."""
    return person_history(library, person, TODAY).steps[0].lines


def test_only_what_touched_the_person_is_told_newest_first(library: Library, ana: int) -> None:
    luca = people.add_person(library, people.PersonForm(name="Luca"), today=TODAY)
    notes.add_note(library, luca, "Likes trains", on=TODAY)
    talk = conversations.log_conversation(
        library, conversations.ConversationForm(people=(ana, luca), day=TODAY, topic="Budget"), now=NOW
    )
    form = conversations.ConversationForm(people=(ana, luca), day=TODAY, topic="The budget")
    conversations.change_conversation(library, talk, form, now=NOW)
    assert labels(library, ana) == [
        "Change a conversation with Ana and Luca",
        "Log a conversation with Ana and Luca",
        "Add Ana Ferreira",
    ]
    assert lines(library, ana) == ("Conversation “The budget”, about: Budget → The budget",)
    assert person_history(library, ana, TODAY).steps[0].at == NOW


def test_fields_are_told_with_what_was_there_before(library: Library, ana: int) -> None:
    layer = int(library.value("SELECT id FROM layer WHERE hue = 'board'"))
    changed = people.PersonForm(
        name="Ana Ferreira", role="CTO", organisation="Alpenrhein", layer_id=layer, city="Lisbon"
    )
    people.change_person(library, ana, changed)
    assert lines(library, ana) == (
        "Role: CIO → CTO",
        "Organisation: Norvane → Alpenrhein",
        "Layer: none → Board & shareholders",
        "City: not known yet → Lisbon",
    )


def test_rows_that_are_gone_still_belong_to_their_person(library: Library, ana: int) -> None:
    talk = conversations.log_conversation(
        library, conversations.ConversationForm(people=(ana,), day=TODAY, topic="Budget"), now=NOW
    )
    promise = commitments.promise(library, ana, By.YOU, "The figures", TODAY, today=TODAY)
    commitments.change_commitment(
        library, promise, what="All figures", due_on=TODAY + timedelta(days=2), size=commitments.Size.LARGE
    )
    commitments.end_commitment(library, promise, Outcome.BROKEN, today=TODAY)
    assert lines(library, ana) == ("Promise “All figures”, now: open → broken",)
    commitments.remove_commitment(library, promise)
    conversations.remove_conversation(library, talk)
    assert labels(library, ana) == [
        "Remove a conversation with Ana Ferreira",
        "Remove your promise to Ana",
        "Mark your promise to Ana as broken",
        "Change your promise to Ana",
        "Note your promise to Ana Ferreira",
        "Log a conversation with Ana Ferreira",
        "Add Ana Ferreira",
    ]
    assert lines(library, ana) == ("Removed. Conversation: Budget",)


def test_nothing_private_is_told(library: Library, ana: int) -> None:
    note = notes.add_note(library, ana, "Her new job", on=TODAY, private=True)
    notes.change_note(library, note, "Her newest job", on=TODAY, private=True)
    notes.change_note(library, note, "Nothing to hide", on=TODAY, private=False)
    notes.remove_note(library, note)
    told = [line for step in person_history(library, ana, TODAY).steps for line in step.lines]
    assert told == ["Removed. Note: Nothing to hide", "Note: private", "Note: private", "Note: private"]


def test_a_connection_belongs_to_both_ends(library: Library, ana: int) -> None:
    luca = people.add_person(library, people.PersonForm(name="Luca"), today=TODAY)
    connections.connect(library, ana, connections.ConnectionForm(other_id=luca, kind="knows"))
    for person in (ana, luca):
        assert labels(library, person)[0] == "Connect Ana and Luca"
        assert lines(library, person) == ("Connection: knows",)


def test_steps_that_are_undone_are_not_told_and_taking_back_is(library: Library, ana: int) -> None:
    people.change_rhythm(library, ana, 21)
    changed = person_history(library, ana, TODAY).steps[0].id
    library.undo()
    assert labels(library, ana) == ["Add Ana Ferreira"]
    library.redo()
    take_back(library, changed)
    assert labels(library, ana)[0] == "Take back “Change the rhythm with Ana Ferreira”"
    assert lines(library, ana) == ("Rhythm in days: 21 → not known yet",)


def test_pages_follow_each_other_without_a_gap(library: Library, ana: int) -> None:
    for days in range(1, 8):
        people.change_rhythm(library, ana, days)
    whole = person_history(library, ana, TODAY)
    assert whole.older is None and len(whole.steps) == 8
    first = person_history(library, ana, TODAY, limit=3)
    second = person_history(library, ana, TODAY, limit=3, before=first.older)
    third = person_history(library, ana, TODAY, limit=3, before=second.older)
    assert first.steps + second.steps + third.steps == whole.steps
    assert third.older is None


def test_a_step_with_many_rows_says_how_many_more(library: Library, ana: int) -> None:
    with library.change("Import many"):
        library.add_rows(
            "note",
            ("id", "person_id", "on_day", "words"),
            [(each, ana, TODAY.isoformat(), f"Note {place}") for place, each in enumerate(new_ids(40))],
        )
    told = lines(library, ana)
    assert told[0] == "Note: Note 0"
    assert told[-1] == "and 35 more" and len(told) == 6
