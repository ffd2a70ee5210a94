"""The bands across the days that a trip or a stretch of leave takes."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from planner.domain import words
from planner.queries.days_off import Leave
from planner.queries.week import TripBand
from planner.ui import icons
from planner.ui.palette import Palette
from planner.ui.theme import Theme
from planner.ui.widgets.plain import set_tooltip
from planner.ui.widgets.text import draw_text
from planner.ui.widgets.themed import ThemedWidget

HEIGHT = 26
_BETWEEN = 4
_ABOVE, _BELOW = 2, 6
_PAD, _GAP, _ICON = 10, 8, 14
_RADIUS = 6
_FAINT = 0.75
_A_WEEK = timedelta(days=6)

Band = TripBand | Leave


class Placed(NamedTuple):
    """A band in its lane (0 is the top one), over the shown days `first` to `last`, both included."""

    band: Band
    lane: int
    first: int
    last: int


def placed(bands: Sequence[Band], shown: tuple[date, ...]) -> tuple[Placed, ...]:
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


def title(band: Band) -> str:
    """'Zurich Tue–Wed', 'On leave Thu', 'On leave 24 Sep – 4 Oct' where weekdays would not say which."""
    name = name_of(band)
    if band.first_day == band.last_day:
        return f"{name} {words.weekday(band.first_day)}"
    if band.last_day - band.first_day > _A_WEEK:
        days = (f"{day.day} {words.month(day)}" for day in (band.first_day, band.last_day))
        return f"{name} {' – '.join(days)}"
    return f"{name} {words.weekday(band.first_day)}–{words.weekday(band.last_day)}"


def name_of(band: Band) -> str:
    """The place of a trip, or that you are on leave."""
    return "On leave" if isinstance(band, Leave) else band.place


def beside(band: Band) -> str:
    """What else there is to say: '6 people there', what the leave is for, or ''."""
    if isinstance(band, Leave):
        return band.note
    return f"{words.count(band.people_there, 'person', 'people')} there" if band.people_there else ""


def in_full(band: Band) -> str:
    """'Zurich Tue–Wed, 6 people there', 'On leave Thu–Fri, sailing'."""
    return ", ".join(part for part in (title(band), beside(band)) if part)


def icon_of(band: Band) -> str:
    """The picture before the words."""
    return "leave" if isinstance(band, Leave) else "plane"


def paint_ground(painter: QPainter, rect: QRectF, band: Band, palette: Palette, radius: float) -> QColor:
    """Draw the ground, inverse for a trip and calm for leave; return the ink for what stands on it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if isinstance(band, Leave):
        painter.setPen(QPen(palette.line, 1))
        painter.setBrush(palette.sunken)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5)
        return palette.ink2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.inverse_surface)
    painter.drawRoundedRect(rect, radius, radius)
    return palette.inverse_ink


class Bands(ThemedWidget):
    """One strip over all day columns. Only the bands are there for the pointer; drops go past them."""

    leave_wanted = Signal(object)  # a stretch of leave was clicked

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._bands: tuple[tuple[Band, QRectF], ...] = ()
        self.setMouseTracking(True)

    def show_bands(self, bands: tuple[tuple[Band, QRectF], ...]) -> None:
        """Show bands at these places."""
        self._bands = bands
        said = [in_full(band) for band, _ in bands]
        self.setAccessibleName("Across the days: " + "; ".join(said) if said else "")
        self.setVisible(bool(bands))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Have the words of the band under the pointer ready as the tooltip."""
        band = self._band_at(event.position())
        set_tooltip(self, in_full(band) if band else "")
        hand = Qt.CursorShape.PointingHandCursor if isinstance(band, Leave) else Qt.CursorShape.ArrowCursor
        self.setCursor(hand)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open a stretch of leave."""
        band = self._band_at(event.position())
        if isinstance(band, Leave) and event.button() is Qt.MouseButton.LeftButton:
            self.leave_wanted.emit(band)

    def _band_at(self, place: QPointF) -> Band | None:
        return next((band for band, rect in self._bands if rect.contains(place)), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bands."""
        painter = QPainter(self)
        for band, place in self._bands:
            self._paint_band(painter, place, band)
        painter.end()

    def _paint_band(self, painter: QPainter, place: QRectF, band: Band) -> None:
        theme = self.theme
        ink = paint_ground(painter, place, band, theme.palette, _RADIUS)
        size, middle = theme.px(_ICON), place.center().y()
        icons.draw(painter, QRectF(place.left() + _PAD, middle - size / 2, size, size), icon_of(band), ink)
        x = place.left() + _PAD + size + _GAP
        top = middle - theme.line("labelStrong") / 2
        room = place.right() - _PAD - x
        x += draw_text(painter, x, top, title(band), "labelStrong", theme, ink, room) + _GAP
        painter.setOpacity(_FAINT if isinstance(band, TripBand) else 1.0)
        if place.right() - _PAD - x > 30:
            room = place.right() - _PAD - x
            draw_text(painter, x, top, beside(band), "label", theme, ink, room)
        painter.setOpacity(1.0)


def _free_lane(found: list[Placed], first: int, last: int) -> int:
    lane = 0
    while any(each.lane == lane and each.first <= last and each.last >= first for each in found):
        lane += 1
    return lane
