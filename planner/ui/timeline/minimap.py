"""All of the time at a glance, with a frame around what the lanes show that is pushed and pulled."""

from __future__ import annotations

from datetime import date
from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.domain import words
from planner.queries.lane_heads import Weeks
from planner.ui.theme import Theme
from planner.ui.timeline.measures import sizes
from planner.ui.tokens import tokens
from planner.ui.widgets.fill import fill
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

WEEKS, PAST_WEEKS = 104, 76
"""Two years: this many weeks, so many of them past."""
_WEEK = 7
_BASE, _TOP, _TALLEST, _NAMES = 33, 2, 26, 36
_HANDLE, _HANDLE_HEIGHT, _GRIP = 5, 13, 7
_LEAST_DAYS = 21
_MARGIN_WEEKS = 4
_YEARS = ("A year", "Two years", "Three years", "Four years", "Five years", "Six years", "Seven years")


class _Held(Enum):
    LEFT = "left"
    RIGHT = "right"
    FRAME = "frame"


class MiniMap(ThemedWidget):
    """`viewed` says from which day to which the lanes are to show, as ordinals.

    Arrows push the frame by a month, with Shift they pull its end; + and - zoom as everywhere.
    """

    viewed = Signal(float, float)

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._weeks: Weeks | None = None
        self._today = today.toordinal()
        self._view = (0.0, 1.0)
        self._held: _Held | None = None
        self._grip = 0.0
        self._frozen: tuple[float, float] | None = None
        self._ground: tuple[tuple[object, ...], QPixmap] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_weeks(self, weeks: Weeks | None, today: date) -> None:
        """Show how busy the weeks were and will be; None while that is being counted."""
        self._weeks, self._today = weeks, today.toordinal()
        self.update()

    def show_view(self, first: float, last: float) -> None:
        """Show from which day to which the lanes show."""
        self._view = (first, last)
        begin, end = (date.fromordinal(max(1, int(each))) for each in (first, last))
        today = date.fromordinal(self._today)
        shown = f"{words.short_day(begin, today)} to {words.short_day(end, today)}"
        self.setAccessibleName(f"{self._title()}, conversations per week. The lanes show {shown}")
        self.update()

    # What it spans

    def span(self) -> tuple[float, float]:
        """The first and last day: two years around today, more where the lanes show more."""
        if self._frozen is not None:
            return self._frozen
        monday = self._today - date.fromordinal(self._today).weekday()
        first, last = monday - PAST_WEEKS * _WEEK, monday + (WEEKS - PAST_WEEKS) * _WEEK
        margin = _MARGIN_WEEKS * _WEEK
        begin = min(float(first), self._view[0] - margin) if self._view[0] < first else float(first)
        end = max(float(last), self._view[1] + margin) if self._view[1] > last else float(last)
        return begin, end

    def _title(self) -> str:
        first, last = self.span()
        return _YEARS[max(0, min(len(_YEARS), round((last - first) / 365.25)) - 1)]

    def _place(self) -> tuple[float, float]:
        """Where the line of time begins, and pixels a day."""
        left = sizes(self.theme).label
        first, last = self.span()
        return float(left), max(1, self.width() - left) / (last - first)

    def x_of(self, day: float) -> float:
        """Where a day lies."""
        left, per_day = self._place()
        return left + (day - self.span()[0]) * per_day

    def day_at(self, x: float) -> float:
        """The day at a place."""
        left, per_day = self._place()
        return self.span()[0] + (x - left) / per_day

    # Painting

    def sizeHint(self) -> QSize:
        """As in the tokens."""
        return QSize(400, self.theme.px(tokens()["size"]["timeline"]["minimap"]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The weeks as bars, the names of quarters, and the frame."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._painted_ground())
        painter.setClipRect(sizes(self.theme).label - 8, 0, self.width(), self.height())
        self._paint_frame(painter)
        painter.end()

    def _painted_ground(self) -> QPixmap:
        """All but the frame, painted anew only where it looks different: the frame moves often."""
        ratio = self.devicePixelRatioF()
        key = (
            id(self._weeks),
            self.span(),
            self.size().toTuple(),
            ratio,
            id(self.theme.palette),
            self.theme.text_scale,
        )
        if self._ground is None or self._ground[0] != key:
            picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            self._paint_ground(painter)
            painter.end()
            self._ground = key, picture
        return self._ground[1]

    def _paint_ground(self, painter: QPainter) -> None:
        theme, palette = self.theme, self.theme.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = theme.px(8)
        below = top + theme.line("caption")
        draw_text(painter, 0, top, self._title(), "captionStrong", theme, palette.ink2)
        draw_text(painter, 0, below, "Conversations per week", "caption", theme, palette.ink3)
        left, base = sizes(theme).label, theme.px(_BASE)
        painter.setClipRect(left - 8, 0, self.width() - left + 8, self.height())
        fill(painter, QRectF(left, base, self.width() - left, 1), palette.line_strong)
        self._paint_bars(painter, base)
        self._paint_names(painter)

    def _paint_bars(self, painter: QPainter, base: int) -> None:
        weeks, palette = self._weeks, self.theme.palette
        if weeks is None:
            return
        _, per_day = self._place()
        wide = max(1.0, per_day * _WEEK - (2.5 if per_day * _WEEK > 5 else 0.5))
        first, last = self.span()
        seen = range(
            max(0, int((first - weeks.first.toordinal()) // _WEEK)),
            min(len(weeks.talks), int((last - weeks.first.toordinal()) // _WEEK) + 1),
        )
        most = max(
            [1, *(int(weeks.talks[each]) for each in seen), *(int(weeks.plans[each]) for each in seen)]
        )
        tallest = self.theme.px(_TALLEST)
        colour = QColor(palette.ink_disabled)
        outline = QPen(palette.accent_line, 1)
        for each in seen:
            x = self.x_of(weeks.first.toordinal() + each * _WEEK) + 1
            talks, plans = (tallest * int(many[each]) / most for many in (weeks.talks, weeks.plans))
            if talks:
                fill(painter, QRectF(x, base - talks, wide, talks), colour)
            if plans:
                painter.setPen(outline)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(x + 0.5, base - talks - plans + 0.5, wide - 1, max(1.0, plans - 0.5)))

    def _paint_names(self, painter: QPainter) -> None:
        theme, (first, last) = self.theme, self.span()
        begin = date.fromordinal(int(first))
        number = (begin.year * 12 + begin.month - 1 + 2) // 3 * 3
        reached = float(sizes(theme).label) - 4
        named_year = False
        while (month := date(number // 12, number % 12 + 1, 1)).toordinal() < last:
            year = f" {month.year}" if month.month == 1 or not named_year else ""
            name, x = words.month(month) + year, self.x_of(month.toordinal()) + 2
            width = one_line(theme, name, "axis").width
            if x > reached and x + width <= self.width():
                draw_text(painter, x, theme.px(_NAMES), name, "axis", theme, theme.palette.ink3)
                reached, named_year = x + width + 6, True
            number += 3

    def frame(self) -> QRectF:
        """The frame around what the lanes show."""
        left, right = self.x_of(self._view[0]), self.x_of(self._view[1])
        return QRectF(left, _TOP - 1, right - left, self.theme.px(_BASE) + 2)

    def _paint_frame(self, painter: QPainter) -> None:
        palette, frame = self.theme.palette, self.frame()
        tint = QColor(palette.accent)
        tint.setAlphaF(0.07)
        fill(painter, QRectF(frame.toRect()).adjusted(1, 1, -1, -1), tint)  # smooth tints take far longer
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.accent, 2 if self.hasFocus() else 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.accent)
        tall = self.theme.px(_HANDLE_HEIGHT)
        for x in (frame.left(), frame.right()):
            handle = QRectF(x - _HANDLE / 2, frame.center().y() - tall / 2, _HANDLE, tall)
            painter.drawRoundedRect(handle, _HANDLE / 2, _HANDLE / 2)
        x = self.x_of(self._today + 0.5)
        painter.setPen(QPen(palette.accent, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))

    # The hand

    def _held_at(self, x: float) -> _Held | None:
        frame = self.frame()
        ends = ((abs(x - frame.left()), _Held.LEFT), (abs(x - frame.right()), _Held.RIGHT))
        away, nearest = min(ends, key=lambda each: each[0])
        if away <= _GRIP:
            return nearest
        return _Held.FRAME if frame.left() < x < frame.right() else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take an end or the frame; elsewhere the frame comes to the pointer."""
        x = event.position().x()
        if event.button() != Qt.MouseButton.LeftButton or x < sizes(self.theme).label - _GRIP:
            return
        self._held = self._held_at(x)
        self._frozen = self.span()
        if self._held is None:
            half = (self._view[1] - self._view[0]) / 2
            self.viewed.emit(self.day_at(x) - half, self.day_at(x) + half)
            self._held = _Held.FRAME
        self._grip = self.day_at(x) - self._view[0]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull the end, or push the frame."""
        x = event.position().x()
        if self._held is None:
            over = self._held_at(x)
            shape = Qt.CursorShape.ArrowCursor if over is None else Qt.CursorShape.OpenHandCursor
            self.setCursor(Qt.CursorShape.SizeHorCursor if over in (_Held.LEFT, _Held.RIGHT) else shape)
            return
        day, (first, last) = self.day_at(x), self._view
        if self._held is _Held.LEFT:
            self.viewed.emit(min(day, last - _LEAST_DAYS), last)
        elif self._held is _Held.RIGHT:
            self.viewed.emit(first, max(day, first + _LEAST_DAYS))
        else:
            self.viewed.emit(day - self._grip, day - self._grip + last - first)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = self._frozen = None
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is an arrow again."""
        self.unsetCursor()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows push the frame by a month, with Shift they pull its right end."""
        by = {Qt.Key.Key_Left: -30, Qt.Key.Key_Right: 30}.get(Qt.Key(event.key()), 0)
        first, last = self._view
        if by and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.viewed.emit(first, max(first + _LEAST_DAYS, last + by))
        elif by and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.viewed.emit(first + by, last + by)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
