"""The week by layers: a lane for each of them, from top to bottom, with the days as columns."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from planner.queries.people import LayerCount, layers
from planner.queries.week import WeekBoard
from planner.ui.board.column import HEAD, Column
from planner.ui.board.day import DayView
from planner.ui.board.days import DaysArea
from planner.ui.board.delegate import LEFT, RIGHT, TOP
from planner.ui.board.drag import EdgeScroll
from planner.ui.board.lane_cell import NO_LAYER, LaneCell, LaneDay
from planner.ui.board.lane_head import HEIGHT as LANE_HEAD
from planner.ui.board.lane_head import LaneHead
from planner.ui.board.state import BoardState

_BETWEEN = 0
_LEAST = 22
_DAY_FOOT = 34
_NOBODY = LayerCount(id=0, hue="", name="", short_name="", rhythm_days=None, people=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A head, and a cell for each day."""

    head: LaneHead
    cells: tuple[LaneCell, ...]


class LanesArea(DaysArea):
    """The days as in the week, their cards in lanes that scroll together. Somebody in no layer has a lane
    at the end, where there is anybody."""

    lanes_made = Signal()

    def __init__(self, state: BoardState, parent: QWidget | None = None) -> None:
        self.lanes: list[Lane] = []
        self._layers: tuple[LayerCount, ...] = ()
        self._foot = 0
        super().__init__(state, parent)
        self.body = QScrollArea(self._strip)
        self.body.setViewport(QWidget(self.body))
        self._sheet = QWidget(self.body.viewport())
        self.body.setWidget(self._sheet)
        self._dress_body()
        self._down = EdgeScroll(self.body.verticalScrollBar(), self)
        self._know_layers()

    def _make_day(self, state: BoardState) -> DayView:
        return LaneDay(state, self._strip)

    def _dress_body(self) -> None:
        self.body.setFrameShape(QFrame.Shape.NoFrame)
        self.body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.viewport().setAutoFillBackground(False)
        self._sheet.setAutoFillBackground(False)
        self.bands.raise_()
        self.folded.raise_()

    # What it shows

    @property
    def columns(self) -> tuple[Column, ...]:
        """The cells, lane by lane."""
        return tuple(cell for lane in self.lanes for cell in lane.cells)

    def show_board(self, board: WeekBoard) -> None:
        """Show the days of a week by layers."""
        self._know_layers()
        super().show_board(board)

    def set_foot(self, room: int) -> None:
        """Leave room below the last lane."""
        if room != self._foot:
            self._foot = room
            self._place_lanes()

    def reveal(self, day: QWidget) -> None:
        """Scroll until a cell, and the card that the keyboard is on there, are in view."""
        if not isinstance(day, LaneCell):
            super().reveal(day)
            return
        self.ensureWidgetVisible(day.of, 0, 0)
        card = day.cards.card_rect(max(0, day.cards.currentIndex().row())).toRect()
        at = day.mapTo(self._sheet, card.center())
        half = card.height() // 2 + TOP
        self.body.ensureVisible(at.x(), at.y() - half, 0, 0)
        self.body.ensureVisible(at.x(), at.y() + half + self._foot, 0, 0)

    def _know_layers(self) -> None:
        """Have a lane for each layer, and the one for nobody's layer."""
        self._layers = (*layers(self._state.desk.library), _NOBODY)
        missing = len(self._layers) - len(self.lanes)
        for _ in range(missing):
            self._add_lane()
        for number, lane in enumerate(self.lanes):
            for cell in lane.cells:
                name = self._layers[number].name if number < len(self._layers) else None
                cell.show_layer(name if name is not None else f"\0{number}")
        if missing > 0:
            self.lanes_made.emit()

    def _add_lane(self) -> None:
        cells = []
        for day in self.days:
            assert isinstance(day, LaneDay)
            cell = LaneCell(self._state, day, self._sheet)
            cell.grown.connect(self._place_lanes)
            cell.dragged_over.connect(self._drag_along)
            day.cells.append(cell)
            cells.append(cell)
        for cell in reversed(cells):
            cell.raise_()
        self.lanes.append(Lane(head=LaneHead(self._theme, self._sheet), cells=tuple(cells)))

    # Geometry

    def _place(self, each: int, spare: int) -> None:
        super()._place(each, spare)
        top = self._theme.px(HEAD) + self.lane
        foot = self._theme.px(_DAY_FOOT)
        self.body.setGeometry(0, top, self._strip.width(), max(0, self._strip.height() - top - foot))
        self._place_lanes()

    def _place_lanes(self) -> None:
        """Give each lane the height of its fullest day."""
        head, y = self._theme.px(LANE_HEAD), 0
        shown = [day for day in self.days if not day.isHidden()]
        right = max((day.x() + day.width() - RIGHT for day in shown), default=0)
        for number, lane in enumerate(self.lanes):
            tiles = tuple(tile for cell in lane.cells for tile in cell.cards.tiles)
            layer = self._layers[number] if number < len(self._layers) else _NOBODY
            lives = bool(layer.name) or bool(tiles) or any(cell.target for cell in lane.cells)
            lane.head.setVisible(lives)
            lane.head.show_layer(layer, layer.name or NO_LAYER, tiles)
            lane.head.setGeometry(LEFT, y, right - LEFT, head)
            high = max(cell.needed(cell.of.width()) for cell in lane.cells)
            high = max(high, self._theme.px(_LEAST))
            for cell in lane.cells:
                day = cell.of
                cell.setVisible(lives and not day.isHidden())
                cell.setGeometry(day.x(), y + head - TOP + 4, day.width(), high)
            if lives:
                y += head - TOP + 4 + high + _BETWEEN
        self._sheet.setGeometry(0, 0, self._strip.width(), y + self._foot)

    # Dragging

    def _drag_along(self, place: QPoint) -> None:
        """Scroll both ways while a card is held near an edge."""
        super()._drag_along(place)
        y = self.body.viewport().mapFromGlobal(place).y()
        self._down.follow(y, self.body.viewport().height())

    def _drag_changed(self) -> None:
        super()._drag_changed()
        if not self._state.lifted:
            self._down.stop()
