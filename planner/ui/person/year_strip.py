"""The rhythm of about a year on a true time axis: gaps, conversations, months and today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from planner.domain import words
from planner.domain.channels import ReachedOut
from planner.domain.rhythm import State
from planner.queries.person import PersonPage
from planner.queries.standing import Standing
from planner.ui.theme import Theme
from planner.ui.widgets.plain import plain_tooltip
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

_DAYS_BACK = 372
_TODAY_AT = 0.93
_DOTS, _BARS, _BAR, _MONTHS, _HEIGHT = 17, 26, 4, 34, 48


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFacts:
    """What the strip shows. `bars` are the gaps, oldest first: begin, end and whether the rhythm was kept."""

    today: date
    talks: tuple[tuple[date, bool], ...]
    bars: tuple[tuple[date, date, bool], ...]
    current: tuple[date, date] | None
    state: State
    planned: tuple[date, ...]
    words: str


def year_facts(page: PersonPage, today: date) -> YearFacts:
    """The last year of a person: conversations, and the gaps between them against the rhythm."""
    first = today - timedelta(days=_DAYS_BACK)
    talks = tuple(
        (talk.day, talk.reached_out is ReachedOut.THEY) for talk in page.talks if first <= talk.day <= today
    )
    standing, rhythm = page.standing, page.standing.rhythm_days
    current = None
    if rhythm and standing.last_day:
        current = (standing.last_day, standing.last_day + timedelta(days=rhythm))
    bars = tuple(
        (gap.begins, gap.ends, gap.kept) for gap in page.gaps if gap.kept is not None and gap.ends > first
    )
    return YearFacts(
        today=today,
        talks=talks,
        bars=bars,
        current=current,
        state=standing.state,
        planned=tuple(plan.day for plan in page.plans if plan.day >= today),
        words=_spoken(standing, len(talks), [kept for _, _, kept in bars]),
    )


def _spoken(standing: Standing, talks: int, kept: Sequence[bool]) -> str:
    told = words.count(talks, "conversation") + " in twelve months"
    if not standing.rhythm_days or standing.days_since is None:
        return told
    said = f"rhythm kept in {sum(kept)} of {words.count(len(kept), 'gap')}, " if kept else ""
    since = words.count(standing.days_since, "day")
    return f"{told}. {said}last conversation {since} ago, rhythm {standing.rhythm_days}"


class YearStrip(ThemedWidget):
    """Painted; its words are its accessible name, and hovering names the conversation."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._facts: YearFacts | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_year(self, facts: YearFacts) -> None:
        """Show a person's year."""
        self._facts = facts
        self.setAccessibleName(facts.words)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(300, _MONTHS + self.theme.line("axis") + 2)

    def event(self, event: QEvent) -> bool:
        """The conversation below the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain_tooltip(self.told_at(event.pos().x())), self)
            return True
        return super().event(event)

    def told_at(self, x: float) -> str:
        """The conversation nearest to `x`, within a few pixels; '' for none."""
        facts = self._facts
        if facts is None or not facts.talks:
            return ""
        day, they = min(facts.talks, key=lambda talk: abs(self._x(talk[0]) - x))
        if abs(self._x(day) - x) > 7:
            return ""
        return f"{words.day_words(day, facts.today)}, {'they reached out' if they else 'a conversation'}"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint bars, dots, months and today."""
        facts = self._facts
        if facts is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_months(painter, facts)
        self._paint_bars(painter, facts)
        self._paint_current(painter, facts)
        self._paint_dots(painter, facts)
        self._paint_today(painter, facts)
        painter.end()

    def _x(self, day: date) -> float:
        ago = (self._facts.today - day).days if self._facts else 0
        return self.width() * (1 - ago / _DAYS_BACK) * _TODAY_AT

    def _paint_bars(self, painter: QPainter, facts: YearFacts) -> None:
        palette = self.theme.palette
        for begin, end, kept in facts.bars:
            left, right = max(0.0, self._x(begin) + 1), self._x(end) - 1
            if kept:
                self._bar(painter, left, right, palette.line_strong)
            elif right - left > 1:
                painter.setPen(QPen(palette.overdue.ink, 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(left + 0.5, _BARS + 0.5, right - left - 1, _BAR - 1), 1, 1)

    def _paint_current(self, painter: QPainter, facts: YearFacts) -> None:
        if facts.current is None:
            return
        palette = self.theme.palette
        begin, end = facts.current
        own = palette.ink3 if facts.state is State.ON_RHYTHM else palette.state(facts.state)
        if facts.state in (State.OVERDUE, State.QUIET):
            own = palette.due.ink
        left = max(0.0, self._x(begin) + 1)
        self._bar(painter, left, max(left + 2, self._x(min(end, facts.today)) - 1), own)
        if facts.today > end and facts.state is not State.RESTING:
            self._bar(painter, max(0.0, self._x(end) + 1), self._x(facts.today) - 1, palette.overdue.ink)

    def _paint_dots(self, painter: QPainter, facts: YearFacts) -> None:
        palette = self.theme.palette
        many = len(facts.talks) > self.width() / 12
        full, hollow = (2.6, 2.2) if many else (4.0, 3.4)
        for day, they in facts.talks:
            centre = QPointF(max(full, self._x(day) + 2), _DOTS)
            if they:
                painter.setPen(QPen(palette.ink2, 1.2 if many else 1.4))
                painter.setBrush(palette.paper)
                painter.drawEllipse(centre, hollow, hollow)
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(palette.ink2)
                painter.drawEllipse(centre, full, full)

    def _paint_today(self, painter: QPainter, facts: YearFacts) -> None:
        accent, x = self.theme.palette.accent, self._x(facts.today)
        painter.setPen(QPen(accent, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(x, 8), QPointF(x, 32))
        pen = QPen(accent, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1.5, 1.2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for place, day in enumerate(facts.planned[:2]):
            centre = max(self._x(day), x + 8 + 10 * place)
            if centre < self.width() - 4:
                painter.drawEllipse(QPointF(centre, _DOTS), 3.6, 3.6)

    def _paint_months(self, painter: QPainter, facts: YearFacts) -> None:
        month = facts.today.replace(day=1)
        right = float(self.width())
        for _ in range(12):
            name = words.month(month)
            width = one_line(self.theme, name, "axis").width
            left = self._x(month)
            if left >= 0 and left + width < right - 4:
                draw_text(painter, left, _MONTHS, name, "axis", self.theme, self.theme.palette.ink3)
                right = left
            month = (month - timedelta(days=1)).replace(day=1)

    def _bar(self, painter: QPainter, left: float, right: float, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(left, _BARS, max(1.0, right - left), _BAR), 1, 1)
