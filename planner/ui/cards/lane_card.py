"""The card of a lane: small enough for a whole week by layers, with name, state and time at a glance."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from planner.ui.cards import not_saved
from planner.ui.cards.card_style import CardLook, card_ground, paint_frame, paint_tick
from planner.ui.cards.facts import Badge, CardFacts
from planner.ui.cards.quick_actions import (
    BOARD_ACTIONS,
    CardAction,
    action_height,
    action_rects,
    action_under,
    paint_actions,
)
from planner.ui.theme import Theme
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.badge import badge_height, badge_rects, paint_badge
from planner.ui.widgets.state_shape import paint_state
from planner.ui.widgets.text import draw_text

_PADDING = 9
_AVATAR = 26
_GAP = 7
_BADGES_ABOVE = 7
_ACTIONS_INSET = 8


def height_for_width(theme: Theme, facts: CardFacts, width: int) -> int:
    """How high the card is; its width makes no difference."""
    badges = _BADGES_ABOVE + badge_height(theme) if facts.badges else 0
    return 2 * _PADDING + _head(theme) + badges


def paint(painter: QPainter, rect: QRectF, facts: CardFacts, look: CardLook, theme: Theme) -> None:
    """Draw the card: avatar, name and state, and one row of badges."""
    frame = look._replace(done=True) if facts.done else look
    paint_frame(painter, rect, frame, theme.palette)
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setOpacity(painter.opacity() * look.content_opacity)
    inner = rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
    _paint_person(painter, inner, facts, theme)
    origin = inner.left(), inner.top() + _head(theme) + _BADGES_ABOVE
    if look.error:
        not_saved.paint(painter, _not_saved_at(theme, rect), theme, card_ground(look, theme.palette))
    elif look.acts:
        paint_actions(painter, _actions(theme, rect), theme, card_ground(look, theme.palette))
    else:
        for badge, place in _row(theme, facts, inner.width()):
            paint_badge(painter, place.translated(*origin), badge, theme)
    painter.restore()
    if look.selected and not look.ghost:
        paint_tick(painter, rect, theme.palette)


def action_at(
    theme: Theme, facts: CardFacts, rect: QRectF, look: CardLook, position: QPointF
) -> CardAction | None:
    """The painted button under a position, or None; `position` and `rect` in the same coordinates."""
    if look.error:
        return not_saved.retry_at(theme, _not_saved_at(theme, rect), position)
    return action_under(_actions(theme, rect), position) if look.acts else None


def tooltip_at(theme: Theme, facts: CardFacts, rect: QRectF, position: QPointF) -> str:
    """What the badge under a position means, else who it is and why."""
    inner = rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
    origin = inner.left(), inner.top() + _head(theme) + _BADGES_ABOVE
    for badge, place in _row(theme, facts, inner.width()):
        if place.translated(*origin).contains(position):
            return badge.tooltip
    who = ", ".join(part for part in (facts.name, facts.role, facts.organisation) if part)
    return "\n".join(part for part in (who, facts.why) if part)


def _head(theme: Theme) -> int:
    return max(theme.px(_AVATAR), theme.line("nameSmall") + theme.line("state"))


def _paint_person(painter: QPainter, inner: QRectF, facts: CardFacts, theme: Theme) -> None:
    size, high = theme.px(_AVATAR), _head(theme)
    disc = QRectF(inner.left(), inner.top() + (high - size) / 2, size, size)
    paint_avatar(painter, disc, facts.initials, facts.hue, theme.palette)
    left, name = inner.left() + size + _GAP, theme.line("nameSmall")
    room = inner.right() - left
    top = inner.top() + (high - name - theme.line("state")) / 2
    draw_text(painter, left, top, facts.name, "nameSmall", theme, theme.palette.ink, room)
    middle = top + name + theme.line("state") / 2
    paint_state(painter, left, middle, facts.shown_state, facts.state_words, theme, room + 1)


def _row(theme: Theme, facts: CardFacts, width: float) -> list[tuple[Badge, QRectF]]:
    """The badges that fit in one row; the first one always does."""
    placed = zip(facts.badges, badge_rects(theme, facts.badges, width), strict=True)
    return [(badge, place) for badge, place in placed if not place.top()]


def _not_saved_at(theme: Theme, rect: QRectF) -> QPointF:
    return QPointF(rect.left() + _PADDING, rect.bottom() - _ACTIONS_INSET - action_height(theme) + 1)


def _actions(theme: Theme, rect: QRectF) -> list[tuple[CardAction, QRectF]]:
    top = rect.bottom() - _ACTIONS_INSET - action_height(theme) + 1
    return action_rects(theme, BOARD_ACTIONS, rect.left() + _ACTIONS_INSET, top)
