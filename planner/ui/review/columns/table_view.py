"""The table of columns as it is used: pointer, keys, choosers, and words for assistive technology."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QActionGroup,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QToolTip, QWidget

from planner.actions.imports.columns import Meaning
from planner.ui.review.columns.columns import GROUPS, Columns
from planner.ui.review.columns.paint import HEAD, ROW, paint_head, paint_row, places
from planner.ui.theme import Theme
from planner.ui.widgets.plain import plain_tooltip

_RADIUS = 10
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -10_000, Qt.Key.Key_End: 10_000}
_OPENS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4)
_LEAVES_OUT = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class ColumnsTable(QAbstractScrollArea):
    """`chosen` says that a column becomes something else; `spoke` has words for assistive technology."""

    chosen = Signal()
    spoke = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.columns: Columns | None = None
        self._focus, self._hovered, self._open = 0, -1, -1
        self._by_keyboard = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Columns of the table")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        theme.changed.connect(self.lay_out)

    # What the page calls

    def show_columns(self, columns: Columns | None) -> None:
        """Show the present table's columns."""
        self.columns = columns
        self._focus, self._hovered, self._open = 0, -1, -1
        self.verticalScrollBar().setValue(0)
        self.lay_out()

    def lay_out(self) -> None:
        """Measure anew: another size, text size or table."""
        height = self.theme.px(HEAD) + self._count * self.theme.px(ROW)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self.theme.px(ROW) // 2)
        self.viewport().update()

    @property
    def _count(self) -> int:
        return self.columns.table.width if self.columns else 0

    def row(self, number: int) -> QRectF:
        """Where a column's row is, in the viewport's coordinates."""
        top = self.theme.px(HEAD) + number * self.theme.px(ROW) - self.verticalScrollBar().value()
        return QRectF(0, top, self.viewport().width(), self.theme.px(ROW))

    def chooser(self, number: int) -> QRectF:
        """Where a column's chooser is, in the viewport's coordinates."""
        return places(self.theme, self.row(number)).chooser

    def menu(self, number: int) -> QMenu:
        """What a column can become, with what it becomes now ticked."""
        assert self.columns is not None
        menu = QMenu(self)
        group = QActionGroup(menu)
        for place, meanings in enumerate(GROUPS):
            if place:
                menu.addSeparator()
            for meaning in meanings:
                action = menu.addAction(meaning.value)
                action.setCheckable(True)
                action.setChecked(self.columns.meaning(number) is meaning)
                action.triggered.connect(lambda _on, each=meaning: self.choose(number, each))
                group.addAction(action)
                if action.isChecked():
                    menu.setActiveAction(action)
        return menu

    def choose(self, number: int, meaning: Meaning) -> None:
        """Let a column become something else."""
        if self.columns is not None and self.columns.choose(number, meaning):
            self.viewport().update()
            self.chosen.emit()
            self._speak()

    # Choosing

    def _open_menu(self, number: int) -> None:
        menu = self.menu(number)
        self._open = number
        menu.aboutToHide.connect(self._menu_closed)
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.chooser(number).bottomLeft().toPoint()
        menu.popup(self.viewport().mapToGlobal(corner))
        self.viewport().update()

    def _menu_closed(self) -> None:
        self._open = -1
        self.viewport().update()

    def _at(self, position: QPointF) -> int:
        number = int(
            (position.y() + self.verticalScrollBar().value() - self.theme.px(HEAD)) // self.theme.px(ROW)
        )
        return number if 0 <= number < self._count else -1

    # Pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position())
        over = number if number >= 0 and self.chooser(number).contains(event.position()) else -1
        if over != self._hovered:
            self._hovered = over
            shape = Qt.CursorShape.PointingHandCursor if over >= 0 else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.viewport().update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position())
        if number < 0 or event.button() != Qt.MouseButton.LeftButton:
            return
        self._focus, self._by_keyboard = number, False
        self.viewport().update()
        if self.chooser(number).contains(event.position()):
            self._open_menu(number)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.columns is not None:
            number = self._at(QPointF(event.pos()))
            text = "\n".join(self.columns.values(number)) if number >= 0 else ""
            QToolTip.showText(event.globalPos(), plain_tooltip(text), self)
            return True
        return super().viewportEvent(event)

    # Keys

    def event(self, event: QEvent) -> bool:
        is_ours = isinstance(event, QKeyEvent) and event.key() in (*_STEPS, *_OPENS, *_LEAVES_OUT)
        if is_ours and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # the window's own keys would leave the screen
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self._count:
            super().keyPressEvent(event)
        elif key in _STEPS and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self._go(max(0, min(self._count - 1, self._focus + _STEPS[key])))
        elif key in _OPENS or (
            key == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier
        ):
            self._by_keyboard = True
            self._open_menu(self._focus)
        elif key in _LEAVES_OUT:
            self._by_keyboard = True
            self.choose(self._focus, Meaning.NOTHING)
        else:
            super().keyPressEvent(event)

    def _go(self, number: int) -> None:
        self._focus, self._by_keyboard = number, True
        bar, row = self.verticalScrollBar(), self.row(number)
        if row.top() < self.theme.px(HEAD):
            bar.setValue(bar.value() + int(row.top()) - self.theme.px(HEAD))
        elif row.bottom() > self.viewport().height():
            bar.setValue(bar.value() + int(row.bottom()) - self.viewport().height())
        self._speak()
        self.viewport().update()

    def _speak(self) -> None:
        if self.columns is not None and self._count:
            heading = self.columns.table.heading(self._focus)
            values = ", ".join(self.columns.values(self._focus)) or "nothing in it"
            becomes = self.columns.meaning(self._focus).value
            place = f"column {self._focus + 1} of {self._count}"
            said = f"{heading}, becomes {becomes}, first values {values}, {place}"
            self.setAccessibleDescription(said)
            self.spoke.emit(said)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.columns is None:
            return
        palette, size = self.theme.palette, self.viewport().size()
        painter = QPainter(self.viewport())
        whole = QRectF(0.5, 0.5, size.width() - 1, min(size.height(), self._height()) - 1)
        path = QPainterPath()
        path.addRoundedRect(whole, _RADIUS, _RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, palette.surface)
        painter.setClipPath(path)
        for number in range(self._count):
            row = self.row(number)
            if row.bottom() >= 0 and row.top() <= size.height():
                self._paint_column(painter, number, row)
        head = QRectF(0, 0, size.width(), self.theme.px(HEAD))
        painter.fillRect(head, palette.surface)
        painter.fillRect(QRectF(1, head.bottom() - 1, head.width() - 2, 1), palette.line)
        paint_head(painter, head, self.theme)
        painter.setClipping(False)
        painter.setPen(QPen(palette.line, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.end()

    def _height(self) -> int:
        return self.theme.px(HEAD) + self._count * self.theme.px(ROW)

    def _paint_column(self, painter: QPainter, number: int, row: QRectF) -> None:
        assert self.columns is not None
        palette = self.theme.palette
        if number < self._count - 1:
            painter.fillRect(QRectF(1, row.bottom() - 1, row.width() - 2, 1), palette.line)
        paint_row(
            painter,
            row,
            self.columns.table.heading(number),
            self.columns.values(number),
            self.columns.meaning(number),
            self.theme,
            hovered=number == self._hovered,
            open_=number == self._open,
        )
        if number == self._focus and self.hasFocus() and self._by_keyboard:
            painter.setPen(QPen(palette.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row.adjusted(3, 2, -3, -3), 7, 7)

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        self._speak()
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._hovered = -1
        self.viewport().update()
