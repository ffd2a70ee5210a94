"""P14: erased means erased. Needles are looked for everywhere; without a protection they show."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

import apsw
import pytest

from planner.actions.backups import choose_second_folder
from planner.actions.commitments import promise
from planner.actions.connections import ConnectionForm, connect
from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.duplicates import not_the_same
from planner.actions.erasing import erase_people, erased_words, every_backup
from planner.actions.merging import merge_people
from planner.actions.notes import add_note
from planner.actions.people import PersonForm, Point, add_person, change_person
from planner.actions.plans import PlanForm, plan_conversation
from planner.actions.trash import move_to_trash
from planner.actions.unfinished import keep_unfinished
from planner.domain.commitments import By
from planner.domain.unfinished import Place
from planner.library import Library
from planner.library.erasing import erase_in_copy, removing
from planner.library.erasing.recording import read, write
from planner.library.sealed import seal
from planner.library.tables import Person
from planner.ui.kept.values import to_words
from tests.conftest import NOW, TODAY
from tests.dump import dump, searchable
from tests.looking import needles_in, words_of

NEEDLES = (
    *("Quilliana", "Zebranski", "zebranski@needle.example", "7700900123", "needlephoto"),
    *("needlenotes", "needletopic", "needlepromise", "needlerole", "needletag", "needlenote"),
    *("Needleworks", "needlecity", "needlebefore", "needlegone", "needleplan", "needleknows"),
)
"""Words that belong to the person who is erased, or are about that person alone."""


@pytest.fixture
def quill(sample: Library) -> int:
    """Somebody with a trace in every corner: changed, merged, undone, in the words about others."""
    library = sample
    other = int(library.value("SELECT id FROM person WHERE folded = 'ana ferreira'"))
    form = PersonForm(
        name="Quilliana Zebranski",
        role="needlerole",
        organisation="Needleworks",
        city="needlecity",
        notes="needlebefore",
        points=(
            Point(kind="email", value="Zebranski@needle.example"),
            Point(kind="phone", value="+44 7700 900123"),
        ),
        tags=("needletag",),
    )
    quill = add_person(library, form, today=TODAY)
    twin = add_person(library, PersonForm(name="Q. Zebranski", notes="needlegone"), today=TODAY)
    change_person(library, quill, PersonForm(name="Quilliana Zebranski", notes="needlenotes"))
    with library.change("Photo"):
        Person.update(photo=b"needlephoto").where(Person.id == quill).execute()
    for people, topic in (((quill,), "needletopic"), ((quill, other), "Tone"), ((twin,), "needletopic two")):
        log_conversation(library, ConversationForm(people=people, day=TODAY, topic=topic), now=NOW)
    promise(library, quill, By.YOU, "needlepromise", None, today=TODAY)
    plan_conversation(library, PlanForm(people=(quill,), day=TODAY, purpose="needleplan"), today=TODAY)
    connect(library, other, ConnectionForm(other_id=quill, kind="knows", note="needleknows"))
    add_note(library, quill, "needlenote", on=TODAY)
    add_note(library, other, "Met QUILLIANA ZEBRANSKI, write to zebranski@needle.example", on=TODAY)
    merge_people(library, quill, twin, today=TODAY)
    library.back_up("before erasing")
    add_note(library, quill, "needlenote undone", on=TODAY)
    library.undo()
    add_note(library, other, "Likes chess.", on=TODAY)
    move_to_trash(library, [quill], today=TODAY)
    return quill


def found(library: Library) -> set[tuple[str, str]]:
    """Every place in which a needle still is."""
    return needles_in(library, NEEDLES)


def test_no_string_of_the_erased_is_left(sample: Library, quill: int) -> None:
    before = found(sample)
    assert {needle for _, needle in before} == set(NEEDLES), "the search finds what is there"
    erase_people(sample, [quill])
    assert found(sample) == set()
    assert sample.problems() == []
    assert sample.value("SELECT words FROM note WHERE words LIKE 'Met%'") == (
        "Met somebody erased, write to somebody erased"
    )


def test_a_line_that_was_not_written_down_yet_names_nobody_either(sample: Library) -> None:
    person = add_person(sample, PersonForm(name="Zoë Müßiggang"), today=TODAY)
    keep_unfinished(sample, Place("field"), to_words({"line": "Lunch with Zoë Müßiggang yesterday"}))
    erase_people(sample, [person])
    kept = sample.value("SELECT words FROM unfinished")
    assert kept == to_words({"line": "Lunch with somebody erased yesterday"})


def nothing(*_: object, **__: object) -> int:
    return 0


@pytest.mark.parametrize(
    "protection", ["rewrite", "_forget_searched", "_remove_words", "_remove_rows", "finish"]
)
def test_without_one_protection_it_shows(sample: Library, quill: int, protection: str) -> None:
    where = {"finish": "planner.library.erasing.finish"}.get(protection, f"{removing.__name__}.{protection}")
    with patch(where, nothing):
        erase_people(sample, [quill])
    assert found(sample)


def test_a_backup_that_is_left_alone_still_holds_them(sample: Library, quill: int) -> None:
    erase_people(sample, [quill], backups=False)
    assert {where for where, _ in found(sample)} == {path.name for path in every_backup(sample)}


def test_a_backup_keeps_everything_else_and_its_date(sample: Library, quill: int) -> None:
    path = every_backup(sample)[-1]
    made = path.stat().st_mtime_ns
    assert erase_people(sample, [quill]).backups == 3
    assert path.stat().st_mtime_ns == made
    with Library(path, clock=lambda: NOW) as copy:
        assert copy.value("SELECT count(*) FROM person") == 41
        assert copy.problems() == []


def test_the_copies_in_the_second_folder_are_reached_too(sample: Library, quill: int, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    choose_second_folder(sample, stick)
    assert erase_people(sample, [quill]).backups == 4
    assert found(sample) == set()
    away = shutil.move(stick, tmp_path / "away")
    other = int(sample.value("SELECT min(id) FROM person"))
    done = erase_people(sample, [other])
    assert done.second_away and "its copies still hold them" in erased_words(done)
    assert away.is_dir()


def test_under_a_passphrase_the_backups_are_reached_too(tmp_path: Path) -> None:
    path, secret = tmp_path / "mine.rapport", "a few words of mine"
    with Library(path, clock=lambda: NOW, passphrase=secret) as library:
        quill = add_person(library, PersonForm(name="Quilliana Zebranski"), today=TODAY)
        backup = library.back_up("by hand")
        done = erase_people(library, [quill])
        assert (done.backups, done.left) == (2, ())
    with Library(backup, clock=lambda: NOW, passphrase=secret) as copy:
        assert copy.value("SELECT count(*) FROM person") == 0


def test_two_tags_that_name_them_become_one(library: Library) -> None:
    form = PersonForm(name="Ana Ferreira", tags=("Quilliana Zebranski", "quilliana zebranski"))
    ana = add_person(library, form, today=TODAY)
    quill = add_person(library, PersonForm(name="Quilliana Zebranski"), today=TODAY)
    erase_people(library, [quill])
    assert list(library.rows("SELECT tag FROM person_tag WHERE person_id = ?", (ana,))) == [
        ("somebody erased",)
    ]


def test_a_backup_of_the_first_schema_is_understood_too(tmp_path: Path) -> None:
    path = tmp_path / "mine 2026-09-15 06-58-12 before update.rapport"
    shutil.copy(Path(__file__).parent.parent / "data" / "libraries" / "schema-1.rapport", path)
    connection = apsw.Connection(str(path))
    seal(connection)
    ana = connection.execute("SELECT id FROM person WHERE name = 'Ana Ferreira'").get
    connection.close()
    erase_in_copy(path, [ana])
    connection = apsw.Connection(str(path))
    seal(connection)
    assert "Ana Ferreira" not in words_of(connection).decode()
    assert connection.execute("SELECT count(*) FROM person").get == 2
    assert connection.pragma("integrity_check") == "ok"
    connection.close()


def test_the_rest_of_the_history_can_still_be_undone(library: Library, clock: Callable[[], datetime]) -> None:
    """Beside somebody erased the same steps are undone and done again as if they had never been there."""
    start = dump(library)
    ana = add_person(library, PersonForm(name="Ana Ferreira", organisation="Norvane"), today=TODAY)
    quill = add_person(library, PersonForm(name="Quilliana Zebranski", organisation="Norvane"), today=TODAY)
    log_conversation(library, ConversationForm(people=(ana, quill), day=TODAY, topic="Both"), now=NOW)
    log_conversation(library, ConversationForm(people=(quill,), day=TODAY, topic="One"), now=NOW)
    add_note(library, ana, "Knows Quilliana Zebranski", on=TODAY)
    labels = [step.label for step in library.history()]
    assert erase_people(library, [quill]).steps_lost == 0
    assert [step.label for step in library.history()] == [
        *(labels[0], "Log a conversation with Ana and somebody", labels[-1])
    ]
    end, known = dump(library), searchable(library)
    while library.undo():
        pass
    assert dump(library) == start
    while library.redo():
        pass
    assert (dump(library), searchable(library)) == (end, known)
    assert library.value("SELECT words FROM note") == "Knows somebody erased"


def test_what_was_merged_and_kept_apart_leaves_the_history_whole(library: Library) -> None:
    start = dump(library)
    ana = add_person(library, PersonForm(name="Ana Ferreira"), today=TODAY)
    quill = [add_person(library, PersonForm(name="Quilliana Zebranski"), today=TODAY) for _ in range(2)]
    not_the_same(library, ana, quill[1])
    merge_people(library, quill[0], quill[1], today=TODAY)
    assert erase_people(library, quill[:1]).steps_lost == 0
    assert [step.label for step in library.history()] == ["Add Ana Ferreira"]
    assert library.value("SELECT count(*) FROM setting") == len(start["setting"])
    library.undo()
    assert dump(library) == start


def test_the_history_ends_where_it_rests_on_the_erased(library: Library) -> None:
    """A promise that was moved from one to another cannot go back to somebody who is not there."""
    ana = add_person(library, PersonForm(name="Ana Ferreira"), today=TODAY)
    quill = add_person(library, PersonForm(name="Quilliana Zebranski"), today=TODAY)
    moved = promise(library, quill, By.YOU, "The figures", None, today=TODAY)
    with library.change("Give it to Ana"):
        from planner.library.tables import Commitment

        Commitment.update(person=ana).where(Commitment.id == moved).execute()
    add_note(library, ana, "Likes chess.", on=TODAY)
    assert erase_people(library, [quill]).steps_lost == 3
    assert [step.label for step in library.history()] == ["Write a note about Ana Ferreira"]
    library.undo()
    assert library.undo() is None
    assert library.value("SELECT what FROM commitment") == "The figures"
    assert library.problems() == []


def test_a_namesake_who_stays_is_left_alone(library: Library) -> None:
    both = [add_person(library, PersonForm(name="Ana Ferreira"), today=TODAY) for _ in range(2)]
    add_note(library, both[0], "Ana Ferreira likes chess.", on=TODAY)
    erase_people(library, [both[1]])
    assert library.value("SELECT words FROM note") == "Ana Ferreira likes chess."
    assert library.value("SELECT name FROM person") == "Ana Ferreira"


def test_every_recording_can_be_written_again(sample: Library, quill: int) -> None:
    """Byte for byte what SQLite wrote."""
    assert sample.value("SELECT count(*) FROM person WHERE id = ?", (quill,))
    recordings = [row[0] for row in sample.rows("SELECT changeset FROM change")]
    assert len(recordings) > 10
    for recording in recordings:
        assert write(read(recording)) == recording


CHILD = """
import sys, datetime, pathlib, os, signal
from planner.library import Library
from planner.library.erasing import removing
now = datetime.datetime(2026, 9, 15, 10, tzinfo=datetime.timezone.utc)
library = Library(pathlib.Path(sys.argv[1]), clock=lambda: now)
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
where = {"before": (removing, "cut_where_it_ends"), "after": (Library, "_finish_erasing")}[sys.argv[2]]
setattr(*where, die)
library.erase([int(sys.argv[3])])
"""


@pytest.mark.parametrize("moment", ["before", "after"])
def test_killed_in_the_middle_it_is_all_or_nothing(sample: Library, quill: int, moment: str) -> None:
    before = dump(sample)
    path = sample.path
    sample.close()
    arguments = [sys.executable, "-c", CHILD, str(path), moment, str(quill)]
    assert subprocess.run(arguments, check=False).returncode == -9
    with Library(path, clock=lambda: NOW) as again:
        again.claim()
        assert again.problems() == []
        if moment == "before":
            assert dump(again) == before
        else:
            for backup in every_backup(again):
                backup.unlink()
            assert found(again) == set(), "the next start finished what was begun"
