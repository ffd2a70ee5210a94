"""Backups by themselves, in a second folder, and somebody brought back out of one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from planner.actions.backups import (
    all_backups,
    back_up_if_due,
    bring_back,
    choose_second_folder,
    people_in,
    second_folder,
)
from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.erasing import erase_people
from planner.actions.people import PersonForm, add_person
from planner.domain.errors import KnownError
from planner.library import Library
from tests.conftest import NOW
from tests.dump import dump


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def later(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)


@pytest.fixture
def ticking() -> Clock:
    return Clock()


@pytest.fixture
def mine(tmp_path: Path, ticking: Clock) -> Iterator[Library]:
    with Library(tmp_path / "mine.rapport", clock=ticking) as library:
        yield library


def add(library: Library, name: str) -> int:
    return add_person(library, PersonForm(name=name), today=NOW.date())


def test_an_untouched_library_needs_no_backup(mine: Library) -> None:
    assert back_up_if_due(mine) is None
    assert all_backups(mine) == []


def test_half_an_hour_and_a_change_make_a_backup_due(mine: Library, ticking: Clock) -> None:
    add(mine, "Ana")
    assert back_up_if_due(mine) is not None
    add(mine, "Luca")
    ticking.later(29)
    assert back_up_if_due(mine) is None
    ticking.later(1)
    made = back_up_if_due(mine)
    assert made is not None and made.name == "mine 2026-09-15 07-50-00 by itself.rapport"
    ticking.later(60)
    assert back_up_if_due(mine) is None  # nothing changed since
    mine.undo()
    assert back_up_if_due(mine) is not None


def test_backups_are_thinned_as_they_are_made(mine: Library, ticking: Clock) -> None:
    for number in range(60):
        add(mine, f"Person {number}")
        assert back_up_if_due(mine) is not None
        ticking.later(24 * 60)
    assert len(all_backups(mine)) < 26
    assert all_backups(mine)[0].at == ticking.now - timedelta(days=1)


def test_a_second_folder_is_waited_for(mine: Library, ticking: Clock, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    choose_second_folder(mine, stick)
    assert second_folder(mine) == stick
    add(mine, "Ana")
    back_up_if_due(mine)
    assert len(list(stick.glob("*.rapport"))) == 1
    away = stick.rename(tmp_path / "away")
    add(mine, "Luca")
    ticking.later(31)
    assert back_up_if_due(mine) is not None
    away.rename(stick)
    assert back_up_if_due(mine) is None
    assert len(list(stick.glob("*.rapport"))) == 2
    for each in mine.backups.glob("*"):
        each.unlink()
    assert [each.path.parent for each in all_backups(mine)] == [stick, stick]
    choose_second_folder(mine, None)
    assert second_folder(mine) is None


def test_a_second_folder_must_be_another_one_that_is_there(mine: Library, tmp_path: Path) -> None:
    before = dump(mine)
    for folder in (tmp_path / "nowhere", mine.backups):
        with pytest.raises(KnownError):
            choose_second_folder(mine, folder)
    assert dump(mine) == before


def test_somebody_is_brought_back_with_their_past_and_it_can_be_undone(sample: Library) -> None:
    ana = sample.value("SELECT id FROM person WHERE name = 'Ana Ferreira'")
    whole = dump(sample)
    backup = sample.back_up("by hand")
    tables = ("conversation", "commitment", "plan", "note")
    counted = {each: sample.value(f"SELECT count(*) FROM {each}") for each in tables}
    erase_people(sample, [ana], backups=False)
    without = dump(sample)
    assert people_in(sample, backup)[0] == (ana, "Ana Ferreira", False)
    assert bring_back(sample, backup, ana) > 10
    assert sample.problems() == []
    assert {each: sample.value(f"SELECT count(*) FROM {each}") for each in tables} == counted
    assert dump(sample)["person"] == whole["person"]
    sample.undo()
    assert dump(sample) == without


def test_bringing_back_somebody_who_is_here_changes_nothing_of_theirs(sample: Library) -> None:
    ana = sample.value("SELECT id FROM person WHERE name = 'Ana Ferreira'")
    backup = sample.back_up("by hand")
    form = ConversationForm(people=(ana,), day=NOW.date(), topic="After the backup")
    log_conversation(sample, form, now=NOW)
    before = dump(sample)
    assert bring_back(sample, backup, ana) == 0
    assert dump(sample) == before


def test_a_backup_without_them_says_so(sample: Library) -> None:
    backup = sample.back_up("by hand")
    somebody = add(sample, "Somebody New")
    with pytest.raises(KnownError, match="does not know"):
        bring_back(sample, backup, somebody)
