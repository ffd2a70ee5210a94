"""One column of the board: a head, its cards, and a place to drop cards on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QEnterEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollBar, QWidget

from planner.ui.board import slot_card
from planner.ui.board.card_list import CardList
from planner.ui.board.delegate import LEFT, RIGHT
from planner.ui.board.drag import EdgeScroll, carried
from planner.ui.board.facts import lifted
from planner.ui.board.state import BoardState
from planner.ui.board.tiles import Row, Tile, TileKind
from planner.ui.widgets.themed import ThemedWidget

if TYPE_CHECKING:
    from planner.ui.board.offers import Offer

HEAD = 58
_TARGET_BOTTOM, _TARGET_OUT = 12, 4
_RADIUS = 10
_LINE, _DASH = 1.5, [4 / 1.5, 3 / 1.5]
_BAR = 8


class Column(ThemedWidget):
    """Shows rows under a head and offers what a drop would do; subclasses say what that is.

    The widget reaches LEFT and RIGHT beyond its cards, over the gaps beside them.
    """

    dropped = Signal(object)  # the Offer that was taken up
    dragged_over = Signal(QPoint)  # where on the screen

    def __init__(
        self, state: BoardState, name: str, empty: str, head: QWidget | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(state.desk.theme, parent)
        self.state = state
        self.head = head
        if head is not None:
            head.setParent(self)
        self.cards = CardList(state, name, empty, self)
        self._lane = 0
        self._offer: Offer | None = None
        self._bar: _GapBar | None = None
        self._edge = EdgeScroll(self.cards.verticalScrollBar(), self)
        self.setAcceptDrops(True)

    # What it shows

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other cards."""
        self._end_target()
        self.cards.show_rows(rows)

    def set_lane(self, height: int) -> None:
        """Leave room between head and cards, as for trips."""
        if height != self._lane:
            self._lane = height
            self._arrange()

    @property
    def card_width(self) -> int:
        """How wide the cards are."""
        return self.width() - LEFT - RIGHT

    def offer(self, tiles: tuple[Tile, ...], before: int) -> Offer | None:
        """What letting go of these cards before card number `before` would do; None: nothing to say."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def follow_theme(self) -> None:
        """Measure anew."""
        super().follow_theme()
        self._arrange()

    def enterEvent(self, event: QEnterEvent) -> None:
        if self._bar is None:
            self._bar = _GapBar(self.cards.verticalScrollBar(), self)
            self._arrange()
        self._bar.come_near(True)

    def leaveEvent(self, event: QEvent) -> None:
        if self._bar is not None:
            self._bar.come_near(False)

    def _arrange(self) -> None:
        head = self.theme.px(HEAD)
        if self.head is not None:
            self.head.setGeometry(LEFT, 0, self.card_width, head)
        top = head + self._lane - LEFT
        self.cards.setGeometry(0, top, self.width(), max(0, self.height() - top))
        if self._bar is not None:
            height = max(0, self.height() - top - LEFT - _TARGET_BOTTOM)
            self._bar.setGeometry(self.width() - RIGHT, top + LEFT, _BAR, height)

    # Dragging over it

    @property
    def target(self) -> Offer | None:
        """What is offered to the cards held over the column at the moment."""
        return self._offer

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome cards of this board."""
        if carried(event.mimeData(), self.state):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Open the slot, say what would happen, scroll at the ends."""
        tiles = carried(event.mimeData(), self.state)
        if not tiles:
            event.ignore()
            return
        self.dragged_over.emit(self.mapToGlobal(event.position().toPoint()))
        y = self.cards.viewport().mapFrom(self, event.position().toPoint()).y()
        self._edge.follow(y, self.cards.viewport().height())
        self._show_target(self.offer(tiles, self.cards.slot_for(y)), tiles)
        if self._offer is not None:
            at = self.mapToGlobal(event.position().toPoint())
            self.state.offered.emit(self._offer.slot, self.words_place(), at)
        event.setDropAction(Qt.DropAction.MoveAction)
        event.setAccepted(self._offer is None or not self._offer.slot.refused)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Close the slot."""
        self._end_target()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the offer up."""
        event.setDropAction(Qt.DropAction.MoveAction)
        tiles = carried(event.mimeData(), self.state)
        event.setAccepted(self.take(tiles, event.position().toPoint()))

    def take(self, tiles: tuple[Tile, ...], place: QPoint) -> bool:
        """Let go of cards at a place of the column; False where they are refused."""
        y = self.cards.viewport().mapFrom(self, place).y()
        offer = self.offer(tiles, self.cards.slot_for(y)) if tiles else None
        self._end_target()
        if offer is None or offer.slot.refused:
            return False
        if offer.acts:
            self.dropped.emit(offer)
        return True

    def _show_target(self, offer: Offer | None, tiles: tuple[Tile, ...]) -> None:
        if offer == self._offer:
            return
        self._offer = offer
        if offer is None:
            self.cards.close_slot()
        else:
            slot = offer.slot._replace(height=self._slot_height(tiles, offer))
            self.cards.open_slot(slot, offer.before)
        self.update()

    def words_place(self) -> QRect:
        """Where the words of the slot are seen, on the screen; empty while none is open."""
        row = self.cards.column.slot_row
        if row is None or self._offer is None:
            return QRect()
        place = self.cards.card_rect(row).toRect()
        place.setHeight(slot_card.slot_height(self.theme, self._offer.slot._replace(height=0), place.width()))
        return QRect(self.cards.viewport().mapToGlobal(place.topLeft()), place.size())

    def _slot_height(self, tiles: tuple[Tile, ...], offer: Offer) -> int:
        if not offer.placings:
            return 0
        card = tiles[0]._replace(kind=TileKind.PLAN, facts=lifted(tiles[0]), question=None)
        return self.cards.delegate.height(card, self.card_width)

    def _end_target(self) -> None:
        if self._offer is not None:
            self.state.offered.emit(None, QRect(), QPoint())
        self._edge.stop()
        self._offer = None
        self.cards.close_slot()
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of a drop target."""
        if self._offer is None:
            return
        palette = self.theme.palette
        doubts = self._offer.slot.doubts
        tint = palette.overdue.tint if doubts else palette.accent_tint
        line = palette.overdue.ink if doubts else palette.accent
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(line, _LINE)
        pen.setDashPattern(_DASH)
        painter.setPen(pen)
        painter.setBrush(QColor(tint))
        painter.drawRoundedRect(self._target_rect(), _RADIUS, _RADIUS)
        painter.end()

    def _target_rect(self) -> QRectF:
        top = self.theme.px(HEAD) + (2 if self._lane else -_TARGET_OUT)
        place = QRect(LEFT, top, self.card_width, self.height() - top - _TARGET_BOTTOM)
        return QRectF(place).adjusted(-_TARGET_OUT + 0.75, 0.75, _TARGET_OUT - 0.75, -0.75)


class _GapBar(QScrollBar):
    """A scroll bar in the gap beside a column that holds more than it shows, there under the pointer only."""

    def __init__(self, bar: QScrollBar, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._of = bar
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._near = False
        self.hide()
        bar.rangeChanged.connect(self._take_range)
        bar.valueChanged.connect(self.setValue)
        self.valueChanged.connect(bar.setValue)
        self._take_range(bar.minimum(), bar.maximum())

    def _take_range(self, least: int, most: int) -> None:
        self.setPageStep(self._of.pageStep())
        self.setRange(least, most)
        self.setVisible(self._near and most > least)

    def come_near(self, near: bool) -> None:
        """The pointer is over the column, or has left it."""
        self._near = near
        self.setVisible(near and self.maximum() > self.minimum())
