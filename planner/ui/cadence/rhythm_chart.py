"""How long ago you spoke, in quarters of each rhythm: a bar for each quarter, up to twice the rhythm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPen

from planner.domain import words
from planner.domain.rhythm import State
from planner.queries.cadence.against_rhythm import AgainstRhythm, RhythmBin
from planner.ui.charts.chart import Chart
from planner.ui.charts.drawing import CENTRE, LEFT, RIGHT, dashes, outline, text_width, write
from planner.ui.charts.spots import Spot
from planner.ui.charts.table import Table, table_of
from planner.ui.palette import StateColour
from planner.ui.theme import Theme
from planner.ui.widgets.state_shape import paint_state_shape

_SIDE, _TOP, _FOOT = 4.0, 44.0, 46.0
_PER_RHYTHM = 4
_TICKS = ("0", "½", "1×", "1½", "2×")
_MOST_NAMES, _MOST_IN_TABLE = 8, 40
_LEGEND: tuple[tuple[State, tuple[State, ...], str], ...] = (
    (State.ON_RHYTHM, (State.ON_RHYTHM,), "on rhythm"),
    (State.DUE, (State.DUE,), "due"),
    (State.OVERDUE, (State.OVERDUE, State.QUIET), "overdue"),
)


class RhythmChart(Chart):
    """Green within the rhythm, ochre at its end, red beyond; dashed outlines show a quarter earlier."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._found: AgainstRhythm | None = None
        self._before: AgainstRhythm | None = None
        self._names: Mapping[int, str] = {}

    def show_rhythms(
        self, found: AgainstRhythm, before: AgainstRhythm | None, names: Mapping[int, str]
    ) -> None:
        """Show the silences of now, over those of a quarter earlier."""
        self._found, self._before, self._names = found, before, names
        self.redraw()

    def make_spots(self, size: QSizeF) -> Sequence[Spot]:
        """Each bar, as high as the room; then the states below."""
        bins = self._bins()
        foot, found = size.height() - _FOOT * self.theme.text_scale, []
        for place, each in enumerate(bins):
            top = 26 * self.theme.text_scale
            box = QRectF(self._x(place, size), top, self._wide(size), foot - top)
            key = f"bin:{each.low}"
            found.append(Spot(box, bin_words(each, self._names), key, each.people, span_words(each)))
        if self._found is None:
            return found
        for state, x, said, people in self._legend(size):
            width = 14 * self.theme.text_scale + text_width(self.theme, said, "caption")
            box = QRectF(x, size.height() - 17 * self.theme.text_scale, width, 17 * self.theme.text_scale)
            found.append(Spot(box, f"{said}: {_names(people, self._names)}", f"state:{state}", people, said))
        return found

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        """Bars with their counts, the rhythm as an upright, and the states below."""
        if self._found is None:
            return
        theme, scale, bins = self.theme, self.theme.text_scale, self._bins()
        foot = size.height() - _FOOT * scale
        most = max(
            [len(each.people) for each in bins] + [len(each.people) for each in self._bins(before=True)]
        )
        rise = (foot - _TOP * scale) / max(1, most)
        self._draw_before(painter, size, foot, rise)
        for place, each in enumerate(bins):
            if each.people:
                self._draw_bar(painter, place, each, size, foot, rise)
        painter.setPen(QPen(theme.palette.line_strong, 1))
        painter.drawLine(QPointF(_SIDE, foot + 0.5), QPointF(size.width() - _SIDE, foot + 0.5))
        self._draw_rhythm(painter, size, foot)
        for state, x, said, _people in self._legend(size):
            middle = size.height() - 8 * scale
            shape = QRectF(x, middle - 4.5 * scale, 9 * scale, 9 * scale)
            paint_state_shape(painter, shape, state, theme.palette)
            write(painter, x + 14 * scale, middle, said, "caption", theme, theme.palette.ink2)

    def _bins(self, *, before: bool = False) -> Sequence[RhythmBin]:
        """Up to twice the rhythm; what lies beyond only where somebody is there."""
        found = self._before if before else self._found
        if found is None:
            return ()
        beyond = found.bins[-1].people or (self._before and self._before.bins[-1].people)
        return found.bins if beyond else found.bins[:-1]

    def _wide(self, size: QSizeF) -> float:
        return (size.width() - 2 * _SIDE) / max(1, len(self._bins()))

    def _x(self, place: float, size: QSizeF) -> float:
        return _SIDE + place * self._wide(size)

    def _draw_bar(
        self, painter: QPainter, place: int, each: RhythmBin, size: QSizeF, foot: float, rise: float
    ) -> None:
        theme, wide, count = self.theme, self._wide(size), len(each.people)
        x, top = self._x(place, size), foot - count * rise
        colours = self._colours(each)
        box = QRectF(x + 2, top, wide - 4, foot - top)
        outline(painter, box, colours.ink, fill=colours.tint, width=1.1)
        middle = top - 9 * theme.text_scale
        write(painter, x + wide / 2, middle, str(count), "captionStrong", theme, theme.palette.ink, at=CENTRE)

    def _draw_before(self, painter: QPainter, size: QSizeF, foot: float, rise: float) -> None:
        for place, each in enumerate(self._bins(before=True)):
            if each.people:
                high = len(each.people) * rise
                box = QRectF(self._x(place, size) + 0.5, foot - high, self._wide(size) - 1, high)
                dashes(painter, box, self.theme.palette.ink3)

    def _draw_rhythm(self, painter: QPainter, size: QSizeF, foot: float) -> None:
        theme, scale, x = self.theme, self.theme.text_scale, round(self._x(_PER_RHYTHM, size)) + 0.5
        pen = QPen(theme.palette.ink, 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, 14 * scale), QPointF(x, foot + 4))
        write(painter, x + 5, 18 * scale, "rhythm", "caption", theme, theme.palette.ink)
        for number, tick in enumerate(_TICKS):
            place = self._x(2 * number, size)
            at = CENTRE if number else LEFT
            at = RIGHT if place > size.width() - 2 * _SIDE else at
            write(painter, place, foot + 11 * scale, tick, "axis", theme, theme.palette.ink3, at=at)

    def _colours(self, each: RhythmBin) -> StateColour:
        palette = self.theme.palette
        if each.low >= 1:
            return palette.overdue
        return palette.due if each.high and each.high >= 1 else palette.on_rhythm

    def _legend(self, size: QSizeF) -> list[tuple[State, float, str, tuple[int, ...]]]:
        """The states side by side, closer together where their figures are long."""
        assert self._found is not None
        known = [
            (shape, tuple(each for state in states for each in self._found.states[state]), name)
            for shape, states, name in _LEGEND
        ]
        said = [f"{len(people)} {name}" for _shape, people, name in known]
        scale, found, x = self.theme.text_scale, [], _SIDE
        wide = [14 * scale + text_width(self.theme, each, "caption") for each in said]
        between = min(16 * scale, (size.width() - 2 * _SIDE - sum(wide)) / (len(wide) - 1))
        for (shape, people, _name), words_of, width in zip(known, said, wide, strict=True):
            found.append((shape, x, words_of, people))
            x += width + between
        return found


def span_words(each: RhythmBin) -> str:
    """'Half to ¾ of the rhythm', 'twice the rhythm or more'."""
    if each.high is None:
        return "Twice the rhythm or more"
    return f"{each.low:g} to {each.high:g} of the rhythm"


def bin_words(each: RhythmBin, names: Mapping[int, str]) -> str:
    """'0.5 to 0.75 of the rhythm: 2 people, Ana Ferreira and Luca Steiner'."""
    if not each.people:
        return f"{span_words(each)}: nobody"
    count = words.count(len(each.people), "person", "people")
    return f"{span_words(each)}: {count}, {_names(each.people, names)}"


def _names(people: Sequence[int], names: Mapping[int, str], most: int = _MOST_NAMES) -> str:
    shown = [names.get(each, "") for each in people[:most]]
    more = len(people) - len(shown)
    return words.in_a_row([*shown, f"{more} more"] if more else shown) or "nobody"


def rhythm_table(found: AgainstRhythm, names: Mapping[int, str]) -> Table:
    """A row a quarter of the rhythm: how many, and who."""
    rows = [
        (span_words(each), str(len(each.people)), _names(each.people, names, _MOST_IN_TABLE))
        for each in found.bins
    ]
    return table_of(("Silence", "People", "Who"), rows, (1,))
