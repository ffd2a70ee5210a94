"""The heads of the columns: a day with its capacity, or a title with a count."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.domain import words
from planner.domain.rhythm import State
from planner.domain.week import Span
from planner.queries.week import CardKind, DayColumn, DayRoom
from planner.ui import icons
from planner.ui.theme import Theme
from planner.ui.widgets.plain import set_tooltip
from planner.ui.widgets.state_shape import paint_state, state_width
from planner.ui.widgets.text import baseline, draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

_INSET = 2
_TOP_ROW = 26
_BAR = 4
_OVER_SHARE = 0.12
_SHAPE_WORDS = "done"


class TitleHead(ThemedWidget):
    """'To engage 6' with a caption below and, at the right, how the cards are sorted."""

    def __init__(
        self, theme: Theme, title: str, *, sorted_by: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._title, self._sorted_by = title, sorted_by
        self._count, self._caption = 0, ""

    def show_count(self, count: int, caption: str) -> None:
        """Show how many there are, and a caption."""
        self._count, self._caption = count, caption
        self.setAccessibleName(f"{self._title}, {count}. {caption}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint title, count, order and caption."""
        painter = QPainter(self)
        theme, palette = self.theme, self.theme.palette
        line = theme.px(1) + baseline(theme, "column")
        x = _INSET + draw_text(painter, _INSET, theme.px(1), self._title, "column", theme, palette.ink)
        top = line - baseline(theme, "label")
        draw_text(painter, x + 6, top, str(self._count), "label", theme, palette.ink3)
        if self._sorted_by and self._count:
            self._paint_order(painter, top)
        caption = theme.px(_TOP_ROW) + 5
        room = self.width() - 2 * _INSET
        draw_text(painter, _INSET, caption, self._caption, "caption", theme, palette.ink3, room)
        painter.end()

    def _paint_order(self, painter: QPainter, top: float) -> None:
        theme, ink = self.theme, self.theme.palette.ink2
        width = one_line(theme, self._sorted_by, "label").width
        left = self.width() - _INSET - width
        draw_text(painter, left, top, self._sorted_by, "label", theme, ink)
        size = theme.px(13)
        box = QRectF(left - 4 - size, round(top + (theme.line("label") - size) / 2), size, size)
        icons.draw(painter, box, "sort", ink)


class DayHead(ThemedWidget):
    """'16 Wed', a capacity bar and what of the time set aside is planned."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._day: DayColumn | None = None
        self._name = ""
        self._today = False
        self._done = False
        self._proposed = 0

    def show_proposed(self, minutes: int) -> None:
        """Show how many more minutes are suggested."""
        if minutes != self._proposed:
            self._proposed = minutes
            self._speak()
            self.update()

    def show_day(self, day: DayColumn, today: date) -> None:
        """Show another day."""
        self._day = day
        self._today = day.day == today
        self._done = day.day < today and any(card.kind is CardKind.DONE for card in day.cards)
        self._name = f"{words.long_weekday(day.day)} {words.long_day(day.day, today)}"
        self._speak()
        set_tooltip(self, _in_full(day))
        self.update()

    def _speak(self) -> None:
        if self._day is None:
            return
        spoken = [
            self._name,
            "today" if self._today else "",
            "done" if self._done else "",
            self._day.holiday,
            "on leave" if self._day.on_leave else "",
            capacity(self._day),
            f"{words.length(self._proposed)} more suggested" if self._proposed else "",
        ]
        self.setAccessibleName(", ".join(part for part in spoken if part))
        self.setAccessibleDescription(busy_words(self._day.busy))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the day."""
        if self._day is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_date(painter, self._day)
        self._paint_capacity(painter, self._day)
        painter.end()

    def _paint_date(self, painter: QPainter, day: DayColumn) -> None:
        theme, palette = self.theme, self.theme.palette
        number = palette.accent if self._today else palette.ink
        name = palette.accent if self._today else palette.ink3
        x = _INSET + draw_text(painter, _INSET, theme.px(1), str(day.day.day), "day", theme, number)
        middle = theme.px(1) + baseline(theme, "day")
        top = middle - baseline(theme, "label")
        right = float(self.width() - _INSET)
        if self._done:
            width = state_width(theme, _SHAPE_WORDS)
            right -= width
            half = middle - theme.line("state") * 0.3
            paint_state(painter, right, half, State.ON_RHYTHM, _SHAPE_WORDS, theme, width + 1)
        weekday = words.weekday(day.day) + (", today" if self._today else "")
        draw_text(painter, x + 6, top, weekday, "label", theme, name, max(0.0, right - x - 10))

    def _paint_capacity(self, painter: QPainter, day: DayColumn) -> None:
        theme, palette = self.theme, self.theme.palette
        if free := kept_free(day):
            self._paint_kept_free(painter, free, capacity(day))
            return
        said = f"+ {words.length(self._proposed)}" if self._proposed else capacity(day)
        over = is_over(day)
        role = "state" if over or self._proposed else "caption"
        ink = palette.accent if self._proposed else palette.overdue.ink if over else palette.ink3
        top = theme.px(_TOP_ROW) + 6
        text = one_line(theme, said, role, self.width() - 2 * _INSET - 30)
        left = self.width() - _INSET - text.width
        draw_text(painter, left, top, said, role, theme, ink, self.width() - 2 * _INSET - 30)
        middle = top + theme.line("caption") / 2
        room = left - (8 if said else 0) - _INSET
        self._paint_bar(painter, QRectF(_INSET, middle - _BAR / 2, room, _BAR), day)

    def _paint_kept_free(self, painter: QPainter, why: str, planned: str) -> None:
        """Draw why nothing is set aside, and at the right what is planned all the same, if both fit."""
        theme, palette = self.theme, self.theme.palette
        top, whole = theme.px(_TOP_ROW) + 6, self.width() - 2 * _INSET
        used = draw_text(painter, _INSET, top, why, "caption", theme, palette.ink2, whole)
        width = one_line(theme, planned, "caption").width
        if planned and used + 8 + width <= whole:
            left = self.width() - _INSET - width
            draw_text(painter, left, top, planned, "caption", theme, palette.ink3)

    def _paint_bar(self, painter: QPainter, place: QRectF, day: DayColumn) -> None:
        palette = self.theme.palette
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.line)
        painter.drawRoundedRect(place, _BAR / 2, _BAR / 2)
        share = min(1.0, day.planned_minutes / day.set_aside_minutes) if day.set_aside_minutes else 0.0
        filled = QRectF(place)
        if self._proposed and day.set_aside_minutes:
            then = min(1.0, (day.planned_minutes + self._proposed) / day.set_aside_minutes)
            filled.setWidth(place.width() * then)
            painter.setBrush(palette.accent_line)
            painter.drawRoundedRect(filled, _BAR / 2, _BAR / 2)
        filled.setWidth(place.width() * share)
        painter.setBrush(palette.accent if self._today else palette.ink3)
        if share:
            painter.drawRoundedRect(filled, _BAR / 2, _BAR / 2)
        if is_over(day):
            painter.save()
            painter.setClipRect(place.adjusted(place.width() * (1 - _OVER_SHARE), 0, 0, 0))
            painter.setBrush(palette.overdue.ink)
            painter.drawRoundedRect(place, _BAR / 2, _BAR / 2)
            painter.restore()


def is_over(day: DayRoom) -> bool:
    """Whether more is planned than is set aside."""
    return day.planned_minutes > day.set_aside_minutes > 0


def kept_free(day: DayRoom) -> str:
    """Why nothing is set aside on a day, in a word or two; '' where that has no reason."""
    return day.holiday or ("Kept free" if day.on_leave else "")


def capacity(day: DayRoom) -> str:
    """'1 h 30 of 2 h', '15 min over', '45 min planned', or '' for a day without either."""
    return words.of_set_aside(day.planned_minutes, day.set_aside_minutes)


def _in_full(day: DayRoom) -> str:
    return "\n".join(part for part in (_kept(day), busy_words(day.busy)) if part)


def busy_words(busy: Sequence[Span]) -> str:
    """'Busy in your calendar 09:15–10:30, 13:45–15:45', '' for nothing."""
    spans = ", ".join(f"{span.starts:%H:%M}–{_clock(span.end)}" for span in busy)
    return f"Busy in your calendar {spans}" if spans else ""


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"


def _kept(day: DayRoom) -> str:
    planned = f" {words.length(day.planned_minutes)} planned." if day.planned_minutes else ""
    if day.on_leave:
        return f"You are on leave: nothing is set aside, and every rhythm waits.{planned}"
    if day.holiday:
        return f"{day.holiday}: a public holiday, kept free.{planned}"
    if not day.set_aside_minutes:
        return "No time is set aside for this day."
    aside = words.length(day.set_aside_minutes)
    return f"{words.length(day.planned_minutes)} planned of {aside} set aside"
