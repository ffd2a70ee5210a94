"""Cards held near an edge scroll what does not fit: days sideways, lanes and the month up and down."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent
from PySide6.QtWidgets import QApplication, QScrollBar
from pytestqt.qtbot import QtBot

from planner.ui.board.drag import packed
from planner.ui.board.lanes import LanesArea
from planner.ui.board.lanes_view import LanesScreen
from planner.ui.board.state import BoardState
from planner.ui.board.tiles import Tile
from planner.ui.desk import Desk
from tests.ui.dragging import LEFT, MOVE, PLAIN, shown_board
from tests.ui.months import shown as shown_month


def scrolls(bar: QScrollBar, state: BoardState, tile: Tile, at: QPoint, qtbot: QtBot) -> None:
    """Hold a lifted card there until the bar has moved; it stops when the card is let go."""
    assert bar.maximum() > 40, "all of it fits"
    state.lift([tile.key], QRect())
    window = QApplication.topLevelAt(at)
    over = window.childAt(window.mapFromGlobal(at)) if window is not None else None
    while over is not None and not over.acceptDrops():
        over = over.parentWidget()
    assert over is not None, "nothing takes cards there"
    data = packed([tile.key])
    for kind in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(over, kind(over.mapFromGlobal(at), MOVE, data, LEFT, PLAIN))
    qtbot.waitUntil(lambda: bar.value() > 30, timeout=2000)
    state.put_down()
    stopped = bar.value()
    qtbot.wait(50)
    assert bar.value() == stopped


def test_days_scroll_sideways(sample_desk: Desk, qtbot: QtBot) -> None:
    board = shown_board(sample_desk, qtbot, (800, 700))
    port, bar = board.area.viewport(), board.area.horizontalScrollBar()
    bar.setValue(0)
    at = port.mapToGlobal(QPoint(port.width() - 15, 300))
    scrolls(bar, board.state, board.engage.cards.tiles[0], at, qtbot)


def test_lanes_scroll_down(sample_desk: Desk, qtbot: QtBot) -> None:
    screen = LanesScreen(sample_desk)
    qtbot.addWidget(screen)
    screen.resize(1292, 500)
    with qtbot.waitExposed(screen):
        screen.show()
    assert isinstance(screen.area, LanesArea)
    body = screen.area.body
    bar = body.verticalScrollBar()
    bar.setValue(0)
    at = body.viewport().mapToGlobal(QPoint(300, body.viewport().height() - 15))
    scrolls(bar, screen.state, screen.engage.cards.tiles[0], at, qtbot)


def test_the_month_scrolls_down(sample_desk: Desk, qtbot: QtBot) -> None:
    month = shown_month(sample_desk, qtbot, (1100, 430))
    port, bar = month.area.viewport(), month.area.verticalScrollBar()
    bar.setValue(0)
    scrolls(
        *(bar, month.state, month.engage.cards.tiles[0]),
        *(port.mapToGlobal(QPoint(300, port.height() - 15)), qtbot),
    )
