"""Who reached out first: your beginnings to the left, theirs to the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from planner.domain import words
from planner.domain.names import initials
from planner.queries.cadence.reached_out import Beginnings, ReachedOutFirst
from planner.ui.charts.chart import Chart
from planner.ui.charts.drawing import RIGHT, block, outline, text_width, upright, write
from planner.ui.charts.spots import Spot
from planner.ui.charts.table import Table, table_of
from planner.ui.theme import Theme

_HEAD, _ROW, _LEAST_ROW, _BAR, _GAP = 20.0, 28.0, 23.0, 13.0, 6.0
_USUAL = 8
_CLEARLY = 3
"""So many more times somebody reaches out before it is worth a row of its own."""
_MOST_NAME = 0.34


class BegunChart(Chart):
    """Those who are reached out to most one-sidedly, from yours to theirs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._found: ReachedOutFirst | None = None

    def show_begun(self, found: ReachedOutFirst) -> None:
        """Show who began."""
        self._found = found
        self.redraw()

    def rows(self, size: QSizeF) -> list[Beginnings]:
        """As many as fit: those you reach out to, those who reach out to you, then whom you talk to most."""
        room = max(2, int((size.height() / self.theme.text_scale - _HEAD) / self._row(size)))
        people = list(self._found.people) if self._found else []
        theirs = [each for each in people if each.they - each.you >= _CLEARLY][: room // 2]
        yours = [each for each in people if each.you > each.they][: room // 2]
        found = {each.person_id: each for each in theirs + yours}
        for each in sorted(people, key=lambda each: -(each.you + each.they)):
            if len(found) < room:
                found.setdefault(each.person_id, each)
        return sorted(found.values(), key=lambda each: (each.they - each.you, -each.you, each.name))

    def _row(self, size: QSizeF) -> float:
        """How high a row is, in pixels at the usual text size: a little lower for the usual number."""
        return max(_LEAST_ROW, min(_ROW, (size.height() / self.theme.text_scale - _HEAD) / _USUAL))

    def make_spots(self, size: QSizeF) -> Sequence[Spot]:
        """A spot a person."""
        scale, row = self.theme.text_scale, self._row(size)
        return [
            Spot(
                QRectF(0, (_HEAD + place * row - 2) * scale, size.width(), (row - 3) * scale),
                begun_words(each),
                f"person:{each.person_id}",
                (each.person_id,),
                each.name,
            )
            for place, each in enumerate(self.rows(size))
        ]

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        """The names, and from the middle upright your bars, filled, and theirs, hollow."""
        theme, scale, rows = self.theme, self.theme.text_scale, self.rows(size)
        figure = text_width(theme, str(max([each.you + each.they for each in rows], default=0)), "caption")
        figure += _GAP * scale + 4
        names = max([text_width(theme, short_name(each.name), "caption") for each in rows], default=0.0)
        names = min(names, _MOST_NAME * size.width()) + 4
        yours, theirs = (max([getattr(each, who) for each in rows], default=0) for who in ("you", "they"))
        unit = (size.width() - names - 2 * figure) / max(1, yours + theirs)
        unit = min(unit, 12 * scale)
        middle = round(size.width() - figure - theirs * unit)
        row = self._row(size)
        self._draw_head(painter, middle)
        for place, each in enumerate(rows):
            y = (_HEAD + place * row + 8.5) * scale
            write(painter, 0, y, short_name(each.name), "caption", theme, theme.palette.ink, width=names)
            self._draw_bars(painter, each, QPointF(middle, y), unit)
        upright(painter, middle, 14 * scale, size.height(), theme.palette.line_strong)

    def _draw_head(self, painter: QPainter, middle: float) -> None:
        theme, y, gap = self.theme, 6 * self.theme.text_scale, _GAP * self.theme.text_scale
        write(painter, middle - gap, y, "you", "axis", theme, theme.palette.ink3, at=RIGHT)
        write(painter, middle + gap, y, "they", "axis", theme, theme.palette.ink3)

    def _draw_bars(self, painter: QPainter, each: Beginnings, at: QPointF, unit: float) -> None:
        theme, palette, high = self.theme, self.theme.palette, _BAR * self.theme.text_scale
        gap, top = _GAP * theme.text_scale, at.y() - high / 2
        yours, theirs = each.you * unit, each.they * unit
        if each.you:
            block(painter, QRectF(at.x() - 1 - yours, top, yours, high), palette.accent)
        if each.they:
            box = QRectF(at.x() + 1.6, top + 0.6, max(2.0, theirs - 1), high - 1.2)
            outline(painter, box, palette.accent)
        write(painter, at.x() - gap - yours, at.y(), str(each.you), "caption", theme, palette.ink2, at=RIGHT)
        write(painter, at.x() + gap + 1 + theirs, at.y(), str(each.they), "caption", theme, palette.ink2)


def short_name(name: str) -> str:
    """'Tomás H.': the first name, and how the last one begins."""
    first, _, rest = name.partition(" ")
    return f"{first} {initials(name)[-1]}." if rest else first


def begun_words(each: Beginnings) -> str:
    """'Tomás Herrera: you reached out 7 times, they once; 2 times not noted'."""
    said = f"{each.name}: you reached out {_times(each.you)}, they {_times(each.they)}"
    return f"{said}; {_times(each.unknown)} not noted" if each.unknown else said


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{words.small(count)} times")


def begun_table(found: ReachedOutFirst) -> Table:
    """A row a person, the most one-sided first."""
    rows = [(each.name, str(each.you), str(each.they), str(each.unknown)) for each in found.people]
    return table_of(("Person", "You", "They", "Not noted"), rows, (1, 2, 3))
