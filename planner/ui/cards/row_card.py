"""A person on one line, 40 high: for a long list, its columns below each other."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from planner.ui.cards.card_style import PLAIN, CardLook, paint_tick_on
from planner.ui.cards.facts import Badge, CardFacts
from planner.ui.cards.quick_actions import (
    GRID_ACTIONS,
    CardAction,
    action_height,
    action_rects,
    action_under,
    actions_width,
    paint_actions,
)
from planner.ui.theme import Theme
from planner.ui.widgets import strip as cadence
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.badge import badge_height, badge_width, paint_badge
from planner.ui.widgets.state_shape import paint_state
from planner.ui.widgets.text import draw_text, one_line

HEIGHT = 40
_PAD = 10
_AVATAR = 26
_GAP = 14
_WIDTHS = {"name": 170, "work": 240, "state": 92, "strip": 104, "badges": 166}
_LEAST_WHY = 150
_BETWEEN_BADGES = 6


class _Columns(NamedTuple):
    """Left and width of each column; one without room has width 0."""

    name: tuple[float, float]
    work: tuple[float, float]
    state: tuple[float, float]
    why: tuple[float, float]
    strip: tuple[float, float]
    badges: tuple[float, float]


def paint(painter: QPainter, rect: QRectF, facts: CardFacts, look: CardLook, theme: Theme) -> None:
    """Draw the row into `rect`: a hairline below, a tint where it is hovered or selected."""
    palette = theme.palette
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, rect, look, theme)
    columns = _columns(theme, rect)
    middle = rect.center().y()
    disc = disc_of(theme, rect)
    paint_avatar(painter, disc, facts.initials, facts.hue, palette)
    _text(painter, theme, columns.name, middle, facts.name, "name", "ink")
    _text(painter, theme, columns.work, middle, work_of(facts), "caption", "ink3")
    left, room = columns.state
    if room:
        paint_state(painter, left, middle, facts.shown_state, facts.state_words, theme, room)
    _text(painter, theme, columns.why, middle, facts.why or facts.last, "why", "ink2")
    if facts.strip is not None and columns.strip[1]:
        place = QRectF(columns.strip[0], round(middle - cadence.HEIGHT / 2), columns.strip[1], cadence.HEIGHT)
        cadence.paint_strip(painter, place, facts.strip, palette, row_ground(look, theme))
    if look.acts:
        paint_actions(painter, _quick_actions(theme, rect), theme, row_ground(look, theme))
    else:
        for badge, place in _badges(theme, facts, rect, columns):
            paint_badge(painter, place, badge, theme)
    paint_tick_on(painter, disc, row_ground(look, theme), look, palette)


def paint_waiting(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Draw the place of a row that comes with the next frame."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, rect, PLAIN, theme)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.palette.sunken)
    columns, disc = _columns(theme, rect), disc_of(theme, rect)
    painter.drawEllipse(disc)
    for left, width in (columns.name, columns.work, columns.why):
        if width:
            painter.drawRoundedRect(QRectF(left, disc.center().y() - 5, width * 0.7, 10), 4, 4)


def action_at(
    theme: Theme, facts: CardFacts, rect: QRectF, look: CardLook, position: QPointF
) -> CardAction | None:
    """The painted button under a position, or None; `position` and `rect` in the same coordinates."""
    return action_under(_quick_actions(theme, rect), position) if look.acts else None


def tooltip_at(theme: Theme, facts: CardFacts, rect: QRectF, position: QPointF) -> str:
    """What the badge under a position means, else what does not fit, in full, else ''."""
    columns = _columns(theme, rect)
    for badge, place in _badges(theme, facts, rect, columns):
        if place.contains(position):
            return badge.tooltip
    texts = (
        (facts.name, "name", columns.name),
        (work_of(facts), "caption", columns.work),
    )
    cut = [text for text, role, (_, room) in texts if text and one_line(theme, text, role, room).cut]
    return "\n".join(filter(None, (*cut, facts.reason or facts.why, facts.last)))


def disc_of(theme: Theme, rect: QRectF) -> QRectF:
    """Where the avatar is: a click on it selects."""
    size = theme.px(_AVATAR)
    return QRectF(rect.left() + _PAD, round(rect.center().y() - size / 2), size, size)


def work_of(facts: CardFacts) -> str:
    """'Chief Operating Officer, Norvane, Hamburg', or what of it is known."""
    return ", ".join(part for part in (facts.role, facts.organisation, facts.city) if part)


def row_ground(look: CardLook, theme: Theme) -> QColor:
    """The colour behind a row's content."""
    palette = theme.palette
    if look.selected:
        return palette.accent_tint
    return palette.hover if look.hovered else palette.paper


def _columns(theme: Theme, rect: QRectF) -> _Columns:
    """Fixed columns from both sides; what is left in the middle says why. Narrow, the middle goes first."""
    left = disc_of(theme, rect).right() + 10
    right = rect.right() - _PAD
    wanted = {column: theme.px(width) for column, width in _WIDTHS.items()}
    room = right - left
    for first_to_go in ("strip", "work"):
        if sum(wanted.values()) + _GAP * len(wanted) > room:
            del wanted[first_to_go]
    name = left, float(min(wanted["name"], room / 3))
    left += name[1] + _GAP
    work = left, float(wanted.get("work", 0))
    left += work[1] + _GAP if work[1] else 0
    state = left, float(wanted["state"])
    left += state[1] + _GAP
    badges = right - wanted["badges"], float(wanted["badges"])
    strip_width = wanted.get("strip", 0)
    strip = badges[0] - _GAP - strip_width, float(strip_width)
    end = strip[0] - _GAP if strip_width else badges[0] - _GAP
    why = left, end - left if end - left >= theme.px(_LEAST_WHY) else 0.0
    return _Columns(name, work, state, why, strip, badges)


def _text(
    painter: QPainter,
    theme: Theme,
    column: tuple[float, float],
    middle: float,
    text: str,
    role: str,
    colour: str,
) -> None:
    left, room = column
    if text and room > 0:
        top = middle - theme.line(role) / 2
        draw_text(painter, left, top, text, role, theme, theme.palette.named(colour), room)


def _paint_ground(painter: QPainter, rect: QRectF, look: CardLook, theme: Theme) -> None:
    palette = theme.palette
    painter.setPen(Qt.PenStyle.NoPen)
    if look.selected or look.hovered:
        painter.setBrush(row_ground(look, theme))
        painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 6, 6)
    painter.setPen(QPen(palette.line, 1))
    line = rect.bottom() - 0.5
    painter.drawLine(QPointF(rect.left(), line), QPointF(rect.right(), line))
    if look.focused:
        painter.setPen(QPen(palette.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(1, 2, -1, -2), 6, 6)


def _badges(theme: Theme, facts: CardFacts, rect: QRectF, columns: _Columns) -> list[tuple[Badge, QRectF]]:
    """The badges from right to left, those that fit; the last one always."""
    placed: list[tuple[Badge, QRectF]] = []
    left, room = columns.badges
    right = left + room
    top = round(rect.center().y() - badge_height(theme) / 2)
    for badge in reversed(facts.badges):
        width = min(badge_width(theme, badge), room)
        if placed and right - width < left:
            break
        placed.append((badge, QRectF(right - width, top, width, badge_height(theme))))
        right -= width + _BETWEEN_BADGES
    return placed


def _quick_actions(theme: Theme, rect: QRectF) -> list[tuple[CardAction, QRectF]]:
    left = rect.right() - _PAD - actions_width(theme, GRID_ACTIONS)
    top = round(rect.center().y() - action_height(theme) / 2)
    return action_rects(theme, GRID_ACTIONS, left, top)
