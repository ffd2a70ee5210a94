"""The small card of what is planned later: who, and on which day."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from planner.ui import icons
from planner.ui.cards.card_style import CardLook, card_ground, paint_frame, paint_tick
from planner.ui.cards.facts import CardFacts
from planner.ui.cards.quick_actions import CardAction, action_height
from planner.ui.theme import Theme
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.text import draw_text, one_line

_PADDING = 9
_AVATAR = 24
_GAP = 6
_ICON = 12


def height_for_width(theme: Theme, facts: CardFacts, width: int) -> int:
    """How high the card is; its width makes no difference. The first badge is the day's row."""
    day = _GAP + theme.line("caption") if facts.badges else 0
    return 2 * _PADDING + _head_height(theme) + day


def paint(painter: QPainter, rect: QRectF, facts: CardFacts, look: CardLook, theme: Theme) -> None:
    """Draw the card."""
    paint_frame(painter, rect, look, theme.palette)
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setOpacity(painter.opacity() * look.content_opacity)
    inner = rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
    _paint_person(painter, inner, facts, theme)
    if look.error:
        from planner.ui.cards import not_saved  # where the disk did not take a change

        not_saved.paint(painter, _foot(theme, rect), theme, card_ground(look, theme.palette))
    elif facts.badges:
        _paint_day(painter, inner, facts, theme)
    painter.restore()
    if look.selected and not look.ghost:
        paint_tick(painter, rect, theme.palette)


def action_at(
    theme: Theme, facts: CardFacts, rect: QRectF, look: CardLook, position: QPointF
) -> CardAction | None:
    """Retry, where a change could not be saved and its button is at the position."""
    if not look.error:
        return None
    from planner.ui.cards import not_saved  # where the disk did not take a change

    return not_saved.retry_at(theme, _foot(theme, rect), position)


def _foot(theme: Theme, rect: QRectF) -> QPointF:
    return QPointF(rect.left() + _PADDING, rect.bottom() - 6 - action_height(theme))


def cut_names(theme: Theme, facts: CardFacts, width: float) -> str:
    """Name and organisation where one of them does not fit on a card of `width`; '' where both fit."""
    room = width - 2 * _PADDING - theme.px(_AVATAR) - _GAP
    cut = one_line(theme, facts.name, "nameSmall", room).cut
    cut = cut or one_line(theme, facts.organisation, "caption", room).cut
    return ", ".join(part for part in (facts.name, facts.organisation) if part) if cut else ""


def _head_height(theme: Theme) -> int:
    return max(theme.px(_AVATAR), theme.line("nameSmall") + theme.line("caption"))


def _paint_person(painter: QPainter, inner: QRectF, facts: CardFacts, theme: Theme) -> None:
    palette, size, height = theme.palette, theme.px(_AVATAR), _head_height(theme)
    disc = QRectF(inner.left(), inner.top() + (height - size) / 2, size, size)
    paint_avatar(painter, disc, facts.initials, facts.hue, palette)
    left = inner.left() + size + _GAP
    room = inner.right() - left
    rows = theme.line("nameSmall") + (theme.line("caption") if facts.organisation else 0)
    y = inner.top() + (height - rows) / 2
    draw_text(painter, left, y, facts.name, "nameSmall", theme, palette.ink, room)
    y += theme.line("nameSmall")
    if facts.organisation:
        draw_text(painter, left, y, facts.organisation, "caption", theme, palette.ink3, room)


def _paint_day(painter: QPainter, inner: QRectF, facts: CardFacts, theme: Theme) -> None:
    badge, palette = facts.badges[0], theme.palette
    top = inner.top() + _head_height(theme) + _GAP
    left = inner.left()
    if badge.icon:
        size = theme.px(_ICON)
        box = QRectF(left, round(top + (theme.line("caption") - size) / 2), size, size)
        icons.draw(painter, box, badge.icon, palette.ink2)
        left += size + _GAP
    draw_text(painter, left, top, badge.text, "caption", theme, palette.ink2, inner.right() - left)
