"""The days of a month as they are handled: hovered, clicked, chosen, picked up, walked through."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from planner.queries.days_off import Leave
from planner.queries.month import MonthBoard
from planner.ui.board.card_view import AS_BEFORE
from planner.ui.board.month_sheet import MonthSheet, Stop
from planner.ui.board.state import BoardState
from planner.ui.board.tiles import Tile

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WEEK = 7


class MonthGrid(MonthSheet):
    """Tells what is wanted; the screen decides what it means."""

    opened = Signal(object)  # a Tile: Enter, or a double click
    week_wanted = Signal(object)  # the date whose week should be shown
    menu_wanted = Signal(object, QPoint)  # a Tile, and where on the screen
    day_menu_wanted = Signal(object, QPoint)  # a date, and where on the screen
    leave_wanted = Signal(object)  # the stretch of leave whose band was clicked
    drag_wanted = Signal(object, QPointF)  # a Tile, and the point of its chip that is held
    went = Signal(object)  # the Stop that the keyboard is on
    left_behind = Signal(int, int)  # -1 or 1 to the side, from this height on the screen

    def __init__(self, state: BoardState, parent: QWidget | None = None) -> None:
        super().__init__(state, parent)
        self._pressed: Stop | None = None
        self._pressed_at = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_month(self, board: MonthBoard) -> None:
        """Show a month; the keyboard stays on its day where that day is shown."""
        super().show_month(board)
        self._stay()

    def current(self) -> Tile | None:
        """The chip that the keyboard is on."""
        return self.tile_at(self.stop)

    def set_stop(self, stop: Stop) -> None:
        """Put the keyboard on a stop, without taking the focus."""
        before, self.stop = self.stop, stop
        self.update_stop(before)
        self.update_stop(stop)
        said = self.words_at(stop)
        self.setAccessibleDescription(said)
        self.went.emit(stop)

    def set_day(self, day: int) -> None:
        """Let the keyboard be on a day when it comes here, unless it is on that day already."""
        if day != self.stop.day:
            self.stop = Stop(day=day)
            self.setAccessibleDescription(self.words_at(self.stop))
            self.update()

    def focus_stop(self, stop: Stop) -> None:
        """Put the keyboard on a stop, with the ring."""
        self.by_keyboard = True
        self.set_stop(stop)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_day(self, day: date) -> None:
        """Put the keyboard on the last stop of a day, if that day is shown."""
        number = self.number_of(day)
        if number >= 0:
            self.focus_stop(Stop(day=number, item=self._last(number)))

    def enter(self, way: int, height: int) -> None:
        """Come in from the side, at a height on the screen: 1 from the left, -1 from the right."""
        y = self.mapFromGlobal(QPoint(0, height)).y()
        x = 0 if way > 0 else self.width()
        day = self.layout_now.day_at(QPointF(x, y))
        shown = len(self.tiles_on(day))
        items = range(shown) if shown else (-1,)
        item = min(items, key=lambda each: abs(self.place_of(Stop(day=day, item=each)).center().y() - y))
        self._go(Stop(day=day, item=item))

    def _go(self, stop: Stop) -> None:
        """Step there, and say what is there."""
        self.focus_stop(stop)
        self.state.desk.announced.emit(self.words_at(stop))

    def _stay(self) -> None:
        last = len(self.tiles_on(self.stop.day)) - 1
        self.stop = Stop(day=min(self.stop.day, len(self.days) - 1), item=min(self.stop.item, last))

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.by_keyboard = False
        stop = self._stop_at(event.position())
        if stop is None:
            return
        self._pressed, self._pressed_at = stop, event.position()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.set_stop(stop)
        tile = self.current()
        if tile is None:
            self.state.selection.clear()
        elif event.button() is Qt.MouseButton.LeftButton:
            self._choose_with(event.modifiers(), tile)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() == Qt.MouseButton.NoButton:
            stop = self._stop_at(event.position())
            self._hover(stop if stop is not None and stop.item >= 0 else None)
        elif event.buttons() & Qt.MouseButton.LeftButton and self._pressed is not None:
            way = (event.position() - self._pressed_at).manhattanLength()
            if way >= QApplication.startDragDistance():
                self._pick_up(self._pressed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        stop, self._pressed = self._pressed, None
        if stop is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if stop != self._stop_at(event.position()):
            return
        tile = self.tile_at(stop)
        if isinstance(band := self.band_at(event.position()), Leave):
            self.leave_wanted.emit(band)
        elif tile is None and stop.item >= 0:
            self.week_wanted.emit(self.days[stop.day].day)
        elif tile is not None and event.modifiers() in (_PLAIN, _KEYPAD):
            self.state.selection.choose((tile.key,), tile.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        stop = self._stop_at(event.position())
        if stop is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        tile = self.tile_at(stop)
        if tile is not None:
            self.opened.emit(tile)
        else:
            self.week_wanted.emit(self.days[stop.day].day)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the chip under the pointer, or of the one the keyboard is on."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            stop = self._stop_at(QPointF(event.pos()))
            tile = self.tile_at(stop)
            if stop is not None:
                self.set_stop(stop)
            if tile is not None:
                self.menu_wanted.emit(tile, event.globalPos())
            elif stop is not None:
                self.day_menu_wanted.emit(self.days[stop.day].day, event.globalPos())
        else:
            self._menu_at_current()
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def _stop_at(self, place: QPointF) -> Stop | None:
        day, item = self.layout_now.item_at(place)
        return Stop(day=day, item=item) if day >= 0 else None

    def _hover(self, stop: Stop | None) -> None:
        if stop != self.hovered:
            before, self.hovered = self.hovered, stop
            self.update_stop(before)
            self.update_stop(stop)

    def _pick_up(self, stop: Stop) -> None:
        self._pressed = None
        tile = self.tile_at(stop)
        if tile is not None:
            self._hover(None)
            self.drag_wanted.emit(tile, self._pressed_at - self.place_of(stop).topLeft())

    def _choose_with(self, modifiers: Qt.KeyboardModifier, tile: Tile) -> None:
        if modifiers & _CONTROL:
            self.state.selection.toggle(tile.key)
        elif modifiers & _SHIFT:
            self._choose_to(tile)

    def _choose_to(self, tile: Tile) -> None:
        """Choose everything from where the range began to a chip, both included."""
        keys = [each.key for each in self.tiles]
        anchor = self.state.selection.anchor
        begin = keys.index(anchor) if anchor in keys else keys.index(tile.key)
        first, last = sorted((begin, keys.index(tile.key)))
        self.state.selection.choose(keys[first : last + 1], keys[begin])

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keep Enter where no person is: there it opens the week and not a page."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            modifiers = event.modifiers() & ~_KEYPAD
            if self.current() is None and event.key() in _ENTER and modifiers == _PLAIN:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, choose, open; every other key belongs to the window's commands."""
        self.by_keyboard = True
        modifiers = event.modifiers() & ~_KEYPAD
        handled = False
        if modifiers in (_PLAIN, _SHIFT):
            handled = self._walk(event.key(), extending=modifiers == _SHIFT)
        if not handled and modifiers == _PLAIN:
            handled = self._act(event.key())
        if not handled and modifiers == _SHIFT and event.key() == Qt.Key.Key_F10:
            self._menu_at_current()
            handled = True
        event.setAccepted(handled)

    def _walk(self, key: int, *, extending: bool) -> bool:
        to = self._next(key)
        if to is None:
            return False
        begin = self.current()
        if to != self.stop:
            self._go(to)
            if extending and (tile := self.current()) is not None:
                if begin is not None and not len(self.state.selection):
                    self.state.selection.begin_at(begin.key)
                self._choose_to(tile)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not extending:
            height = self.mapToGlobal(self.place_of(self.stop).center().toPoint()).y()
            self.left_behind.emit(1 if key == Qt.Key.Key_Right else -1, height)
        return True

    def _next(self, key: int) -> Stop | None:
        """Where an arrow leads: the same stop where it leads nowhere, None for other keys."""
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return self._beside(1 if key == Qt.Key.Key_Right else -1)
        if key == Qt.Key.Key_Down:
            return self._below()
        return self._above() if key == Qt.Key.Key_Up else None

    def _beside(self, way: int) -> Stop:
        weekday = self.stop.day % _WEEK + way
        if not 0 <= weekday < _WEEK:
            return self.stop
        day = self.stop.day + way
        return Stop(day=day, item=min(max(self.stop.item, 0), self._last(day)))

    def _below(self) -> Stop:
        if self.stop.item < self._last(self.stop.day):
            return Stop(day=self.stop.day, item=self.stop.item + 1)
        day = self.stop.day + _WEEK
        return Stop(day=day, item=min(0, self._last(day))) if day < len(self.days) else self.stop

    def _above(self) -> Stop:
        if self.stop.item >= 0:
            return Stop(day=self.stop.day, item=self.stop.item - 1)
        day = self.stop.day - _WEEK
        return Stop(day=day, item=self._last(day)) if day >= 0 else self.stop

    def _last(self, day: int) -> int:
        """The last stop of a day: its line for the others, else its last chip, else the day itself."""
        return len(self.tiles_on(day)) - (0 if self.has_more(day) else 1)

    def _act(self, key: int) -> bool:
        tile = self.current()
        if key in _ENTER and self.days:
            if tile is not None:
                self.opened.emit(tile)
            else:
                self.week_wanted.emit(self.days[self.stop.day].day)
            return True
        if key == Qt.Key.Key_Space:
            if tile is not None:
                self.state.selection.toggle(tile.key)
            return True
        if key == Qt.Key.Key_Escape and len(self.state.selection):
            self.state.selection.clear()
            return True
        return False

    def _menu_at_current(self) -> None:
        tile, place = self.current(), self.mapToGlobal(self.place_of(self.stop).center().toPoint())
        if tile is not None:
            self.menu_wanted.emit(tile, place)
        elif self.days:
            self.day_menu_wanted.emit(self.days[self.stop.day].day, place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in AS_BEFORE:
            self.by_keyboard = True
        self.went.emit(self.stop)
        self.update_stop(self.stop)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update_stop(self.stop)
