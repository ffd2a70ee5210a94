"""Cards that are dragged: how they are packed and recognised, and scrolling at a column's edges."""

from __future__ import annotations

import json
from collections.abc import Iterable

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtWidgets import QScrollBar

from planner.ui.board.state import BoardState
from planner.ui.board.tiles import Tile

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
