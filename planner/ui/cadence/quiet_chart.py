"""Who is likely to go quiet: the days around which the silence would be twice the rhythm."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter

from planner.domain import words
from planner.queries.cadence.going_quiet import GoingQuiet, Quiet
from planner.ui.charts.chart import Chart
from planner.ui.charts.drawing import CENTRE, RIGHT, outline, swatch, text_width, upright, write
from planner.ui.charts.spots import Spot
from planner.ui.charts.table import Table, table_of
from planner.ui.theme import Theme

_MOST_ROWS, _MOST_NAME = 12, 0.62
_NAME, _HEAD, _ROW, _LEAST_ROW, _BAR = 116.0, 20.0, 32.0, 27.0, 10.0
_THREE_DAYS_FROM = 110.0


class QuietChart(Chart):
    """Intervals, not points; the word says how likely, the count on how many conversations it rests."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._quiet: Quiet | None = None
        self._begin = "today"

    def show_quiet(self, quiet: Quiet, *, replayed: bool = False) -> None:
        """Show who is likely to go quiet, or (replayed) who was on an earlier day."""
        self._quiet = quiet
        self._begin = words.short_day(quiet.as_of, quiet.as_of) if replayed else "today"
        self.redraw()

    def rows(self, size: QSizeF) -> list[GoingQuiet]:
        """Those who fit, the most pressing of all, by their day."""
        if self._quiet is None:
            return []
        room = max(1, int((size.height() / self.theme.text_scale - _HEAD) / _LEAST_ROW))
        if self._quiet.likely_total > room:
            room -= 1
        return sorted(self._quiet.likely[:room], key=lambda each: (each.day.on, each.name))

    def _row(self, size: QSizeF, count: int) -> float:
        """How high a row is, in pixels at the usual text size."""
        shown = count + (1 if self._quiet is not None and self._quiet.likely_total > count else 0)
        return max(_LEAST_ROW, min(_ROW, (size.height() / self.theme.text_scale - _HEAD) / max(1, shown)))

    def make_spots(self, size: QSizeF) -> Sequence[Spot]:
        """A spot a person."""
        scale, rows = self.theme.text_scale, self.rows(size)
        row = self._row(size, len(rows))
        return [
            Spot(
                QRectF(0, (_HEAD + place * row) * scale, size.width(), (row - 1) * scale),
                quiet_words(each, self._quiet.as_of if self._quiet else each.last_day),
                f"person:{each.person_id}",
                (each.person_id,),
                each.name,
            )
            for place, each in enumerate(rows)
        ]

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        """Days above; names and words at the left; a bar from the first likely day to the last."""
        quiet = self._quiet
        if quiet is None:
            return
        theme, scale, rows = self.theme, self.theme.text_scale, self.rows(size)
        row = self._row(size, len(rows))
        foot = (_HEAD + len(rows) * row) * scale
        half = quiet.as_of + timedelta(days=quiet.within_days // 2)
        for day, said, at in (
            (quiet.as_of, self._begin, CENTRE),
            (half, words.short_day(half, half), CENTRE),
            (quiet.until, words.short_day(quiet.until, quiet.until), RIGHT),
        ):
            x = self._x(day, size)
            if day == half and size.width() - self._x(quiet.as_of, size) < _THREE_DAYS_FROM * scale:
                continue
            upright(painter, x, 14 * scale, max(foot, size.height()), theme.palette.line)
            write(painter, x, 6 * scale, said, "axis", theme, theme.palette.ink3, at=at)
        for place, each in enumerate(rows):
            self._draw_row(painter, each, (_HEAD + place * row) * scale, size)
        more = quiet.likely_total - len(rows)
        if more:
            said = f"and {words.small(more)} more"
            write(painter, 18 * scale, foot + 8 * scale, said, "axis", theme, theme.palette.ink3)

    def _draw_row(self, painter: QPainter, each: GoingQuiet, top: float, size: QSizeF) -> None:
        theme, scale, palette = self.theme, self.theme.text_scale, self.theme.palette
        swatch(painter, QPointF(6.5 * scale, top + 8.5 * scale), each.hue, theme)
        x = 18 * scale
        room = self._left(size) - x - 6
        write(painter, x, top + 8 * scale, each.name, "caption", theme, palette.ink, width=room)
        write(
            painter,
            x,
            top + 20.5 * scale,
            odds_words(each),
            "axis",
            theme,
            palette.ink3,
            width=self._left(size) - x,
        )
        left, right = self._x(each.day.first, size), self._x(each.day.last, size)
        bar = QRectF(left, top + 5 * scale, max(4.0, right - left), _BAR * scale)
        line = QColor(palette.due.ink)
        line.setAlphaF(0.5)
        outline(painter, bar, line, fill=palette.due.tint, width=1, radius=3)
        upright(painter, self._x(each.day.on, size), top + 2 * scale, top + 18 * scale, palette.due.ink, 2)

    def _left(self, size: QSizeF) -> float:
        """Where today stands: right of the longest words, and not beyond the middle by much."""
        scale, shown = self.theme.text_scale, self._quiet.likely[:_MOST_ROWS] if self._quiet else ()
        wide = max([text_width(self.theme, odds_words(each), "axis") for each in shown], default=0.0)
        return min(_MOST_NAME * size.width(), max(_NAME * scale, 18 * scale + wide + 6)) + 4

    def _x(self, day: date, size: QSizeF) -> float:
        """Where a day stands; what lies beyond the edges stands on them."""
        assert self._quiet is not None
        left = self._left(size)
        part = (day - self._quiet.as_of).days / self._quiet.within_days
        return left + min(1.0, max(0.0, part)) * (size.width() - left - 2)


def odds_words(each: GoingQuiet) -> str:
    """'likely, 18 talks'."""
    chance = each.day.chance
    return f"{chance.odds}, {words.count(each.contacts, 'talk')}" if chance else "quiet already"


def quiet_words(each: GoingQuiet, today: date) -> str:
    """The facts: when, how likely, on what that rests, and what is planned."""
    day, chance = each.day, each.day.chance
    span = f"{words.short_day(day.first, today)} to {words.short_day(day.last, today)}"
    said = f"{each.name}: may go quiet {span}"
    if chance is not None:
        said += f", {chance.odds} ({chance.percent}{', ' + day.band.words if day.band else ''})"
    said += (
        f"; {words.count(each.contacts, 'conversation day')}, last {words.short_day(each.last_day, today)}"
    )
    plan = f"planned {words.short_day(day.planned_on, today)}" if day.planned_on else "nothing planned"
    return f"{said}, rhythm {words.count(each.rhythm_days, 'day')}, {plan}"


def quiet_table(quiet: Quiet) -> Table:
    """A row a person, the most pressing first; then those who are quiet already."""
    heads = ("Person", "Goes quiet", "From", "To", "How likely", "Chance", "Rests on", "Last", "Planned")
    return table_of(heads, [_row(each, quiet.as_of) for each in (*quiet.likely, *quiet.already)])


def _row(each: GoingQuiet, today: date) -> tuple[str, ...]:
    day, chance = each.day, each.day.chance
    return (
        each.name,
        *(words.short_day(one, today) for one in (day.on, day.first, day.last)),
        str(chance.odds) if chance else "quiet already",
        chance.percent if chance else "",
        words.count(each.contacts, "conversation day"),
        words.short_day(each.last_day, today),
        words.short_day(day.planned_on, today) if day.planned_on else "nothing",
    )
