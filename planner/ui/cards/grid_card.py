"""The card of the people screen: 134 high at the usual text size, four beside each other."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from planner.ui.cards.card_style import (
    PADDING_BOTTOM,
    PADDING_SIDE,
    PADDING_TOP,
    PLAIN,
    CardLook,
    card_ground,
    paint_frame,
    paint_tick_on,
)
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
from planner.ui.widgets.state_shape import paint_state, state_width
from planner.ui.widgets.text import draw_line, draw_text, lines, one_line

_HEIGHT, _SPACIOUS_HEIGHT = 134, 178
STRIP_WIDTH = 116
_AVATAR, _SPACIOUS_AVATAR = 40, 48
_GAP = 10
_WHY_ABOVE = 8
_FOOT_GAP = 8
_LEAST_BADGE = 60
_SPACIOUS_WHY = 3
_UNSCALED = PADDING_TOP + PADDING_BOTTOM + _WHY_ABOVE
"""What of the height is air that larger letters leave as it is."""


def height(theme: Theme) -> int:
    """How high the card is."""
    return _UNSCALED + theme.px(_HEIGHT - _UNSCALED)


def spacious_height(theme: Theme) -> int:
    """How high the card is that has more air."""
    return _UNSCALED + theme.px(_SPACIOUS_HEIGHT - _UNSCALED)


def height_for_width(theme: Theme, facts: CardFacts, width: int) -> int:
    """How high the card is: the same for everybody, so that rows line up."""
    return height(theme)


def paint(painter: QPainter, rect: QRectF, facts: CardFacts, look: CardLook, theme: Theme) -> None:
    """Draw the card into `rect`; one of `spacious_height` has a larger avatar and more air."""
    paint_frame(painter, rect, look, theme.palette)
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setOpacity(painter.opacity() * look.content_opacity)
    inner = rect.adjusted(PADDING_SIDE, PADDING_TOP, -PADDING_SIDE, -PADDING_BOTTOM)
    disc = disc_of(theme, rect)
    paint_avatar(painter, disc, facts.initials, facts.hue, theme.palette)
    _paint_names(painter, inner, disc.right() + _GAP, facts, theme)
    _paint_why(painter, rect, inner, facts, theme)
    _paint_foot(painter, rect, inner, facts, look, theme)
    painter.restore()
    paint_tick_on(painter, disc, card_ground(look, theme.palette), look, theme.palette)


def paint_waiting(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Draw the place of a card that comes with the next frame: its ground, and still blocks for its words."""
    paint_frame(painter, rect, PLAIN, theme.palette)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.palette.sunken)
    disc = disc_of(theme, rect)
    painter.drawEllipse(disc)
    for width, top in ((0.34, disc.top() + 2), (0.24, disc.top() + 19), (0.62, disc.bottom() + 14)):
        left = disc.right() + _GAP if top < disc.bottom() else disc.left()
        painter.drawRoundedRect(QRectF(left, top, rect.width() * width, 10), 4, 4)


def action_at(
    theme: Theme, facts: CardFacts, rect: QRectF, look: CardLook, position: QPointF
) -> CardAction | None:
    """The painted button under a position, or None; `position` and `rect` in the same coordinates."""
    return action_under(_quick_actions(theme, rect), position) if look.acts else None


def tooltip_at(theme: Theme, facts: CardFacts, rect: QRectF, position: QPointF) -> str:
    """What the badge under a position means, else the names and the reason that were cut, else ''."""
    inner = rect.adjusted(PADDING_SIDE, PADDING_TOP, -PADDING_SIDE, -PADDING_BOTTOM)
    for badge, place in _badges(theme, facts, inner):
        if place.contains(position):
            return badge.tooltip
    return cut_texts(theme, facts, rect)


def cut_texts(theme: Theme, facts: CardFacts, rect: QRectF) -> str:
    """Those of name, role, organisation and reason that do not fit, in full; '' where all fit."""
    whole = rect.width() - 2 * PADDING_SIDE
    room = whole - disc_of(theme, rect).width() - _GAP
    beside_state = room - state_width(theme, facts.state_words) - _FOOT_GAP
    rows = (
        (facts.name, "name", beside_state),
        (facts.role, "caption", room),
        (facts.organisation_and_city, "caption", room),
    )
    cut = [text for text, role, width in rows if text and one_line(theme, text, role, width).cut]
    why = lines(theme, facts.why, "why", whole, _why_lines(theme, rect)) if facts.why else ()
    in_full = facts.reason if facts.reason != facts.why else ""
    if any(line.cut for line in why):
        in_full = facts.reason or facts.why
    return "\n".join(filter(None, (", ".join(cut), in_full)))


def disc_of(theme: Theme, rect: QRectF) -> QRectF:
    """Where the avatar is: a click on it selects."""
    size = theme.px(_SPACIOUS_AVATAR if _is_spacious(theme, rect) else _AVATAR)
    top = rect.top() + PADDING_TOP + (_head_height(theme, rect) - size) / 2
    return QRectF(rect.left() + PADDING_SIDE, round(top), size, size)


def _head_height(theme: Theme, rect: QRectF) -> int:
    words = theme.line("name") + 2 * theme.line("caption")
    return max(words, theme.px(_SPACIOUS_AVATAR if _is_spacious(theme, rect) else _AVATAR))


def _is_spacious(theme: Theme, rect: QRectF) -> bool:
    return rect.height() >= spacious_height(theme)


def _paint_names(painter: QPainter, inner: QRectF, left: float, facts: CardFacts, theme: Theme) -> None:
    palette = theme.palette
    room = inner.right() - left
    state = min(room / 2, state_width(theme, facts.state_words))
    y = inner.top()
    middle = y + theme.line("name") / 2
    paint_state(
        painter, inner.right() - state, middle, facts.shown_state, facts.state_words, theme, state + 1
    )
    draw_text(painter, left, y, facts.name, "name", theme, palette.ink, room - state - _FOOT_GAP)
    y += theme.line("name")
    for text in (facts.role, facts.organisation_and_city):
        if text:
            draw_text(painter, left, y, text, "caption", theme, palette.ink3, room)
            y += theme.line("caption")


def _paint_why(painter: QPainter, rect: QRectF, inner: QRectF, facts: CardFacts, theme: Theme) -> None:
    palette = theme.palette
    y = inner.top() + _head_height(theme, rect) + _WHY_ABOVE
    if facts.why:
        for line in lines(theme, facts.why, "why", inner.width(), _why_lines(theme, rect)):
            draw_line(painter, inner.left(), y, line, "why", theme, palette.ink)
            y += theme.line("why")
        y += 1
    said = (facts.last, facts.coming) if _is_spacious(theme, rect) else (facts.last,)
    for text in filter(None, said):
        draw_text(painter, inner.left(), y, text, "caption", theme, palette.ink3, inner.width())
        y += theme.line("caption")


def _why_lines(theme: Theme, rect: QRectF) -> int:
    return _SPACIOUS_WHY if _is_spacious(theme, rect) else 1


def _paint_foot(
    painter: QPainter, rect: QRectF, inner: QRectF, facts: CardFacts, look: CardLook, theme: Theme
) -> None:
    ground = card_ground(look, theme.palette)
    width = _strip_width(theme, facts, inner)
    if facts.strip is not None and width:
        top = inner.bottom() - (badge_height(theme) + cadence.HEIGHT) / 2
        place = QRectF(inner.left(), round(top), width, cadence.HEIGHT)
        cadence.paint_strip(painter, place, facts.strip, theme.palette, ground)
    if look.acts:
        paint_actions(painter, _quick_actions(theme, rect), theme, ground)
        return
    for badge, place in _badges(theme, facts, inner):
        paint_badge(painter, place, badge, theme)


def _strip_width(theme: Theme, facts: CardFacts, inner: QRectF) -> int:
    """The strip's width; 0 where there is none or a badge would have no room beside it."""
    width = theme.px(STRIP_WIDTH)
    return width if facts.strip and inner.width() - width >= theme.px(_LEAST_BADGE) else 0


def _badges(theme: Theme, facts: CardFacts, inner: QRectF) -> list[tuple[Badge, QRectF]]:
    """The badges from right to left; those that would reach the strip are left out, the last one never."""
    strip = _strip_width(theme, facts, inner)
    free = inner.width() - (strip + _FOOT_GAP if strip else 0)
    placed: list[tuple[Badge, QRectF]] = []
    right = inner.right()
    top = inner.bottom() - badge_height(theme)
    for badge in reversed(facts.badges):
        width = min(badge_width(theme, badge), free)
        if placed and right - width < inner.right() - free:
            break
        placed.append((badge, QRectF(right - width, top, width, badge_height(theme))))
        right -= width + _FOOT_GAP
    return placed


def _quick_actions(theme: Theme, rect: QRectF) -> list[tuple[CardAction, QRectF]]:
    left = rect.right() - PADDING_SIDE - actions_width(theme, GRID_ACTIONS)
    top = rect.bottom() - PADDING_BOTTOM - action_height(theme) + 2
    return action_rects(theme, GRID_ACTIONS, left, top)
