"""The file and the window: restored, locked, damaged and repaired, as a person would do it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, add_person
from planner.domain.errors import KnownError, PassphraseNeededError
from planner.library import Library
from planner.library.kept_backups import backups_in
from planner.library.passphrase import set_passphrase
from planner.queries.people import layers
from planner.ui.dialogs.confirm_dialog import ConfirmDialog
from planner.ui.safe.backups_dialog import BackupsDialog
from planner.ui.safe.gate import Trouble, Unlock
from planner.ui.safe.passphrase_dialog import PassphraseDialog
from planner.ui.safe.sheet import Sheet
from planner.ui.safe.somebody_dialog import SomebodyDialog
from planner.ui.start import Shown
from tests.conftest import NOW
from tests.journeys.conftest import window_of
from tests.journeys.hand import keys, write

WORDS = "correct horse battery"


def add(library: Library, name: str) -> int:
    return add_person(library, PersonForm(name=name), today=NOW.date())


def names(library: Library) -> list[str]:
    return [row[0] for row in library.rows("SELECT name FROM person ORDER BY name")]


def then(kind: type[QWidget], does: Callable[[QWidget], object]) -> None:
    """Once a dialog of this kind is open, do this in it."""

    def look() -> None:
        found = QApplication.activeModalWidget()
        if isinstance(found, kind):
            try:
                does(found)
            except BaseException:
                found.close()  # or the test would wait for it
                raise
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(10, look)


def press(within: QWidget, text: str) -> None:
    button = next(
        each for each in within.findChildren(QPushButton) if each.text() == text and each.isVisible()
    )
    assert button.isEnabled()
    button.click()


def backups(shown: Shown, qtbot: QtBot) -> BackupsDialog:
    dialog = BackupsDialog(window_of(shown).desk, window_of(shown))
    dialog.open()
    qtbot.waitUntil(lambda: all(row.restore.isEnabled() for row in dialog.rows))
    return dialog


def test_a_restore_in_the_window_and_back_again(shown: Shown, qtbot: QtBot) -> None:
    library = window_of(shown).desk.library
    add(library, "Ana")
    library.back_up("by hand")
    add(library, "Luca")
    dialog = backups(shown, qtbot)
    assert "1 person, 0 conversations; last “Add Ana”" in dialog.rows[0].holds.text()
    then(ConfirmDialog, lambda question: press(question, "Restore"))
    dialog.rows[0].restore.click()
    assert names(window_of(shown).desk.library) == ["Ana"]
    assert "is that of today" in window_of(shown).toast.words
    dialog = backups(shown, qtbot)
    newest = next(row for row in dialog.rows if row.backup.reason == "before restore")
    then(ConfirmDialog, lambda question: press(question, "Restore"))
    newest.restore.click()
    assert names(window_of(shown).desk.library) == ["Ana", "Luca"]


def test_somebody_comes_back_out_of_a_backup_and_undo_takes_them_away(shown: Shown, qtbot: QtBot) -> None:
    library = window_of(shown).desk.library
    add(library, "Ana")
    library.back_up("by hand")
    library.undo()
    dialog = backups(shown, qtbot)
    then(SomebodyDialog, lambda choice: press(choice, "Bring back"))
    dialog.rows[0].somebody.click()
    assert names(library) == ["Ana"]
    window_of(shown).desk.undo()
    assert names(library) == []


def test_a_damaged_backup_says_so_and_cannot_be_restored(shown: Shown, qtbot: QtBot) -> None:
    library = window_of(shown).desk.library
    add(library, "Ana")
    path = library.back_up("by hand")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    dialog = BackupsDialog(window_of(shown).desk, window_of(shown))
    dialog.open()
    qtbot.waitUntil(lambda: "damaged" in dialog.rows[0].holds.text())
    assert not dialog.rows[0].restore.isEnabled()
    dialog.reject()


def test_a_passphrase_is_set_in_the_window_and_asked_for_at_the_next_start(
    shown: Shown, qtbot: QtBot
) -> None:
    path = window_of(shown).desk.library.path
    add(window_of(shown).desk.library, "Ana")
    dialog = PassphraseDialog(window_of(shown).desk, window_of(shown))
    dialog.open()
    dialog.new.setText(WORDS)
    dialog.again.setText("something else")
    dialog.primary.click()
    assert "differ" in dialog.problem.words
    dialog.again.setText(WORDS)
    dialog.primary.click()
    assert window_of(shown).desk.library.is_encrypted
    assert names(window_of(shown).desk.library) == ["Ana"]
    with pytest.raises(PassphraseNeededError):
        Library(path, clock=lambda: NOW)

    shown.put_away()
    qtbot.waitUntil(lambda: not (path.parent / "mine.rapport-wal").exists())

    def enter(sheet: QWidget) -> None:
        assert isinstance(sheet, Unlock)
        write("not it at all")
        keys("Return")
        assert "does not open" in sheet.problem.text()
        write(WORDS)  # over the wrong one, which is selected
        keys("Return")

    then(Unlock, enter)
    assert shown.open_or_ask(path)
    assert names(window_of(shown).desk.library) == ["Ana"]


def test_the_first_page_offers_a_passphrase_in_one_sentence_and_says_when_there_is_one(shown: Shown) -> None:
    """P12: also that nobody can help who has forgotten it."""

    def fill(dialog: QWidget) -> None:
        assert isinstance(dialog, PassphraseDialog)
        assert "nobody can help who has forgotten it" in words_on(dialog)
        dialog.new.setText(WORDS)
        dialog.again.setText(WORDS)
        dialog.primary.click()

    page = window_of(shown).pages.currentWidget()
    assert page is not None and "If you like, a passphrase locks it." in words_on(page)
    then(PassphraseDialog, fill)
    press(page, "Set a passphrase")
    page = window_of(shown).pages.currentWidget()
    assert page is not None and window_of(shown).desk.library.is_encrypted
    assert "Your passphrase locks it." in words_on(page)


def words_on(page: QWidget) -> str:
    return " ".join(each.text() for each in page.findChildren(QLabel))


def test_giving_up_at_the_passphrase_opens_nothing(
    shown: Shown, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    locked = tmp_path / "locked.rapport"
    Library(locked, clock=clock).close()
    set_passphrase(locked, None, WORDS, clock=clock)
    window = window_of(shown)
    then(Unlock, lambda sheet: press(sheet, "Quit"))
    assert not shown.open_or_ask(locked)
    assert shown.window is window


def damaged(path: Path, clock: Callable[[], datetime]) -> None:
    """A library with Ana and Luca and a backup with Ana, whose first page is no longer what was written."""
    with Library(path, clock=clock) as library:
        add(library, "Ana")
        library.back_up("by hand")
        add(library, "Luca")
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)


def test_a_damaged_library_is_explained_and_its_backup_restored(
    shown: Shown, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    path = tmp_path / "broken.rapport"
    damaged(path, clock)

    def restore(sheet: QWidget) -> None:
        assert isinstance(sheet, Trouble)
        assert "damaged" in sheet.sentence.text()
        assert sheet.good is not None and sheet.good.inside.last_change == "Add Ana"
        offered = words_on(sheet)
        assert "newest good backup is of today at 07:20: 1 person, 0 conversations; last “Add Ana”" in offered
        assert "What came later would be missing." in offered and "kept as it is in any case" in offered
        press(sheet, "Restore the backup")

    then(Trouble, restore)
    assert shown.open_or_ask(path)
    assert names(window_of(shown).desk.library) == ["Ana"]
    assert len(list((tmp_path / "backups").glob("*.damaged"))) == 1


def offered(shown: Shown, path: Path) -> Path | None:
    """Which backup is offered in the place of a damaged library; then one gives up."""
    found: list[Path] = []

    def look(sheet: QWidget) -> None:
        if isinstance(sheet, Unlock):  # it looks like a locked one, where no backup opens
            then(Trouble, look)
            press(sheet, "It never had one")
            return
        assert isinstance(sheet, Trouble) and "damaged" in sheet.sentence.text()
        if "Restore the backup" in [each.text() for each in sheet.buttons]:
            found.extend([sheet.good.backup.path] if sheet.good else [])
        press(sheet, "Quit")

    then(Sheet, look)
    assert not shown.open_or_ask(path)
    return found[0] if found else None


def test_the_newest_backup_that_is_whole_is_offered(
    shown: Shown, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    """P5: a damaged backup is passed over, however new it is."""
    path = tmp_path / "broken.rapport"
    damaged(path, clock)
    (good,) = (tmp_path / "backups").glob("*.rapport")
    newer = good.with_name("broken 2026-09-15 07-23-00 before import.rapport")
    data = bytearray(good.read_bytes())
    data[len(data) // 2] ^= 1
    newer.write_bytes(data)
    assert [each.path for each in backups_in(good.parent, path, NOW.tzinfo)] == [newer, good]

    assert offered(shown, path) == good


def test_where_no_backup_is_whole_none_is_offered(
    shown: Shown, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    path = tmp_path / "broken.rapport"
    damaged(path, clock)
    (only,) = (tmp_path / "backups").glob("*.rapport")
    only.write_bytes(only.read_bytes()[:-4096])
    assert offered(shown, path) is None


def harmed_where_the_window_looks(path: Path, clock: Callable[[], datetime]) -> bytes:
    """Damage a page with which the file still opens, but nobody can be counted."""
    data = path.read_bytes()
    for page in range(1, len(data) // 4096):
        harmed = bytearray(data)
        harmed[page * 4096 + 50] ^= 1
        path.write_bytes(harmed)
        with contextlib.suppress(KnownError), Library(path, clock=clock) as library:
            try:
                layers(library)
            except KnownError:
                return bytes(harmed)
    raise AssertionError("no page holds the people")


def test_what_can_be_read_of_a_damaged_library_is_saved_into_a_new_one(
    shown: Shown, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    path = tmp_path / "broken.rapport"
    with Library(path, clock=clock) as library:
        for number in range(60):
            add(library, f"Person {number:02} with a long name " * 20)
    harmed = harmed_where_the_window_looks(path, clock)
    then(Trouble, lambda sheet: press(sheet, "Save what can be read"))
    assert shown.open_or_ask(path)
    opened = window_of(shown).desk.library
    assert opened.path.name == "broken salvaged.rapport"
    assert names(opened)
    assert path.read_bytes() == harmed
