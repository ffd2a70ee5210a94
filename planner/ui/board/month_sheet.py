"""The sheet of a month: one painted widget that shows its days and takes cards that are dropped on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from planner.domain import words
from planner.queries.month import MonthBoard, MonthCard, MonthDay
from planner.ui.board import month_paint
from planner.ui.board.bands import Band, in_full
from planner.ui.board.drag import carried
from planner.ui.board.month_chip import paint_chip
from planner.ui.board.month_facts import (
    card_key,
    chip_tooltip,
    day_tooltip,
    day_words,
    month_tile,
)
from planner.ui.board.month_layout import SIDE, MonthLayout, lay_out, least_size
from planner.ui.board.month_offers import month_offer
from planner.ui.board.month_paint import DayLook
from planner.ui.board.offers import Offer
from planner.ui.board.state import BoardState
from planner.ui.board.tiles import Tile
from planner.ui.cards import not_saved
from planner.ui.cards.card_style import CardLook
from planner.ui.widgets.plain import plain_tooltip
from planner.ui.widgets.themed import ThemedWidget

_REACH = 6
"""How far a ring or a tick reaches beyond its chip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A place for keyboard or pointer: a day (item -1), one of its chips, or its line for the others."""

    day: int
    item: int = -1


class MonthSheet(ThemedWidget):
    """Shows six weeks and offers what a drop would do."""

    dropped = Signal(object)  # the Offer that was taken up
    dragged_over = Signal(QPointF)  # where on the sheet
    drag_left = Signal()
    arranged = Signal()  # other chips may be seen now

    def __init__(self, state: BoardState, parent: QWidget | None = None) -> None:
        super().__init__(state.desk.theme, parent)
        self.state = state
        self.layout_now = MonthLayout()
        self._board: MonthBoard | None = None
        self._weekend_open = False
        self._tiles: tuple[tuple[Tile, ...], ...] = ()
        self._offer: Offer | None = None
        self._target = -1
        self._kept = ""
        self._room, self._foot = 0, 0
        self.stop = Stop(day=0)
        self.hovered: Stop | None = None
        self.by_keyboard = True
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.set_room(0, 0)
        state.selection.changed.connect(self.update)
        state.lifted_changed.connect(self.update)
        state.desk.unsaved.changed.connect(self.update)

    # What it shows

    def show_month(self, board: MonthBoard) -> None:
        """Show a month, another one or the same anew."""
        self._end_target()
        self._board = board
        self.hovered = None
        self._arrange()

    def open_weekend(self, opened: bool) -> None:
        """Make weekends as wide as other days, or narrow again."""
        self._weekend_open = opened
        self._arrange()

    @property
    def weekend_open(self) -> bool:
        """Whether weekends are as wide as other days."""
        return self._weekend_open

    @property
    def days(self) -> tuple[MonthDay, ...]:
        """The days that are shown; none before the first month was."""
        return self._board.days if self._board else ()

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """The chips that are seen, in the order of reading."""
        return tuple(tile for day in self._tiles for tile in day)

    def tiles_on(self, day: int) -> tuple[Tile, ...]:
        """The chips that are seen on a day."""
        return self._tiles[day] if 0 <= day < len(self._tiles) else ()

    def tile_at(self, stop: Stop | None) -> Tile | None:
        """The chip of a stop."""
        shown = self.tiles_on(stop.day) if stop else ()
        return shown[stop.item] if stop and 0 <= stop.item < len(shown) else None

    def stop_of(self, key: str) -> Stop | None:
        """Where a card is, if it is seen."""
        for number, day in enumerate(self._tiles):
            for item, tile in enumerate(day):
                if tile.key == key:
                    return Stop(day=number, item=item)
        return None

    def bring(self, key: str) -> Stop | None:
        """Let a card be seen even where its day has no room for all; where it is, None if it is on no day."""
        if self.stop_of(key) is None:
            self._kept = key
            self._arrange()
        return self.stop_of(key)

    def number_of(self, day: date) -> int:
        """Which of the days shown this is; -1 where it is none."""
        return next((number for number, each in enumerate(self.days) if each.day == day), -1)

    def has_more(self, day: int) -> bool:
        """Whether a day has more cards than there is room for."""
        return self.layout_now.days[day].more is not None

    def words_at(self, stop: Stop) -> str:
        """Everything said of a stop, for a screen reader."""
        tile = self.tile_at(stop)
        if tile is not None:
            return tile.words
        if (board := self._board) is None or stop.day >= len(self.days):
            return ""
        said = day_words(self.days[stop.day], (*board.trips, *board.leave), board.today)
        if stop.item >= 0:
            more = self.days[stop.day].count - len(self.tiles_on(stop.day))
            return f"{words.count(more, 'more conversation')}. {said}"
        return said

    # Geometry

    def sizeHint(self) -> QSize:
        """As small as a month can be."""
        return QSize(*least_size(self.theme))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def follow_theme(self) -> None:
        """Measure anew."""
        super().follow_theme()
        self.set_room(self._room, self._foot)
        self._arrange()

    def set_room(self, height: int, foot: int) -> None:
        """Fill this height and leave room below it, as for a bar that floats over the last week."""
        self._room, self._foot = height, foot
        width, least = least_size(self.theme)
        self.setMinimumSize(width, max(least, height) + foot if foot else least)

    def _arrange(self) -> None:
        if (board := self._board) is None:
            return
        self.layout_now = lay_out(
            self.theme, self.width(), self.height() - self._foot, board, weekend_open=self._weekend_open
        )
        self._tiles = tuple(
            tuple(month_tile(card, board.today) for card in self._seen(day, len(place.chips)))
            for day, place in zip(board.days, self.layout_now.days, strict=True)
        )
        self.update()
        self.arranged.emit()

    def _seen(self, day: MonthDay, room: int) -> tuple[MonthCard, ...]:
        """The first cards of a day, and the one that must be seen in place of the last of them."""
        kept = [card for card in day.cards[room:] if card_key(card) == self._kept]
        return (*day.cards[: room - 1], *kept) if kept and room else day.cards[:room]

    def place_of(self, stop: Stop) -> QRectF:
        """Where a stop is."""
        return self.layout_now.rect_of(stop.day, stop.item)

    def band_at(self, place: QPointF) -> Band | None:
        """The trip or leave whose band is at a place."""
        return next((each.band for each in self.layout_now.bands if each.rect.contains(place)), None)

    def update_stop(self, stop: Stop | None) -> None:
        """Paint a stop anew."""
        if stop is not None and stop.day < len(self.layout_now.days):
            self.update(self.place_of(stop).adjusted(-_REACH, -_REACH, _REACH, _REACH).toAlignedRect())

    # Dragging over it

    @property
    def target(self) -> Offer | None:
        """What is offered to the cards that are held over a day at the moment."""
        return self._offer

    def offer(self, tiles: tuple[Tile, ...], day: int) -> Offer:
        """What letting go of these cards on a day would do."""
        on_day = self.days[day]
        shown = tuple(month_tile(card, self.state.desk.today) for card in (*on_day.cards, *on_day.hidden))
        return month_offer(tiles, on_day, shown, self.state.desk.now, self.state.away(tiles, on_day.day))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome cards of this board."""
        if carried(event.mimeData(), self.state):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Say on the day what would happen."""
        tiles = carried(event.mimeData(), self.state)
        day = self.layout_now.day_at(event.position())
        if not tiles or day < 0:
            event.ignore()
            return
        self.dragged_over.emit(event.position())
        self._show_target(day, self.offer(tiles, day))
        event.setDropAction(Qt.DropAction.MoveAction)
        event.setAccepted(self._offer is None or not self._offer.slot.refused)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the words away again."""
        self._end_target()
        self.drag_left.emit()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the offer up."""
        tiles = carried(event.mimeData(), self.state)
        day = self.layout_now.day_at(event.position())
        self._end_target()
        offer = self.offer(tiles, day) if tiles and day >= 0 else None
        event.setDropAction(Qt.DropAction.MoveAction)
        event.setAccepted(offer is not None and not offer.slot.refused)
        if offer is not None and offer.acts:
            self.dropped.emit(offer)

    def _show_target(self, day: int, offer: Offer) -> None:
        if (day, offer) != (self._target, self._offer):
            self.update_stop(Stop(day=self._target) if self._target >= 0 else None)
            self._target, self._offer = day, offer
            self.update_stop(Stop(day=day))

    def _end_target(self) -> None:
        if self._target >= 0:
            self.update_stop(Stop(day=self._target))
        self._target, self._offer = -1, None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is asked for: the names of weekdays, and the days that are touched."""
        if (board := self._board) is None:
            return
        painter = QPainter(self)
        asked = QRectF(event.rect())
        this_month = board.today.replace(day=1) == board.first
        for number, rect in enumerate(self.layout_now.heads):
            today = this_month and number == board.today.weekday()
            name = words.weekday(board.days[number].day)
            month_paint.paint_head(painter, rect, name, self.theme, today=today)
        near = asked.adjusted(-_REACH, -_REACH, _REACH, _REACH)
        touched = [number for number, place in enumerate(self.layout_now.days) if place.rect.intersects(near)]
        for number in touched:
            self._paint_ground(painter, number, board)
        for band in self.layout_now.bands:
            if band.rect.intersects(near):
                month_paint.paint_band(painter, band, self.theme)
        for number in touched:
            self._paint_items(painter, number, board)
        painter.end()

    def _paint_ground(self, painter: QPainter, number: int, board: MonthBoard) -> None:
        day = self.days[number]
        look = DayLook(
            today=day.day == board.today,
            past=day.day < board.today,
            own=day.day.month == board.first.month,
            focused=self._rings(Stop(day=number)),
            target=self._offer.slot if self._offer and number == self._target else None,
        )
        month_paint.paint_day(painter, self.layout_now.days[number], day, look, self.theme)

    def _paint_items(self, painter: QPainter, number: int, board: MonthBoard) -> None:
        place, day, room = self.layout_now.days[number], self.days[number], 1e6
        if self._offer and number == self._target:
            room = self._paint_slot(painter, number, self._offer)
        items = list(enumerate(zip(self._tiles[number], place.chips, strict=True)))
        items.sort(
            key=lambda each: self._rings(Stop(day=number, item=each[0]))
        )  # its ring lies over the rest
        for item, (tile, rect) in items:
            if rect.bottom() <= room:
                look = self._look(Stop(day=number, item=item), tile)
                faint = day.day.month != board.first.month
                paint_chip(painter, rect, tile, look, self.theme, faint=faint)
        if place.more is not None and room == 1e6:
            stop = Stop(day=number, item=len(place.chips))
            count = day.count - len(place.chips)
            month_paint.paint_more(
                painter,
                place.more,
                count,
                self.theme,
                hovered=stop == self.hovered,
                focused=self._rings(stop),
            )

    def _paint_slot(self, painter: QPainter, number: int, offer: Offer) -> float:
        """Draw a drop's words at the foot of a day; return how far down chips may go above them."""
        place = self.layout_now.days[number]
        height = month_paint.slot_height(self.theme, offer.slot, place.rect.width())
        bottom = place.rect.bottom() - SIDE
        top = max(place.top, min(bottom - height, self._end_of_chips(number)))
        slot = QRectF(place.rect.left(), top, place.rect.width(), bottom - top)
        month_paint.paint_slot(painter, slot, offer.slot, self.theme)
        return top

    def _end_of_chips(self, number: int) -> float:
        place = self.layout_now.days[number]
        return place.chips[-1].bottom() + SIDE if place.chips else place.top

    def _look(self, stop: Stop, tile: Tile) -> CardLook:
        dragging = bool(self.state.lifted)
        return self.state.lasting_look(tile)._replace(
            hovered=stop == self.hovered and not dragging, focused=self._rings(stop) and not dragging
        )

    def _rings(self, stop: Stop) -> bool:
        return self.by_keyboard and self.hasFocus() and stop == self.stop

    # Tooltips

    def event(self, event: QEvent) -> bool:
        """Say in words what is under the pointer."""
        if isinstance(event, QHelpEvent):
            said = self.tooltip_at(QPointF(event.pos()))
            if said:
                QToolTip.showText(event.globalPos(), plain_tooltip(said), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def tooltip_at(self, place: QPointF) -> str:
        """What there is to say of a place: the trip, the chip, or the day."""
        if (band := self.band_at(place)) is not None:
            return in_full(band)
        day, item = self.layout_now.item_at(place)
        if self._board is None or day < 0 or not self.layout_now.days[day].rect.contains(place):
            return ""
        tile = self.tile_at(Stop(day=day, item=item))
        if tile is None:
            return day_tooltip(self.days[day], self._board.today)
        unsaved = self.state.desk.unsaved.holds(tile.subject)
        return f"{not_saved.WORDS}. {chip_tooltip(tile)}" if unsaved else chip_tooltip(tile)
