"""P2: what you saw saved is saved, also when the power fails: writes recorded below SQLite are replayed."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.people import PersonForm, add_person
from planner.domain.errors import KnownError
from planner.library import Library, sealed
from tests.safety.disk import Deed, after_power_cut, placed_under_sqlite

NOW = datetime(2026, 9, 15, 10, tzinfo=UTC)


def test_a_power_cut_loses_nothing_acknowledged(tmp_path: Path) -> None:
    assert lost_in_cuts(tmp_path, times=40) == []


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_a_thousand_power_cuts(tmp_path: Path) -> None:
    assert lost_in_cuts(tmp_path, times=1_000) == []


def test_without_waiting_for_the_disk_the_same_cuts_lose_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    careless = tuple((name, "NORMAL" if name == "synchronous" else value) for name, value in sealed._PRAGMAS)
    monkeypatch.setattr(sealed, "_PRAGMAS", careless)
    assert lost_in_cuts(tmp_path, times=40) != []


def lost_in_cuts(folder: Path, times: int) -> list[str]:
    """What was promised and is not there after each of many power cuts; damage counts as lost, too."""
    home = folder / "home"
    home.mkdir()
    deeds = a_morning_of_work(home)
    begun = next(number for number, deed in enumerate(deeds) if deed.kind == "said")
    chance = random.Random(7)
    lost: list[str] = []
    for cut in range(times):
        after = folder / f"after {cut}"
        after.mkdir()
        until = deeds[: chance.randint(begun + 1, len(deeds))]
        after_power_cut(until, home, after, chance)
        lost += missing(after / "work.rapport", until)
    return lost


def a_morning_of_work(home: Path) -> list[Deed]:
    """People and talks, undone and done, through the real actions, with what was promised in between."""
    with placed_under_sqlite() as disk:
        for start in range(3):
            with Library(home / "work.rapport", clock=lambda: NOW) as library:
                for number in range(start * 6, start * 6 + 6):
                    person = add_person(library, PersonForm(name=f"Person {number}"), today=NOW.date())
                    disk.say(f"Person {number}")
                    form = ConversationForm(people=(person,), day=NOW.date(), topic=f"Topic {number}")
                    log_conversation(library, form, now=NOW)
                    if number % 3 == 0:
                        library.undo()
                        library.redo()
                    disk.say(f"Topic {number}")
        return disk.deeds


def missing(path: Path, deeds: list[Deed]) -> list[str]:
    promised = {deed.file for deed in deeds if deed.kind == "said"}
    try:
        with Library(path, clock=lambda: NOW, create=False) as library:
            there = {row[0] for row in library.rows("SELECT name FROM person")}
            there |= {row[0] for row in library.rows("SELECT topic FROM conversation")}
            return sorted(promised - there) + library.problems()
    except KnownError as error:
        return [str(error)]
