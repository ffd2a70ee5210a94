"""Painting one row of the list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from planner.actions.imports.files import Difference
from planner.ui import icons
from planner.ui.review import words
from planner.ui.review.anatomy import BUTTON_ICON, BUTTON_PAD, TAKE, TAKEN, Anatomy, Spot, badge_of
from planner.ui.review.rows import LINES, Answer, Row, Section
from planner.ui.review.telling import Telling
from planner.ui.theme import Theme
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.badge import paint_badge
from planner.ui.widgets.text import draw_line, draw_text, lines

_NO_PEN = Qt.PenStyle.NoPen
_KEPT = ", kept as it is here"


def paint_row(
    painter: QPainter,
    places: Anatomy,
    row: Row,
    told: Telling,
    answer: Answer,
    taken: Callable[[Difference], bool],
    theme: Theme,
    spot: Spot | None = None,
) -> None:
    """Draw a row; `spot` is what the pointer is on."""
    if told.ticked is not None:
        paint_tick_box(painter, places.tick, told.ticked, theme, hovered=spot == "tick")
    _paint_picture(painter, places.picture, row, theme)
    _paint_name(painter, places.name, row, told, theme)
    if row.section not in LINES:
        _paint_words(painter, places.words, row, told, theme)
    if (badge := badge_of(told)) is not None:
        paint_badge(painter, places.badge, badge, theme)
    for each, rect in places.answers:
        paint_button(painter, rect, each.value, theme, chosen=each is answer, hovered=spot is each)
    for difference, rect in places.conflicts:
        _paint_conflict(painter, rect, difference, taken(difference), theme)
    for difference, rect in places.takings:
        chosen = taken(difference)
        hovered = spot is difference
        paint_button(painter, rect, TAKEN if chosen else TAKE, theme, chosen=chosen, hovered=hovered)


def paint_tick_box(painter: QPainter, rect: QRectF, ticked: bool, theme: Theme, *, hovered: bool) -> None:
    """Draw a tick box as the window's other ones are."""
    palette = theme.palette
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = palette.accent if ticked else palette.ink3 if hovered else palette.line_strong
    painter.setPen(QPen(line, 1))
    painter.setBrush(palette.accent if ticked else palette.surface)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if ticked:
        inner = rect.adjusted(2.5, 2.5, -2.5, -2.5)
        icons.draw(painter, inner, "check", palette.accent_ink, stroke=2.2)


def paint_button(
    painter: QPainter, rect: QRectF, text: str, theme: Theme, *, chosen: bool, hovered: bool
) -> None:
    """Draw a small button that can be on; its words stand in its middle."""
    palette = theme.palette
    fill = palette.accent_tint if chosen else palette.hover if hovered else palette.surface
    ink = palette.accent if chosen else palette.ink
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.accent_line if chosen else palette.line_strong, 1))
    painter.setBrush(fill)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    line = lines(theme, text, "state", rect.width(), 1)[0]
    size = theme.px(BUTTON_ICON) if chosen else 0
    x = rect.center().x() - (line.width + (size + 3 if chosen else 0)) / 2
    x = max(x, rect.left() + BUTTON_PAD - 4)
    if chosen:
        icons.draw(
            painter, QRectF(x, round(rect.center().y() - size / 2), size, size), "check", ink, stroke=2
        )
        x += size + 3
    draw_line(painter, x, rect.center().y() - theme.line("state") / 2, line, "state", theme, ink)


def _paint_picture(painter: QPainter, rect: QRectF, row: Row, theme: Theme) -> None:
    palette = theme.palette
    if row.initials:
        paint_avatar(painter, rect, row.initials, row.hue, palette)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_NO_PEN)
    painter.setBrush(palette.overdue.tint if row.section is Section.PROBLEMS else palette.sunken)
    painter.drawRoundedRect(rect, 8, 8)
    ink = palette.overdue.ink if row.section is Section.PROBLEMS else palette.ink2
    size = theme.px(16)
    icons.draw(painter, _centred(rect, size), row.icon or "calendar", ink)


def _paint_name(painter: QPainter, rect: QRectF, row: Row, told: Telling, theme: Theme) -> None:
    palette = theme.palette
    role = "body" if row.section in LINES else "name"
    ink = palette.ink if told.comes_in else palette.ink3
    height = theme.line(role) + (theme.line("caption") + 1 if row.about else 0)
    top = round(rect.center().y() - height / 2)
    draw_text(painter, rect.left(), top, row.title, role, theme, ink, rect.width())
    if row.about:
        top += theme.line(role) + 1
        draw_text(painter, rect.left(), top, row.about, "caption", theme, palette.ink3, rect.width())


def _paint_words(painter: QPainter, rect: QRectF, row: Row, told: Telling, theme: Theme) -> None:
    palette = theme.palette
    ink = palette.ink2 if told.comes_in else palette.ink3
    most = 1 if row.asks else 2
    shown = lines(theme, told.words, "why", max(1.0, rect.width()), most)
    height = theme.line("why")
    if row.asks:
        top = rect.center().y() - 4 - height
    else:
        top = rect.center().y() - height * len(shown) / 2
    for line in shown:
        draw_line(painter, rect.left(), round(top), line, "why", theme, ink)
        top += height


def _paint_conflict(
    painter: QPainter, rect: QRectF, difference: Difference, taken: bool, theme: Theme
) -> None:
    palette = theme.palette
    top = round(rect.center().y() - theme.line("why") / 2)
    said = words.conflict(difference)
    ink: QColor = palette.ink if taken else palette.ink2
    width = draw_text(painter, rect.left(), top, said, "why", theme, ink, rect.width())
    room = rect.width() - width
    if not taken and room > theme.px(60):
        draw_text(painter, rect.left() + width, top, _KEPT, "why", theme, palette.ink3, room)


def _centred(rect: QRectF, size: int) -> QRectF:
    corner = rect.center() - QPointF(size / 2, size / 2)
    return QRectF(round(corner.x()), round(corner.y()), size, size)
