"""The board by keyboard and mouse clicks: walking, choosing, opening, menus, the bar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from planner.library import Library
from planner.ui.board.ask_card import Answer
from planner.ui.board.menu import menu_ids
from planner.ui.board.tiles import TileKind
from planner.ui.board.view import WeekScreen
from planner.ui.board.wishes import BAR_COMMANDS
from planner.ui.cards.quick_actions import CardAction
from planner.ui.commands import BY_ID
from planner.ui.desk import Desk
from planner.ui.screen import Subject
from planner.ui.window import Window
from tests.ui.dragging import find, middle_of, names, shown_board
from tests.ui.pointer import hover

Key = Qt.Key
Left = Qt.MouseButton.LeftButton
Control = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def board(sample_desk: Desk, qtbot: QtBot) -> WeekScreen:
    screen = shown_board(sample_desk, qtbot)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.setFocus(Qt.FocusReason.TabFocusReason)
    return screen


@pytest.fixture
def wanted(sample_desk: Desk) -> list[tuple[str, Subject]]:
    """The commands that the board asks for."""
    found: list[tuple[str, Subject]] = []
    sample_desk.command_wanted.connect(lambda command, subject: found.append((command, subject)))
    return found


def press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifiers)


def here(board: WeekScreen) -> str:
    """Whose card the keyboard is on."""
    current = board.walk.current()
    return current.facts.name if current else ""


def click(
    board: WeekScreen,
    name: str,
    qtbot: QtBot,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    column, _ = find(board, name)
    place = middle_of(column, name) - QPoint(0, 20)
    qtbot.mouseClick(column.cards.viewport(), Left, modifiers, place)


def chosen(board: WeekScreen) -> list[str]:
    return [tile.facts.name for tile in board.state.known(board.state.selection.keys)]


# Walking


def test_the_focus_begins_at_the_first_suggestion(board: WeekScreen) -> None:
    assert here(board) == "Tobias Lindner"
    assert board.engage.cards.hasFocus()


def test_arrows_walk_within_and_between_columns(board: WeekScreen, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_Down)
    assert here(board) == "Katarzyna Wolska"
    press(qtbot, Key.Key_Right)
    assert here(board) in names(board.area.days[0])
    press(qtbot, Key.Key_Up)
    press(qtbot, Key.Key_Up)
    assert here(board) == "Camille Roux"
    for _ in range(4):
        press(qtbot, Key.Key_Right)
    assert here(board) == "Sofie Brandt"
    press(qtbot, Key.Key_Right)
    last = here(board)
    assert last in names(board.later), "the folded weekend is passed over"
    press(qtbot, Key.Key_Right)
    assert here(board) == last


def test_the_board_is_one_tab_stop(board: WeekScreen, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_Right)
    stops = [column for column in board.columns if column.cards.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [board.area.days[0]]


def test_a_ring_shows_for_keys_and_not_for_clicks(board: WeekScreen, qtbot: QtBot) -> None:
    assert board.engage.cards.attention.focused == 0
    click(board, "Aisha Rahmani", qtbot)
    assert here(board) == "Aisha Rahmani"
    assert board.engage.cards.attention.focused == -1
    press(qtbot, Key.Key_Down)
    assert board.engage.cards.attention.focused == 3


def test_enter_opens_and_unknown_keys_go_on(
    board: WeekScreen, qtbot: QtBot, wanted: list[tuple[str, Subject]]
) -> None:
    press(qtbot, Key.Key_Return)
    _, tobias = find(board, "Tobias Lindner")
    assert wanted == [("open", tobias.subject)]
    press(qtbot, Key.Key_X)
    assert len(wanted) == 1


def test_enter_on_the_last_line_of_later_shows_all(board: WeekScreen, qtbot: QtBot) -> None:
    board.later.cards.focus_row(5)
    press(qtbot, Key.Key_Return)
    assert len(board.later.cards.tiles) == 14


# Choosing


def test_space_toggles_and_escape_clears(board: WeekScreen, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_Space)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Space)
    assert chosen(board) == ["Tobias Lindner", "Katarzyna Wolska"]
    assert board.bar.isVisible()
    press(qtbot, Key.Key_Space)
    assert chosen(board) == ["Tobias Lindner"]
    press(qtbot, Key.Key_Escape)
    assert chosen(board) == []
    assert not board.bar.isVisible()


def test_shift_and_arrows_extend_and_shrink(board: WeekScreen, qtbot: QtBot) -> None:
    for _ in range(3):
        press(qtbot, Key.Key_Down, Shift)
    assert chosen(board) == names(board.engage)[:4]
    press(qtbot, Key.Key_Up, Shift)
    assert chosen(board) == names(board.engage)[:3]


def test_clicks_choose_one_several_or_a_range(board: WeekScreen, qtbot: QtBot) -> None:
    click(board, "Aisha Rahmani", qtbot)
    assert chosen(board) == ["Aisha Rahmani"]
    click(board, "Jasper Kuiper", qtbot, Control)
    assert chosen(board) == ["Aisha Rahmani", "Jasper Kuiper"]
    click(board, "Tobias Lindner", qtbot)
    assert chosen(board) == ["Tobias Lindner"]
    click(board, "Mei-Ling Zhao", qtbot, Shift)
    assert chosen(board) == names(board.engage)[:4]
    qtbot.mouseClick(board.area.days[4].cards.viewport(), Left, pos=QPoint(60, 700))
    assert chosen(board) == []


def test_the_choice_is_known_to_assistive_technology(board: WeekScreen, qtbot: QtBot) -> None:
    click(board, "Jasper Kuiper", qtbot)
    column, _ = find(board, "Jasper Kuiper")
    assert [index.row() for index in column.cards.selectionModel().selectedIndexes()] == [0]
    assert not board.engage.cards.selectionModel().hasSelection()


def test_the_subject_is_the_choice_else_the_card_in_focus(board: WeekScreen, qtbot: QtBot) -> None:
    _, tobias = find(board, "Tobias Lindner")
    _, jasper = find(board, "Jasper Kuiper")
    assert board.subject() == tobias.subject
    click(board, "Jasper Kuiper", qtbot)
    assert board.subject() == Subject(people=(jasper.person_id,), plan_id=jasper.subject.plan_id)
    click(board, "Tobias Lindner", qtbot, Control)
    both = (jasper.person_id, tobias.person_id)
    assert board.subject() == Subject(people=both, plans=(jasper.subject.plan_id,), several=True)


def test_the_bar_offers_commands_for_the_choice(
    board: WeekScreen, qtbot: QtBot, wanted: list[tuple[str, Subject]]
) -> None:
    click(board, "Jasper Kuiper", qtbot)
    click(board, "Tobias Lindner", qtbot, Control)
    people = {find(board, name)[1].person_id for name in ("Jasper Kuiper", "Tobias Lindner")}
    for label, command in BAR_COMMANDS.items():
        qtbot.mouseClick(board.bar.buttons[label], Left)
        assert (wanted[-1][0], set(wanted[-1][1].people)) == (command, people), "on all of them"
    qtbot.mouseClick(board.bar.buttons["Clear"], Left)
    assert chosen(board) == []


# Pointer


def test_quick_actions_under_the_pointer(
    board: WeekScreen, qtbot: QtBot, wanted: list[tuple[str, Subject]]
) -> None:
    column, jasper = find(board, "Jasper Kuiper")
    rect = column.cards.card_rect(0)
    for command, action, x in (("log", CardAction.LOG, 20), ("plan", CardAction.PLAN, 60)):
        place = QPoint(int(rect.left()) + x, int(rect.bottom()) - 18)
        index = column.cards.column.index(0)
        assert column.cards.delegate.hit(index, column.cards.visualRect(index), place.toPointF()) is action
        qtbot.mouseClick(column.cards.viewport(), Left, pos=place)
        assert wanted[-1] == (command, jasper.subject)
    assert chosen(board) == [], "a button is no choice"


def test_hovering_shows_the_actions(board: WeekScreen) -> None:
    column, _ = find(board, "Jasper Kuiper")
    before = column.grab().toImage()
    hover(column.cards.viewport(), middle_of(column, "Jasper Kuiper"))
    assert column.cards.attention.hovered == 0
    assert column.grab().toImage() != before


def test_the_question_is_answered_on_the_card(
    board: WeekScreen, qtbot: QtBot, wanted: list[tuple[str, Subject]]
) -> None:
    column, hanna = find(board, "Hanna Weber")
    rect = column.cards.card_rect(2)
    below, last = int(rect.bottom()) - 22, int(rect.bottom()) - 22 - 28
    index = column.cards.column.index(2)
    for answer, command, x, y in (
        (Answer.YES, "talked", 30, last),
        (Answer.NO, "let_go", 92, last),
        (Answer.MOVED, "move", 30, below),
    ):
        place = QPoint(int(rect.left()) + x, y)
        assert column.cards.delegate.hit(index, column.cards.visualRect(index), place.toPointF()) is answer
        qtbot.mouseClick(column.cards.viewport(), Left, pos=place)
        assert wanted[-1] == (command, hanna.subject)


def test_a_double_click_opens_the_person(
    board: WeekScreen, qtbot: QtBot, wanted: list[tuple[str, Subject]]
) -> None:
    column, jasper = find(board, "Jasper Kuiper")
    qtbot.mouseDClick(column.cards.viewport(), Left, pos=middle_of(column, "Jasper Kuiper") - QPoint(0, 20))
    assert ("open", jasper.subject) in wanted


# Menus


def open_menu(board: WeekScreen) -> list[str]:
    menus = [each for each in board.findChildren(QMenu) if each.isVisible()]
    assert len(menus) == 1
    words = [action.text().split("\t")[0] for action in menus[0].actions() if not action.isSeparator()]
    menus[0].close()
    return words


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_key_and_a_right_click_show_the_same_menu(board: WeekScreen, qtbot: QtBot) -> None:
    column, jasper = find(board, "Jasper Kuiper")
    board.walk.focus_key(jasper.key)
    press(qtbot, Key.Key_F10, Shift)
    by_key = open_menu(board)
    viewport = column.cards.viewport()
    place = middle_of(column, "Jasper Kuiper")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    assert open_menu(board) == by_key
    assert "Move a day later" in by_key and "Let the plan go" in by_key


def test_every_kind_of_card_has_a_menu_of_known_commands(board: WeekScreen) -> None:
    tiles = {tile.kind: tile for column in board.columns for tile in column.cards.tiles}
    assert set(tiles) == set(TileKind) - {TileKind.PROPOSAL}
    for tile in tiles.values():
        ids = [each for each in menu_ids((tile,)) if each != "-"]
        assert set(ids) <= set(BY_ID)
    several = tuple(tiles.values())
    assert "plan" in menu_ids(several)


# After changes


def test_the_focus_follows_a_card_that_moved(board: WeekScreen, sample: Library, qtbot: QtBot) -> None:
    from datetime import date

    from planner.actions.plans import moved_by_days

    _, sofie = find(board, "Sofie Brandt")
    board.walk.focus_key(sofie.key)
    moved_by_days(sample, sofie.subject.plan_id, -1, today=date(2026, 9, 15))
    assert here(board) == "Sofie Brandt"
    assert board.area.days[3].cards.hasFocus()
    sample.undo()
    assert board.area.days[4].cards.hasFocus()


def test_the_focus_stays_near_a_card_that_is_gone(board: WeekScreen, sample: Library) -> None:
    from datetime import date

    from planner.actions.trash import move_to_trash

    _, tobias = find(board, "Tobias Lindner")
    board.walk.focus_key(tobias.key)
    move_to_trash(sample, [tobias.person_id], today=date(2026, 9, 15))
    assert here(board) == "Katarzyna Wolska"


def test_folding_the_weekend_does_not_lose_the_focus(board: WeekScreen, qtbot: QtBot) -> None:
    board.weekend()
    board.area.days[5].cards.setFocus()
    board.weekend()
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget) and board.isAncestorOf(focused)
    assert focused.isVisible()


def test_the_first_card_has_the_ring_from_the_beginning_and_a_click_takes_it_away(
    window: Window, qtbot: QtBot
) -> None:
    board = window.pages.currentWidget()
    assert isinstance(board, WeekScreen)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first = board.engage.cards
    assert first.hasFocus() and first.attention.focused == 0
    qtbot.mouseClick(first.viewport(), Left, pos=middle_of(board.engage, "Tobias Lindner"))
    assert first.attention.focused == -1
    press(qtbot, Key.Key_Down)
    assert first.attention.focused == 1
