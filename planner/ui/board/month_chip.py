"""A plan or conversation as small as it can be: who, and when."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from planner.domain.rhythm import State
from planner.ui.board.month_facts import chip_names
from planner.ui.board.month_layout import CHIP
from planner.ui.board.tiles import Tile, TileKind
from planner.ui.cards.card_style import CardLook, paint_frame, paint_tick_at
from planner.ui.cards.drag_picture import drag_margin, paint_count
from planner.ui.theme import Theme
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.state_shape import SHAPE, paint_state_shape
from planner.ui.widgets.text import draw_text, one_line

RADIUS = 6
AVATAR = 20
_GAP, _PAD = 5, 6
_LEAST_NAME = 44
_TICK, _TICK_OUT = 12, 4
_FAINT = 0.6
_ASKED = "?"


def paint_chip(
    painter: QPainter, rect: QRectF, tile: Tile, look: CardLook, theme: Theme, *, faint: bool = False
) -> None:
    """Draw a chip; what is done has no ground, what waits for an answer a dashed line and a question mark."""
    done, asks = tile.kind is TileKind.DONE, tile.kind is TileKind.ASK
    palette = theme.palette
    _paint_ground(painter, rect, look, theme, done=done, asks=asks)
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setOpacity(painter.opacity() * look.content_opacity * (_FAINT if done or faint else 1.0))
    size = theme.px(AVATAR)
    disc = QRectF(rect.left() + 1, rect.center().y() - size / 2, size, size)
    paint_avatar(painter, disc, tile.facts.initials, tile.facts.hue, palette)
    painter.restore()
    painter.save()
    painter.setOpacity(painter.opacity() * look.content_opacity)
    ink = palette.ink3 if done or faint else palette.ink
    room = QRectF(rect).adjusted(1 + size + _GAP, 0, -_PAD, 0)
    _paint_words(painter, room, tile, theme, ink, unsaved=look.error)
    painter.restore()
    if look.selected and not look.ghost:
        corner = QRectF(rect.left() - _TICK_OUT, rect.top() - _TICK_OUT, _TICK, _TICK)
        paint_tick_at(painter, corner, palette)


def chip_time(tile: Tile) -> str:
    """'09:30', '?' where it waits for an answer, or '' where the time is open."""
    if tile.kind is TileKind.ASK:
        return _ASKED
    return f"{tile.starts:%H:%M}" if tile.starts else ""


def chip_picture(theme: Theme, tile: Tile, width: int, ratio: float, count: int) -> QPixmap:
    """The chip as it hangs under the pointer, with a count for several."""
    margin = drag_margin(theme)
    height = theme.px(CHIP)
    made = QPixmap(round((width + 2 * margin) * ratio), round((height + 2 * margin) * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    rect = QRectF(margin, margin, width, height)
    paint_chip(painter, rect, tile, CardLook(dragging=True), theme)
    if count > 1:
        paint_count(painter, rect, count, theme)
    painter.end()
    return made


def _paint_ground(
    painter: QPainter, rect: QRectF, look: CardLook, theme: Theme, *, done: bool, asks: bool
) -> None:
    dashed = asks and not (look.selected or look.dragging)
    frame = CardLook(
        hovered=look.hovered,
        focused=look.focused,
        selected=look.selected,
        dragging=look.dragging,
        ghost=(look.ghost or dashed) and not look.error,
        disabled=look.disabled,
        error=look.error,
        done=done,
    )
    paint_frame(painter, rect, frame, theme.palette, RADIUS)


def _paint_words(
    painter: QPainter, room: QRectF, tile: Tile, theme: Theme, ink: QColor, *, unsaved: bool
) -> None:
    """The name, and at the right the time, or the shape of what could not be saved."""
    palette = theme.palette
    at = "" if unsaved else chip_time(tile)
    if unsaved:
        size = theme.px(SHAPE)
        shape = QRectF(room.right() - size, room.center().y() - size / 2, size, size)
        paint_state_shape(painter, shape, State.OVERDUE, palette)
        room = room.adjusted(0, 0, -size - _GAP, 0)
    width = one_line(theme, at, "caption").width + _GAP if at else 0.0
    if room.width() - width < theme.px(_LEAST_NAME):
        at, width = "", 0.0
    top = room.center().y() - theme.line("label") / 2
    name = _name(tile, theme, room.width() - width)
    draw_text(painter, room.left(), top, name, "label", theme, ink, room.width() - width)
    if at:
        top = room.center().y() - theme.line("caption") / 2
        draw_text(painter, room.right() - width + _GAP, top, at, "caption", theme, palette.ink3)


def _name(tile: Tile, theme: Theme, room: float) -> str:
    names = chip_names(tile)
    return next((name for name in names if one_line(theme, name, "label").width <= room), names[-1])
