"""P12: without the passphrase nothing is readable, and a change of it leaves exactly one that opens."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.actions.people import PersonForm, add_person
from planner.domain.errors import KnownError, PassphraseNeededError
from planner.library import Library
from planner.library.kept_backups import backups_in
from planner.library.passphrase import is_passphrase_of, set_passphrase

NOW = datetime(2026, 9, 15, 10, tzinfo=UTC)
NEEDLE = "Zaphodine Beeblebrox"
WORDS = "correct horse battery"


def opened(path: Path, passphrase: str | None = None) -> Library:
    return Library(path, clock=lambda: NOW, passphrase=passphrase, create=False)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library with somebody and two backups, closed."""
    made = tmp_path / "mine.rapport"
    with Library(made, clock=lambda: NOW) as library:
        add_person(library, PersonForm(name=NEEDLE), today=NOW.date())
        library.back_up("by hand")
        library.back_up("before import")
    return made


def change(path: Path, old: str | None, new: str | None) -> int:
    return set_passphrase(path, old, new, clock=lambda: NOW)


def names(path: Path, passphrase: str | None) -> list[str]:
    with opened(path, passphrase) as library:
        assert library.problems() == []
        return [row[0] for row in library.rows("SELECT name FROM person")]


def test_only_the_passphrase_opens_the_library_and_its_backups(path: Path) -> None:
    assert change(path, None, WORDS) == 0
    for file in [path, *(each.path for each in backups_in(path.parent / "backups", path, UTC))]:
        with pytest.raises(PassphraseNeededError, match="locked with a passphrase"):
            opened(file)
        with pytest.raises(PassphraseNeededError, match="does not open"):
            opened(file, WORDS + "!")
        assert names(file, WORDS) == [NEEDLE]
    assert len(list(path.parent.rglob("*.rapport"))) == 3


def test_the_history_and_undo_go_on_under_the_passphrase(path: Path) -> None:
    change(path, None, WORDS)
    with opened(path, WORDS) as library:
        assert library.is_encrypted
        library.undo()
        assert library.value("SELECT count(*) FROM person") == 0
        library.redo()
        backup = library.back_up("by hand")
    assert names(backup, WORDS) == [NEEDLE]


def test_no_file_holds_anything_in_the_clear(path: Path) -> None:
    change(path, None, WORDS)
    with opened(path, WORDS) as library:
        add_person(library, PersonForm(name=f"{NEEDLE} the Second"), today=NOW.date())
        library.back_up("by hand")
        for file in path.parent.rglob("*"):  # while the log beside the library is there
            assert file.is_dir() or NEEDLE.encode() not in file.read_bytes(), file.name


def test_a_wrong_passphrase_is_answered_within_half_a_second(path: Path) -> None:
    change(path, None, WORDS)
    spent = time.process_time()
    with pytest.raises(PassphraseNeededError):
        opened(path, "something else")
    assert time.process_time() - spent < 0.5


def test_a_passphrase_is_changed_and_removed(path: Path) -> None:
    change(path, None, WORDS)
    change(path, WORDS, "another few words")
    with pytest.raises(PassphraseNeededError):
        opened(path, WORDS)
    assert names(path, "another few words") == [NEEDLE]
    change(path, "another few words", None)
    assert names(path, None) == [NEEDLE]


def test_while_somebody_reads_the_passphrase_stays(path: Path) -> None:
    """A log that they hold open would lie beside a file of another key."""
    with opened(path) as library:
        reader = library.connection.execute("SELECT person.name FROM person, layer")
        next(reader)
        with opened(path) as writer:
            add_person(writer, PersonForm(name="Luca"), today=NOW.date())
        with pytest.raises(KnownError, match="in use by another program"):
            change(path, None, WORDS)
        reader.close()
    assert names(path, None) == [NEEDLE, "Luca"]
    assert change(path, None, WORDS) == 0
    assert names(path, WORDS) == [NEEDLE, "Luca"]


def test_letters_composed_otherwise_are_the_same_passphrase(path: Path) -> None:
    change(path, None, "ein schöner Tag")
    assert names(path, "ein scho\u0308ner Tag") == [NEEDLE]
    with opened(path, "ein schöner Tag") as library:
        assert is_passphrase_of(library, "ein scho\u0308ner Tag")
        assert not is_passphrase_of(library, "ein schoner Tag")


def test_a_passphrase_that_looks_like_a_raw_key_is_a_passphrase(path: Path) -> None:
    raw = "raw:29e9e59ead50664fc2f4a2038c9fb341e0c3400f63af392036d1d8343794635d"
    change(path, None, raw)
    with pytest.raises(PassphraseNeededError):
        opened(path)
    assert names(path, raw) == [NEEDLE]


@pytest.mark.parametrize(("old", "new"), [(None, "short"), ("not it at all", WORDS)])
def test_refusals_change_nothing(old: str | None, new: str, path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(KnownError):
        change(path, old, new)
    assert path.read_bytes() == before
    assert names(path, None) == [NEEDLE]


def test_a_file_that_is_no_library_asks_for_no_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "letter.rapport"
    path.write_bytes(b"Dear Ana, " * 900)
    with pytest.raises(KnownError, match="is not a Rapport library"):
        opened(path)


def test_killed_while_changing_the_passphrase_one_of_the_two_opens(path: Path) -> None:
    kill_while_changing(path, times=6)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_killed_two_hundred_times_while_changing_the_passphrase(path: Path) -> None:
    kill_while_changing(path, times=200)


def kill_while_changing(path: Path, times: int) -> None:
    work = (
        "import sys; from datetime import *; from pathlib import Path;"
        "from planner.library.passphrase import is_passphrase_of, set_passphrase;"
        "print('ready', flush=True);"
        "set_passphrase(Path(sys.argv[1]), sys.argv[2] or None, sys.argv[3], clock=lambda: datetime.now(UTC))"
    )
    now, following = None, WORDS
    for number in range(times):
        with subprocess.Popen(
            [sys.executable, "-c", work, str(path), now or "", following], stdout=subprocess.PIPE
        ) as child:
            assert child.stdout is not None and child.stdout.readline() == b"ready\n"
            try:
                child.wait(0.02 + 0.17 * (number * 0.618 % 1))
            except subprocess.TimeoutExpired:
                child.kill()
        opening = [each for each in (now, following) if opens(path, each)]
        assert len(opening) == 1
        assert names(path, opening[0]) == [NEEDLE]
        if opening[0] == following:
            now, following = following, f"{WORDS} {number}"


def opens(path: Path, passphrase: str | None) -> bool:
    try:
        opened(path, passphrase).close()
    except PassphraseNeededError:
        return False
    return True
