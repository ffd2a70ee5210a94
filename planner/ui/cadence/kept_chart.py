"""The share of rhythm intervals kept, a line a layer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from planner.domain import words
from planner.queries.cadence.kept import Kept, KeptLine, KeptPoint
from planner.ui.charts.chart import Chart
from planner.ui.charts.drawing import CENTRE, RIGHT, swatch, write
from planner.ui.charts.spots import Spot
from planner.ui.charts.table import Table, table_of
from planner.ui.theme import Theme
from planner.ui.tokens import tokens

_LEFT, _RIGHT, _TOP, _BOTTOM = 26.0, 104.0, 8.0, 22.0
_LABEL_STEP = 16.0
_GRID_STEP = 20
_HIT = 9.0
_THIN, _THICK = 1.5, 2.6


class _Frame(NamedTuple):
    """How months and shares lie."""

    left: float
    right: float
    top: float
    bottom: float
    floor: int
    months: int

    def x(self, month: int) -> float:
        return self.left + month * (self.right - self.left) / max(1, self.months - 1)

    def y(self, share: float) -> float:
        return self.top + (100 - 100 * share) * (self.bottom - self.top) / (100 - self.floor)


class KeptChart(Chart):
    """Each line in its layer's hue and dashes, named at its end; the one that slipped most is strong."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._kept: Kept | None = None
        self._strong: int | None = None
        self._of_layer: dict[int | None, tuple[int, ...]] = {}

    def show_kept(self, kept: Kept, strong: int | None, of_layer: dict[int | None, tuple[int, ...]]) -> None:
        """Show lines, the one at the place `strong` above the others."""
        self._kept, self._strong, self._of_layer = kept, strong, of_layer
        self.redraw()

    def make_spots(self, size: QSizeF) -> Sequence[Spot]:
        """The points of each line, and its name."""
        kept = self._kept
        if kept is None:
            return ()
        frame, found = self._frame(size), []
        tops = dict(self._labels(frame))
        for place, line in enumerate(kept.shown):
            people, name = self._of_layer.get(line.layer.id, ()), line.layer.short_name
            key = f"layer:{line.layer.id}"
            for month, point in enumerate(line.points):
                if point.share is not None:
                    at = QPointF(frame.x(month), frame.y(point.share))
                    box = QRectF(at - QPointF(_HIT, _HIT), at + QPointF(_HIT, _HIT))
                    said = point_words(line, point)
                    found.append(Spot(box, said, f"{key}:{month}", people, name, key))
            if place in tops:
                label = QRectF(frame.right + 4, tops[place] - 8, size.width() - frame.right - 4, 16)
                found.append(Spot(label, point_words(line, line.points[-1]), key, people, name))
        return found

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        """Grid, months, lines, and their names at the right."""
        kept = self._kept
        if kept is None:
            return
        frame = self._frame(size)
        self._draw_grid(painter, frame, size)
        order = sorted(range(len(kept.shown)), key=lambda place: place == self._strong)
        for place in order:
            self._draw_line(painter, frame, kept.shown[place], strong=place == self._strong)
        for place, y in self._labels(frame):
            line, strong = kept.shown[place], place == self._strong
            theme, scale = self.theme, self.theme.text_scale
            swatch(painter, QPointF(frame.right + 15 * scale, y), line.layer.hue, theme)
            said = f"{line.layer.short_name} {_percent(line.points[-1])}"
            role = "captionStrong" if strong else "caption"
            left = frame.right + 25 * scale
            write(painter, left, y, said, role, theme, theme.palette.ink, width=size.width() - left)

    def _frame(self, size: QSizeF) -> _Frame:
        scale = self.theme.text_scale
        lines = self._kept.shown if self._kept else ()
        shares = [each.share for line in lines for each in line.points if each.share is not None]
        lowest = int(100 * min(shares, default=0.0))
        floor = max(0, min(80, (lowest - 1) // _GRID_STEP * _GRID_STEP))
        months = len(lines[0].points) if lines else 1
        right = size.width() - _RIGHT * scale
        return _Frame(_LEFT * scale, right, _TOP * scale, size.height() - _BOTTOM * scale, floor, months)

    def _labels(self, frame: _Frame) -> list[tuple[int, float]]:
        """Where the name of each line stands that ends in a figure: at its end, without touching others."""
        lines = self._kept.shown if self._kept else ()
        ends = [
            (each.points[-1].share, place)
            for place, each in enumerate(lines)
            if each.points[-1].share is not None
        ]
        step, found, above = _LABEL_STEP * self.theme.text_scale, [], -1e6
        for share, place in sorted(ends, key=lambda each: -(each[0] or 0.0)):
            above = max(frame.y(share or 0.0), above + step)
            found.append((place, above))
        beyond = (found[-1][1] - frame.bottom) if found else 0.0
        return [(place, y - beyond) for place, y in found] if beyond > 0 else found

    def _draw_grid(self, painter: QPainter, frame: _Frame, size: QSizeF) -> None:
        theme = self.theme
        for share in range(frame.floor, 101, _GRID_STEP):
            y = round(frame.y(share / 100)) + 0.5
            painter.setPen(QPen(theme.palette.line, 1))
            painter.drawLine(QPointF(frame.left, y), QPointF(frame.right, y))
            write(painter, frame.left - 6, y, str(share), "axis", theme, theme.palette.ink3, at=RIGHT)
        foot = size.height() - 9 * theme.text_scale
        points = self._kept.shown[0].points if self._kept else ()
        every = max(1, round((len(points) - 1) / 4)) if len(points) > 1 else 1
        shown = {*range(0, len(points) - max(1, every // 2), every), len(points) - 1}
        for month in sorted(shown):
            said = words.month(points[month].day) if points else ""
            if len(points) > 12:
                said = f"{said} {points[month].day.year % 100:02d}"
            write(painter, frame.x(month), foot, said, "axis", theme, theme.palette.ink3, at=CENTRE)

    def _draw_line(self, painter: QPainter, frame: _Frame, line: KeptLine, *, strong: bool) -> None:
        colour, width = QColor(self.theme.palette.layer(line.layer.hue)), _THICK if strong else _THIN
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_dashed(colour, width, line.layer.hue))
        painter.setOpacity(1.0 if strong else 0.85)
        for stretch in _stretches(line.points):
            corners = [QPointF(frame.x(month), frame.y(share)) for month, share in stretch]
            painter.drawPolyline(QPolygonF(corners))
        painter.setOpacity(1.0)
        share = line.points[-1].share if line.points else None
        if strong and share is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(frame.x(frame.months - 1), frame.y(share)), 3.6, 3.6)


def _dashed(colour: QColor, width: float, hue: str) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pattern = tokens()["lineDash"].get(hue, [])
    if pattern:
        pen.setDashPattern([max(0.1, each / width) for each in pattern])
    return pen


def _stretches(points: Sequence[KeptPoint]) -> list[list[tuple[int, float]]]:
    """The points in a row that say something."""
    found: list[list[tuple[int, float]]] = [[]]
    for month, point in enumerate(points):
        if point.share is None:
            found.append([])
        else:
            found[-1].append((month, point.share))
    return [each for each in found if len(each) > 1]


def _percent(point: KeptPoint) -> str:
    return "not known yet" if point.share is None else str(round(100 * point.share))


def point_words(line: KeptLine, point: KeptPoint) -> str:
    """'Customers, quarter to 30 June: 84 percent, 11 of 13 intervals kept'."""
    about = f"{line.layer.name}, quarter to {words.short_day(point.day, line.points[-1].day)}"
    if point.share is None:
        return f"{about}: too few intervals to say"
    return f"{about}: {_percent(point)} percent, {point.kept:.0f} of {point.intervals:.0f} intervals kept"


def kept_table(kept: Kept) -> Table:
    """A row a month, a column a layer, in percent; everybody last."""
    heads = ["Quarter to", *(line.layer.short_name for line in kept.lines), "Everybody"]
    rows = [
        [
            words.short_day(point.day, kept.as_of),
            *(_cell(each.points[month]) for each in kept.lines),
            _cell(point),
        ]
        for month, point in enumerate(kept.everybody)
    ]
    return table_of(heads, rows, range(1, len(heads)))


def _cell(point: KeptPoint) -> str:
    return "not known yet" if point.share is None else words.percent(point.share)
