"""The heading of a group: fold, sign, name, how many, and how they stand."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from planner.domain import words
from planner.domain.filters import NOT_STARTED_STATES, OVERDUE_STATES
from planner.domain.rhythm import State
from planner.ui import icons
from planner.ui.people.grouping import Group
from planner.ui.theme import Theme
from planner.ui.widgets.fill import fill
from planner.ui.widgets.ring import paint_swatch
from planner.ui.widgets.state_shape import paint_state, paint_state_shape, state_width
from planner.ui.widgets.text import draw_text, one_line

HEIGHT = 40
_FOLD, _SIGN, _PLUS = 14, 16, 24
_SAID = (
    (OVERDUE_STATES, "overdue"),
    (frozenset({State.DUE}), "due"),
    (frozenset({State.ON_RHYTHM}), "on rhythm"),
    (frozenset({State.RESTING}), "resting"),
    (NOT_STARTED_STATES, "not started"),
)
"""From right to left."""


def paint_heading(
    painter: QPainter,
    place: QRectF,
    group: Group,
    theme: Theme,
    *,
    folded: bool,
    hovered: bool,
    focused: bool,
) -> None:
    """Draw the heading into `place`, on the page's own ground so that cards may pass below it."""
    palette = theme.palette
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill(painter, place.adjusted(-4, 0, 4, 0), palette.paper)
    if focused:
        painter.setPen(QPen(palette.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(-3, 5, 3, -5), 6, 6)
    middle = place.center().y()
    x = place.left()
    size = theme.px(_FOLD)
    ink = palette.ink if hovered else palette.ink2
    icons.draw(
        painter, QRectF(x, middle - size / 2, size, size), "right" if folded else "down", ink, stroke=1.6
    )
    x = _paint_sign(painter, x + size + 10, middle, group, theme)
    x += (
        draw_text(painter, x, middle - theme.line("heading") / 2, group.name, "heading", theme, palette.ink)
        + 10
    )
    said = words.count(len(group.people), "person", "people")
    draw_text(painter, x, middle - theme.line("body") / 2, said, "body", theme, palette.ink3)
    if hovered:
        _paint_plus(painter, plus_rect(place, group, theme), theme)
    _paint_states(painter, place, group, theme)
    fill(painter, QRectF(place.left(), place.bottom() - 1, place.width(), 1), palette.line)


def plus_rect(place: QRectF, group: Group, theme: Theme) -> QRectF:
    """Where the + is that adds somebody to the group; it shows under the pointer."""
    sign = _SIGN + 10 if group.hue or group.state else 0
    x = place.left() + theme.px(_FOLD) + 10 + sign
    x += one_line(theme, group.name, "heading").width + 10
    x += one_line(theme, words.count(len(group.people), "person", "people"), "body").width + 8
    size = theme.px(_PLUS)
    return QRectF(x, place.center().y() - size / 2, size, size)


def spoken(group: Group, *, folded: bool) -> str:
    """The heading for a screen reader."""
    said = [group.name, words.count(len(group.people), "person", "people")]
    said += [f"{amount} {word}" for amount, word, _ in reversed(_amounts(group))]
    return ", ".join([*said, "folded" if folded else "open"])


def _paint_sign(painter: QPainter, x: float, middle: float, group: Group, theme: Theme) -> float:
    box = QRectF(x, middle - _SIGN / 2, _SIGN, _SIGN)
    if group.hue:
        painter.save()
        paint_swatch(painter, box, group.hue, theme.palette)
        painter.restore()
        return x + _SIGN + 10
    if group.state is not None:
        paint_state_shape(painter, box.adjusted(2, 2, -2, -2), group.state, theme.palette)
        return x + _SIGN + 10
    return x


def _paint_plus(painter: QPainter, box: QRectF, theme: Theme) -> None:
    palette = theme.palette
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.hover)
    painter.drawRoundedRect(box, 6, 6)
    size = theme.px(14)
    place = QRectF(box.center() - QPointF(size / 2, size / 2), box.center() + QPointF(size / 2, size / 2))
    icons.draw(painter, place, "plus", palette.ink2)


def _paint_states(painter: QPainter, place: QRectF, group: Group, theme: Theme) -> None:
    right = place.right()
    for amount, word, state in _amounts(group):
        text = f"{amount} {word}"
        right -= state_width(theme, text)
        paint_state(painter, right, place.center().y(), state, text, theme)
        right -= 12


def _amounts(group: Group) -> list[tuple[int, str, State]]:
    """How many are how, from right to left; nothing where all are alike and the heading says it."""
    if group.state is not None:
        return []
    counted = [(sum(group.states[each] for each in states), word, states) for states, word in _SAID]
    return [
        (amount, word, next(each for each in State if each in states))
        for amount, word, states in counted
        if amount
    ]
