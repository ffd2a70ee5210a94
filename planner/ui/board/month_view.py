"""The month board: whom to engage, six weeks of days, and what comes later."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from planner.domain import words
from planner.domain.week import monday_of
from planner.queries.month import MonthBoard, month_board
from planner.ui import tokens
from planner.ui.board import header
from planner.ui.board.carrying import carry, picked_up
from planner.ui.board.delegate import LEFT, RIGHT, Hit
from planner.ui.board.drag import EdgeScroll
from planner.ui.board.engage import EngageColumn
from planner.ui.board.later import LaterColumn
from planner.ui.board.menu import show_day_menu, show_menu
from planner.ui.board.month_chip import chip_picture
from planner.ui.board.month_grid import MonthGrid
from planner.ui.board.month_header import MonthHeader
from planner.ui.board.month_sheet import Stop
from planner.ui.board.month_walk import MonthWalk, Spot
from planner.ui.board.narrowing import NarrowedScreen, Narrowing
from planner.ui.board.offers import Offer
from planner.ui.board.state import BoardState
from planner.ui.board.tiles import Tile, joint_subject
from planner.ui.board.wishes import ACTION_COMMANDS, BAR_COMMANDS, BAR_ROOM, WATCHED
from planner.ui.cards.drag_picture import drag_margin
from planner.ui.cards.quick_actions import CardAction
from planner.ui.desk import Desk
from planner.ui.screen import Subject
from planner.ui.widgets.selection_bar import SelectionBar

_MARGIN_LEFT, _MARGIN_RIGHT = 16, 14
_BETWEEN = 20
_HEAD_ABOVE = 4
_CHIP_WIDTH = 140
_MINUTE = 60_000


class MonthScreen(NarrowedScreen):
    """A month to look ahead in. Chips are dragged as cards are in the week, or moved by the same commands."""

    watches = WATCHED

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setAccessibleName("Month")
        self._first = desk.today.replace(day=1)
        self._wanted_day: date | None = desk.today
        self._board: MonthBoard | None = None
        self.state = BoardState(desk, self)
        self.header = MonthHeader(desk, self)
        self.engage = EngageColumn(self.state, self)
        self.area = QScrollArea(self)
        self.grid = MonthGrid(self.state, self.area)
        self.later = LaterColumn(self.state, self)
        self.columns = (self.engage, self.later)
        self.bar = SelectionBar(desk.theme, self, [(label, "") for label in BAR_COMMANDS])
        self.bar.follow_keys(desk.keys, BAR_COMMANDS)
        self.walk = MonthWalk(self.engage.cards, self.grid, self.later.cards, self)
        self._down = EdgeScroll(self.area.verticalScrollBar(), self)
        self._across = EdgeScroll(self.area.horizontalScrollBar(), self)
        self.narrowing = Narrowing(desk, self.state, self)
        self._midnight = QTimer(self)
        self._midnight.setInterval(_MINUTE)
        self._dress()
        self._connect()

    def _dress(self) -> None:
        self.area.setWidget(self.grid)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.viewport().setAutoFillBackground(False)
        self.grid.setAutoFillBackground(False)

    def _connect(self) -> None:
        self.header.week_wanted.connect(self._turn_to)
        self.header.plan.clicked.connect(self._plan_chosen)
        self.header.filter.clicked.connect(self.narrowing.toggle)
        self.narrowing.changed.connect(self.refresh_soon)
        self.narrowing.arranged.connect(self._arrange)
        self.narrowing.left.connect(self.walk.focus_here)
        self._midnight.timeout.connect(self._look_at_the_clock)
        self.bar.chosen.connect(lambda label: self._want(BAR_COMMANDS[label], self.subject()))
        self.bar.cleared.connect(self._clear)
        self.state.selection.changed.connect(self._show_selected)
        self.state.lifted_changed.connect(self._drag_changed)
        self.desk.theme.changed.connect(self._arrange)
        self.grid.week_wanted.connect(self.desk.week_wanted.emit)
        self.grid.arranged.connect(self._know_tiles)
        self.grid.went.connect(self._reveal)
        self.grid.dragged_over.connect(self._drag_along)
        self.grid.drag_left.connect(self._stop_scrolling)
        self.grid.drag_wanted.connect(lambda tile, held: self._drag(self.grid, tile, held))
        self.grid.opened.connect(lambda tile: self._want("open", tile.subject))
        self.grid.menu_wanted.connect(self._show_menu)
        self.grid.day_menu_wanted.connect(lambda day, place: show_day_menu(self.desk, day, place, self))
        self.grid.leave_wanted.connect(lambda leave: self._want("leave", Subject(day=leave.first_day)))
        self.grid.dropped.connect(self._drop)
        for column in self.columns:
            cards = column.cards
            column.dropped.connect(self._drop)
            cards.opened.connect(lambda tile: self._want("open", tile.subject))
            cards.clicked_on.connect(self._click)
            cards.menu_wanted.connect(self._show_menu)
            cards.drag_wanted.connect(lambda tile, held, cards=cards: self._drag(cards, tile, held))

    # What it shows

    def refresh(self) -> None:
        """Ask for the month again; focus and choice stay."""
        spot = self.walk.spot()
        only = self.narrowing.ask()
        board = month_board(
            self.desk.library, self.desk.today, self._first, only=only, shares=self.desk.shares
        )
        self._board = board
        self.header.show_month(board)
        self.engage.show_people(board.engage, board.today)
        self.grid.setAccessibleName(words.month_title(board.first))
        self.grid.show_month(board)
        self.later.show_later(board, spot.tile.key if spot.tile is not None else "")
        self._know_tiles()
        self.state.selection.keep(self.state.tiles)
        self._come_back(spot)

    def _come_back(self, spot: Spot) -> None:
        """Go to the day that was asked for, else to where the keyboard was."""
        day, self._wanted_day = self._wanted_day, None
        number = self.grid.number_of(day) if day is not None else -1
        if number < 0 or spot.here is not self.grid:
            self.walk.return_to(spot)
        if number >= 0:
            self.grid.set_day(number)

    def _know_tiles(self) -> None:
        tiles = (*self.engage.cards.tiles, *self.grid.tiles, *self.later.cards.tiles)
        self.state.tiles = {tile.key: tile for tile in tiles}

    @property
    def first(self) -> date:
        """The first day of the month that is shown."""
        return self._first

    @property
    def day(self) -> date:
        """The day that the keyboard is on, or was on last."""
        days = self.grid.days
        return days[self.grid.stop.day].day if days else self._first

    @property
    def monday(self) -> date:
        """The first day of the week that the keyboard is in, or was in last."""
        return monday_of(self.day)

    def subject(self) -> Subject:
        """The chosen cards, else the one that the keyboard is on."""
        chosen = self.state.known(self.state.selection.keys)
        if chosen:
            return joint_subject(chosen)
        current = self.walk.current()
        return current.subject if current is not None else Subject()

    # Months

    def previous_month(self) -> None:
        """Show the month before."""
        self._turn_to(-1)

    def next_month(self) -> None:
        """Show the month after."""
        self._turn_to(1)

    def this_month(self) -> None:
        """Show the month that today is in, and go to today."""
        self._turn_to(0)

    def weekend(self) -> None:
        """Make weekends as wide as other days, or narrow again."""
        self.grid.open_weekend(not self.grid.weekend_open)

    def show_week(self, monday: date) -> None:
        """Show the month of a week: today's where today is in it, else that of the week's middle."""
        today = self.desk.today
        if monday_of(today) == monday_of(monday):
            self._show(today.replace(day=1), today)
        else:
            self._show((monday + timedelta(days=3)).replace(day=1), monday)

    def _turn_to(self, step: int) -> None:
        if not step:
            self._show(self.desk.today.replace(day=1), self.desk.today)
            return
        months = self._first.year * 12 + self._first.month - 1 + step
        first = date(months // 12, months % 12 + 1, 1)
        self._show(first, first)

    def _show(self, first: date, day: date) -> None:
        changed, self._first, self._wanted_day = first != self._first, first, day
        self.refresh_soon()
        if changed:
            self.desk.announced.emit(words.month_title(first))

    def _look_at_the_clock(self) -> None:
        """Move on with midnight."""
        if self._board is not None and self._board.today != self.desk.today:
            if self._board.today.replace(day=1) == self._first:
                self._first = self.desk.today.replace(day=1)
            self.refresh_soon()

    # Commands

    def _want(self, command: str, subject: Subject) -> None:
        self.desk.command_wanted.emit(command, subject)

    def _plan_chosen(self) -> None:
        """Plan with those whose cards are chosen, else with nobody yet."""
        self._want("new_plan", joint_subject(self.state.known(self.state.selection.keys)))

    def _click(self, tile: Tile, hit: Hit) -> None:
        if hit is CardAction.MORE:
            self._show_menu(tile, self.cursor().pos())
        elif hit is CardAction.RETRY:
            self.desk.unsaved.retry(tile.subject)
        elif isinstance(hit, CardAction):
            self._want(ACTION_COMMANDS[hit], tile.subject)

    def _show_menu(self, tile: Tile, place: QPoint) -> None:
        chosen = self.state.known(self.state.selection.keys)
        show_menu(self.desk, chosen if tile in chosen else (tile,), place, self)

    # Dragging

    def _drag(self, source: QWidget, tile: Tile, held: QPointF) -> None:
        theme, keys = self.desk.theme, picked_up(self.state, tile)
        width = theme.px(_CHIP_WIDTH)
        picture = chip_picture(theme, tile, width, source.devicePixelRatioF(), len(keys))
        margin = drag_margin(theme)
        spot = QPoint(round(min(held.x(), width - 8)), round(min(held.y(), theme.px(16))))
        carry(source, self.state, keys, picture, spot + QPoint(margin, margin))

    def _drop(self, offer: Offer) -> None:
        self.state.put_down()
        from planner.ui.board.drop import carry_out  # and with it Peewee, at the first drop

        keys = carry_out(self.desk, offer)
        if not any(self.walk.focus_key(key) for key in keys) and keys and offer.placings:
            self.grid.focus_day(offer.placings[0].day)

    def _drag_changed(self) -> None:
        dragging = bool(self.state.lifted)
        self.bar.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, dragging)
        if dragging:
            self.desk.lifted.emit()
        else:
            self._stop_scrolling()

    def _drag_along(self, place: QPointF) -> None:
        """Scroll while a card is held near an edge, where the month does not fit."""
        at = self.grid.mapTo(self.area.viewport(), place.toPoint())
        self._down.follow(at.y(), self.area.viewport().height())
        self._across.follow(at.x(), self.area.viewport().width())

    def _stop_scrolling(self) -> None:
        self._down.stop()
        self._across.stop()

    # Choosing

    def _clear(self) -> None:
        self.state.selection.clear()
        self.walk.focus_here()

    def _show_selected(self) -> None:
        count = len(self.state.selection)
        self.bar.show_selection(f"{count} selected" if count else "")
        for column in self.columns:
            column.cards.set_foot(BAR_ROOM if count else 0)
        self.grid.set_room(self.area.viewport().height(), BAR_ROOM if count else 0)

    def _reveal(self, stop: Stop) -> None:
        if stop.day < len(self.grid.layout_now.days):
            rect = self.grid.place_of(stop).toRect()
            below = BAR_ROOM if len(self.state.selection) else 0
            self.area.ensureVisible(rect.center().x(), rect.top(), rect.width() // 2 + 4, 4)
            self.area.ensureVisible(rect.center().x(), rect.bottom() + below, rect.width() // 2 + 4, 4)

    # Geometry

    def _arrange(self) -> None:
        theme, size = self.desk.theme, tokens.tokens()["size"]["board"]
        self.header.setGeometry(0, 0, self.width(), theme.px(header.HEIGHT))
        self.header.show_filter(self.narrowing.shown)
        top = self.narrowing.place(theme.px(header.HEIGHT), self.width())
        height = self.height() - top
        engage, later = theme.px(size["toEngage"]), theme.px(size["later"])
        self.engage.setGeometry(_MARGIN_LEFT - LEFT, top, LEFT + engage + RIGHT, height)
        left = _MARGIN_LEFT + engage + _BETWEEN
        right = self.width() - _MARGIN_RIGHT - later
        self.later.setGeometry(right - LEFT, top, LEFT + later + RIGHT, height)
        self.area.setGeometry(left - _HEAD_ABOVE, top, right - _BETWEEN - left + 2 * _HEAD_ABOVE, height)
        self.grid.set_room(self.area.viewport().height(), BAR_ROOM if len(self.state.selection) else 0)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_at_the_clock()
        self._midnight.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._midnight.stop()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the cards."""
        self.walk.focus_here(event.reason())
