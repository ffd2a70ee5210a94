"""The lines of + Filter: a box to tick, the choice, and how many people it would leave."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.ui import icons
from planner.ui.filtering.options import Option
from planner.ui.theme import Theme
from planner.ui.widgets import veil
from planner.ui.widgets.ring import paint_swatch
from planner.ui.widgets.text import draw_text, one_line

ROW, _HEADING, _REMARK = 28, 28, 22
_SIDE, _BOX, _GAP = 10, 15, 9
_ROLE = Qt.ItemDataRole.UserRole


class OptionList(QListWidget):
    """Shows options and says which one was ticked. It never takes the focus: the field above steers it."""

    ticked = Signal(object)  # an Option

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setAccessibleName("Choices")
        self.setItemDelegate(_OptionDelegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(self._tick)
        self.itemEntered.connect(self._enter)

    def show_options(self, found: Sequence[Option], *, first: bool) -> None:
        """Show these; the current line stays with its choice unless the `first` is wanted."""
        before = None if first else self.current
        at = self.verticalScrollBar().value()
        self.clear()
        for option in found:
            item = QListWidgetItem(veil.shown(_spoken(option)))
            item.setData(_ROLE, option)
            if not option.about:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        kept = [row for row, each in enumerate(found) if before is not None and _same(each, before)]
        self.setCurrentRow(kept[0] if kept else self._next(-1, 1))
        if kept:
            self.verticalScrollBar().setValue(at)

    @property
    def current(self) -> Option | None:
        """The marked choice."""
        item = self.currentItem()
        found: Option | None = None if item is None else item.data(_ROLE)
        return found

    def step(self, by: int) -> None:
        """Mark the next or previous choice, around the ends."""
        row = self._next(self.currentRow(), by)
        self.setCurrentRow(row)
        above = row - 1
        if by < 0 and above == 0:
            self.scrollToTop()  # with its heading
        self.scrollToItem(self.currentItem())

    def tick_current(self) -> None:
        """Tick the marked choice."""
        if self.current is not None:
            self.ticked.emit(self.current)

    def _next(self, row: int, by: int) -> int:
        for step in range(1, self.count() + 1):
            there = (row + by * step) % self.count()
            if self.item(there).data(_ROLE).about:
                return there
        return -1

    def _tick(self, item: QListWidgetItem) -> None:
        if item.data(_ROLE).about:
            self.ticked.emit(item.data(_ROLE))

    def _enter(self, item: QListWidgetItem) -> None:
        if item.data(_ROLE).about:
            self.setCurrentItem(item)

    def height_of_all(self) -> int:
        """How high all lines are together."""
        return sum(self.sizeHintForRow(row) for row in range(self.count()))


def _same(one: Option, other: Option) -> bool:
    return (one.about, one.value) == (other.about, other.value)


def _spoken(option: Option) -> str:
    """The line as a screen reader says it."""
    if not option.about:
        return option.words
    count = "" if option.left < 0 else f", {option.left}"
    return f"{option.words}{count}{', chosen' if option.chosen else ''}"


class _OptionDelegate(QStyledItemDelegate):
    """Paints one line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line: Option = index.data(_ROLE)
        height = ROW if line.about else _HEADING if line.is_heading else _REMARK
        return QSize(100, self._theme.px(height))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Option = index.data(_ROLE)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not line.about:
            self._paint_words(painter, area, line)
        else:
            marked = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_choice(painter, area, line, marked=marked)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRectF, line: Option) -> None:
        theme = self._theme
        if line.is_heading:
            top = area.bottom() - theme.line("captionStrong") - 4
            draw_text(
                painter, area.left() + _SIDE, top, line.words, "captionStrong", theme, theme.palette.ink3
            )
            return
        left = area.left() + _SIDE + theme.px(_BOX) + _GAP
        draw_text(painter, left, area.top() + 2, line.words, "caption", theme, theme.palette.ink3)

    def _paint_choice(self, painter: QPainter, area: QRectF, line: Option, *, marked: bool) -> None:
        theme, palette = self._theme, self._theme.palette
        if marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.hover)
            painter.drawRoundedRect(area.adjusted(2, 1, -2, -1), 6, 6)
        middle = area.center().y()
        size = theme.px(_BOX)
        box = QRectF(area.left() + _SIDE, middle - size / 2, size, size)
        _paint_box(painter, box, line.chosen, theme)
        left = box.right() + _GAP
        if line.hue:
            painter.save()
            paint_swatch(painter, QRectF(left, middle - 7, 14, 14), line.hue, palette)
            painter.restore()
            left += 14 + 7
        count = "" if line.left < 0 else str(line.left)
        room = one_line(theme, count, "label").width
        top = middle - theme.line("label") / 2
        draw_text(painter, area.right() - _SIDE - room, top, count, "label", theme, palette.ink3)
        ink = palette.ink if line.left or line.chosen else palette.ink3
        width = area.right() - _SIDE - room - _GAP - left
        draw_text(painter, left, middle - theme.line("body") / 2, line.words, "body", theme, ink, width)


def _paint_box(painter: QPainter, box: QRectF, chosen: bool, theme: Theme) -> None:
    palette = theme.palette
    painter.setPen(QPen(palette.accent if chosen else palette.line_strong, 1))
    painter.setBrush(palette.accent if chosen else palette.surface)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if chosen:
        icons.draw(painter, box.adjusted(2, 2, -2, -2), "check", palette.accent_ink, stroke=2.2)
