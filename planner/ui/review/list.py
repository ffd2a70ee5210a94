"""The long list of a review as it is used: pointer, keys, and words for assistive technology."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from planner.actions.imports.files import Difference
from planner.domain import words as day_words
from planner.ui.review.anatomy import Spot, spot_at
from planner.ui.review.list_keys import answer_of, is_ours, rows_of, windows_of
from planner.ui.review.rows import Answer
from planner.ui.review.rows_view import GAP, HEADING, MARGIN, RowsView
from planner.ui.review.telling import spoken
from planner.ui.theme import Theme
from planner.ui.widgets.plain import plain_tooltip


class ReviewList(RowsView):
    """`decided` says that an answer changed; `spoke` has words for assistive technology."""

    decided = Signal()
    spoke = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("What would be imported")
        self.viewport().setMouseTracking(True)

    # Pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self._at(event.position())
        spot = self._spot_at(index, event.position())
        if (index, spot) != (self._hovered, self._spot):
            self._hovered, self._spot = index, spot
            self.viewport().update()
        shape = Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = self._spot = None
        self.viewport().update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._at(event.position())
        if index is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._by_keyboard = False
        self._focus = index
        self.viewport().update()
        spot = self._spot_at(index, event.position())
        if spot is not None:
            self._act(spot)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self._at(QPointF(event.pos()))
            text = self._tooltip(index) if index is not None else ""
            QToolTip.showText(event.globalPos(), plain_tooltip(text), self)
            return True
        return super().viewportEvent(event)

    def _tooltip(self, index: int) -> str:
        row, told = self.rows[index], self._told(index)
        return ". ".join(filter(None, (row.title, row.about, told.words, row.place)))

    def _at(self, position: QPointF) -> int | None:
        if self._sheet is None or not MARGIN <= position.x() < self.right_edge:
            return None
        return self._sheet.at(int(position.y()) + self.verticalScrollBar().value())

    def _spot_at(self, index: int | None, position: QPointF) -> Spot | None:
        if index is None:
            return None
        told = self._told(index)
        place = position + QPointF(0, self.verticalScrollBar().value())
        return spot_at(self._anatomy(index, told), told, place)

    def _act(self, spot: Spot) -> None:
        row, reviewing = self.focused, self._reviewing
        if row is None or reviewing is None:
            return
        if isinstance(spot, Answer):
            done = reviewing.answer(row, spot)
        elif isinstance(spot, Difference):
            done = reviewing.take(row, spot)
        else:
            done = reviewing.toggle(row)
        self._tell(done)

    # Keys

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_ours(event):
            event.accept()  # the window's own keys would leave the screen
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, reviewing = self.focused, self._reviewing
        if row is None or reviewing is None or not is_ours(event):
            super().keyPressEvent(event)
            return
        self._by_keyboard = True
        key = Qt.Key(event.key())
        if rows_of(key) or windows_of(key):
            self._go(self._led_to(key))
        elif (answer := answer_of(key)) is not None:
            self._tell(reviewing.answer(row, answer))
        elif key == Qt.Key.Key_T:
            self._tell(reviewing.take_all(row))
        else:
            self._tell(reviewing.toggle(row))

    def _led_to(self, key: Qt.Key) -> int:
        """The row that a key leads to from the one that has the keyboard."""
        assert self._sheet is not None
        last = len(self.rows) - 1
        if not (windows := windows_of(key)):
            return max(0, min(last, self._focus + rows_of(key)))
        y = self._sheet.tops[self._focus] + windows * (self.viewport().height() - self.theme.px(HEADING))
        return max(0, min(last, self._sheet.nearest(max(0, y))))

    def _go(self, index: int) -> None:
        """Put the keyboard on a row and bring it into view, with its heading where it is the first."""
        self._focus = index
        bar, rect = self.verticalScrollBar(), self._rect(index)
        if rect.top() - self.theme.px(HEADING) < bar.value():
            bar.setValue(int(rect.top()) - self.theme.px(HEADING))
        elif rect.bottom() + GAP > bar.value() + self.viewport().height():
            bar.setValue(int(rect.bottom()) + GAP - self.viewport().height())
        self._speak()
        self.viewport().update()

    def _tell(self, done: bool) -> None:
        if not done or self._sheet is None:
            return
        if self._height_of(self.rows[self._focus]) != self._sheet.heights[self._focus]:
            self.lay_out()
        self.viewport().update()
        self.decided.emit()
        self._speak()

    def _speak(self) -> None:
        row = self.focused
        if row is not None:
            number = f"{self._focus + 1} of {day_words.count(len(self.rows), 'row')}"
            said = f"{spoken(row, self._told(self._focus))}, {row.section.value}, {number}"
            self.setAccessibleDescription(said)
            self.spoke.emit(said)

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        self._speak()
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
