"""The dashed card of a conversation that is suggested: whom, why, and when; never to be taken for a plan."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from planner.ui.cards import not_saved
from planner.ui.cards.card_style import (
    PADDING_BOTTOM,
    PADDING_SIDE,
    PADDING_TOP,
    RADIUS,
    CardLook,
    paint_frame,
    paint_tick,
)
from planner.ui.cards.facts import CardFacts
from planner.ui.cards.quick_actions import (
    CardAction,
    action_height,
    action_rects,
    action_under,
    paint_actions,
)
from planner.ui.theme import Theme
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.badge import badge_height, badge_rects, badges_height, paint_badge
from planner.ui.widgets.text import draw_line, draw_text, lines, one_line

SUGGESTED = "Suggested"
WHY_LINES = 6
_ACTIONS = (CardAction.ACCEPT, CardAction.DROP)
_AVATAR = 30
_NAME_ABOVE, _WHY_ABOVE, _BADGES_ABOVE = 6, 4, 8
_LINE, _DASH = 1.5, (4 / 1.5, 3 / 1.5)
_INSET = 8


def height_for_width(theme: Theme, facts: CardFacts, width: int) -> int:
    """How high the card is at a width: its sentence is shown in full."""
    inner = width - 2 * PADDING_SIDE
    badges = badges_height(theme, facts.badges, inner)
    return round(_badges_top(theme, facts, width)) + badges + PADDING_BOTTOM


def paint(painter: QPainter, rect: QRectF, facts: CardFacts, look: CardLook, theme: Theme) -> None:
    """Draw the card on a tinted ground with a dashed line in accent, as everything that is only suggested."""
    _paint_ground(painter, rect, look, theme)
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setOpacity(painter.opacity() * look.content_opacity)
    inner = rect.adjusted(PADDING_SIDE, PADDING_TOP, -PADDING_SIDE, 0)
    _paint_head(painter, inner, facts, theme)
    y = _paint_names(painter, inner, facts, theme) + _WHY_ABOVE
    for line in lines(theme, facts.why, "why", inner.width(), WHY_LINES):
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
        return not_saved.retry_at(theme, _not_saved_at(theme, rect), position)
    return action_under(_quick_actions(theme, rect), position) if look.acts else None


def _badges_top(theme: Theme, facts: CardFacts, width: int) -> float:
    count = len(lines(theme, facts.why, "why", width - 2 * PADDING_SIDE, WHY_LINES))
    role = theme.line("caption") if _role(facts) else 0
    head = PADDING_TOP + theme.px(_AVATAR) + _NAME_ABOVE + theme.line("name") + role
    return head + _WHY_ABOVE + count * theme.line("why") + _BADGES_ABOVE


def _paint_ground(painter: QPainter, rect: QRectF, look: CardLook, theme: Theme) -> None:
    if look.ghost or look.dragging:
        paint_frame(painter, rect, look, theme.palette)
        return
    palette = theme.palette
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if look.focused:
        painter.setPen(QPen(palette.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), RADIUS + 3, RADIUS + 3)
    ink = palette.overdue.ink if look.error else palette.accent
    pen = QPen(ink, 2 if look.selected else _LINE)
    pen.setDashPattern(_DASH)
    painter.setPen(pen)
    painter.setBrush(palette.accent_tint)
    painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), RADIUS - 0.75, RADIUS - 0.75)


def _paint_head(painter: QPainter, inner: QRectF, facts: CardFacts, theme: Theme) -> None:
    size = theme.px(_AVATAR)
    box = QRectF(inner.left(), inner.top(), size, size)
    paint_avatar(painter, box, facts.initials, facts.hue, theme.palette)
    said = one_line(theme, SUGGESTED, "state", inner.width() - size - 4)
    top = box.center().y() - theme.line("state") / 2
    draw_line(painter, inner.right() - said.width, top, said, "state", theme, theme.palette.accent)


def _paint_names(painter: QPainter, inner: QRectF, facts: CardFacts, theme: Theme) -> float:
    """Draw name and role, and return where they end."""
    palette, y = theme.palette, inner.top() + theme.px(_AVATAR) + _NAME_ABOVE
    draw_text(painter, inner.left(), y, facts.name, "name", theme, palette.ink, inner.width())
    y += theme.line("name")
    if role := _role(facts):
        draw_text(painter, inner.left(), y, role, "caption", theme, palette.ink3, inner.width())
        y += theme.line("caption")
    return y


def _role(facts: CardFacts) -> str:
    return facts.role or facts.organisation


def _paint_foot(
    painter: QPainter, rect: QRectF, inner: QRectF, facts: CardFacts, look: CardLook, theme: Theme
) -> None:
    top = rect.top() + _badges_top(theme, facts, round(rect.width()))
    for badge, place in zip(facts.badges, badge_rects(theme, facts.badges, inner.width()), strict=True):
        hidden = look.acts or look.error
        if not hidden or place.bottom() + top < rect.bottom() - PADDING_BOTTOM - badge_height(theme):
            paint_badge(painter, place.translated(inner.left(), top), badge, theme)
    if look.error:
        not_saved.paint(painter, _not_saved_at(theme, rect), theme, theme.palette.accent_tint)
    elif look.acts:
        paint_actions(painter, _quick_actions(theme, rect), theme, theme.palette.accent_tint)


def _not_saved_at(theme: Theme, rect: QRectF) -> QPointF:
    return QPointF(rect.left() + PADDING_SIDE, rect.bottom() - _INSET - 1 - action_height(theme))


def _quick_actions(theme: Theme, rect: QRectF) -> list[tuple[CardAction, QRectF]]:
    top = rect.bottom() - _INSET - 1 - action_height(theme)
    return action_rects(theme, _ACTIONS, rect.left() + _INSET + 1, top)
