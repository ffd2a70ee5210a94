"""The week board: whom to engage, seven days, and what comes later."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from planner.domain.week import monday_of
from planner.queries.week import WeekBoard, week_board
from planner.ui import tokens
from planner.ui.board import header
from planner.ui.board.adding import Adding
from planner.ui.board.ask_card import Answer
from planner.ui.board.column import Column
from planner.ui.board.days import END, GAP, DaysArea
from planner.ui.board.delegate import LEFT, RIGHT, Hit
from planner.ui.board.engage import EngageColumn
from planner.ui.board.header import WeekHeader
from planner.ui.board.later import LaterColumn
from planner.ui.board.narrowing import NarrowedScreen, Narrowing
from planner.ui.board.state import BoardState
from planner.ui.board.tiles import Slot, Tile, TileKind, joint_subject
from planner.ui.board.walk import Walk
from planner.ui.board.wishes import ACTION_COMMANDS, ANSWER_COMMANDS, BAR_COMMANDS, BAR_ROOM, WATCHED
from planner.ui.cards.quick_actions import CardAction
from planner.ui.desk import Desk
from planner.ui.screen import Subject

if TYPE_CHECKING:
    from planner.ui.board.drag_hint import DragHint
    from planner.ui.board.offers import Offer
    from planner.ui.board.proposing import Proposing
    from planner.ui.widgets.selection_bar import SelectionBar

_MARGIN_LEFT, _MARGIN_RIGHT = 16, 14
_BEFORE_DAYS = 24
_MINUTE = 60_000
_SATURDAY = 5


class WeekScreen(NarrowedScreen):
    """The heart of the product. Cards are dragged, or moved by the same commands from keys and menus."""

    watches = WATCHED

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setAccessibleName("Week")
        self._monday = monday_of(desk.today)
        self._board: WeekBoard | None = None
        self._opened_by_drag = False
        self.state = BoardState(desk, self)
        self.header = WeekHeader(desk, self)
        self.engage = EngageColumn(self.state, self)
        self.area = self._make_area()
        self.later = LaterColumn(self.state, self)
        self._bar: SelectionBar | None = None
        self._drag_hint: DragHint | None = None
        self._proposing: Proposing | None = None
        self.columns: tuple[Column, ...] = (self.engage, *self.area.columns, self.later)
        self.walk = self._make_walk()
        self.adding = Adding(desk, self.area, self.walk, self)
        self.narrowing = Narrowing(desk, self.state, self)
        self._midnight = QTimer(self)
        self._midnight.setInterval(_MINUTE)
        self._connect()

    def _connect(self) -> None:
        self.header.week_wanted.connect(self._turn_to)
        self.header.plan.clicked.connect(self._plan_chosen)
        self.header.filter.clicked.connect(self.narrowing.toggle)
        self.narrowing.changed.connect(self.refresh_soon)
        self.narrowing.arranged.connect(self._arrange)
        self.narrowing.left.connect(self.walk.focus_here)
        self._midnight.timeout.connect(self._look_at_the_clock)
        self.area.folded.open_wanted.connect(self._open_weekend)
        self.area.arranged.connect(self._follow_days)
        # Queued: it is wanted in the midst of the column's own layout.
        self.engage.rest_wanted.connect(self.refresh_soon, Qt.ConnectionType.QueuedConnection)
        self.state.selection.changed.connect(self._show_selected)
        self.state.lifted_changed.connect(self._drag_changed)
        self.state.offered.connect(self._hint)
        self.desk.theme.changed.connect(self._arrange)
        for column in self.columns:
            self._connect_column(column)

    def _connect_column(self, column: Column) -> None:
        cards = column.cards
        column.dropped.connect(self._drop)
        cards.opened.connect(lambda tile: self._want("open", tile.subject))
        cards.clicked_on.connect(self._click)
        cards.menu_wanted.connect(self._show_menu)
        cards.drag_wanted.connect(self._drag)

    def _make_area(self) -> DaysArea:
        return DaysArea(self.state, self)

    def _make_walk(self) -> Walk:
        return Walk(self.columns, self._reveal, self)

    # What it shows

    def refresh(self) -> None:
        """Ask for the week again; scrolling, focus and choice stay."""
        spot = self.walk.spot()
        board = week_board(
            self.desk.library,
            self.desk.today,
            self._monday,
            only=self.narrowing.ask(),
            shares=self.desk.shares,
            engage_shown=self.engage.wanted,
        )
        self._board = board
        self.header.show_board(board)
        self.engage.show_people(board.engage, board.today)
        self.area.show_board(board)
        self.later.show_later(board, spot.tile.key if spot is not None else "")
        self._know_tiles()
        if spot is not None:
            if self._is_folded_away(spot.tile.key):
                self.area.open_weekend(True)
            self.walk.return_to(spot)
        if self._proposing is not None:
            self._proposing.refreshed(board)

    def _know_tiles(self) -> None:
        self.state.tiles = {tile.key: tile for column in self.columns for tile in column.cards.tiles}
        self.state.selection.keep(self.state.tiles)

    def _is_folded_away(self, key: str) -> bool:
        """Whether a card has gone to the weekend while that is folded."""
        return any(
            column.cards.column.row_of(key) is not None for column in self.columns if column.isHidden()
        )

    @property
    def board(self) -> WeekBoard | None:
        """The answer that is shown."""
        return self._board

    @property
    def monday(self) -> date:
        """The first day of the week that is shown."""
        return self._monday

    def subject(self) -> Subject:
        """The chosen cards, else the one that the keyboard is on."""
        chosen = self.state.known(self.state.selection.keys)
        if chosen:
            return joint_subject(chosen)
        current = self.walk.current()
        return current.subject if current is not None else Subject()

    # Weeks

    def previous_week(self) -> None:
        """Show the week before."""
        self._turn_to(-1)

    def next_week(self) -> None:
        """Show the week after."""
        self._turn_to(1)

    def this_week(self) -> None:
        """Show the week that today is in."""
        self._turn_to(0)

    def weekend(self) -> None:
        """Open or fold the weekend."""
        self._open_weekend(False, opened=not self.area.weekend_open)

    def quick_add(self) -> None:
        """Open the line that adds to the day the keyboard is in, else to the next one."""
        self.adding.begin()

    def _turn_to(self, step: int) -> None:
        monday = self._monday + timedelta(days=7 * step) if step else monday_of(self.desk.today)
        self.show_week(monday)

    def show_week(self, day: date) -> None:
        """Show the week that a day is in."""
        if (monday := monday_of(day)) != self._monday:
            self._monday = monday
            self.refresh_soon()
            self.desk.announced.emit(f"{self.header.title.text()}, {self.header.week.text()}")

    def _look_at_the_clock(self) -> None:
        """Move on with midnight."""
        if self._board is not None and self._board.today != self.desk.today:
            if monday_of(self._board.today) == self._monday:
                self._monday = monday_of(self.desk.today)
            self.refresh_soon()

    # Commands

    def _want(self, command: str, subject: Subject) -> None:
        self.desk.command_wanted.emit(command, subject)

    def _plan_chosen(self) -> None:
        """Plan with those whose cards are chosen, else with nobody yet: a button knows no focused card."""
        self._want("new_plan", joint_subject(self.state.known(self.state.selection.keys)))

    def _click(self, tile: Tile, hit: Hit) -> None:
        if isinstance(hit, Answer):
            self._want(ANSWER_COMMANDS[hit], tile.subject)
        elif hit in ACTION_COMMANDS:
            self._want(ACTION_COMMANDS[hit], tile.subject)
        elif hit is CardAction.MORE:
            self._show_menu(tile, self.cursor().pos())
        elif hit is CardAction.RETRY:
            self.desk.unsaved.retry(tile.subject)

    def _show_menu(self, tile: Tile, place: QPoint) -> None:
        from planner.ui.board.menu import show_menu  # at the first menu

        chosen = self.state.known(self.state.selection.keys)
        tiles = chosen if tile in chosen else (tile,)
        show_menu(self.desk, tiles, place, self)

    # Suggesting

    @property
    def proposing(self) -> Proposing:
        """What suggests a plan, made when one is first asked for."""
        if self._proposing is None:
            from planner.ui.board.proposing import Proposing

            self._proposing = Proposing(self)
            self._proposing.changed.connect(self._suggestion_changed)
            self._proposing.work.appeared.connect(lambda: self.state.hold(True))
            self._proposing.work.ended.connect(lambda: self.state.hold(False))
        return self._proposing

    def run_suggestion(self, command_id: str, subject: Subject) -> None:
        """Do what a command says about a suggested plan."""
        self.proposing.run(command_id, subject)

    def _suggestion_changed(self) -> None:
        self._know_tiles()
        self._show_selected()

    # Dragging

    def _drag(self, tile: Tile, held: QPointF) -> None:
        from planner.ui.board.carrying import drag_cards  # at the first drag

        source = next(column for column in self.columns if tile in column.cards.tiles)
        drag_cards(source.cards, self.state, tile, held, self.area.days[0].card_width)

    def _drop(self, offer: Offer) -> None:
        if any(placing.day.weekday() >= _SATURDAY for placing in offer.placings):
            self._opened_by_drag = False
        self.state.put_down()
        from planner.ui.board.drop import carry_out  # and with it Peewee, at the first drop

        keys = carry_out(self.desk, offer)
        for key in keys:
            if self.walk.focus_key(key):
                break

    def _hint(self, slot: Slot | None, words_at: QRect, pointer: QPoint) -> None:
        """Say beside the dragged card what a drop would do, where the card hides it."""
        if self._drag_hint is None:
            if slot is None:
                return
            from planner.ui.board.drag_hint import DragHint  # at the first drag

            self._drag_hint = DragHint(self.desk.theme, self)
        self._drag_hint.say(slot, words_at, self.state.ghost.translated(pointer))

    def _drag_changed(self) -> None:
        dragging = bool(self.state.lifted)
        if self._bar is not None:
            self._bar.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, dragging)
        if dragging:
            self.desk.lifted.emit()
        if not dragging and self._opened_by_drag:
            self._opened_by_drag = False
            self.area.open_weekend(False)

    def _open_weekend(self, by_drag: bool, *, opened: bool = True) -> None:
        self._opened_by_drag = by_drag
        focused = QApplication.focusWidget()
        self.area.open_weekend(opened)
        if focused is not None and self.isAncestorOf(focused):
            self.walk.focus_here()

    # Choosing

    @property
    def bar(self) -> SelectionBar:
        """The bar of what can be done with the chosen cards, made when the first one is chosen."""
        if self._bar is None:
            from planner.ui.widgets.selection_bar import SelectionBar

            self._bar = SelectionBar(self.desk.theme, self, [(label, "") for label in BAR_COMMANDS])
            self._bar.follow_keys(self.desk.keys, BAR_COMMANDS)
            self._bar.chosen.connect(lambda label: self._want(BAR_COMMANDS[label], self.subject()))
            self._bar.cleared.connect(self._clear)
        return self._bar

    def _clear(self) -> None:
        self.state.selection.clear()
        self.walk.focus_here()

    def _show_selected(self) -> None:
        """Show the bar for the chosen cards; suggested ones are for the bar of the suggestion."""
        chosen = self.state.known(self.state.selection.keys)
        count = sum(tile.kind is not TileKind.PROPOSAL for tile in chosen)
        if count or self._bar is not None:
            self.bar.show_selection(f"{len(chosen)} selected" if count else "")
        suggesting = self._proposing is not None and self._proposing.bar.isVisible()
        room = BAR_ROOM * (bool(count) + suggesting)
        for column in (self.engage, self.later):
            column.cards.set_foot(room)
        self.area.set_foot(room)

    # Geometry

    def _arrange(self) -> None:
        theme, size = self.desk.theme, tokens.tokens()["size"]["board"]
        self.header.setGeometry(0, 0, self.width(), theme.px(header.HEIGHT))
        self.header.show_filter(self.narrowing.shown)
        top = self.narrowing.place(theme.px(header.HEIGHT), self.width())
        height = self.height() - top
        engage, later = theme.px(size["toEngage"]), theme.px(size["later"])
        self.engage.setGeometry(_MARGIN_LEFT - LEFT, top, LEFT + engage + RIGHT, height)
        left = _MARGIN_LEFT + engage + _BEFORE_DAYS
        right = self.width() - _MARGIN_RIGHT - later
        self.later.setGeometry(right - LEFT, top, LEFT + later + RIGHT, height)
        self.area.setGeometry(left - LEFT, top, right - GAP + END - left + LEFT, height)

    def _follow_days(self) -> None:
        self.later.set_lane(self.area.lane)

    def _reveal(self, column: Column) -> None:
        if column in self.area.columns:
            self.area.reveal(column)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that no card needed puts a suggested plan away, or shows everybody again."""
        if event.key() == Qt.Key.Key_Escape and self._proposing is not None and self._proposing.proposal:
            self._proposing.close()
        else:
            super().keyPressEvent(event)

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
