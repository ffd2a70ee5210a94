"""Seven days side by side, scrolled sideways where they do not fit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from planner.queries.days_off import Leave
from planner.queries.week import WeekBoard
from planner.ui import tokens
from planner.ui.board.bands import HEIGHT as BAND
from planner.ui.board.bands import Bands, Placed, lanes_height, placed
from planner.ui.board.column import HEAD, Column
from planner.ui.board.day import DayView
from planner.ui.board.delegate import LEFT, RIGHT
from planner.ui.board.drag import EdgeScroll
from planner.ui.board.state import BoardState
from planner.ui.board.tiles import Tile
from planner.ui.board.weekend import FoldedWeekend
from planner.ui.screen import Subject

if TYPE_CHECKING:
    from planner.ui.board.edge_fade import EdgeFade

GAP = 8
END = 4
"""Room after the last day, for a focus ring."""
_WORKING_DAYS = 5
_BETWEEN_LANES = 4
_ABOVE_BANDS = 2
_FOOT = 12


class DaysArea(QScrollArea):
    """The working days share the room, each at least as wide as a card; the weekend is folded or open."""

    arranged = Signal()

    def __init__(self, state: BoardState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget(self))
        self._theme = state.desk.theme
        # Where it belongs from the beginning: Qt styles everything in a widget that moves to another anew.
        self._strip = QWidget(self.viewport())
        self.setWidget(self._strip)
        self.days = tuple(self._make_day(state) for _ in range(7))
        self.folded = FoldedWeekend(state, self._strip)
        self.bands = Bands(self._theme, self._strip)
        self._placed: tuple[Placed, ...] = ()
        self._open = False
        self._monday: date | None = None
        self._to_reveal: QWidget | None = None
        self.fade: EdgeFade | None = None
        self._dress()
        self._edge = EdgeScroll(self.horizontalScrollBar(), self)
        self._state = state
        state.lifted_changed.connect(self._drag_changed)
        self.folded.dropped_on.connect(self._drop_at)
        self.bands.leave_wanted.connect(self._change_leave)
        for day in self.days:
            day.dragged_over.connect(self._drag_along)
        self._theme.changed.connect(self.arrange)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._strip.setAutoFillBackground(False)
        # A column's right margin lies over its neighbour's left one: the scroll bar in it must stay on top.
        for day in reversed(self.days):
            day.raise_()
        self.bands.raise_()
        for day in self.days[_WORKING_DAYS:]:
            day.hide()

    def _make_day(self, state: BoardState) -> DayView:
        return DayView(state, self._strip)

    # What it shows

    @property
    def columns(self) -> tuple[Column, ...]:
        """Everything that holds cards, in the order of reading."""
        return self.days

    def set_foot(self, room: int) -> None:
        """Leave room below the last cards, as for a bar that floats over them."""
        for day in self.days:
            day.cards.set_foot(room)

    def show_board(self, board: WeekBoard) -> None:
        """Show the days of a week, its trips and leave."""
        for view, day in zip(self.days, board.days, strict=True):
            view.show_day(day, board.today)
        self.folded.show_days(board.days[_WORKING_DAYS:])
        if board.monday != self._monday:
            self._monday = board.monday
            self._to_reveal = self.days[_first_shown(board)]
        shown = tuple(day.day for day in board.days)
        self._placed = placed((*board.trips, *board.leave), shown)
        self.arrange()

    def show_proposed(self, tiles: Mapping[date, tuple[Tile, ...]]) -> None:
        """Show what is suggested for these days among their cards; a weekend that has some opens."""
        for view in self.days:
            view.show_proposed(tiles.get(view.day, ()) if view.day else ())
        if any(view.day in tiles for view in self.days[_WORKING_DAYS:]):
            self.open_weekend(True)

    @property
    def weekend_open(self) -> bool:
        """Whether Saturday and Sunday are open."""
        return self._open

    def open_weekend(self, opened: bool) -> None:
        """Open or fold the weekend."""
        if opened == self._open:
            return
        self._open = opened
        self.folded.setVisible(not opened)
        for day in self.days[_WORKING_DAYS:]:
            day.setVisible(opened)
        self.arrange()
        if opened:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().maximum())

    def reveal(self, day: QWidget) -> None:
        """Scroll sideways until a day is in view."""
        self.ensureWidgetVisible(day, 0, 0)

    def _begin_with(self, day: QWidget) -> None:
        """Let a day be the first in view, where it is not in view from Monday on."""
        beside = day.x() + day.width() > self.viewport().width()
        self.horizontalScrollBar().setValue(day.x() if beside else 0)

    # Geometry

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Give every day its place."""
        size = tokens.tokens()["size"]["board"]
        room = self.viewport().width() - LEFT - END
        weekend = self._theme.px(size["weekendFolded"])
        if self._open:
            weekend = 2 * self._theme.px(size["weekendOpen"]) + GAP
        least = self._theme.px(size["day"][0])
        each = max(least, (room - weekend - _WORKING_DAYS * GAP) // _WORKING_DAYS)
        spare = max(0, room - weekend - _WORKING_DAYS * (each + GAP))
        self._place(each, spare)
        self._fade_edges()
        if self._to_reveal is not None and self.isVisible():
            self._begin_with(self._to_reveal)
            self._to_reveal = None
        self.arranged.emit()

    def _place(self, each: int, spare: int) -> None:
        """Put the days beside each other; what division left over goes to the first ones, a pixel each."""
        height = self.viewport().height()
        lane = lanes_height(self._theme, self._visible_bands())
        x = LEFT
        wide = self._theme.px(tokens.tokens()["size"]["board"]["weekendOpen"])
        for number, day in enumerate(self.days):
            working = number < _WORKING_DAYS
            width = each + (1 if number < spare else 0) if working else wide
            day.set_lane(lane)
            day.setGeometry(x - LEFT, 0, LEFT + width + RIGHT, height)
            if working or self._open:
                x += width + GAP
        folded = self._theme.px(tokens.tokens()["size"]["board"]["weekendFolded"])
        if not self._open:
            self.folded.setGeometry(x, 0, folded, height - _FOOT)
            x += folded + GAP
        self._strip.resize(x - GAP + END, height)
        self._place_bands()

    def _fade_edges(self) -> None:
        if self.fade is None and self.horizontalScrollBar().maximum():
            from planner.ui.board.edge_fade import EdgeFade  # where days do not fit beside each other

            self.fade = EdgeFade(self._theme, self, lambda: {day.x() for day in self.days})

    def _visible_bands(self) -> tuple[Placed, ...]:
        if self._open:
            return self._placed
        return tuple(each for each in self._placed if each.first < _WORKING_DAYS)

    def _place_bands(self) -> None:
        height = self._theme.px(BAND)
        shown = self._visible_bands()
        self.bands.setGeometry(
            QRect(0, self._theme.px(HEAD), self._strip.width(), lanes_height(self._theme, shown))
        )
        last_day = 6 if self._open else _WORKING_DAYS - 1
        places = []
        for each in shown:
            first, last = self.days[each.first], self.days[min(each.last, last_day)]
            left, right = first.x() + LEFT, last.x() + last.width() - RIGHT
            top = _ABOVE_BANDS + each.lane * (height + _BETWEEN_LANES)
            places.append((each.band, QRectF(left, top, right - left, height)))
        self.bands.show_bands(tuple(places))

    @property
    def lane(self) -> int:
        """How much room trips and leave take above the cards."""
        return lanes_height(self._theme, self._visible_bands())

    def sizeHint(self) -> QSize:
        """Five comfortable days."""
        return QSize(self._theme.px(800), self._theme.px(600))

    def _change_leave(self, leave: Leave) -> None:
        self._state.desk.command_wanted.emit("leave", Subject(day=leave.first_day))

    def _drag_changed(self) -> None:
        """While cards are dragged the bands are out of their way."""
        dragging = bool(self._state.lifted)
        self.bands.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, dragging)
        if not dragging:
            self._edge.stop()

    def _drop_at(self, tiles: tuple[Tile, ...], place: QPoint) -> None:
        """A card was let go where the weekend opened under it, before the pointer moved again."""
        for day in self.days[_WORKING_DAYS:] if self._open else ():
            within = day.mapFromGlobal(place)
            if day.rect().contains(within):
                day.take(tiles, within)
                return

    def _drag_along(self, place: QPoint) -> None:
        """Scroll sideways while a card is held near the left or right end."""
        at = self.viewport().mapFromGlobal(place)
        self._edge.follow(at.x(), self.viewport().width())


def _first_shown(board: WeekBoard) -> int:
    """Today where it is a working day of this week, else Monday."""
    number = (board.today - board.monday).days
    return number if 0 <= number < _WORKING_DAYS else 0
