"""What a drop would do, beside the card under the pointer where that hides the words of the slot."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.ui.board import slot_card
from planner.ui.board.tiles import Slot
from planner.ui.theme import Theme
from planner.ui.widgets.themed import ThemedWidget

_GAP = 6
_EDGE = 8


class DragHint(ThemedWidget):
    """A note above the dragged card, or below it where there is no room above."""

    def __init__(self, theme: Theme, ground: QWidget) -> None:
        super().__init__(theme, ground)
        self._ground = ground
        self.slot: Slot | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, slot: Slot | None, words_at: QRect, ghost: QRect) -> None:
        """Show the words of a slot unless they are seen where they are; both places are the screen's."""
        if slot is None or ghost.isEmpty() or not words_at.intersects(ghost):
            self.slot = None
            self.hide()
            return
        bare = slot._replace(height=0)
        width = ghost.width()
        height = slot_card.slot_height(self.theme, bare, width)
        corner = self._ground.mapFromGlobal(ghost.topLeft())
        above, below = corner.y() - _GAP - height, corner.y() + ghost.height() + _GAP
        x = max(_EDGE, min(corner.x(), self._ground.width() - width - _EDGE))
        self.slot = bare
        self.setGeometry(QRect(x, above if above >= _EDGE else below, width, height))
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it as the slot itself."""
        if self.slot is None:
            return
        painter = QPainter(self)
        slot_card.paint_slot(painter, QRectF(self.rect()), self.slot, self.theme)
        painter.end()
