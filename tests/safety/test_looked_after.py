"""P7, P9 and P13 in the window: it backs up by itself, says what is odd, and locks when nobody is there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, add_person
from planner.library import Library
from planner.library.passphrase import set_passphrase
from planner.ui.frame.copied import CopiedWords
from planner.ui.job import wait_for_all
from planner.ui.memory import Memory
from planner.ui.safe import locking
from planner.ui.safe.locking import IDLE_MINUTES, LockWhenIdle
from planner.ui.safe.looking_after import LookingAfter
from planner.ui.window import Window
from tests.conftest import NOW, TODAY
from tests.ui.conftest import _wardrobe, dressed, open_window

__all__ = ["_wardrobe", "dressed", "open_window"]

Opens = Callable[[Library], Window]


class Clocks:
    """Both clocks that the lock goes by: the one that only runs, and the one on the wall."""

    def __init__(self) -> None:
        self.running = 1_000.0
        self.wall = NOW

    def pass_by(self, seconds: float) -> None:
        """Let time pass for somebody who is awake."""
        self.running += seconds
        self.wall += timedelta(seconds=seconds)

    def monotonic(self) -> float:
        """As the module `time` has it."""
        return self.running


@pytest.fixture
def clock(clocks: Clocks) -> Callable[[], datetime]:
    return lambda: clocks.wall


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def window(library: Library, open_window: Opens) -> Window:
    add_person(library, PersonForm(name="Ana Ferreira"), today=TODAY)
    return open_window(library)


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> list[Window]:
    """Whom locking would have replaced, which would end the tests."""
    found: list[Window] = []
    monkeypatch.setattr(locking, "lock", found.append)
    return found


@pytest.fixture
def lock(
    window: Window, locked: list[Window], clocks: Clocks, monkeypatch: pytest.MonkeyPatch
) -> LockWhenIdle:
    monkeypatch.setattr(locking, "time", clocks)
    return LockWhenIdle(window)


def look(lock: LockWhenIdle, clocks: Clocks, minutes: float) -> None:
    """Look every five seconds, as the timer does, for so many minutes."""
    for _ in range(round(minutes * 12)):
        clocks.pass_by(5)
        lock.look()


def failures(window: Window) -> list[str]:
    found: list[str] = []
    window.desk.failed.connect(found.append)
    return found


def looked_after(window: Window) -> LookingAfter:
    """With the first backup, if one was due, made."""
    made = LookingAfter(window)
    wait_for_all()
    return made


# Locking


def test_ten_minutes_without_anybody_lock(lock: LockWhenIdle, clocks: Clocks, locked: list[Window]) -> None:
    look(lock, clocks, IDLE_MINUTES - 0.5)
    assert not locked
    look(lock, clocks, 1)
    assert locked and not lock._timer.isActive()


@pytest.mark.parametrize("sign", ["key", "mouse"])
def test_a_key_or_the_mouse_begins_the_ten_minutes_again(
    window: Window, lock: LockWhenIdle, clocks: Clocks, locked: list[Window], sign: str
) -> None:
    for _ in range(3):
        look(lock, clocks, IDLE_MINUTES - 1)
        if sign == "key":
            QTest.keyClick(window, Qt.Key.Key_Shift)
        else:
            QTest.mouseMove(window, window.rect().center())
            QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=window.rect().bottomRight())
    assert not locked


def test_what_nobody_did_is_no_sign_of_anybody(
    window: Window, lock: LockWhenIdle, clocks: Clocks, locked: list[Window]
) -> None:
    for _ in range(round(IDLE_MINUTES) + 1):
        look(lock, clocks, 1)
        window.update()
        lock.eventFilter(QObject(), QEvent(QEvent.Type.Paint))
    assert locked


@pytest.mark.parametrize("stands_still", [True, False])
def test_after_sleep_it_locks_at_once(
    lock: LockWhenIdle, clocks: Clocks, locked: list[Window], stands_still: bool
) -> None:
    """Asleep, some systems let the running clock stand still, and others let it run on."""
    look(lock, clocks, 1)
    assert not locked
    clocks.wall += timedelta(minutes=2)
    if not stands_still:
        clocks.running += 120
    lock.look()
    assert len(locked) == 1


def test_it_watches_only_where_a_passphrase_is_set_and_the_library_is_open(
    window: Window,
    open_window: Opens,
    tmp_path: Path,
    clock: Callable[[], datetime],
    clocks: Clocks,
    locked: list[Window],
) -> None:
    path = tmp_path / "locked.rapport"
    Library(path, clock=clock).close()
    set_passphrase(path, None, "correct horse battery", clock=clock)
    looked_after(window)
    assert window.findChild(LockWhenIdle) is None
    with Library(path, clock=clock, passphrase="correct horse battery") as library:
        other = open_window(library)
        looked_after(other)
        watching = other.findChild(LockWhenIdle)
        assert watching is not None and watching._timer.isActive()
        other.desk.is_open = False
        clocks.wall += timedelta(hours=1)
        watching.look()
        assert not locked and not watching._timer.isActive(), "what is closed is not locked any more"


def test_its_key_locks_only_what_has_a_passphrase(
    window: Window, locked: list[Window], monkeypatch: pytest.MonkeyPatch
) -> None:
    window.run("lock")
    assert not locked
    monkeypatch.setattr(Library, "is_encrypted", True)
    QTest.keyClick(
        window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert locked == [window]


def test_locking_takes_what_was_copied_off_the_clipboard(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    """P13: the next program would find it there; CopiedWords itself would be gone before its time is over."""
    begun: list[Path] = []
    monkeypatch.setattr(locking, "begin_anew", begun.append)  # it would end the tests
    CopiedWords(window, lambda: True)
    QGuiApplication.clipboard().setText("Her sister moved to Porto")
    locking.lock(window)
    assert QGuiApplication.clipboard().text() == ""
    assert begun == [window.desk.library.path] and not window.isVisible()


# Backups


def test_soon_after_the_start_there_is_a_backup(window: Window, qtbot: QtBot) -> None:
    library = window.desk.library
    assert library.newest_backup_at() is None
    looked_after(window)
    qtbot.waitUntil(lambda: library.newest_backup_at() is not None)


def test_why_there_is_no_backup_is_said_once(window: Window, qtbot: QtBot) -> None:
    library = window.desk.library
    library.backups.write_text("in the way of the folder")
    found = failures(window)
    made = looked_after(window)
    qtbot.waitUntil(lambda: bool(found) and made._job is None)
    made.back_up()
    wait_for_all()
    qtbot.waitUntil(lambda: made._job is None)
    assert len(found) == 1 and found[0].startswith("No backup could be made. ")


# What is odd


def test_a_folder_that_is_synchronised_is_told_of_once(
    open_window: Opens, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    memory = Memory(tmp_path / "memory.ini")
    told = []
    with Library(folder / "mine.rapport", clock=clock) as library:
        for _ in range(2):
            window = open_window(library)
            window.desk.remember_in(memory)
            told.append(failures(window))
            looked_after(window)
    assert [len(each) for each in told] == [1, 0]
    assert "a folder that Dropbox synchronises" in told[0][0]
    remembered = memory.view("odd-place")
    assert remembered and "Dropbox" not in remembered


def test_a_clock_set_back_is_told_of_and_nothing_is_lost(window: Window, clocks: Clocks) -> None:
    found = failures(window)
    looked_after(window)
    assert found == []
    clocks.wall -= timedelta(days=40)
    looked_after(window)
    assert len(found) == 1 and "something here was changed later" in found[0]
    assert f"{clocks.wall:%d.%m.%Y}" in found[0]
    add_person(window.desk.library, PersonForm(name="Luca Steiner"), today=TODAY)
    window.desk.undo()
    names = [row[0] for row in window.desk.library.rows("SELECT name FROM person")]
    assert names == ["Ana Ferreira"]  # steps keep their order whatever the clock says
