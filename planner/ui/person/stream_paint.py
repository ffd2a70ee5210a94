"""Paints the rows of a person's stream: date, mark on the line, title and text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from planner.ui import icons
from planner.ui.person.stream import PRIVATE, Mark, StreamRow
from planner.ui.person.stream_model import ROW
from planner.ui.theme import Theme
from planner.ui.widgets.badge import CHANNEL_ICONS, Badge, badge_height, badge_width, paint_badge
from planner.ui.widgets.text import Line, draw_line, draw_text, lines, one_line

DATE_RIGHT, LINE, TEXT = 68, 90, 110
_ABOVE, _BELOW = 5, 8
_BADGE_ABOVE = 4
_MARK = 22
_ICON = 13
_WIDEST = 520
_CLOSED_LINES, _OPEN_LINES = 3, 60
_TODAY_HEIGHT = 33
_DASH = [2.6, 1.9]


class StreamDelegate(QStyledItemDelegate):
    """Heights follow the text. `opened` is the key of the row that shows everything, or None."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self.opened: tuple[int, int, int] | None = None
        self._heights: dict[StreamRow, int] = {}
        self._measured_at = (0.0, 0.0)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the row's text."""
        row: StreamRow = index.data(ROW)
        return QSize(200, self._height(row) if row.key == self.opened else self._known_height(row))

    def known_heights(self) -> int:
        """How many heights are known at the present width and text size."""
        self._forget_other_widths()
        return len(self._heights)

    def forget(self) -> None:
        """Forget all heights: another person's rows come."""
        self._heights.clear()

    def _known_height(self, row: StreamRow) -> int:
        """The height of a closed row, measured once for each width and text size."""
        self._forget_other_widths()
        found = self._heights.get(row)
        if found is None:
            found = self._heights[row] = self._height(row)
        return found

    def _forget_other_widths(self) -> None:
        stamp = (self._text_width(), self._theme.text_scale)
        if stamp != self._measured_at:
            self._heights.clear()
            self._measured_at = stamp

    def is_cut(self, row: StreamRow) -> bool:
        """Whether a closed row shows less than there is."""
        shown = self._body(row.body, _CLOSED_LINES)
        return bool(row.hidden) or any(line.cut for line in shown)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        row: StreamRow = index.data(ROW)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.mark is Mark.TODAY:
            self._paint_today(painter, area)
        elif row.mark is Mark.EMPTY:
            self._paint_empty(painter, area, row)
        else:
            self._paint_ground(painter, area, option)
            self._paint_line(painter, area)
            self._paint_row(painter, area, row)
        painter.restore()

    # Measures

    def _x(self, length: float) -> int:
        return self._theme.px(length)

    def _text_width(self) -> float:
        room = self._view.viewport().width() - self._x(TEXT) - 8
        return float(max(80, min(room, self._x(_WIDEST))))

    def _body(self, text: str, most: int) -> tuple[Line, ...]:
        if not text:
            return ()
        width = self._text_width()
        parts = [line for part in text.split("\n") for line in lines(self._theme, part, "body", width, most)]
        if len(parts) <= most:
            return tuple(parts)
        rest = " ".join(text.split())
        return lines(self._theme, rest, "body", width, most)

    def _shown_text(self, row: StreamRow) -> tuple[Line, ...]:
        is_open = self.opened is not None and row.key == self.opened
        text = "\n".join(each for each in (row.body, row.hidden if is_open else "") if each)
        return self._body(text, _OPEN_LINES if is_open else _CLOSED_LINES)

    def _height(self, row: StreamRow) -> int:
        theme = self._theme
        if row.mark is Mark.TODAY:
            return theme.px(_TODAY_HEIGHT)
        if row.mark is Mark.EMPTY:
            count = len(lines(theme, row.title, "body", self._text_width(), 4))
            return count * theme.line("body") + 16
        height = _ABOVE + theme.line("strong") + len(self._shown_text(row)) * theme.line("body") + _BELOW
        if self._hides(row):
            height += _BADGE_ABOVE + badge_height(theme)
        return height

    def _hides(self, row: StreamRow) -> bool:
        return bool(row.hidden) and row.key != self.opened

    # Parts

    def _paint_today(self, painter: QPainter, area: QRectF) -> None:
        theme, accent = self._theme, self._theme.palette.accent
        middle = area.top() + self._x(11)
        self._paint_line(painter, area)
        width = one_line(theme, "Today", "captionStrong").width
        top = middle - theme.line("captionStrong") / 2
        draw_text(
            painter, area.left() + self._x(DATE_RIGHT) - width, top, "Today", "captionStrong", theme, accent
        )
        painter.setPen(QPen(accent, 1))
        y = round(middle) + 0.5
        painter.drawLine(QPointF(area.left() + self._x(DATE_RIGHT) + 10, y), QPointF(area.right(), y))

    def _paint_empty(self, painter: QPainter, area: QRectF, row: StreamRow) -> None:
        theme = self._theme
        left = area.left() + self._x(TEXT)
        for place, line in enumerate(lines(theme, row.title, "body", self._text_width(), 4)):
            top = area.top() + 4 + place * theme.line("body")
            draw_line(painter, left, top, line, "body", theme, theme.palette.ink3)

    def _paint_ground(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem) -> None:
        palette = self._theme.palette
        state = option.state
        focused = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if not (focused or hovered):
            return
        box = area.adjusted(self._x(TEXT) - 8, 0, -1, -2)
        seen = self._view.hasFocus()
        painter.setPen(QPen(palette.accent, 2) if focused and seen else Qt.PenStyle.NoPen)
        painter.setBrush(palette.accent_tint if focused else palette.hover)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_line(self, painter: QPainter, area: QRectF) -> None:
        x = round(area.left() + self._x(LINE)) + 0.5
        painter.setPen(QPen(self._theme.palette.line_strong, 1))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))

    def _paint_row(self, painter: QPainter, area: QRectF, row: StreamRow) -> None:
        theme, palette = self._theme, self._theme.palette
        top = area.top() + _ABOVE
        middle = top + theme.line("strong") / 2
        when = one_line(theme, row.when, "caption", self._x(DATE_RIGHT))
        draw_line(
            painter,
            area.left() + self._x(DATE_RIGHT) - when.width,
            middle - theme.line("caption") / 2,
            when,
            "caption",
            theme,
            palette.ink3,
        )
        self._paint_mark(painter, QPointF(round(area.left() + self._x(LINE)) + 0.5, middle), row)
        left = area.left() + self._x(TEXT)
        room = area.right() - left - 8
        draw_text(painter, left, top, row.title, "strong", theme, palette.ink, room)
        top += theme.line("strong")
        for line in self._shown_text(row):
            draw_line(painter, left, top, line, "body", theme, palette.ink2)
            top += theme.line("body")
        if self._hides(row):
            badge = Badge("lock", PRIVATE)
            box = QRectF(left, top + _BADGE_ABOVE, badge_width(theme, badge), badge_height(theme))
            paint_badge(painter, box, badge, theme)

    def _paint_mark(self, painter: QPainter, centre: QPointF, row: StreamRow) -> None:
        palette = self._theme.palette
        fill, edge, ink = self._mark_colours(row.mark)
        pen = QPen(edge, 1) if edge is not None else QPen(Qt.PenStyle.NoPen)
        if row.mark in (Mark.PLAN, Mark.ASK):
            pen = QPen(palette.accent, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            pen.setDashPattern(_DASH)
        painter.setPen(pen)
        painter.setBrush(fill)
        radius = self._x(_MARK) / 2
        painter.drawEllipse(centre, radius - 0.5, radius - 0.5)
        size = self._x(_ICON)
        box = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
        icons.draw(painter, box, CHANNEL_ICONS[row.channel] if row.channel else "flag", ink, stroke=1.5)

    def _mark_colours(self, mark: Mark) -> tuple[QColor, QColor | None, QColor]:
        palette = self._theme.palette
        return {
            Mark.PLAN: (palette.surface, palette.accent, palette.accent),
            Mark.ASK: (palette.surface, palette.accent, palette.accent),
            Mark.KEPT: (palette.on_rhythm.tint, None, palette.on_rhythm.ink),
            Mark.LATE: (palette.overdue.tint, None, palette.overdue.ink),
            Mark.ENDED: (palette.sunken, None, palette.ink2),
        }.get(mark, (palette.paper, palette.line_strong, palette.ink2))
