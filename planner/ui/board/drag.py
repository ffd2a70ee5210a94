"""Cards under the pointer: how they are packed, shown and recognised, and scrolling at a column's edges."""

from __future__ import annotations

import json
from collections.abc import Iterable

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, QRect, QSizeF, Qt, QTimer
from PySide6.QtGui import QDrag, QPixmap
from PySide6.QtWidgets import QScrollBar, QWidget

from planner.ui.board.facts import lifted
from planner.ui.board.state import BoardState
from planner.ui.board.tiles import Tile
from planner.ui.cards.drag_picture import drag_margin, drag_pixmap

MIME = "application/x-rapport-cards"
_EDGE = 44
_EVERY = 16
_FASTEST = 18


def packed(keys: Iterable[str]) -> QMimeData:
    """Cards as a drag carries them."""
    data = QMimeData()
    data.setData(MIME, json.dumps(list(keys)).encode())
    return data


def carried(data: QMimeData, state: BoardState) -> tuple[Tile, ...]:
    """The cards that a drag carries, if they are of this board; the one that was pressed comes first."""
    if not data.hasFormat(MIME):
        return ()
    try:
        keys = list(json.loads(bytes(data.data(MIME).data())))
    except (ValueError, TypeError):
        return ()
    return state.known(key for key in keys if isinstance(key, str))


def drag_cards(source: QWidget, state: BoardState, tile: Tile, held: QPointF, width: int) -> None:
    """Drag a card, with all chosen ones if it is chosen, until it is dropped or Esc is pressed.

    `held` is the point of the card under the pointer, `width` that of a card in a day.
    """
    keys = picked_up(state, tile)
    theme = state.desk.theme
    picture = drag_pixmap(theme, lifted(tile), width, source.devicePixelRatioF(), len(keys))
    margin = drag_margin(theme)
    spot = QPoint(round(min(held.x(), width - 8)) + margin, round(held.y()) + margin)
    carry(source, state, keys, picture, spot)


def picked_up(state: BoardState, tile: Tile) -> list[str]:
    """The card that is pressed, with all chosen ones if it is chosen."""
    chosen = [key for key in state.selection.keys if key != tile.key]
    return [tile.key, *chosen] if tile.key in state.selection else [tile.key]


def carry(source: QWidget, state: BoardState, keys: list[str], picture: QPixmap, spot: QPoint) -> None:
    """Let these cards hang under the pointer, as this picture held at `spot`, until they are let go."""
    drag = QDrag(source)
    drag.setMimeData(packed(keys))
    drag.setPixmap(picture)
    drag.setHotSpot(spot)
    state.lift(keys, _ghost(picture, spot, drag_margin(state.desk.theme)))
    try:
        drag.exec(Qt.DropAction.MoveAction)
    finally:
        state.put_down()


def _ghost(picture: QPixmap, spot: QPoint, margin: int) -> QRect:
    """Where the card itself hangs, seen from the pointer."""
    size = (QSizeF(picture.size()) / picture.devicePixelRatio()).toSize()
    return QRect(-spot, size).adjusted(margin, margin, -margin, -margin)


class EdgeScroll(QObject):
    """Scrolls while something is dragged near the ends of what a scroll bar moves."""

    def __init__(self, bar: QScrollBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._step = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._scroll)

    def follow(self, position: float, length: int) -> None:
        """The pointer is at `position` of `length` visible pixels."""
        near = min(_EDGE, length // 4)
        if position < near:
            self._step = -_speed(near - position, near)
        elif position > length - near:
            self._step = _speed(position - (length - near), near)
        else:
            self.stop()
            return
        self._timer.start()

    def stop(self) -> None:
        """The pointer is elsewhere."""
        self._step = 0
        self._timer.stop()

    def _scroll(self) -> None:
        self._bar.setValue(self._bar.value() + self._step)


def _speed(depth: float, near: int) -> int:
    """Pixels a step: the nearer to the edge, the faster."""
    return max(2, round(_FASTEST * min(1.0, depth / max(1, near))))
