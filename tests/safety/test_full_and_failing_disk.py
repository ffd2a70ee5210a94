"""P3: a full disk harms nothing and is explained. P4: a disk's error leaves the old state or the new one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import apsw
import pytest

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.imports.choices import everybody_new
from planner.actions.imports.files import review_drafts, save
from planner.actions.people import PersonForm, add_person
from planner.domain.errors import KnownError
from planner.exchange.vcard.cards import read_vcards
from planner.library import Library
from tests.dump import dump, natural
from tests.safety.disk import Disk, placed_under_sqlite

NOW = datetime(2026, 9, 15, 10, tzinfo=UTC)
KEPT = Path(__file__).parent.parent / "data" / "libraries"

Work = Callable[[Library], object]


def opened(path: Path) -> Library:
    return Library(path, clock=lambda: NOW)


def add(library: Library) -> None:
    add_person(library, PersonForm(name="Ana Ferreira", organisation="Acme"), today=NOW.date())


def log(library: Library) -> None:
    person = library.value("SELECT min(id) FROM person")
    log_conversation(library, ConversationForm(people=(person,), day=NOW.date(), topic="Budget"), now=NOW)


def imported(library: Library) -> None:
    found = review_drafts(library, [("cards.vcf", READ)], today=NOW.date())
    save(library, found, everybody_new(found.strangers), now=NOW)


READ = read_vcards(b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Rui Costa\r\nEMAIL:rui@x.example\r\nEND:VCARD\r\n")

WORKS: dict[str, Work] = {
    "a save": add,
    "a talk": log,
    "an undo": lambda library: library.undo(),
    "a backup": lambda library: library.back_up("by hand"),
    "an import": imported,
}


STRIDES = {"a backup": 5, "an import": 7}
"""A backup, which an import begins with, writes every page of the file; every fifth or seventh is tried."""


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A library with somebody in it, closed."""
    path = tmp_path / "begun.rapport"
    with opened(path) as library:
        add_person(library, PersonForm(name="Luca Moretti"), today=NOW.date())
    return path


@pytest.mark.parametrize("work", WORKS)
def test_a_full_disk_is_explained_and_harms_nothing(work: str, begun: Path) -> None:
    for number in count(1, STRIDES.get(work, 1)):
        with on_a_disk(begun) as (disk, library):
            before = dump(library)
            disk.fails = full_from(number)
            try:
                WORKS[work](library)
            except KnownError as error:
                assert "disk is full" in str(error), number
                assert dump(library) == before, number
            else:
                break
            disk.fails = lambda _kind: None
            WORKS[work](library)  # the same library, still open, after room was made
            assert library.problems() == []
    assert number > 1


@pytest.mark.parametrize("kind", ["write", "sync", "read"])
@pytest.mark.parametrize("work", WORKS)
def test_an_error_of_the_disk_leaves_the_old_or_the_new(work: str, kind: str, begun: Path) -> None:
    wanted = states(begun, WORKS[work])
    for number in count(1, STRIDES.get(work, 1)):
        with on_a_disk(begun) as (disk, library):
            disk.fails = failed = Failing(kind, number)
            with suppress(KnownError):
                WORKS[work](library)
            disk.fails = lambda _kind: None
            library.close()
            with opened(library.path) as again:
                assert natural(again) in wanted, number
                assert again.problems() == []
        if not failed.happened:
            return


@pytest.mark.parametrize("kind", ["write", "sync", "full"])
def test_an_update_of_the_file_leaves_the_old_or_the_new(kind: str, tmp_path: Path) -> None:
    old = KEPT / "schema-1.rapport"
    for number in range(1, 10_000, 11):
        path = tmp_path / f"{number}.rapport"
        shutil.copy(old, path)
        failed = Failing("write" if kind == "full" else kind, number, full=kind == "full")
        with placed_under_sqlite() as disk:
            disk.fails = failed
            # SQLite itself says nothing of errors while it closes
            with suppress(KnownError, apsw.IOError, apsw.FullError):
                opened(path).close()
            disk.fails = lambda _kind: None
        with opened(path) as library:
            assert library.problems() == []
            assert library.value("SELECT count(*) FROM person") > 0
        if not failed.happened:
            return
    raise AssertionError("the update never came to its end")


@contextmanager
def a_copy(path: Path) -> Iterator[Library]:
    folder = path.parent / "try"
    folder.mkdir()
    shutil.copy(path, folder / path.name)
    with opened(folder / path.name) as library:
        yield library
    shutil.rmtree(folder)


@contextmanager
def on_a_disk(path: Path) -> Iterator[tuple[Disk, Library]]:
    """A fresh copy of the library, open on a disk that can be told to fail."""
    with placed_under_sqlite() as disk, a_copy(path) as library:
        try:
            yield disk, library
        finally:
            disk.fails = lambda _kind: None


class Failing:
    """An error at the `number`-th read, write or sync, once; a disk that is `full` stays so."""

    def __init__(self, kind: str, number: int, *, full: bool = False) -> None:
        self.kind = kind
        self.full = full
        self.left = number
        self.happened = False

    def __call__(self, kind: str) -> apsw.Error | None:
        if kind != self.kind:
            return None
        self.left -= 1
        if self.left > 0 or (self.left < 0 and not self.full):
            return None
        self.happened = True
        return apsw.FullError() if self.full else apsw.IOError()


def full_from(number: int) -> Callable[[str], apsw.Error | None]:
    """No room from the `number`-th write on."""
    left = number

    def fails(kind: str) -> apsw.Error | None:
        nonlocal left
        if kind == "write":
            left -= 1
            if left <= 0:
                return apsw.FullError()
        return None

    return fails


def states(path: Path, work: Work) -> list[object]:
    """How the library reads before and after."""
    with a_copy(path) as library:
        before = natural(library)
        work(library)
        return [before, natural(library)]
