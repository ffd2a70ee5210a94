"""The cards of one column as they are handled: hovered, clicked, chosen, picked up, walked through."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QCursor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from planner.ui.board.card_view import CardView
from planner.ui.board.delegate import Hit
from planner.ui.board.state import BoardState
from planner.ui.board.tiles import More, Tile

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class CardList(CardView):
    """Tells what is wanted; the board decides what it means."""

    clicked_on = Signal(object, object)  # a Tile, and the painted button on it
    opened = Signal(object)  # a Tile: Enter, or a double click
    more_wanted = Signal()
    menu_wanted = Signal(object, QPoint)  # a Tile, and where on the screen
    drag_wanted = Signal(object, QPointF)  # a Tile, and the point of its card that is held
    left_behind = Signal(int, int)  # -1 or 1 column, from this height on the screen
    run_out = Signal(int)  # -1 above the first card, 1 below the last

    def __init__(self, state: BoardState, name: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(state, name, empty, parent)
        self._pressed_row = -1
        self._pressed_at = QPoint()
        self._pressed_hit: Hit = None
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.by_keyboard = False
        row = self._row_under(event.position())
        self._pressed_row, self._pressed_at = row, event.position().toPoint()
        self._pressed_hit = None
        if row < 0:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.shared.selection.clear()
            return
        self._pressed_hit = self._hit(row, event.position())
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.set_current(row)
        if event.button() is Qt.MouseButton.LeftButton and self._pressed_hit is None:
            self._choose_with(event.modifiers(), row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() == Qt.MouseButton.NoButton:
            self._hover(event.position())
        elif event.buttons() & Qt.MouseButton.LeftButton and self._pressed_row >= 0:
            way = (event.position().toPoint() - self._pressed_at).manhattanLength()
            if way >= QApplication.startDragDistance():
                self._pick_up()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row, self._pressed_row = self._pressed_row, -1
        if row < 0 or event.button() is not Qt.MouseButton.LeftButton:
            return
        if row != self._row_under(event.position()):
            return
        tile = self.column.rows[row]
        if self._pressed_hit is not None:
            if self._hit(row, event.position()) is self._pressed_hit:
                self.clicked_on.emit(tile, self._pressed_hit)
        elif isinstance(tile, More):
            self.more_wanted.emit()
        elif isinstance(tile, Tile) and event.modifiers() in (_PLAIN, _KEYPAD):
            self.shared.selection.choose((tile.key,), tile.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self._row_under(event.position())
        self._pressed_row = -1
        if row < 0:
            return
        if self._hit(row, event.position()) is not None:
            self.mousePressEvent(event)
        elif isinstance(tile := self.column.rows[row], Tile):
            self.opened.emit(tile)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the card under the pointer, or of the one the keyboard is on."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            row = self._row_under(QPointF(event.pos()))
            if row >= 0 and isinstance(tile := self.column.rows[row], Tile):
                self.set_current(row)
                self.menu_wanted.emit(tile, event.globalPos())
        else:
            self._menu_at_current()
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(QPointF(-1, -1))

    def _row_under(self, position: QPointF) -> int:
        """The row whose card, not only its gap, is under a position; -1 for none."""
        row = self.indexAt(position.toPoint()).row()
        return row if row >= 0 and self.card_rect(row).contains(position) else -1

    def _hit(self, row: int, position: QPointF) -> Hit:
        index = self.column.index(row)
        return self.delegate.hit(index, self.visualRect(index), position)

    def _hover(self, position: QPointF) -> None:
        row = self._row_under(position)
        attention = self.attention
        changed = row != attention.hovered
        attention.hovered, attention.position = row, position
        if changed or (row >= 0 and isinstance(tile := self.column.rows[row], Tile) and tile.question):
            self.viewport().update()

    def _scrolled(self) -> None:
        if self.viewport().underMouse() and self._pressed_row < 0:
            self._hover(QPointF(self.viewport().mapFromGlobal(QCursor.pos())))

    def _pick_up(self) -> None:
        row, self._pressed_row = self._pressed_row, -1
        tile = self.column.rows[row]
        if isinstance(tile, Tile) and not self.shared.held:
            self._hover(QPointF(-1, -1))
            self.drag_wanted.emit(tile, QPointF(self._pressed_at) - self.card_rect(row).topLeft())

    def _choose_with(self, modifiers: Qt.KeyboardModifier, row: int) -> None:
        tile = self.column.rows[row]
        if not isinstance(tile, Tile):
            return
        if modifiers & _CONTROL:
            self.shared.selection.toggle(tile.key)
        elif modifiers & _SHIFT:
            self._choose_range(row)

    # Keys

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
        row = self.currentIndex().row()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            to = row + (1 if key == Qt.Key.Key_Down else -1)
            if 0 <= to < self.column.rowCount():
                begin = self.current()
                self.focus_row(to)
                if extending:
                    self._extend(begin, to)
            elif not extending:
                self.run_out.emit(1 if to > row else -1)
            return True
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not extending:
            middle = self.card_rect(row).center().toPoint() if row >= 0 else QPoint()
            way = 1 if key == Qt.Key.Key_Right else -1
            self.left_behind.emit(way, self.viewport().mapToGlobal(middle).y())
            return True
        return False

    def _act(self, key: int) -> bool:
        tile = self.current()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if tile is not None:
                self.opened.emit(tile)
            elif self.currentIndex().isValid():
                self.more_wanted.emit()
            return True
        if key == Qt.Key.Key_Space:
            if tile is not None:
                self.shared.selection.toggle(tile.key)
            elif self.currentIndex().isValid():
                self.more_wanted.emit()
            return True
        if key == Qt.Key.Key_Escape and len(self.shared.selection):
            self.shared.selection.clear()
            return True
        return False

    def _extend(self, begin: Tile | None, to: int) -> None:
        selection = self.shared.selection
        if (begin is not None and self.column.row_of(selection.anchor) is None) or (
            begin is not None and not len(selection)
        ):
            selection.begin_at(begin.key)
        self._choose_range(to)

    def _choose_range(self, to: int) -> None:
        """Choose everything from where the range began to a row, both included."""
        begin = self.column.row_of(self.shared.selection.anchor)
        first, last = sorted((to if begin is None else begin, to))
        keys = [row.key for row in self.column.rows[first : last + 1] if isinstance(row, Tile)]
        anchor = self.shared.selection.anchor if begin is not None else keys[0] if keys else None
        self.shared.selection.choose(keys, anchor)

    def _menu_at_current(self) -> None:
        tile = self.current()
        if tile is not None:
            middle = self.card_rect(self.currentIndex().row()).center().toPoint()
            self.menu_wanted.emit(tile, self.viewport().mapToGlobal(middle))
