"""The bands of trips across the days they take."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.domain import words
from planner.queries.week import TripBand
from planner.ui import icons
from planner.ui.theme import Theme
from planner.ui.widgets.plain import set_tooltip
from planner.ui.widgets.text import draw_text
from planner.ui.widgets.themed import ThemedWidget

HEIGHT = 26
_BETWEEN = 4
_ABOVE, _BELOW = 2, 6
_PAD, _GAP, _ICON = 10, 8, 14
_RADIUS = 6


class Placed(NamedTuple):
    """A band in its lane (0 is the top one), over the shown days `first` to `last`, both included."""

    band: TripBand
    lane: int
    first: int
    last: int


def placed(bands: tuple[TripBand, ...], shown: tuple[date, ...]) -> tuple[Placed, ...]:
    """Each band that touches the shown days, in the highest lane that is free there."""
    found: list[Placed] = []
    for band in sorted(bands, key=lambda each: each.first_day):
        days = [number for number, day in enumerate(shown) if band.first_day <= day <= band.last_day]
        if days:
            lane = _free_lane(found, days[0], days[-1])
            found.append(Placed(band=band, lane=lane, first=days[0], last=days[-1]))
    return tuple(found)


def lanes_height(theme: Theme, bands: tuple[Placed, ...]) -> int:
    """How much room the bands take between heads and cards."""
    count = max((each.lane + 1 for each in bands), default=0)
    if not count:
        return 0
    return _ABOVE + count * theme.px(HEIGHT) + (count - 1) * _BETWEEN + _BELOW


def title(band: TripBand) -> str:
    """'Zurich Tue–Wed', 'Zurich Tue'."""
    first, last = words.weekday(band.first_day), words.weekday(band.last_day)
    return f"{band.place} {first}" if band.first_day == band.last_day else f"{band.place} {first}–{last}"


def people_there(band: TripBand) -> str:
    """'6 people there', '' where nobody known lives there."""
    return f"{words.count(band.people_there, 'person', 'people')} there" if band.people_there else ""


class TripBands(ThemedWidget):
    """One strip over all day columns. Only the bands are there for the pointer; drops go past them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._bands: tuple[tuple[TripBand, QRectF], ...] = ()
        self.setMouseTracking(True)

    def show_bands(self, bands: tuple[tuple[TripBand, QRectF], ...]) -> None:
        """Show bands at these places."""
        self._bands = bands
        said = [_in_full(band) for band, _ in bands]
        self.setAccessibleName("Trips: " + "; ".join(said) if said else "")
        self.setVisible(bool(bands))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Have the words of the band under the pointer ready as the tooltip."""
        under = (band for band, place in self._bands if place.contains(event.position()))
        set_tooltip(self, next(map(_in_full, under), ""))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bands."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for band, place in self._bands:
            self._paint_band(painter, place, band)
        painter.end()

    def _paint_band(self, painter: QPainter, place: QRectF, band: TripBand) -> None:
        theme, palette = self.theme, self.theme.palette
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.inverse_surface)
        painter.drawRoundedRect(place, _RADIUS, _RADIUS)
        size = theme.px(_ICON)
        middle = place.center().y()
        icons.draw(
            painter, QRectF(place.left() + _PAD, middle - size / 2, size, size), "plane", palette.inverse_ink
        )
        x = place.left() + _PAD + size + _GAP
        top = middle - theme.line("labelStrong") / 2
        room = place.right() - _PAD - x
        x += draw_text(painter, x, top, title(band), "labelStrong", theme, palette.inverse_ink, room) + _GAP
        painter.setOpacity(0.75)
        if place.right() - _PAD - x > 30:
            room = place.right() - _PAD - x
            draw_text(painter, x, top, people_there(band), "label", theme, palette.inverse_ink, room)
        painter.setOpacity(1.0)


def _in_full(band: TripBand) -> str:
    return f"{title(band)}, {people_there(band)}".removesuffix(", ")


def _free_lane(found: list[Placed], first: int, last: int) -> int:
    lane = 0
    while any(each.lane == lane and each.first <= last and each.last >= first for each in found):
        lane += 1
    return lane
