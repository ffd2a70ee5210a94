"""Duplicating and repeating plans on the board, by key, menu and dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.library import Library
from planner.ui.board.view import WeekScreen
from planner.ui.desk import Desk
from planner.ui.dialogs.repeat_dialog import RepeatDialog
from planner.ui.screen import Subject
from planner.ui.window import Window
from tests.ui.dragging import find

COUNT = "SELECT count(*) FROM plan WHERE status = 'open'"
OPEN = "SELECT id FROM plan WHERE status = 'open' AND day = '2026-09-18' LIMIT 1"


def test_control_d_duplicates_what_the_keyboard_is_on_or_what_is_chosen(
    window: Window, sample: Library, qtbot: QtBot
) -> None:
    board = window.pages.currentWidget()
    assert isinstance(board, WeekScreen)
    window.activateWindow()
    before = sample.value(COUNT)
    _, jasper = find(board, "Jasper Kuiper")
    _, sofie = find(board, "Sofie Brandt")
    board.walk.focus_key(sofie.key)
    qtbot.keyClick(board.walk.cards, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert sample.value(COUNT) == before + 1
    board.state.selection.choose((jasper.key, sofie.key))
    qtbot.keyClick(board.walk.cards, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert sample.value(COUNT) == before + 3
    sample.undo()
    assert sample.value(COUNT) == before + 1


def test_the_dialog_names_the_days_and_plans_them_as_one_step(
    sample_desk: Desk, sample: Library, qtbot: QtBot
) -> None:
    ground = QWidget()
    ground.resize(1200, 800)
    qtbot.addWidget(ground)
    ground.show()
    before, plan = sample.value(COUNT), sample.value(OPEN)
    heard: list[str] = []
    sample_desk.said.connect(lambda words, _undo: heard.append(words))
    dialog = RepeatDialog(sample_desk, Subject(people=(1,), plan_id=plan), ground)
    dialog.show()
    assert dialog.days.text().startswith("Fri 25 Sep, Fri 2 Oct, and so on until Fri 16 Oct")
    dialog.form.show_values({"every": "month", "times": 2})
    dialog.form.changed.emit()
    assert dialog.days.text().startswith("Fri 16 Oct, Fri 20 Nov")
    dialog.primary.click()
    assert sample.value(COUNT) == before + 2
    assert heard and heard[0].startswith("Planned 2 more conversations with")
    sample.undo()
    assert sample.value(COUNT) == before
