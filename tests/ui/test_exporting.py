"""The export dialog in a real window: what, which people, how, where, and stopping half-way."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import icalendar
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from planner.actions.conversations import ConversationForm, log_conversation
from planner.exchange.vcard.cards import read_vcards
from planner.ui.desk import Desk
from planner.ui.exporting.dialog import ExportDialog
from planner.ui.exporting.kinds import KINDS
from planner.ui.menus import library_menu
from planner.ui.screen import Subject
from planner.ui.window import Window
from tests.conftest import NOW, TODAY
from tests.ui.dialog_hands import bare_window, enter


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    return bare_window(qtbot)


@pytest.fixture
def dialog(sample_desk: Desk, ground: QWidget, tmp_path: Path, qtbot: QtBot) -> Iterator[ExportDialog]:
    yield from opened(sample_desk, Subject(), ground, tmp_path, qtbot)


def opened(
    desk: Desk, subject: Subject, ground: QWidget, folder: Path, qtbot: QtBot
) -> Iterator[ExportDialog]:
    made = ExportDialog(desk, subject, ground)
    made.where.propose(made.choosing.proposed_path(folder))
    made.show()
    qtbot.waitExposed(made)
    yield made
    if isValid(made) and made.isVisible():
        made.work.cancel()
        qtbot.waitUntil(lambda: not made.work.running)
        made.reject()


def written(dialog: ExportDialog, qtbot: QtBot) -> Path:
    """Press Enter and wait for the file."""
    path = dialog.where.path
    with qtbot.waitSignal(dialog.accepted):
        enter(dialog)
    return path


def names(path: Path) -> list[str]:
    return [person.name for person in read_vcards(path.read_bytes()).people]


def test_enter_writes_everybody_as_cards(dialog: ExportDialog, heard: list[str], qtbot: QtBot) -> None:
    assert (dialog.hint.text(), dialog.where.path.name) == ("41 people", "People 2026-09-15.vcf")
    path = written(dialog, qtbot)
    assert len(names(path)) == 41
    assert path.read_bytes().startswith(b"BEGIN:VCARD\r\nVERSION:3.0")
    assert "Exported 41 people to People 2026-09-15.vcf" in heard


def test_arrows_go_through_what_can_be_exported(dialog: ExportDialog) -> None:
    seen = [dialog.kinds.current]
    for _ in KINDS[1:]:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
        seen.append(dialog.kinds.current)
    assert seen == [kind.key for kind in KINDS]
    assert [dialog.where.path.suffix, dialog.choosing.kind.key] == [".sqlite", "copy"]
    assert all(row.accessibleName() and row.accessibleDescription() for row in dialog.kinds.rows)


@pytest.mark.parametrize(
    ("kind", "begin"),
    [
        ("plans", b"BEGIN:VCALENDAR"),
        ("table", b"\xef\xbb\xbfName"),
        ("everything", b'{\n"format"'),
        ("copy", b"SQLite format 3\0"),
    ],
)
def test_every_kind_is_written(dialog: ExportDialog, qtbot: QtBot, kind: str, begin: bytes) -> None:
    dialog.kinds.choose(kind)
    assert written(dialog, qtbot).read_bytes().startswith(begin)


def test_those_chosen_in_the_window(sample_desk: Desk, ground: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    ids = tuple(row[0] for row in sample_desk.library.rows("SELECT id FROM person WHERE name LIKE 'A%'"))
    dialog = ExportDialog(sample_desk, Subject(people=ids), ground)
    assert (dialog.hint.text(), dialog.people.everybody.isChecked()) == ("41 people", True)
    dialog.reject()
    dialog = ExportDialog(sample_desk, Subject(people=ids), ground, only_chosen=True)
    dialog.where.propose(dialog.choosing.proposed_path(tmp_path))
    dialog.show()
    assert dialog.hint.text() == f"{len(ids)} people"
    assert dialog.people.selected is not None
    assert dialog.people.selected.isChecked()
    assert len(names(written(dialog, qtbot))) == len(ids)


def test_layers_and_words_narrow_and_everybody_widens(dialog: ExportDialog, qtbot: QtBot) -> None:
    board = next(chip for chip in dialog.people.chips.values() if chip.text() == "Board")
    qtbot.mouseClick(board, Qt.MouseButton.LeftButton)
    assert dialog.hint.text() == "6 people"
    assert not dialog.people.everybody.isChecked()
    QTest.keyClicks(dialog.people.line, "city:zurich")
    qtbot.waitUntil(lambda: dialog.hint.text() != "6 people")
    narrowed = dialog.hint.text()
    assert narrowed in ("1 person", "2 people")
    qtbot.mouseClick(dialog.people.everybody, Qt.MouseButton.LeftButton)
    assert dialog.people.everybody.isChecked()
    assert not board.isChecked()
    QTest.keyClicks(dialog.people.line, " shoe:41")
    qtbot.waitUntil(lambda: bool(dialog.people.problem.words))
    assert dialog.people.problem.words.startswith("There is no filter “shoe:”")
    assert not dialog.primary.isEnabled()


def test_nobody_is_nothing_to_export(dialog: ExportDialog, qtbot: QtBot) -> None:
    QTest.keyClicks(dialog.people.line, "nobody at all")
    qtbot.waitUntil(lambda: dialog.hint.text() == "0 people")
    assert not dialog.primary.isEnabled()


def test_a_calendar_with_reminders(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.kinds.choose("plans")
    assert not dialog.options.minutes.isEnabled()
    dialog.options.alarm.setChecked(True)
    dialog.options.minutes.setValue(30)
    dialog.kinds.choose("cards")
    dialog.kinds.choose("plans")
    assert (dialog.options.alarm.isChecked(), dialog.options.minutes.value()) == (True, 30)
    events = icalendar.Calendar.from_ical(written(dialog, qtbot).read_bytes()).walk("VEVENT")
    assert events
    assert all(
        alarm["TRIGGER"].dt.total_seconds() == -1800 for each in events for alarm in each.walk("VALARM")
    )


def test_a_folder_of_tables(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.kinds.choose("table")
    assert dialog.options.segment is not None
    dialog.options.segment.findChildren(QWidget)[1].click()  # type: ignore[attr-defined]
    dialog.options.folder.setChecked(True)
    assert dialog.where.path.suffix == ""
    path = written(dialog, qtbot)
    assert {each.name for each in path.iterdir()} == {
        *("people.csv", "conversations.csv", "plans.csv", "commitments.csv")
    }
    assert (path / "people.csv").read_bytes().startswith(b"Name,")


def test_private_things_are_offered_where_there_are_some_and_stay_unless_ticked(
    dialog: ExportDialog, sample_desk: Desk, qtbot: QtBot
) -> None:
    assert not dialog.options.private.isVisible()
    person = sample_desk.library.value("SELECT min(id) FROM person")
    secret = ConversationForm(people=(person,), day=TODAY, topic="a secret topic", private=True)
    log_conversation(sample_desk.library, secret, now=NOW)
    dialog.kinds.choose("everything")
    assert dialog.options.private.isVisible()
    assert "private entries stay here" in dialog.options.private_words.text()
    dialog.options.private.setChecked(True)
    dialog.kinds.choose("copy")
    assert not dialog.options.private.isChecked()
    dialog.kinds.choose("everything")
    assert "a secret topic" not in written(dialog, qtbot).read_text("utf-8")


def test_private_things_leave_when_they_are_ticked(
    dialog: ExportDialog, sample_desk: Desk, qtbot: QtBot
) -> None:
    dialog.kinds.choose("everything")
    dialog.options.private.setChecked(True)
    said = json.loads(written(dialog, qtbot).read_text("utf-8"))
    assert said["private"] is True
    assert any(row["private"] for row in (*said["notes"], *said["understandings"]))


def test_a_proposed_name_is_free_and_one_chosen_by_hand_may_replace(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "People 2026-09-15.vcf").write_text("precious")
    (tmp_path / "mine.vcf").write_text("old")
    dialog.where.propose(dialog.choosing.proposed_path(tmp_path))
    assert dialog.where.path.name == "People 2026-09-15 2.vcf"
    assert not dialog.where.warning.isVisible()
    dialog.where.take(tmp_path / "mine.vcf")
    assert dialog.where.warning.isVisible()
    assert len(names(written(dialog, qtbot))) == 41
    assert (tmp_path / "People 2026-09-15.vcf").read_text() == "precious"


def test_a_place_is_chosen_in_the_system_s_dialog(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.where.choose, Qt.MouseButton.LeftButton)
    system = dialog.findChild(QFileDialog)
    assert system is not None
    system.fileSelected.emit(str(tmp_path / "other.vcf"))
    system.close()
    dialog.kinds.setFocus()
    assert dialog.where.path == tmp_path / "other.vcf"
    assert written(dialog, qtbot).name == "other.vcf"


def test_what_cannot_be_written_is_said_and_the_dialog_stays(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.where.take(tmp_path / "none" / "a.vcf")
    enter(dialog)
    qtbot.waitUntil(lambda: bool(dialog.problem.words))
    assert dialog.problem.words.startswith("There is no folder")
    assert dialog.isVisible()
    dialog.where.take(tmp_path / "a.vcf")
    assert len(names(written(dialog, qtbot))) == 41


def test_esc_stops_an_export_that_is_under_way_and_leaves_nothing(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.actions.exports.contents._TOLD_EVERY", 1)
    dialog.kinds.choose("everything")
    before = sorted(tmp_path.iterdir())
    enter(dialog)
    assert dialog.work.running
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog.work.running)
    assert dialog.isVisible()
    assert sorted(tmp_path.iterdir()) == before
    dialog.reject()
    assert not dialog.isVisible()


def test_the_commands_open_it_from_everywhere(window: Window, qtbot: QtBot) -> None:
    seen: list[tuple[int, bool]] = []

    def look() -> None:
        found = window.findChild(ExportDialog)
        assert found is not None
        seen.append((len(found.choosing.selected), found.choosing.only_selected))
        found.reject()

    people = Subject(
        people=tuple(row[0] for row in window.desk.library.rows("SELECT id FROM person LIMIT 2"))
    )
    for command in ("export", "export_people"):
        QTimer.singleShot(0, look)
        window.run(command, people)
    assert seen == [(2, False), (2, True)]


def test_the_library_s_menu_offers_it(window: Window, qtbot: QtBot) -> None:
    home = window.navigation._home
    window.navigation.home_chosen.disconnect()
    with qtbot.waitSignal(window.navigation.home_chosen):
        qtbot.mouseClick(home, Qt.MouseButton.LeftButton)
    home.setFocus()
    with qtbot.waitSignal(window.navigation.home_chosen):
        QTest.keyClick(home, Qt.Key.Key_Space)
    menu = library_menu(window.desk, window)
    offered = [action.text().partition("\t")[0] for action in menu.actions() if not action.isSeparator()]
    assert offered == [
        "Import contacts or a calendar",
        "Export people, plans or everything",
        "Back up the library",
        "See the backups …",
        "Set or change the passphrase …",
        "Lock now",
        "Open another library",
    ]
