"""P5: damage is noticed and never shown as data; what can be read is salvaged."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path

import apsw
import pytest

from planner.actions.people import PersonForm, add_person
from planner.domain.errors import KnownError
from planner.library import Library, sealed
from planner.library.kept_backups import look_into
from planner.library.salvage import salvage
from tests.dump import dump

NOW = datetime(2026, 9, 15, 10, tzinfo=UTC)
PAGE = 4096
LABEL = slice(16, 24)
"""Eight bytes of the first page say the page's size in the clear; they carry no data and no seal."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of 300 people with long notes, closed: many pages of the same table."""
    path = tmp_path_factory.mktemp("whole") / "whole.rapport"
    with Library(path, clock=lambda: NOW) as library, library.change("Add many"):
        for number in range(300):
            add_person(library, PersonForm(name=f"Person {number:03}", role="Role " * 100), today=NOW.date())
    return path


def test_flipped_bits_are_noticed(whole: Path, tmp_path: Path) -> None:
    assert unnoticed(whole, tmp_path, flip, times=40) == []


def test_cut_files_are_noticed(whole: Path, tmp_path: Path) -> None:
    assert unnoticed(whole, tmp_path, cut, times=15) == []


def test_swapped_pages_are_noticed(whole: Path, tmp_path: Path) -> None:
    assert unnoticed(whole, tmp_path, swap, times=15) == []


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("harm", ["flip", "cut", "swap"])
def test_a_thousand_damages_are_noticed(harm: str, whole: Path, tmp_path: Path) -> None:
    assert unnoticed(whole, tmp_path, HARMS[harm], times=1_000) == []


def test_without_the_seal_the_same_flips_pass_for_data(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = tmp_path / "plain.rapport"
    with Library(whole, clock=lambda: NOW) as library:
        library.plain_copy(plain)
    monkeypatch.setattr(sealed, "seal", lambda _connection, _key="": None)
    assert unnoticed(plain, tmp_path, flip, times=40) != []


@pytest.mark.parametrize("harm", ["flip", "cut", "swap"])
def test_a_damaged_backup_is_noticed_when_it_is_looked_into(harm: str, whole: Path, tmp_path: Path) -> None:
    assert look_into(whole).people == 300
    for number in range(10):
        copy = harmed(whole, tmp_path, HARMS[harm], random.Random(number))
        with pytest.raises(KnownError):
            look_into(copy)


def test_everything_outside_the_damaged_pages_is_salvaged(whole: Path, tmp_path: Path) -> None:
    with Library(whole, clock=lambda: NOW) as library:
        names = {row[0] for row in library.rows("SELECT name FROM person")}
    chance = random.Random(3)
    for number in range(6):
        copy = harmed(whole, tmp_path, flip, chance, times=3, beyond=PAGE * 40)
        target = tmp_path / f"salvaged {number}.rapport"
        found = salvage(copy, target, clock=lambda: NOW)
        with Library(target, clock=lambda: NOW) as library:
            assert library.problems() == []
            saved = {row[0] for row in library.rows("SELECT name FROM person")}
            # three damaged pages cost at most three pages of people, about seven each
            assert saved <= names and len(saved) >= 300 - 3 * 8
            assert found.people == len(saved)


def test_a_whole_library_is_salvaged_whole(whole: Path, tmp_path: Path) -> None:
    target = tmp_path / "again.rapport"
    found = salvage(whole, target, clock=lambda: NOW)
    assert (found.left_behind, found.damaged_places) == (0, 0)
    with Library(whole, clock=lambda: NOW) as old, Library(target, clock=lambda: NOW) as new:
        assert dump(new) == dump(old)
        assert new.value("SELECT count(*) FROM person_search WHERE person_search MATCH 'person'") == 300


def test_nothing_is_salvaged_without_the_beginning(whole: Path, tmp_path: Path) -> None:
    copy = tmp_path / "headless.rapport"
    copy.write_bytes(bytes(PAGE) + whole.read_bytes()[PAGE:])
    target = tmp_path / "none.rapport"
    with pytest.raises(KnownError):
        salvage(copy, target, clock=lambda: NOW)
    assert not target.exists()


def flip(data: bytearray, chance: random.Random, beyond: int) -> None:
    where = chance.randrange(beyond, len(data))
    while where in range(LABEL.start, LABEL.stop):
        where = chance.randrange(beyond, len(data))
    data[where] ^= 1 << chance.randrange(8)


def cut(data: bytearray, chance: random.Random, beyond: int) -> None:
    del data[chance.randrange(max(beyond, 1), len(data) - PAGE) :]


def swap(data: bytearray, chance: random.Random, beyond: int) -> None:
    one, two = chance.sample(range(max(1, beyond // PAGE), len(data) // PAGE), 2)
    first, second = slice(one * PAGE, (one + 1) * PAGE), slice(two * PAGE, (two + 1) * PAGE)
    data[first], data[second] = data[second], data[first]


HARMS = {"flip": flip, "cut": cut, "swap": swap}


def harmed(  # type: ignore[no-untyped-def]
    path: Path, folder: Path, harm, chance: random.Random, times: int = 1, beyond: int = 0
) -> Path:
    data = bytearray(path.read_bytes())
    for _ in range(times):
        harm(data, chance, beyond)
    copy = folder / "harmed.rapport"
    for tail in ("", "-wal", "-shm"):
        copy.with_name(copy.name + tail).unlink(missing_ok=True)
    copy.write_bytes(data)
    return copy


def unnoticed(path: Path, folder: Path, harm, times: int) -> list[int]:  # type: ignore[no-untyped-def]
    """Which of many damages neither refuse the file nor are named by the check."""
    chance = random.Random(5)
    found = []
    for number in range(times):
        copy = harmed(path, folder, harm, chance)
        try:
            with Library(copy, clock=lambda: NOW, create=False) as library:
                if not library.problems():
                    found.append(number)
        except (KnownError, apsw.Error):
            continue
    return found


def test_what_is_read_of_a_damaged_library_is_true(whole: Path, tmp_path: Path) -> None:
    with Library(whole, clock=lambda: NOW) as library:
        true = set(library.rows("SELECT id, name, role FROM person"))
    chance = random.Random(9)
    for _ in range(20):
        copy = harmed(whole, tmp_path, flip, chance)
        try:
            with Library(copy, clock=lambda: NOW, create=False) as library:
                for row in library.rows("SELECT id, name, role FROM person"):
                    assert row in true
        except KnownError:
            continue
