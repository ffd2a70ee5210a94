"""Every dialog: its buttons and keys, the window behind it, and how it goes away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.library import Library
from planner.ui.desk import Desk
from planner.ui.dialogs.confirm_dialog import ConfirmDialog
from planner.ui.dialogs.dialog import Dialog, Scrim
from planner.ui.dialogs.log_dialog import LogDialog
from planner.ui.dialogs.person_dialog import PersonDialog
from planner.ui.dialogs.promise_dialog import PromiseDialog
from planner.ui.screen import Subject
from tests.ui.dialog_hands import bare_window, enter


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window for dialogs to be modal to."""
    return bare_window(qtbot)


def test_confirming_is_never_the_default(desk: Desk, window: QWidget) -> None:
    dialog = ConfirmDialog(desk, "Remove Ana?", "All goes. Undo brings it back.", "Remove Ana", window)
    dialog.show()
    assert not dialog.primary.isDefault()
    assert dialog.cancel.isDefault()
    enter(dialog)
    assert dialog.result() == ConfirmDialog.DialogCode.Rejected
    again = ConfirmDialog(desk, "Remove Ana?", "All goes.", "Remove Ana", window)
    again.show()
    again.primary.click()
    assert again.result() == ConfirmDialog.DialogCode.Accepted


def test_enter_on_a_button_means_the_button(
    desk: Desk, library: Library, window: QWidget, ana: int, qtbot: QtBot
) -> None:
    dialog = LogDialog(desk, Subject(people=(ana,)), window)
    dialog.show()
    dialog.cancel.setFocus()
    qtbot.keyClick(dialog.cancel, Qt.Key.Key_Return)
    assert dialog.result() == LogDialog.DialogCode.Rejected
    assert library.value("SELECT count(*) FROM conversation") == 0


def test_nothing_of_a_closed_dialog_stays_in_the_window(desk: Desk, window: QWidget, ana: int) -> None:
    dialog = PromiseDialog(desk, ana, window)
    dialog.show()
    dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not window.findChildren(Dialog)
    assert not window.findChildren(Scrim)


def test_a_scrim_covers_the_window_while_a_dialog_is_open(desk: Desk, window: QWidget, ana: int) -> None:
    dialog = PromiseDialog(desk, ana, window)
    scrim = window.findChild(Scrim)
    assert scrim is not None and not scrim.isVisible()
    dialog.show()
    assert scrim.isVisible() and scrim.geometry() == window.rect()
    dialog.reject()
    assert not scrim.isVisible()


def test_a_dialog_stays_within_a_small_window_and_follows_the_look(
    desk: Desk, window: QWidget, qtbot: QtBot
) -> None:
    window.resize(1000, 640)
    dialog = PersonDialog(desk, None, window)
    dialog.show()
    assert dialog.height() <= 560
    light = dialog.grab().toImage().pixelColor(12, 60)
    desk.theme.set_dark(True)
    qtbot.wait(10)
    dark = dialog.grab().toImage().convertToFormat(QImage.Format.Format_RGB32).pixelColor(12, 60)
    assert light != dark
    assert dark == desk.theme.palette.surface
    desk.theme.set_dark(False)
