"""How a month looks around its chips: the names of weekdays, days with their bars, trips, a drag's words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from planner.domain import words
from planner.queries.month import MonthDay
from planner.ui import icons
from planner.ui.board.bands import Band, beside, icon_of, name_of, paint_ground, title
from planner.ui.board.heads import capacity, is_over
from planner.ui.board.month_layout import TOP, BandPlace, DayPlace
from planner.ui.board.tiles import Slot
from planner.ui.theme import Theme
from planner.ui.widgets.text import draw_line, draw_text, lines, one_line

_RADIUS = 8
_BAR = 4
_OVER_SHARE = 0.18
_PAD = 6
_SLOT_PAD = 4
_LEAST_BAR = 16
_LINE, _DASH = 1.5, [4 / 1.5, 3 / 1.5]
_SATURDAY = 5
_ICON = 12
_MOST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLook:
    """How a day looks at the moment. `own` says that it is of the month that is shown."""

    today: bool = False
    past: bool = False
    own: bool = True
    focused: bool = False
    target: Slot | None = None


def paint_head(painter: QPainter, rect: QRectF, weekday: str, theme: Theme, *, today: bool) -> None:
    """Draw the name of a weekday; today's is in the accent."""
    ink = theme.palette.accent if today else theme.palette.ink3
    top = rect.center().y() - theme.line("label") / 2
    draw_text(painter, rect.left() + _PAD, top, weekday, "label", theme, ink, rect.width() - 2 * _PAD)


def paint_day(painter: QPainter, place: DayPlace, day: MonthDay, look: DayLook, theme: Theme) -> None:
    """Draw a day without its chips."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, place.rect, day, look, theme)
    line = QRectF(place.rect.left() + _PAD, place.rect.top(), place.rect.width() - 2 * _PAD, theme.px(TOP))
    used = _paint_number(painter, line, day, look, theme)
    _paint_capacity(painter, line.adjusted(used + _PAD, 0, 0, 0), day, look, theme)
    if look.focused:
        painter.setPen(QPen(theme.palette.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.rect.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)


def paint_band(painter: QPainter, place: BandPlace, theme: Theme) -> None:
    """Draw the part of a trip or of leave that lies in one week."""
    rect = place.rect
    ink = paint_ground(painter, rect, place.band, theme.palette, 5)
    size = theme.px(_ICON)
    x = rect.left() + _PAD
    icons.draw(painter, QRectF(x, rect.center().y() - size / 2, size, size), icon_of(place.band), ink)
    x += size + _PAD
    top = rect.center().y() - theme.line("state") / 2
    room = rect.right() - _PAD - x
    x += draw_text(painter, x, top, _band_title(theme, place.band, room), "state", theme, ink)
    said = beside(place.band)
    x += _PAD
    if said and one_line(theme, said, "caption").width <= rect.right() - _PAD - x:
        painter.setOpacity(0.75)
        top = rect.center().y() - theme.line("caption") / 2
        draw_text(painter, x, top, said, "caption", theme, ink)
        painter.setOpacity(1.0)


def paint_more(
    painter: QPainter, rect: QRectF, count: int, theme: Theme, *, hovered: bool, focused: bool
) -> None:
    """Draw '+3 more'."""
    palette = theme.palette
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.accent, 2) if focused else Qt.PenStyle.NoPen)
    painter.setBrush(palette.hover if hovered else Qt.BrushStyle.NoBrush)
    if hovered or focused:
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)
    top = rect.center().y() - theme.line("caption") / 2
    room = rect.width() - 2 * _PAD
    draw_text(painter, rect.left() + _PAD, top, more_words(count), "caption", theme, palette.ink2, room)


def more_words(count: int) -> str:
    """'+3 more'."""
    return f"+{count} more"


def slot_height(theme: Theme, slot: Slot, width: float) -> int:
    """How high the words of a drop are in a day this wide."""
    room = width - 2 * _SLOT_PAD
    titles = len(lines(theme, slot.title, "labelStrong", room, 2))
    rows = len(lines(theme, slot.words, "caption", room, _MOST))
    return titles * theme.line("labelStrong") + rows * theme.line("caption") + 2


def paint_slot(painter: QPainter, rect: QRectF, slot: Slot, theme: Theme) -> None:
    """Draw what letting go here would do, as far down as there is room."""
    palette = theme.palette
    ink = palette.overdue.ink if slot.doubts else palette.accent
    room, y = rect.width() - 2 * _SLOT_PAD, rect.top()
    for line in lines(theme, slot.title, "labelStrong", room, 2):
        draw_line(painter, rect.left() + _SLOT_PAD, y, line, "labelStrong", theme, ink)
        y += theme.line("labelStrong")
    most = int((rect.bottom() - y) // theme.line("caption"))
    for line in lines(theme, slot.words, "caption", room, most) if most > 0 else ():
        draw_line(painter, rect.left() + _SLOT_PAD, y, line, "caption", theme, palette.ink2)
        y += theme.line("caption")


def _paint_ground(painter: QPainter, rect: QRectF, day: MonthDay, look: DayLook, theme: Theme) -> None:
    palette = theme.palette
    painter.setPen(Qt.PenStyle.NoPen)
    if look.target is not None:
        doubts = look.target.doubts
        pen = QPen(palette.overdue.ink if doubts else palette.accent, _LINE)
        pen.setDashPattern(_DASH)
        painter.setPen(pen)
        painter.setBrush(QColor(palette.overdue.tint if doubts else palette.accent_tint))
        painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), _RADIUS, _RADIUS)
        return
    if look.today:
        painter.setBrush(palette.accent_tint)
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    elif day.day.weekday() >= _SATURDAY:
        painter.setBrush(palette.sunken)
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    else:
        painter.setPen(QPen(palette.line, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)


def _paint_number(painter: QPainter, line: QRectF, day: MonthDay, look: DayLook, theme: Theme) -> float:
    palette = theme.palette
    ink = palette.accent if look.today else palette.ink if look.own and not look.past else palette.ink3
    said = f"{day.day.day} {words.month(day.day)}" if day.day.day == 1 or not look.own else str(day.day.day)
    role = "heading" if look.own else "label"
    top = line.center().y() - theme.line(role) / 2
    used = draw_text(painter, line.left(), top, said, role, theme, ink)
    if look.today:
        used += 5 + draw_text(
            painter,
            line.left() + used + 5,
            line.center().y() - theme.line("label") / 2 + 0.5,
            "today",
            "label",
            theme,
            ink,
        )
    return used


def _paint_capacity(painter: QPainter, line: QRectF, day: MonthDay, look: DayLook, theme: Theme) -> None:
    palette = theme.palette
    if day.holiday:
        top = line.center().y() - theme.line("caption") / 2
        draw_text(painter, line.left(), top, day.holiday, "caption", theme, palette.ink2, line.width())
        return
    if not (day.set_aside_minutes and (look.own or day.planned_minutes)):
        return
    if is_over(day):
        said = capacity(day)
        width = one_line(theme, said, "state").width
        if line.width() - width - _PAD >= _LEAST_BAR:
            top = line.center().y() - theme.line("state") / 2
            draw_text(painter, line.right() - width, top, said, "state", theme, palette.overdue.ink)
            line = line.adjusted(0, 0, -width - _PAD, 0)
    if line.width() >= _LEAST_BAR:
        bar = QRectF(line.left(), round(line.center().y() - _BAR / 2), line.width(), _BAR)
        _paint_bar(painter, bar, day, look, theme)


def _paint_bar(painter: QPainter, bar: QRectF, day: MonthDay, look: DayLook, theme: Theme) -> None:
    palette = theme.palette
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.line)
    painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
    share = min(1.0, day.planned_minutes / day.set_aside_minutes)
    painter.setBrush(palette.accent if look.today else palette.ink3)
    if share:
        filled = QRectF(bar)
        filled.setWidth(bar.width() * share)
        painter.drawRoundedRect(filled, _BAR / 2, _BAR / 2)
    if is_over(day):
        painter.save()
        painter.setClipRect(bar.adjusted(bar.width() * (1 - _OVER_SHARE), 0, 0, 0))
        painter.setBrush(palette.overdue.ink)
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        painter.restore()


def _band_title(theme: Theme, band: Band, room: float) -> str:
    """The name with its days, or the name alone, shortened, where that does not fit."""
    full = title(band)
    if one_line(theme, full, "state").width <= room:
        return full
    short = name_of(band)
    while len(short) > 1 and one_line(theme, short, "state").width > room:
        short = short[:-2].rstrip() + "…"
    return short
