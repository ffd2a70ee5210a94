"""The one door: all or nothing, named, recorded, and the only way in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from planner.domain.errors import KnownError
from planner.library import Changed, Library, search
from planner.library.tables import (
    Commitment,
    Connection,
    Conversation,
    Organisation,
    Participation,
    Person,
)
from tests.dump import dump, searchable

TODAY = date(2026, 9, 15)


def add_ana(library: Library) -> int:
    with library.change("Add Ana"):
        organisation = Organisation.create(name="Norvane", folded="norvane")
        person = Person.create(
            name="Ana Ferreira", folded="ana ferreira", created_on=TODAY, organisation=organisation
        )
    return int(person.id)


def test_a_change_is_kept_and_named(library: Library) -> None:
    add_ana(library)
    assert [step.label for step in library.history()] == ["Add Ana"]
    assert library.value("SELECT name FROM person") == "Ana Ferreira"


def test_an_exception_rolls_everything_back_and_records_nothing(library: Library) -> None:
    before = dump(library)
    with pytest.raises(ZeroDivisionError), library.change("Half"):
        Person.create(name="Half", folded="half", created_on=TODAY)
        raise ZeroDivisionError
    assert dump(library) == before
    assert library.history() == []
    add_ana(library)  # the door opens again


def test_a_change_of_nothing_leaves_no_step(library: Library) -> None:
    heard: list[Changed] = []
    library.listen(heard.append)
    with library.change("Nothing"):
        Person.update(name="Nobody").where(Person.id == 1).execute()
    assert library.history() == []
    assert heard == []


def test_a_change_inside_a_change_joins_it(library: Library) -> None:
    with library.change("Both"):
        add_ana(library)
        Person.create(name="Luca", folded="luca", created_on=TODAY)
    assert [step.label for step in library.history()] == ["Both"]
    library.undo()
    assert library.value("SELECT count(*) FROM person") == 0


def test_writing_outside_the_door_is_an_error(library: Library) -> None:
    add_ana(library)
    with pytest.raises(KnownError):
        list(library.rows("DELETE FROM person"))
    with pytest.raises(RuntimeError, match="outside"):
        Person.create(name="Nobody", folded="nobody", created_on=TODAY)
    assert library.value("SELECT count(*) FROM person") == 1


def test_listeners_hear_the_rows_that_changed(library: Library) -> None:
    heard: list[Changed] = []
    stop = library.listen(heard.append)
    ana = add_ana(library)
    assert heard[0].label == "Add Ana"
    assert heard[0].rows["person"] == {ana}
    assert heard[0].touches("organisation") and not heard[0].touches("plan")
    library.undo()
    assert heard[1].rows == heard[0].rows
    stop()
    library.redo()
    assert len(heard) == 2


def test_undo_brings_a_cascade_back_whole(library: Library) -> None:
    ana = add_ana(library)
    with library.change("Talk"):
        talk = Conversation.create(
            day=TODAY,
            channel="call",
            recorded_at=datetime(2026, 9, 15, tzinfo=UTC),
            topic="Q3 budget für Gdańsk",
        )
        Participation.create(conversation=talk, person=ana, day=TODAY)
    before, found = dump(library), searchable(library)
    with library.change("Remove everything"):
        Person.delete().execute()
        Organisation.delete().execute()
    assert library.value("SELECT count(*) FROM participation") == 0
    assert search.people(library, "norvane") == []
    library.undo()
    assert dump(library) == before
    assert searchable(library) == found
    assert search.people(library, "norvane") == [ana]
    assert library.problems() == []


def test_a_new_change_drops_what_was_undone(library: Library) -> None:
    add_ana(library)
    library.undo()
    assert library.next_labels() == (None, "Add Ana")
    with library.change("Add Luca"):
        Person.create(name="Luca", folded="luca", created_on=TODAY)
    assert library.next_labels() == ("Add Luca", None)
    assert library.redo() is None
    assert [(step.label, step.state) for step in library.history()] == [
        ("Add Luca", "done"),
        ("Add Ana", "dropped"),
    ]


def test_undo_and_redo_survive_a_restart(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    path = tmp_path / "a.rapport"
    with Library(path, clock=clock) as library:
        add_ana(library)
        after = dump(library)
    with Library(path, clock=clock) as library:
        undone = library.undo()
        assert undone is not None and undone.label == "Add Ana"
        assert library.value("SELECT count(*) FROM person") == 0
    with Library(path, clock=clock) as library:
        library.redo()
        assert dump(library) == after
        assert library.redo() is None


def test_undo_of_a_row_that_is_no_longer_as_it_was_says_so(library: Library) -> None:
    ana = add_ana(library)
    connection = library.connection
    connection.pragma("query_only", "OFF")
    connection.execute("UPDATE person SET name = 'Somebody' WHERE id = ?", (ana,))
    connection.pragma("query_only", "ON")
    before = dump(library)
    with pytest.raises(KnownError, match="“Add Ana” cannot be taken back"):
        library.undo()
    assert dump(library) == before


def test_ten_thousand_rows_are_one_step(library: Library) -> None:
    from planner.library.ids import new_ids

    before = dump(library)
    with library.change("Import"):
        library.add_rows(
            "person",
            ("id", "name", "folded", "created_on"),
            ((each, f"Person {each}", f"person {each}", "2026-09-15") for each in new_ids(10_000)),
        )
    after = dump(library)
    assert library.history()[0].rows == 10_000
    library.undo()
    assert dump(library) == before
    library.redo()
    assert dump(library) == after


def test_whom_added_removed_and_moved_rows_name(library: Library) -> None:
    heard: list[Changed] = []
    library.listen(heard.append)
    with library.change("Begin"):
        ana, luca = (Person.create(name=name, folded=name, created_on=TODAY).id for name in ("ana", "luca"))
        mei = Person.create(name="mei", folded="mei", created_on=TODAY).id
        Connection.create(person=ana, other=luca, kind="knows")
        promise = Commitment.create(person=ana, by="you", what="X", made_on=TODAY)
    assert heard.pop().people == {ana, luca}
    with library.change("Move"):
        Commitment.update(person=mei).where(Commitment.id == promise.id).execute()
    assert heard.pop().people == {ana, mei}
    with library.change("Reword"):
        Commitment.update(what="Y").where(Commitment.id == promise.id).execute()
    assert heard.pop().people == frozenset(), "the row is there and can be asked"
    with library.change("Remove"):
        Person.delete().where(Person.id == ana).execute()
    assert heard.pop().people == {ana, luca}
