"""The card of somebody worth engaging: who, why now, and how the rhythm stands (240 wide)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from planner.ui.cards.card_style import (
    PADDING_BOTTOM,
    PADDING_SIDE,
    PADDING_TOP,
    CardLook,
    card_ground,
    paint_frame,
    paint_tick,
)
from planner.ui.cards.facts import CardFacts
from planner.ui.cards.quick_actions import (
    BOARD_ACTIONS,
    CardAction,
    action_height,
    action_rects,
    action_under,
    paint_actions,
)
from planner.ui.theme import Theme
from planner.ui.widgets import strip as cadence
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.state_shape import paint_state, state_width
from planner.ui.widgets.text import draw_line, draw_text, lines, one_line

WIDTH = 240
STRIP_WIDTH = 112
WHY_LINES = 6
_AVATAR = 34
_GAP = 8
_WHY_ABOVE, _WHY_BELOW = 7, 8
_ACTIONS_INSET = 8


def height_for_width(theme: Theme, facts: CardFacts, width: int) -> int:
    """How high the card is at a width: its reason is shown in full."""
    return round(_foot_top(theme, facts, width)) + cadence.HEIGHT + PADDING_BOTTOM


def paint(painter: QPainter, rect: QRectF, facts: CardFacts, look: CardLook, theme: Theme) -> None:
    """Draw the card. The view leaves OUTSIDE pixels around `rect` for the focus ring, 7 for the tick."""
    paint_frame(painter, rect, look, theme.palette)
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setOpacity(painter.opacity() * look.content_opacity)
    inner = rect.adjusted(PADDING_SIDE, PADDING_TOP, -PADDING_SIDE, 0)
    _paint_head(painter, inner, facts, theme)
    y = inner.top() + theme.px(_AVATAR) + _WHY_ABOVE
    for line in lines(theme, facts.why, "why", inner.width(), WHY_LINES) if facts.why else ():
        draw_line(painter, inner.left(), y, line, "why", theme, theme.palette.ink2)
        y += theme.line("why")
    _paint_foot(painter, rect, inner, facts, look, theme)
    painter.restore()
    if look.selected and not look.ghost:
        paint_tick(painter, rect, theme.palette)


def action_at(
    theme: Theme, facts: CardFacts, rect: QRectF, look: CardLook, position: QPointF
) -> CardAction | None:
    """The painted button under a position, or None; `position` and `rect` in the same coordinates."""
    if look.error:
        from planner.ui.cards import not_saved  # where the disk did not take a change

        return not_saved.retry_at(theme, _not_saved_at(theme, rect), position)
    return action_under(_quick_actions(theme, rect), position) if look.acts else None


def cut_names(theme: Theme, facts: CardFacts, width: float) -> str:
    """Those of name, role and organisation that do not fit a card of `width`, in full; '' where all fit."""
    room = width - 2 * PADDING_SIDE - theme.px(_AVATAR) - _GAP
    name = one_line(theme, facts.name, "name", room - _rank_width(theme, facts))
    role = one_line(theme, facts.role_and_organisation, "caption", room)
    texts = ((facts.name, name), (facts.role_and_organisation, role))
    return ", ".join(text for text, line in texts if line.cut)


def _foot_top(theme: Theme, facts: CardFacts, width: int) -> float:
    count = len(lines(theme, facts.why, "why", width - 2 * PADDING_SIDE, WHY_LINES)) if facts.why else 0
    return PADDING_TOP + theme.px(_AVATAR) + _WHY_ABOVE + count * theme.line("why") + _WHY_BELOW


def _rank_width(theme: Theme, facts: CardFacts) -> float:
    return theme.px(14) if facts.rank is not None else 0.0


def _paint_head(painter: QPainter, inner: QRectF, facts: CardFacts, theme: Theme) -> None:
    palette, size = theme.palette, theme.px(_AVATAR)
    paint_avatar(painter, QRectF(inner.left(), inner.top(), size, size), facts.initials, facts.hue, palette)
    left = inner.left() + size + _GAP
    room = inner.right() - left
    y = inner.top() + (size - theme.line("name") - theme.line("caption")) / 2
    rank = _rank_width(theme, facts)
    draw_text(painter, left, y, facts.name, "name", theme, palette.ink, room - rank)
    if facts.rank is not None:
        number = one_line(theme, str(facts.rank), "state")
        top = y + (theme.line("name") - theme.line("state")) / 2
        draw_line(painter, inner.right() - number.width, top, number, "state", theme, palette.ink3)
    y += theme.line("name")
    draw_text(painter, left, y, facts.role_and_organisation, "caption", theme, palette.ink3, room)


def _paint_foot(
    painter: QPainter, rect: QRectF, inner: QRectF, facts: CardFacts, look: CardLook, theme: Theme
) -> None:
    ground = card_ground(look, theme.palette)
    top = rect.top() + _foot_top(theme, facts, round(rect.width()))
    words = state_width(theme, facts.state_words)
    if look.error:
        from planner.ui.cards import not_saved  # where the disk did not take a change

        not_saved.paint(painter, _not_saved_at(theme, rect), theme, ground)
    elif look.acts:
        paint_actions(painter, _quick_actions(theme, rect), theme, ground)
    else:
        width = min(theme.px(STRIP_WIDTH), inner.width() - words - _GAP)
        if facts.strip is not None and width > STRIP_WIDTH / 2:
            place = QRectF(inner.left(), top, width, cadence.HEIGHT)
            cadence.paint_strip(painter, place, facts.strip, theme.palette, ground)
    middle = top + cadence.HEIGHT / 2
    left = inner.right() - words
    paint_state(painter, left, middle, facts.shown_state, facts.state_words, theme, words + 1)


def _not_saved_at(theme: Theme, rect: QRectF) -> QPointF:
    return QPointF(rect.left() + PADDING_SIDE, rect.bottom() - _ACTIONS_INSET - 1 - action_height(theme))


def _quick_actions(theme: Theme, rect: QRectF) -> list[tuple[CardAction, QRectF]]:
    top = rect.bottom() - _ACTIONS_INSET - 1 - action_height(theme)
    return action_rects(theme, BOARD_ACTIONS, rect.left() + _ACTIONS_INSET + 1, top)
