"""Paints the rows of a person's stream: date, mark on the line, title and text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from planner.ui import icons
from planner.ui.person.stream_model import ROW
from planner.ui.person.stream_row import PRIVATE, About, Mark, Sign, StreamRow
from planner.ui.theme import Theme
from planner.ui.widgets.badge import CHANNEL_ICONS, Badge, badge_rects, badges_height, paint_badge
from planner.ui.widgets.text import Line, draw_line, draw_text, lines, one_line

DATE_RIGHT, LINE, TEXT = 68, 90, 110
_ABOVE, _BELOW = 5, 8
_BADGE_ABOVE = 4
_MARK = 22
_ICON = 13
_WIDEST = 520
_CLOSED_LINES, _OPEN_LINES = 3, 60
_TODAY_HEIGHT = 33
_QUIET_ABOVE, _QUIET_BELOW = 3, 5
_QUIET_ICON = 12
_DASH = [2.6, 1.9]
_ICONS = {
    Mark.NOTE: "note",
    Mark.STEP: "edit",
    Mark.MADE: "flag",
    Mark.LEARNED: "bulb",
    Mark.GIVEN: "hand",
}


class StreamDelegate(QStyledItemDelegate):
    """Heights follow the text. `opened` is the key of the row that shows everything, or None."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self.opened: About | None = None
        self._heights: dict[StreamRow, int] = {}
        self._measured_at = (0.0, 0.0)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the row's text."""
        row: StreamRow = index.data(ROW)
        return QSize(200, self._height(row) if row.about == self.opened else self._known_height(row))

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
        return bool(row.more) or any(line.cut for line in shown) or self._title_is_cut(row)

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
            self._paint_sentence(painter, area, row, "ink3")
        elif row.mark is Mark.OLDER:
            self._paint_ground(painter, area, option)
            self._paint_sentence(painter, area, row, "accent")
        else:
            self._paint_ground(painter, area, option)
            self._paint_line(painter, area)
            if row.is_quiet:
                self._paint_quiet(painter, area, row)
            else:
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

    def _is_open(self, row: StreamRow) -> bool:
        return self.opened is not None and row.about == self.opened

    def _shown_text(self, row: StreamRow) -> tuple[Line, ...]:
        is_open = self._is_open(row)
        if row.is_quiet:
            return self._body(row.more or row.title, _OPEN_LINES) if is_open else ()
        text = "\n".join(each for each in (row.body, row.more if is_open else "") if each)
        return self._body(text, _OPEN_LINES if is_open else _CLOSED_LINES)

    def _title_is_cut(self, row: StreamRow) -> bool:
        role = "why" if row.is_quiet else "strong"
        return one_line(self._theme, row.title, role, self._title_room()).cut

    def _title_room(self) -> float:
        return float(max(80, self._view.viewport().width() - self._x(TEXT) - 8))

    def _badges(self, row: StreamRow) -> tuple[Badge, ...]:
        """What stands below a closed row; opened, the row says all of it in words."""
        if self._is_open(row):
            return ()
        lock = (Badge("lock", PRIVATE),) if row.private and not row.is_quiet else ()
        return lock + tuple(_badge(sign) for sign in row.signs)

    def _height(self, row: StreamRow) -> int:
        theme = self._theme
        if row.mark is Mark.TODAY:
            return theme.px(_TODAY_HEIGHT)
        if row.mark in (Mark.EMPTY, Mark.OLDER):
            count = len(lines(theme, row.title, "body", self._text_width(), 4))
            return count * theme.line("body") + 16
        text = len(self._shown_text(row)) * theme.line("body")
        if row.is_quiet:
            return _QUIET_ABOVE + (text or theme.line("why")) + _QUIET_BELOW
        height = _ABOVE + theme.line("strong") + text + _BELOW
        below = badges_height(theme, self._badges(row), self._text_width())
        return height + (_BADGE_ABOVE + below if below else 0)

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

    def _paint_sentence(self, painter: QPainter, area: QRectF, row: StreamRow, colour: str) -> None:
        theme = self._theme
        left = area.left() + self._x(TEXT)
        for place, line in enumerate(lines(theme, row.title, "body", self._text_width(), 4)):
            top = area.top() + 4 + place * theme.line("body")
            draw_line(painter, left, top, line, "body", theme, theme.palette.named(colour))

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
        self._paint_when(painter, area, middle, row)
        self._paint_mark(painter, QPointF(round(area.left() + self._x(LINE)) + 0.5, middle), row)
        left = area.left() + self._x(TEXT)
        room = area.right() - left - 8
        draw_text(painter, left, top, row.title, "strong", theme, palette.ink, room)
        top += theme.line("strong")
        for line in self._shown_text(row):
            draw_line(painter, left, top, line, "body", theme, palette.ink2)
            top += theme.line("body")
        badges = self._badges(row)
        for badge, box in zip(badges, badge_rects(theme, badges, self._text_width()), strict=True):
            paint_badge(painter, box.translated(left, top + _BADGE_ABOVE), badge, theme)

    def _paint_when(self, painter: QPainter, area: QRectF, middle: float, row: StreamRow) -> None:
        theme = self._theme
        when = one_line(theme, row.when, "caption", self._x(DATE_RIGHT))
        left = area.left() + self._x(DATE_RIGHT) - when.width
        top = middle - theme.line("caption") / 2
        draw_line(painter, left, top, when, "caption", theme, theme.palette.ink3)

    def _paint_quiet(self, painter: QPainter, area: QRectF, row: StreamRow) -> None:
        """One line, its sign without a ring."""
        theme, palette = self._theme, self._theme.palette
        top = area.top() + _QUIET_ABOVE
        middle = top + theme.line("why") / 2
        self._paint_when(painter, area, middle, row)
        size = self._x(_QUIET_ICON)
        x = round(area.left() + self._x(LINE)) + 0.5
        box = QRectF(x - size / 2, middle - size / 2, size, size)
        painter.fillRect(box.adjusted(-1, -3, 1, 3), palette.paper)
        icons.draw(painter, box, "lock" if row.private else _ICONS[row.mark], palette.ink3, stroke=1.5)
        left = area.left() + self._x(TEXT)
        if self._is_open(row):
            for line in self._shown_text(row):
                draw_line(painter, left, top, line, "body", theme, palette.ink2)
                top += theme.line("body")
        else:
            draw_text(painter, left, top, row.title, "why", theme, palette.ink2, self._title_room())

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
        icon = CHANNEL_ICONS[row.channel] if row.channel else _ICONS.get(row.mark, "flag")
        icons.draw(painter, box, icon, ink, stroke=1.5)

    def _mark_colours(self, mark: Mark) -> tuple[QColor, QColor | None, QColor]:
        palette = self._theme.palette
        return {
            Mark.PLAN: (palette.surface, palette.accent, palette.accent),
            Mark.ASK: (palette.surface, palette.accent, palette.accent),
            Mark.KEPT: (palette.on_rhythm.tint, None, palette.on_rhythm.ink),
            Mark.LATE: (palette.overdue.tint, None, palette.overdue.ink),
            Mark.ENDED: (palette.sunken, None, palette.ink2),
        }.get(mark, (palette.paper, palette.line_strong, palette.ink2))


def _badge(sign: Sign) -> Badge:
    return Badge(
        sign.icon, sign.text, "accent" if sign.accent else "plain", sign.says, sign.icon2, sign.text2
    )
