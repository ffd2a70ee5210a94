"""Measures and paints the rows of a column, and knows what lies under the pointer."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from planner.ui.board import ask_card, slot_card
from planner.ui.board.ask_card import Answer
from planner.ui.board.model import row_at
from planner.ui.board.state import BoardState
from planner.ui.board.tiles import More, Row, Slot, Tile, TileKind
from planner.ui.cards import board_card, compact_card, suggestion_card
from planner.ui.cards.cached import CardPictures
from planner.ui.cards.card_style import CardLook
from planner.ui.cards.quick_actions import CardAction
from planner.ui.widgets.plain import plain_tooltip

LEFT, TOP, RIGHT = 7, 7, 8
"""Room around the cards for the tick, the focus ring and the scroll bar."""
BETWEEN = 8

_Index = QModelIndex | QPersistentModelIndex
Hit = CardAction | Answer | None


class Attention:
    """Where the pointer and the keyboard are in one column; row -1 is nowhere."""

    def __init__(self) -> None:
        self.hovered = -1
        self.position: QPointF | None = None
        self.focused = -1
        self.foot = 0


class CardDelegate(QStyledItemDelegate):
    """One per column; `attention` is kept by the column, `day_card` paints plans and what took place."""

    def __init__(self, state: BoardState, attention: Attention, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self._attention = attention
        theme = state.desk.theme
        self._theme = theme
        self.day_card: Any = board_card
        self._pictures: dict[Any, CardPictures] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """The row's height at the column's width, with the room above the first and below the last."""
        row, view = row_at(index), self.parent()
        if row is None or not isinstance(view, QAbstractItemView):
            return QSize(0, 0)
        width = view.viewport().width()
        height = self.height(row, width - LEFT - RIGHT) + BETWEEN
        height += TOP if index.row() == 0 else 0
        height += self._attention.foot if index.row() == index.model().rowCount() - 1 else 0
        return QSize(width, height)

    def height(self, row: Row, width: int) -> int:
        """How high a row's card is at a width."""
        if isinstance(row, Slot):
            return slot_card.slot_height(self._theme, row, width)
        if isinstance(row, More):
            return slot_card.more_height(self._theme)
        if row.question is not None:
            return ask_card.height_for_width(self._theme, row.question, width)
        painter = self._painter_of(row.kind)
        if painter is board_card:
            return board_card.height_for_width(self._theme, row.facts, width, self._state.lasting_look(row))
        return int(painter.height_for_width(self._theme, row.facts, width))

    def card_rect(self, index: _Index, place: QRect) -> QRectF:
        """Where the card itself is within its row."""
        top = place.top() + (TOP if index.row() == 0 else 0)
        width = place.width() - LEFT - RIGHT
        row = row_at(index)
        return QRectF(place.left() + LEFT, top, width, self.height(row, width) if row else 0)

    def look(self, row: int, tile: Tile) -> CardLook:
        """How a card looks at the moment."""
        dragging = bool(self._state.lifted)
        return self._state.lasting_look(tile)._replace(
            hovered=row == self._attention.hovered and not dragging,
            focused=row == self._attention.focused and not dragging,
        )

    def hit(self, index: _Index, place: QRect, position: QPointF) -> Hit:
        """The painted button under a position."""
        row = row_at(index)
        if not isinstance(row, Tile):
            return None
        rect = self.card_rect(index, place)
        look = self._state.lasting_look(row)._replace(hovered=True)
        if row.question is not None:
            return ask_card.hit_at(self._theme, row.question, rect, look, position)
        under: CardAction | None = self._painter_of(row.kind).action_at(
            self._theme, row.facts, rect, look, position
        )
        return under

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        row = row_at(index)
        if row is None:
            return
        rect = self.card_rect(index, option.rect)
        attention = self._attention
        if isinstance(row, Slot):
            slot_card.paint_slot(painter, rect, row, self._theme)
        elif isinstance(row, More):
            hovered, focused = attention.hovered == index.row(), attention.focused == index.row()
            slot_card.paint_more(painter, rect, row.words, self._theme, hovered=hovered, focused=focused)
        elif row.question is not None:
            look = self.look(index.row(), row)
            under = self._answer_under(index, option.rect) if look.hovered else None
            ask_card.paint(painter, rect, row.question, look, self._theme, under)
        else:
            self._picture_of(row.kind).paint(painter, rect, row.facts, self.look(index.row(), row))

    def _picture_of(self, kind: TileKind) -> CardPictures:
        module = self._painter_of(kind)
        if module not in self._pictures:
            self._pictures[module] = CardPictures(self._theme, module.paint)
        return self._pictures[module]

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Say what a badge means, or the name that did not fit."""
        row = row_at(index)
        words = ""
        if isinstance(row, Tile) and row.question is None:
            position = QPointF(event.pos())
            words = self.tooltip(row, self.card_rect(index, view.visualRect(index)), position)
        if words:
            QToolTip.showText(event.globalPos(), plain_tooltip(words), view)
        else:
            QToolTip.hideText()
        return True

    def tooltip(self, tile: Tile, rect: QRectF, position: QPointF) -> str:
        """What the badge at a position means, or the name that did not fit, or ''."""
        if tile.kind is TileKind.SUGGESTION:
            return suggestion_card.cut_names(self._theme, tile.facts, rect.width())
        if tile.kind is TileKind.PROPOSAL:
            return tile.words
        if tile.kind is TileKind.LATER:
            return compact_card.cut_names(self._theme, tile.facts, rect.width())
        return str(self.day_card.tooltip_at(self._theme, tile.facts, rect, position))

    def _answer_under(self, index: _Index, place: QRect) -> Answer | None:
        if self._attention.position is None:
            return None
        found = self.hit(index, place, self._attention.position)
        return found if isinstance(found, Answer) else None

    def _painter_of(self, kind: TileKind) -> Any:
        """The module that measures and paints the cards of a kind."""
        if kind is TileKind.PROPOSAL:
            from planner.ui.cards import proposal_card  # at the first suggested plan

            return proposal_card
        own = {TileKind.SUGGESTION: suggestion_card, TileKind.LATER: compact_card}
        return own.get(kind, self.day_card)
