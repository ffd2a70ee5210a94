"""What is no card but stands among them: a drag's slot, the line for more, an empty day's words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from planner.ui import icons
from planner.ui.board.tiles import Slot
from planner.ui.cards.card_style import RADIUS
from planner.ui.theme import Theme
from planner.ui.widgets.text import draw_line, draw_text, lines

_PADDING = 10
_TITLE_GAP = 2
_ICON = 13
_MOST = 6
_MORE_HEIGHT = 26
_MORE_PAD = 9


def slot_height(theme: Theme, slot: Slot, width: int) -> int:
    """As high as the card that is dragged, and at least as its own words need."""
    count = len(lines(theme, slot.words, "caption", width - 2 * _PADDING, _MOST)) if slot.words else 0
    titles = len(lines(theme, slot.title, "labelStrong", _title_room(theme, slot, width), 3))
    own = 2 * _PADDING + titles * theme.line("labelStrong") + _TITLE_GAP + count * theme.line("caption")
    return max(slot.height, own)


def paint_slot(painter: QPainter, rect: QRectF, slot: Slot, theme: Theme) -> None:
    """Draw the slot: what would happen in accent, or why nothing happens in the colour of overdue."""
    palette = theme.palette
    line = palette.overdue.ink if slot.doubts else palette.accent_line
    ink = palette.overdue.ink if slot.doubts else palette.accent
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, 1))
    painter.setBrush(palette.overdue.tint if slot.doubts else palette.surface)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS - 0.5, RADIUS - 0.5)
    left, y = rect.left() + _PADDING, rect.top() + _PADDING
    if _icon_room(theme, slot):
        size = theme.px(_ICON)
        middle = y + theme.line("labelStrong") / 2
        icons.draw(painter, QRectF(left, middle - size / 2, size, size), slot.icon, ink, stroke=1.8)
        left += _icon_room(theme, slot)
    room = _title_room(theme, slot, round(rect.width()))
    y = _paint_lines(painter, left, y, (slot.title, "labelStrong", 3), room, theme, ink)
    words = slot.words, "caption", _MOST
    inner = rect.width() - 2 * _PADDING
    _paint_lines(painter, rect.left() + _PADDING, y + _TITLE_GAP, words, inner, theme, palette.ink2)


def more_height(theme: Theme) -> int:
    """How high the line for more is."""
    return theme.px(_MORE_HEIGHT)


def paint_more(
    painter: QPainter, rect: QRectF, words: str, theme: Theme, *, hovered: bool, focused: bool
) -> None:
    """Draw the line like a quiet button."""
    palette = theme.palette
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if focused:
        painter.setPen(QPen(palette.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 7, 7)
    if hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.hover)
        painter.drawRoundedRect(rect, 6, 6)
    top = rect.center().y() - theme.line("label") / 2
    room = rect.width() - 2 * _MORE_PAD
    draw_text(painter, rect.left() + _MORE_PAD, top, words, "label", theme, palette.ink2, room)


def paint_empty(painter: QPainter, rect: QRectF, words: str, theme: Theme) -> None:
    """Draw the one sentence of an empty column in a dashed outline as high as it needs, from `rect`'s top."""
    palette = theme.palette
    shown = lines(theme, words, "why", rect.width() - 2 * _PADDING, _MOST)
    place = QRectF(rect)
    place.setHeight(2 * _PADDING + len(shown) * theme.line("why"))
    pen = QPen(palette.line_strong, 1)
    pen.setDashPattern([3, 3])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS - 0.5, RADIUS - 0.5)
    text = words, "why", _MOST
    left, top, room = rect.left() + _PADDING, rect.top() + _PADDING, rect.width() - 2 * _PADDING
    _paint_lines(painter, left, top, text, room, theme, palette.ink3)


def _title_room(theme: Theme, slot: Slot, width: int) -> float:
    return width - 2 * _PADDING - _icon_room(theme, slot)


def _icon_room(theme: Theme, slot: Slot) -> int:
    return theme.px(_ICON) + 6 if slot.icon and not slot.doubts else 0


def _paint_lines(
    painter: QPainter,
    left: float,
    top: float,
    text: tuple[str, str, int],
    room: float,
    theme: Theme,
    ink: QColor,
) -> float:
    """Draw (words, role, most lines) wrapped to `room` and return where they end."""
    words, role, most = text
    for line in lines(theme, words, role, room, most) if words else ():
        draw_line(painter, left, top, line, role, theme, ink)
        top += theme.line(role)
    return top
