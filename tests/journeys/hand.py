"""A hand inside the program: the mouse and the keys as Qt's own events.

Qt's offscreen platform ends a drag the moment it begins. So the press and the moves that pick a card up are
the mouse's, and what a desktop's drag would tell the window from then on is sent as the events it is made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.board.card_list import CardList
from planner.ui.board.carrying import picked_up
from planner.ui.board.drag import packed
from planner.ui.board.tiles import Tile

_LEFT = Qt.MouseButton.LeftButton
_PLAIN = Qt.KeyboardModifier.NoModifier
_MOVE = Qt.DropAction.MoveAction
_STEPS = 8


def drag(window: QWidget, start: QPoint, end: QPoint) -> None:
    """Press on a card, move, and let it go; both points are the window's."""
    with _picked_up(window, start, end) as carrying:
        for number in range(1, _STEPS + 1):
            carrying.move_to(start + (end - start) * number / _STEPS)
        carrying.let_go(end)


def abandon(window: QWidget, start: QPoint, end: QPoint) -> None:
    """Carry a card somewhere and press Esc."""
    with _picked_up(window, start, end) as carrying:
        carrying.move_to(end)
        carrying.leave()


def _wait_for(there: Callable[[], bool]) -> None:
    """Let events come until something is there, three seconds at most."""
    until = monotonic() + 3
    while not there() and monotonic() < until:
        QTest.qWait(10)


def keys(sequence: str) -> None:
    """Press keys wherever the keyboard is now."""
    # a dialog that has just closed gives its window the keyboard a moment later
    _wait_for(lambda: bool(QApplication.focusWidget() or QApplication.activeWindow()))
    focused = QApplication.focusWidget() or QApplication.activeWindow()
    assert focused is not None, "no window is active"
    QTest.keySequence(focused, sequence)


def write(words: str) -> None:
    """Type words wherever the keyboard is now."""
    _wait_for(lambda: QApplication.focusWidget() is not None)
    focused = QApplication.focusWidget()
    assert focused is not None, "nothing has the keyboard"
    QTest.keyClicks(focused, words)


def click(button: QWidget) -> None:
    """Click the middle of something that is seen."""
    assert button.isVisible() and button.isEnabled()
    QTest.mouseClick(button, _LEFT, pos=button.rect().center())


def button_called(ground: QWidget, words: str) -> QAbstractButton:
    """The first button with these words, as it would be read."""
    return next(
        each for each in ground.findChildren(QAbstractButton) if each.isVisible() and each.text() == words
    )


def choose_in_menu(ground: QWidget, at: QPoint, words: str) -> None:
    """Right-click on a point of a widget and click an entry of the menu that opens."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, ground.mapToGlobal(at))
    QApplication.sendEvent(ground, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu), "no menu opened"
    entry = next(each for each in menu.actions() if each.text().split("\t")[0] == words)
    assert entry.isEnabled()
    QTest.mouseClick(menu, _LEFT, pos=menu.actionGeometry(entry).center())


def answer(qtbot: QtBot, fill_in: Callable[[QDialog], None], call: Callable[[], None]) -> None:
    """Call a modal dialog and fill it in as soon as the keyboard is in it."""
    filled: list[bool] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isActiveWindow():
            QTimer.singleShot(10, look)
            return
        try:
            fill_in(dialog)
            filled.append(True)
        finally:
            if dialog.isVisible():
                dialog.reject()  # so that the test ends where something is wrong

    QTimer.singleShot(0, look)
    call()
    qtbot.waitUntil(lambda: bool(filled))


@contextmanager
def _picked_up(window: QWidget, start: QPoint, end: QPoint) -> Iterator[_Carrying]:
    """What a drag from here carries, in the air until the end of the `with`."""
    pressed = window.childAt(start)
    assert pressed is not None
    cards = pressed.parentWidget()
    assert isinstance(cards, CardList), f"no card is at {start}"
    taken: list[Tile] = []
    cards.drag_wanted.connect(lambda tile, _held: taken.append(tile))
    place = pressed.mapFrom(window, start)
    QTest.mousePress(pressed, _LEFT, pos=place)
    for number in range(1, _STEPS + 1):
        if not taken:
            QTest.mouseMove(pressed, place + (end - start) * number / (4 * _STEPS))
    QTest.mouseRelease(pressed, _LEFT, pos=place)
    assert len(taken) == 1, "the card was not picked up"
    keys = picked_up(cards.shared, taken[0])
    cards.shared.lift(keys)
    try:
        yield _Carrying(window, packed(keys))
    finally:
        cards.shared.put_down()


class _Carrying:
    """What the widgets of a window hear while something is carried over them."""

    def __init__(self, window: QWidget, data: QMimeData) -> None:
        self._window = window
        self._data = data
        self._over: QWidget | None = None

    def move_to(self, place: QPoint) -> None:
        found = self._window.childAt(place)
        while found is not None and not found.acceptDrops():
            found = found.parentWidget()
        if found is not self._over:
            self.leave()
            self._over = found
            if found is not None:
                within = found.mapFrom(self._window, place)
                QApplication.sendEvent(found, QDragEnterEvent(within, _MOVE, self._data, _LEFT, _PLAIN))
        if found is not None:
            within = found.mapFrom(self._window, place)
            QApplication.sendEvent(found, QDragMoveEvent(within, _MOVE, self._data, _LEFT, _PLAIN))

    def let_go(self, place: QPoint) -> None:
        assert self._over is not None, "nothing here takes a card"
        within = self._over.mapFrom(self._window, place).toPointF()
        QApplication.sendEvent(self._over, QDropEvent(within, _MOVE, self._data, _LEFT, _PLAIN))

    def leave(self) -> None:
        if self._over is not None:
            QApplication.sendEvent(self._over, QDragLeaveEvent())
            self._over = None
