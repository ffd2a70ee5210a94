"""The frame around every card and the states it can be in (DESIGN 5)."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from planner.ui import icons
from planner.ui.palette import Palette
from planner.ui.widgets.shadow import paint_shadow

RADIUS = 8
PADDING_TOP, PADDING_SIDE, PADDING_BOTTOM = 10, 11, 11
"""From the card's edge to its content, the 1 px line included."""
OUTSIDE = 5
"""Room that a view leaves around a card for the focus ring and the selection's line."""
TICK = 18
_TICK_OFFSET = 7
_AVATAR_TICK, _AVATAR_TICK_LEAST = 17, 13
_DASH = [3.0, 3.0]
_GHOST_OPACITY = 0.35
_DISABLED_OPACITY = 0.45


class CardLook(NamedTuple):
    """How a card looks at the moment, beside what it says."""

    hovered: bool = False
    focused: bool = False
    selected: bool = False
    dragging: bool = False
    ghost: bool = False
    disabled: bool = False
    error: bool = False
    done: bool = False

    @property
    def acts(self) -> bool:
        """Whether the quick actions show."""
        return self.hovered and not (self.dragging or self.ghost or self.disabled or self.error)

    @property
    def content_opacity(self) -> float:
        """How strongly the content shows inside the frame."""
        return _GHOST_OPACITY if self.ghost else _DISABLED_OPACITY if self.disabled else 1.0


PLAIN = CardLook()


def card_ground(look: CardLook, palette: Palette) -> QColor:
    """The colour behind a card's content, for whatever must stand out against it."""
    if look.selected and not look.ghost:
        return palette.accent_tint
    return palette.paper if look.ghost or look.done else palette.surface


def paint_frame(
    painter: QPainter, rect: QRectF, look: CardLook, palette: Palette, radius: float = RADIUS
) -> None:
    """Draw the card's ground, line, shadow and focus ring; content comes after, the tick last."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if look.focused:
        _outline(painter, rect.adjusted(-3, -3, 3, 3), QPen(palette.accent, 2), radius + 3)
    if look.ghost:
        pen = QPen(palette.line_strong, 1)
        pen.setDashPattern(_DASH)
        _outline(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), pen, radius - 0.5)
        return
    if not look.done or look.dragging:
        _paint_ground(painter, rect, look, palette, radius)
    if look.selected:
        _outline(painter, rect, QPen(palette.accent, 2), radius)
    else:
        _outline(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), QPen(_line(look, palette), 1), radius - 0.5)


def paint_tick(painter: QPainter, rect: QRectF, palette: Palette) -> None:
    """Draw the tick of a selected card on its top left corner."""
    paint_tick_at(painter, QRectF(rect.left() - _TICK_OFFSET, rect.top() - _TICK_OFFSET, TICK, TICK), palette)


def paint_tick_at(painter: QPainter, place: QRectF, palette: Palette) -> None:
    """Draw a tick on an accent disc."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.accent)
    painter.drawEllipse(place)
    size = place.width() * 2 / 3
    box = QRectF(place.center() - QPointF(size / 2, size / 2), place.center() + QPointF(size / 2, size / 2))
    icons.draw(painter, box, "check", palette.accent_ink, stroke=2.2)


def paint_tick_on(painter: QPainter, disc: QRectF, ground: QColor, look: CardLook, palette: Palette) -> None:
    """Draw a selected person's tick on the avatar; under the pointer, an empty one that a click ticks."""
    if look.ghost or not (look.selected or look.acts):
        return
    size = max(_AVATAR_TICK_LEAST, min(_AVATAR_TICK, disc.width() * 0.46))
    place = QRectF(disc.right() + 4 - size, disc.bottom() + 4 - size, size, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(place.adjusted(-2, -2, 2, 2))
    if look.selected:
        paint_tick_at(painter, place, palette)
    else:
        painter.setPen(QPen(palette.line_strong, 1))
        painter.setBrush(palette.surface)
        painter.drawEllipse(place.adjusted(0.5, 0.5, -0.5, -0.5))


def _paint_ground(painter: QPainter, rect: QRectF, look: CardLook, palette: Palette, radius: float) -> None:
    if look.dragging:
        paint_shadow(painter, rect, "lift", palette, radius)
    elif look.hovered and not look.disabled:
        paint_shadow(painter, rect, "hover", palette, radius)
    else:
        paint_shadow(painter, rect, "card", palette, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(card_ground(look, palette))
    painter.drawRoundedRect(rect, radius, radius)


def _line(look: CardLook, palette: Palette) -> QColor:
    if look.error:
        return palette.overdue.ink
    if look.dragging:
        return palette.accent
    return palette.line_strong if look.hovered and not look.disabled else palette.line


def _outline(painter: QPainter, rect: QRectF, pen: QPen, radius: float) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, radius, radius)
