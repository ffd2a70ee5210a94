"""The card of a day column: the size that DESIGN 4 describes row by row."""

from functools import lru_cache
from typing import NamedTuple

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
from planner.ui.widgets import veil
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.badge import badge_height, badge_rects, badges_height, paint_badge
from planner.ui.widgets.state_shape import paint_state, state_width
from planner.ui.widgets.text import draw_line, draw_text, lines

AVATAR = 30
WHY_LINES = 3
_NAME_ABOVE = 6
_STRIP_AROUND = 7
_WHY_ABOVE_WITHOUT_STRIP = 5
_BADGES_ABOVE = 8
_ACTIONS_INSET = 8


class _Rows(NamedTuple):
    """Heights above the top of the card where each row begins, and the card's height."""

    name: float
    role: float
    strip: float
    why: float
    badges: float
    height: int


def height_for_width(theme: Theme, facts: CardFacts, width: int, look: CardLook | None = None) -> int:
    """How high the card is at a width."""
    return _rows(theme, facts, width, look or CardLook()).height


def paint(painter: QPainter, rect: QRectF, facts: CardFacts, look: CardLook, theme: Theme) -> None:
    """Draw the card. The view leaves OUTSIDE pixels around `rect` for the focus ring, 7 for the tick."""
    paint_frame(painter, rect, _with_done(look, facts), theme.palette)
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setOpacity(painter.opacity() * look.content_opacity)
    rows = _rows(theme, facts, round(rect.width()), look)
    inner = rect.adjusted(PADDING_SIDE, 0, -PADDING_SIDE, 0)
    _paint_head(painter, inner, facts, theme)
    _paint_names(painter, inner, rows, facts, theme)
    _paint_strip(painter, inner, rows, facts, look, theme)
    _paint_why(painter, inner, rows, facts, theme)
    _paint_foot(painter, rect, inner, rows, facts, look, theme)
    painter.restore()
    if look.selected and not look.ghost:
        paint_tick(painter, rect, theme.palette)


def action_at(
    theme: Theme, facts: CardFacts, rect: QRectF, look: CardLook, position: QPointF
) -> CardAction | None:
    """The painted button under a position, or None; `position` and `rect` in the same coordinates."""
    if look.error:
        from planner.ui.cards import not_saved  # where the disk did not take a change

        return not_saved.retry_at(theme, _foot(theme, facts, rect), position)
    return action_under(_quick_actions(theme, rect), position) if look.acts else None


def tooltip_at(theme: Theme, facts: CardFacts, rect: QRectF, position: QPointF) -> str:
    """What the badge under a position means, else the name, role or organisation that was cut, else ''."""
    inner = rect.adjusted(PADDING_SIDE, 0, -PADDING_SIDE, 0)
    rows = _rows(theme, facts, round(rect.width()), CardLook())
    origin = inner.left(), rect.top() + rows.badges
    for badge, place in zip(facts.badges, badge_rects(theme, facts.badges, inner.width()), strict=True):
        if place.translated(*origin).contains(position):
            return badge.tooltip
    return cut_names(theme, facts, inner.width())


def cut_names(theme: Theme, facts: CardFacts, width: float) -> str:
    """Those of name, role and organisation that do not fit, in full; '' where all fit."""
    rows = ((facts.name, "name"), (facts.role, "caption"), (facts.organisation, "caption"))
    cut = [text for text, role in rows if text and lines(theme, text, role, width, 1)[0].cut]
    return ", ".join(cut)


def _with_done(look: CardLook, facts: CardFacts) -> CardLook:
    if not facts.done or look.done:
        return look
    return CardLook(
        hovered=look.hovered,
        focused=look.focused,
        selected=look.selected,
        dragging=look.dragging,
        ghost=look.ghost,
        disabled=look.disabled,
        error=look.error,
        done=True,
    )


def _rows(theme: Theme, facts: CardFacts, width: int, look: CardLook) -> _Rows:
    return _placed(theme, theme.text_scale, veil.is_on(), facts, width, look.error)


@lru_cache(maxsize=512)
def _placed(
    theme: Theme, _scale: float, _veiled: bool, facts: CardFacts, width: int, has_error: bool
) -> _Rows:
    """A list asks for each row's height several times before it stands."""
    inner = width - 2 * PADDING_SIDE
    name = PADDING_TOP + theme.px(AVATAR) + _NAME_ABOVE
    role = name + theme.line("name")
    y = role + theme.line("caption") * sum(1 for text in (facts.role, facts.organisation) if text)
    strip = y + _STRIP_AROUND
    with_strip = facts.strip is not None and not facts.done
    if with_strip:
        y = strip + cadence.HEIGHT + _STRIP_AROUND
    why = y if with_strip else y + _WHY_ABOVE_WITHOUT_STRIP
    if facts.why:
        y = why + theme.line("why") * len(lines(theme, facts.why, "why", inner, WHY_LINES))
    badges = y + _BADGES_ABOVE
    if has_error:
        y = badges + action_height(theme)
    elif facts.badges:
        y = badges + badges_height(theme, facts.badges, inner)
    return _Rows(name=name, role=role, strip=strip, why=why, badges=badges, height=round(y) + PADDING_BOTTOM)


def _paint_head(painter: QPainter, inner: QRectF, facts: CardFacts, theme: Theme) -> None:
    size = theme.px(AVATAR)
    top = inner.top() + PADDING_TOP
    paint_avatar(painter, QRectF(inner.left(), top, size, size), facts.initials, facts.hue, theme.palette)
    room = inner.width() - size - 2
    width = min(room, state_width(theme, facts.state_words))
    paint_state(
        painter, inner.right() - width, top + size / 2, facts.shown_state, facts.state_words, theme, width + 1
    )


def _paint_names(painter: QPainter, inner: QRectF, rows: _Rows, facts: CardFacts, theme: Theme) -> None:
    palette = theme.palette
    y = inner.top() + rows.name
    draw_text(painter, inner.left(), y, facts.name, "name", theme, palette.ink, inner.width())
    y = inner.top() + rows.role
    for text in (facts.role, facts.organisation):
        if text:
            draw_text(painter, inner.left(), y, text, "caption", theme, palette.ink3, inner.width())
            y += theme.line("caption")


def _paint_strip(
    painter: QPainter, inner: QRectF, rows: _Rows, facts: CardFacts, look: CardLook, theme: Theme
) -> None:
    if facts.strip is None or facts.done:
        return
    width = min(theme.px(cadence.WIDTH), inner.width())
    place = QRectF(inner.left(), inner.top() + rows.strip, width, cadence.HEIGHT)
    cadence.paint_strip(painter, place, facts.strip, theme.palette, card_ground(look, theme.palette))


def _paint_why(painter: QPainter, inner: QRectF, rows: _Rows, facts: CardFacts, theme: Theme) -> None:
    y = inner.top() + rows.why
    for line in lines(theme, facts.why, "why", inner.width(), WHY_LINES) if facts.why else ():
        draw_line(painter, inner.left(), y, line, "why", theme, theme.palette.ink2)
        y += theme.line("why")


def _paint_foot(
    painter: QPainter,
    rect: QRectF,
    inner: QRectF,
    rows: _Rows,
    facts: CardFacts,
    look: CardLook,
    theme: Theme,
) -> None:
    ground = card_ground(look, theme.palette)
    if look.error:
        from planner.ui.cards import not_saved  # where the disk did not take a change

        not_saved.paint(painter, _foot(theme, facts, rect), theme, ground)
        return
    origin = inner.left(), inner.top() + rows.badges
    places = badge_rects(theme, facts.badges, inner.width())
    if look.acts:
        last_row = rect.bottom() - PADDING_BOTTOM - badge_height(theme) - 1
        kept = [place for place in places if place.translated(*origin).top() < last_row]
        places = kept
    for badge, place in zip(facts.badges, places, strict=False):
        paint_badge(painter, place.translated(*origin), badge, theme)
    if look.acts:
        paint_actions(painter, _quick_actions(theme, rect), theme, ground)


def _quick_actions(theme: Theme, rect: QRectF) -> list[tuple[CardAction, QRectF]]:
    top = rect.bottom() - _ACTIONS_INSET - 1 - action_height(theme)
    return action_rects(theme, BOARD_ACTIONS, rect.left() + _ACTIONS_INSET + 1, top)


def _foot(theme: Theme, facts: CardFacts, rect: QRectF) -> QPointF:
    rows = _rows(theme, facts, round(rect.width()), CardLook(error=True))
    return QPointF(rect.left() + PADDING_SIDE, rect.top() + rows.badges)
