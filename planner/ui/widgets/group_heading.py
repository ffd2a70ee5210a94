"""The heading of a group in a long list: fold, sign, name, how many, and what there is to say of them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from planner.domain.rhythm import State
from planner.ui import icons
from planner.ui.theme import Theme
from planner.ui.widgets.fill import fill
from planner.ui.widgets.ring import paint_swatch
from planner.ui.widgets.state_shape import paint_state, paint_state_shape, state_width
from planner.ui.widgets.text import draw_text, one_line

HEIGHT = 40
_FOLD, _SIGN, _PLUS = 14, 16, 24
_GAP = 10
_BETWEEN = 12


class GroupHeading(NamedTuple):
    """What a heading says, `told` at the right. Its sign is a layer's ring, a state's shape, or nothing."""

    name: str
    counted: str
    hue: str = ""
    state: State | None = None
    told: tuple[tuple[str, State | None], ...] = ()

    def spoken(self, *, folded: bool) -> str:
        """The heading for a screen reader."""
        said = (self.name, self.counted, *(words for words, _ in self.told), "folded" if folded else "open")
        return ", ".join(said)


class HeadingLook(NamedTuple):
    """How a heading looks at the moment; under the pointer one that `adds` shows a +."""

    folded: bool = False
    hovered: bool = False
    focused: bool = False
    adds: bool = False


def paint_group_heading(
    painter: QPainter, place: QRectF, said: GroupHeading, theme: Theme, look: HeadingLook
) -> None:
    """Draw the heading into `place`, on the page's own ground so that rows may pass below it."""
    palette = theme.palette
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill(painter, place.adjusted(-4, 0, 4, 0), palette.paper)
    if look.focused:
        painter.setPen(QPen(palette.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place.adjusted(-3, 5, 3, -5), 6, 6)
    middle, size = place.center().y(), theme.px(_FOLD)
    arrow = QRectF(place.left(), middle - size / 2, size, size)
    ink = palette.ink if look.hovered else palette.ink2
    icons.draw(painter, arrow, "right" if look.folded else "down", ink, stroke=1.6)
    _paint_sign(painter, arrow.right() + _GAP, middle, said, theme)
    x = _name_left(place, said, theme)
    x += draw_text(painter, x, middle - theme.line("heading") / 2, said.name, "heading", theme, palette.ink)
    draw_text(painter, x + _GAP, middle - theme.line("body") / 2, said.counted, "body", theme, palette.ink3)
    if look.hovered and look.adds:
        _paint_plus(painter, plus_rect(place, said, theme), theme)
    _paint_told(painter, place, said, theme)
    fill(painter, QRectF(place.left(), place.bottom() - 1, place.width(), 1), palette.line)


def plus_rect(place: QRectF, said: GroupHeading, theme: Theme) -> QRectF:
    """Where the + is that adds to the group."""
    x = _name_left(place, said, theme) + one_line(theme, said.name, "heading").width + _GAP
    x += one_line(theme, said.counted, "body").width + 8
    size = theme.px(_PLUS)
    return QRectF(x, place.center().y() - size / 2, size, size)


def _name_left(place: QRectF, said: GroupHeading, theme: Theme) -> float:
    sign = _SIGN + _GAP if said.hue or said.state else 0
    return place.left() + theme.px(_FOLD) + _GAP + sign


def _paint_sign(painter: QPainter, x: float, middle: float, said: GroupHeading, theme: Theme) -> None:
    box = QRectF(x, middle - _SIGN / 2, _SIGN, _SIGN)
    if said.hue:
        painter.save()
        paint_swatch(painter, box, said.hue, theme.palette)
        painter.restore()
    elif said.state is not None:
        paint_state_shape(painter, box.adjusted(2, 2, -2, -2), said.state, theme.palette)


def _paint_plus(painter: QPainter, box: QRectF, theme: Theme) -> None:
    palette = theme.palette
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.hover)
    painter.drawRoundedRect(box, 6, 6)
    half = theme.px(14) / 2
    place = QRectF(box.center() - QPointF(half, half), box.center() + QPointF(half, half))
    icons.draw(painter, place, "plus", palette.ink2)


def told_rects(place: QRectF, said: GroupHeading, theme: Theme) -> list[QRectF]:
    """Where each of what is told at the right stands, as high as the heading, in its order."""
    found, right = [], place.right()
    for words, state in reversed(said.told):
        wide = state_width(theme, words) if state else one_line(theme, words, "state").width
        found.append(QRectF(right - wide, place.top(), wide, place.height()))
        right -= wide + _BETWEEN
    return found[::-1]


def _paint_told(painter: QPainter, place: QRectF, said: GroupHeading, theme: Theme) -> None:
    middle = place.center().y()
    for (words, state), box in zip(said.told, told_rects(place, said, theme), strict=True):
        if state is None:
            top = middle - theme.line("state") / 2
            draw_text(painter, box.left(), top, words, "state", theme, theme.palette.ink3)
        else:
            paint_state(painter, box.left(), middle, state, words, theme)
