"""A week is planned in the real window, on a real file: dragged, moved by keys, answered, taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.library import Library
from planner.ui.board.view import WeekScreen
from planner.ui.desk import Desk
from planner.ui.memory import Memory
from planner.ui.screen import Subject
from planner.ui.theme import Theme
from planner.ui.window import Window
from tests.journeys.hand import answer, button_called, click, drag, keys
from tests.ui.dragging import drop, find, middle_of, names

Key = Qt.Key
Alt = Qt.KeyboardModifier.AltModifier
Control = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier
Plain = Qt.KeyboardModifier.NoModifier

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(
    sample: Library, clock: Callable[[], datetime], qapp: QApplication, qtbot: QtBot
) -> Iterator[Window]:
    theme = Theme(reduced_motion=True)
    theme.apply(qapp)
    desk = Desk(sample, theme, clock)
    made = Window(desk, Memory(None))
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show_first()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    desk.close()


@pytest.fixture
def board(window: Window) -> WeekScreen:
    screen = window.places.screen("plan")
    assert isinstance(screen, WeekScreen)
    return screen


def press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = Plain) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifiers)


def test_a_conversation_is_dragged_moved_and_taken_back(
    window: Window, board: WeekScreen, sample: Library, qtbot: QtBot
) -> None:
    friday, thursday = board.area.days[4], board.area.days[3]
    engage = names(board.engage)
    _, katarzyna = find(board, "Katarzyna Wolska")

    assert drop(thursday, [katarzyna], 840)
    assert names(thursday)[-1] == "Katarzyna Wolska"
    assert window.toast.isVisible()
    assert window.toast.words == "Planned Katarzyna Wolska for Thursday 15:45"
    assert board.header.planned.text() == "9 h 15"

    press(qtbot, Key.Key_Right, Alt)
    assert "Katarzyna Wolska" in names(friday)
    press(qtbot, Key.Key_Up, Alt)
    assert find(board, "Katarzyna Wolska")[1].facts.badges[0].text == "15:30, 30 m"
    press(qtbot, Key.Key_Right, Alt | Shift)
    assert not any("Katarzyna Wolska" in names(day) for day in board.area.days)
    press(qtbot, Key.Key_Z, Control)
    press(qtbot, Key.Key_Z, Control)
    press(qtbot, Key.Key_Z, Control)
    assert "Katarzyna Wolska" in names(thursday)
    press(qtbot, Key.Key_Z, Control)
    assert names(board.engage) == engage
    assert not sample.problems()


def test_a_question_is_answered(board: WeekScreen, qtbot: QtBot) -> None:
    column, hanna = find(board, "Hanna Weber")
    board.walk.focus_key(hanna.key)
    rect = column.cards.card_rect(2)
    place = rect.bottomLeft().toPoint()
    place.setX(place.x() + 30)
    place.setY(place.y() - 50)  # the row above “Moved”
    qtbot.mouseClick(column.cards.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert find(board, "Hanna Weber")[1].facts.state_words == "Talked"
    assert column.head.accessibleName() == "Monday 14 September, done, 15 min over"
    press(qtbot, Key.Key_Z, Control)
    assert find(board, "Hanna Weber")[1].question is not None


def test_weeks_and_the_weekend_by_key(board: WeekScreen, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_PageDown)
    assert board.header.title.text() == "21 – 27 September"
    press(qtbot, Key.Key_Home)
    assert board.header.title.text() == "14 – 20 September"
    press(qtbot, Key.Key_W)
    assert board.area.weekend_open


def test_a_plan_is_let_go_by_key(board: WeekScreen, qtbot: QtBot) -> None:
    _, jasper = find(board, "Jasper Kuiper")
    board.walk.focus_key(jasper.key)
    press(qtbot, Key.Key_Delete)
    assert "Jasper Kuiper" in names(board.engage)
    assert "Jasper Kuiper" not in names(board.area.days[3])


def test_a_card_lands_where_the_last_message_was(window: Window, board: WeekScreen) -> None:
    for name in ("Katarzyna Wolska", "Aisha Rahmani"):
        source, _ = find(board, name)
        friday = board.area.days[4]
        start = source.cards.viewport().mapTo(window, middle_of(source, name))
        drag(window, start, friday.mapTo(window, QPoint(friday.width() // 2, friday.height() - 40)))
        assert window.toast.isVisible()
        assert name in names(friday)


def test_the_button_plans_with_the_chosen_cards_or_with_nobody(board: WeekScreen) -> None:
    wanted: list[tuple[str, Subject]] = []
    board.desk.command_wanted.disconnect()
    board.desk.command_wanted.connect(lambda command, subject: wanted.append((command, subject)))
    click(board.header.plan)
    _, katarzyna = find(board, "Katarzyna Wolska")
    board.state.selection.toggle(katarzyna.key)
    click(board.header.plan)
    assert wanted == [("new_plan", Subject()), ("new_plan", katarzyna.subject)]


def test_undo_on_the_message_leaves_the_keyboard_with_the_cards(
    window: Window, board: WeekScreen, sample: Library, qtbot: QtBot
) -> None:
    _, jasper = find(board, "Jasper Kuiper")
    for by_keyboard in (False, True):
        board.walk.focus_key(jasper.key)
        press(qtbot, Key.Key_Delete)
        undo = button_called(window.toast, "Undo")
        if by_keyboard:
            undo.setFocus(Qt.FocusReason.TabFocusReason)
            press(qtbot, Key.Key_Space)
        else:
            click(undo)
        assert "Jasper Kuiper" in names(board.area.days[3])
        focused = QApplication.focusWidget()
        assert focused is not None and board.isAncestorOf(focused)


def test_the_keyboard_follows_who_was_planned_in_a_dialog(
    window: Window, board: WeekScreen, qtbot: QtBot
) -> None:
    _, katarzyna = find(board, "Katarzyna Wolska")
    board.walk.focus_key(katarzyna.key)
    answer(qtbot, lambda _dialog: keys("3"), lambda: keys("P"))
    thursday, friday = board.area.days[3:5]
    assert "Katarzyna Wolska" in names(thursday)
    qtbot.waitUntil(window.isActiveWindow)
    keys("Alt+Right")
    assert "Katarzyna Wolska" in names(friday)
