"""Cards under the pointer: which ones a drag takes along, and the picture that hangs there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QSizeF, Qt
from PySide6.QtGui import QDrag, QPixmap
from PySide6.QtWidgets import QWidget

from planner.ui.board.drag import packed
from planner.ui.board.facts import lifted
from planner.ui.board.state import BoardState
from planner.ui.board.tiles import Tile
from planner.ui.cards.drag_picture import drag_margin, drag_pixmap


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
