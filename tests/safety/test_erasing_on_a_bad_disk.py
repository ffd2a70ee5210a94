"""P4 for erasing: whatever the disk does, somebody is there whole or not at all."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.erasing import erase_people, erased_words
from planner.actions.people import PersonForm, add_person
from planner.domain.errors import KnownError
from planner.library import Library
from tests.dump import dump
from tests.safety.test_full_and_failing_disk import NOW, Failing, full_from, on_a_disk, opened

STRIDE = 29


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A library with two people and their talks, closed."""
    path = tmp_path / "begun.rapport"
    with opened(path) as library:
        for name in ("Luca Moretti", "Quilliana Zebranski"):
            person = add_person(library, PersonForm(name=name), today=NOW.date())
            log_conversation(library, ConversationForm(people=(person,), day=NOW.date(), topic=name), now=NOW)
    return path


def quill(library: Library) -> int:
    return int(library.value("SELECT max(id) FROM person"))


@pytest.mark.parametrize("kind", ["write", "sync", "read"])
def test_an_error_of_the_disk_leaves_all_or_nothing(kind: str, two: Path) -> None:
    with opened(two) as library:
        before = dump(library)
    ends = []
    for number in range(1, 10_000, STRIDE):
        with on_a_disk(two) as (disk, library):
            disk.fails = failed = Failing(kind, number)
            with suppress(KnownError):
                erase_people(library, [quill(library)])
            disk.fails = lambda _kind: None
            library.close()
            with opened(library.path) as again:
                again.claim()
                assert again.problems() == []
                assert again.value("SELECT count(*) FROM setting WHERE name = 'erasing'") == 0, number
                gone = again.value("SELECT count(*) FROM person") == 1
                assert gone or dump(again) == before, number
                assert not gone or "Quilliana" not in repr([dump(again), again.history()]), number
                ends.append(gone)
        if not failed.happened:
            break
    assert ends[-1], "without an error it is done"


def test_a_full_disk_never_says_that_nothing_was_changed_when_somebody_is_gone(two: Path) -> None:
    said = set()
    for number in range(1, 10_000, STRIDE):
        with on_a_disk(two) as (disk, library):
            disk.fails = full_from(number)
            try:
                done = erase_people(library, [quill(library)], backups=False)
            except KnownError as error:
                assert "disk is full. Nothing was changed" in str(error)
                assert library.value("SELECT count(*) FROM person") == 2, number
                continue
            said.add("the next start" in erased_words(done))
            assert library.value("SELECT count(*) FROM person") == 1
            if done.is_finished:
                break
    assert said == {True, False}
