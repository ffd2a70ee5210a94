"""Paints the head of a lane: avatar, name, rhythm, and the shape of the state."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from planner.domain import words
from planner.domain.names import initials
from planner.domain.rhythm import State
from planner.queries.lane_heads import LaneHead
from planner.ui.theme import Theme
from planner.ui.timeline.lane import Lane
from planner.ui.timeline.measures import Sizes
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.state_shape import SHAPE, paint_state_shape
from planner.ui.widgets.text import draw_text

_AVATAR = 26
_ABOVE = 5
_BETWEEN = 8
_MOST = 600


def rhythm_words(days: int | None) -> str:
    """'every 2 weeks', or that none was chosen."""
    return words.rhythm_words(days).lower() if days else "no rhythm yet"


class Labels:
    """The heads of lanes as pictures, made when they are first seen."""

    def __init__(self, theme: Theme, sizes: Sizes, ratio: float) -> None:
        self._theme, self._sizes, self._ratio = theme, sizes, ratio
        self._made: dict[tuple[LaneHead, State | None, int | None], QPixmap] = {}

    def picture(self, head: LaneHead, lane: Lane | None) -> QPixmap:
        """The head of a lane; without state and rhythm while the lane is not known yet."""
        measure = lane.measure if lane else None
        key = (head, measure.state if measure else None, measure.rhythm_days if measure else None)
        if key not in self._made:
            if len(self._made) >= _MOST:
                self._made.clear()
            self._made[key] = self._painted(head, lane)
        return self._made[key]

    def _painted(self, head: LaneHead, lane: Lane | None) -> QPixmap:
        theme, sizes = self._theme, self._sizes
        width = sizes.label - sizes.gap
        picture = QPixmap(round(width * self._ratio), round(sizes.row * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        disc = theme.px(_AVATAR)
        top = theme.px(_ABOVE)
        paint_avatar(painter, QRectF(0, top, disc, disc), initials(head.name), head.hue, theme.palette)
        left = disc + theme.px(_BETWEEN)
        shape = theme.px(SHAPE)
        room = width - left - shape - theme.px(_BETWEEN)
        middle = top + disc / 2
        ink = theme.palette
        above = middle - (theme.line("nameSmall") + theme.line("caption")) / 2 + 0.5
        draw_text(painter, left, above, head.name, "nameSmall", theme, ink.ink, room)
        if lane is not None:
            below = above + theme.line("nameSmall") - 1
            said = rhythm_words(lane.measure.rhythm_days)
            draw_text(painter, left, below, said, "caption", theme, ink.ink3, room)
            place = QRectF(width - shape, middle - shape / 2, shape, shape)
            paint_state_shape(painter, place, lane.measure.state, theme.palette)
        painter.end()
        return picture
