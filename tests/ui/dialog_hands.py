"""Filling dialogs in as fingers would in tests, over a bare window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.library import Library
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.log_dialog import LogDialog
from planner.ui.dialogs.person_dialog import PersonDialog
from planner.ui.dialogs.plan_dialog import PlanDialog
from planner.ui.dialogs.promise_dialog import PromiseDialog


def bare_window(qtbot: QtBot) -> QWidget:
    """A window for dialogs to be modal to."""
    made = QWidget()
    made.resize(1200, 800)
    qtbot.addWidget(made)
    made.show()
    return made


def enter(dialog: Dialog) -> None:
    """Press Enter where the focus is."""
    from PySide6.QtTest import QTest

    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)


def type_into(dialog: LogDialog | PlanDialog | PersonDialog | PromiseDialog, name: str, text: str) -> None:
    """Type into a line of the form as fingers would."""
    from PySide6.QtTest import QTest

    field = dialog.form[name].field
    field.setFocus()
    QTest.keyClicks(field, text)


def talk_of(library: Library) -> int:
    """The only conversation there is."""
    return int(library.value("SELECT id FROM conversation"))
