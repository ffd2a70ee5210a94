"""People by weeks: the darker, the longer you talked; outlined where it has been quiet for too long."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QWheelEvent

from planner.domain import words
from planner.queries.cadence.heat import Heat
from planner.ui.charts.chart import Chart
from planner.ui.charts.drawing import block, outline, swatch, text_width, write
from planner.ui.charts.panel import Legend
from planner.ui.charts.spots import Spot
from planner.ui.charts.table import NOTHING, Table
from planner.ui.theme import Theme

_LABEL, _HEAD, _ROW, _MOST_ROW = 136.0, 16.0, 15.5, 24.0
_TICK_WEEKS = 4
_NOTCH = 120


class _Grid(NamedTuple):
    """How the cells lie."""

    left: float
    top: float
    wide: float
    high: float

    def cell(self, row: int, week: int, weeks: int = 1) -> QRectF:
        left, top = self.left + week * self.wide, self.top + row * self.high
        return QRectF(left, top, weeks * self.wide, self.high)


class HeatChart(Chart):
    """As many people as fit, those with most to tell; or all of them, to be scrolled through."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._heat: Heat | None = None
        self._telling: Sequence[int] = ()
        self._first = 0
        self.everybody = False

    def show_heat(self, heat: Heat, telling: Sequence[int]) -> None:
        """Show a map; `telling` are the places with most to tell, first."""
        self._heat, self._telling = heat, telling
        self._first = min(self._first, max(0, len(heat.people) - 1))
        self.redraw()

    def show_everybody(self, wanted: bool) -> None:
        """Show all people, to be scrolled through, or as many as fit."""
        self.everybody, self._first = wanted, 0
        self.redraw()

    def room(self, size: QSizeF) -> int:
        """How many people fit."""
        scale = self.theme.text_scale
        return max(1, int((size.height() - _HEAD * scale) / (_ROW * scale)))

    def places(self, size: QSizeF) -> list[int]:
        """The rows that are shown, as places of the map."""
        if self._heat is None:
            return []
        room, count = self.room(size), len(self._heat.people)
        if not self.everybody:
            return sorted(self._telling[:room])
        return list(range(self._first, min(count, self._first + room)))

    def roll(self, rows: int) -> bool:
        """Move by so many rows; False where there are no more."""
        if self._heat is None or not self.everybody:
            return False
        most = max(0, len(self._heat.people) - self.room(QSizeF(self.size())))
        wanted = max(0, min(most, self._first + rows))
        moved, self._first = wanted != self._first, wanted
        if moved:
            self.redraw()
        return moved

    def step(self, direction: tuple[int, int]) -> bool:
        """Scroll where the next row lies beyond the edge."""
        return super().step(direction) or (self.roll(direction[1]) and super().step(direction))

    def wheelEvent(self, event: QWheelEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and self.roll(-3 * event.angleDelta().y() // _NOTCH):
            event.accept()
        else:
            super().wheelEvent(event)

    def make_spots(self, size: QSizeF) -> Sequence[Spot]:
        """Each name, then its weeks."""
        heat = self._heat
        if heat is None:
            return ()
        grid, found = self._grid(size), []
        for row, place in enumerate(self.places(size)):
            person = heat.people[place]
            key, whom = f"person:{person.id}", (person.id,)
            label = QRectF(0, grid.top + row * grid.high, grid.left - 2, grid.high)
            found.append(Spot(label, silence_words(heat, place), key, whom, person.name))
            found += [
                Spot(
                    grid.cell(row, week),
                    week_words(heat, place, week),
                    f"{key}:{week}",
                    whom,
                    person.name,
                    key,
                )
                for week in range(len(heat.mondays))
            ]
        return found

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        """Months above, names at the left, a cell for each week."""
        heat = self._heat
        if heat is None:
            return
        grid = self._grid(size)
        self._draw_head(painter, grid, heat.mondays)
        for row, place in enumerate(self.places(size)):
            self._draw_row(painter, grid, row, place, heat)

    def _grid(self, size: QSizeF) -> _Grid:
        scale = self.theme.text_scale
        left, top, room = _LABEL * scale, _HEAD * scale, self.room(size)
        weeks, people = (len(self._heat.mondays), len(self._heat.people)) if self._heat else (1, 0)
        high = min(_MOST_ROW * scale, (size.height() - top) / max(1, min(room, people)))
        return _Grid(left, top, (size.width() - left) / weeks, high)

    def _draw_head(self, painter: QPainter, grid: _Grid, mondays: Sequence[date]) -> None:
        ink, room = self.theme.palette.ink3, text_width(self.theme, "28 May", "axis") + 8
        every = next(n for n in (_TICK_WEEKS, 8, 13, 26, 52, 104, 999) if n * grid.wide >= room)
        for week in range(0, len(mondays), every):
            day = mondays[week]
            x = grid.left + week * grid.wide + 1
            if x + room - 8 <= grid.left + len(mondays) * grid.wide:
                write(
                    painter, x, 6 * self.theme.text_scale, words.short_day(day, day), "axis", self.theme, ink
                )

    def _draw_row(self, painter: QPainter, grid: _Grid, row: int, place: int, heat: Heat) -> None:
        theme, scale = self.theme, self.theme.text_scale
        person, middle = heat.people[place], grid.top + (row + 0.5) * grid.high
        swatch(painter, QPointF(6.5 * scale, middle - 0.5), person.hue, theme)
        left = 18 * scale
        write(
            painter,
            left,
            middle,
            person.name,
            "caption",
            theme,
            theme.palette.ink,
            width=grid.left - left - 6,
        )
        levels = heat.levels[place].tolist()
        inset = 1.0 if grid.wide > 6 else 0.5
        for week, level in enumerate(levels):
            cell = grid.cell(row, week).adjusted(inset, 1, -inset, -1)
            block(painter, cell, theme.palette.heat[level], min(2.0, cell.width() / 3))
        for first, count in quiet_weeks(heat, place):
            box = grid.cell(row, first, count).adjusted(0.6, 0.5, -0.6, -0.5)
            outline(painter, box, theme.palette.overdue.ink, radius=3)


def quiet_weeks(heat: Heat, place: int) -> list[tuple[int, int]]:
    """The silence that is past the rhythm today: its first week and how many, whole weeks only."""
    days = heat.days_since(place)
    if not days or not heat.silent(place):
        return []
    count = min(len(heat.mondays), days // 7)
    return [(len(heat.mondays) - count, count)] if count else []


def week_words(heat: Heat, place: int, week: int) -> str:
    """'Luca Steiner, week of 6 Jul: 1 h in 2 conversations'."""
    cell, day = heat.cell(place, week), heat.mondays[week]
    about = f"{heat.people[place].name}, week of {words.short_day(day, heat.as_of)}"
    if not cell.talks:
        last = day + timedelta(days=6)
        past = any(each.first <= last and each.last >= day for each in heat.quiet(place))
        return f"{about}: no conversation{', past the rhythm' if past else ''}"
    talks = words.count(cell.talks, "conversation")
    return f"{about}: {talks}, {words.length(cell.minutes) if cell.minutes else 'length not known yet'}"


def silence_words(heat: Heat, place: int) -> str:
    """'Luca Steiner: last conversation 71 days ago, past the rhythm'."""
    days, name = heat.days_since(place), heat.people[place].name
    if days is None:
        return f"{name}: no conversation yet"
    return (
        f"{name}: last conversation {words.days_ago(days)}{', past the rhythm' if heat.silent(place) else ''}"
    )


def heat_table(heat: Heat) -> Table:
    """A row a person: the silence, then the minutes of each week."""
    if not heat.people:
        return NOTHING
    heads = ("Person", "Last", "Rhythm", *(words.short_day(each, heat.as_of) for each in heat.mondays))

    def row(place: int) -> tuple[str, ...]:
        days = heat.days_since(place)
        last = "not known yet" if days is None else words.days_ago(days)
        state = "past it" if heat.silent(place) else "within it"
        weeks = (_cell_text(heat, place, week) for week in range(len(heat.mondays)))
        return (heat.people[place].name, last, state, *weeks)

    return Table(heads, len(heat.people), row, frozenset(range(3, len(heads))))


def _cell_text(heat: Heat, place: int, week: int) -> str:
    cell = heat.cell(place, week)
    if not cell.talks:
        return "none"
    return f"{cell.minutes} min" if cell.minutes else "not known yet"


class HeatLegend(Legend):
    """From none to an hour or more."""

    _WORDS = ("none", "an hour or more")

    def sizeHint(self) -> QSize:
        scale = self.theme.text_scale
        wide = sum(text_width(self.theme, each, "caption") for each in self._WORDS)
        return QSize(round(wide + (5 * 17 + 4) * scale) + 2, self.theme.px(16))

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        theme, scale, middle = self.theme, self.theme.text_scale, size.height() / 2
        x = write(painter, 0, middle, self._WORDS[0], "caption", theme, theme.palette.ink3) + 4 * scale
        for colour in theme.palette.heat:
            block(painter, QRectF(x, middle - 5.5 * scale, 13 * scale, 11 * scale), colour)
            x += 17 * scale
        write(painter, x, middle, self._WORDS[1], "caption", theme, theme.palette.ink3)
