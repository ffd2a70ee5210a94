"""What is told beside the pointer: a person's name in bold, a fact, and more below it."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from planner.ui.theme import Theme
from planner.ui.widgets.shadow import paint_shadow
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

_SHADOW = 24
_PAD_X, _PAD_Y, _RADIUS = 10, 7, 7
_WIDEST = 420
_FAINT = 0.8
_BESIDE = QPointF(-40, 14)
_EDGE = 4


class Tip(NamedTuple):
    """`name` is bold, `said` goes on after it; `more` are lines below. `refused` says why nothing happens."""

    name: str
    said: str = ""
    more: tuple[str, ...] = ()
    refused: bool = False

    @property
    def words(self) -> str:
        """All of it, to be read aloud."""
        return ". ".join(each.rstrip(".") for each in (f"{self.name}{self.said}", *self.more) if each)


class TipBox(ThemedWidget):
    """Lies over the timeline and never takes the pointer. Hidden where there is nothing to tell."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._tip = Tip("")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def tip(self) -> Tip | None:
        """What is told at the moment."""
        return self._tip if not self.isHidden() else None

    def tell(self, tip: Tip | None, place: QPointF) -> None:
        """Tell something below a place of the parent; nothing for None."""
        if tip is None:
            self.hide()
            return
        self._tip = tip
        size = self.sizeHint()
        self.resize(size)
        ground = self.parentWidget()
        assert ground is not None
        corner = place + _BESIDE - QPointF(_SHADOW, _SHADOW)
        most = ground.width() - size.width() + _SHADOW - _EDGE
        x = max(_EDGE - _SHADOW, min(most, corner.x()))
        y = corner.y()
        if y + size.height() - _SHADOW > ground.height():
            y = place.y() - _BESIDE.y() - size.height() + _SHADOW
        self.move(round(x), round(y))
        self.show()
        self.raise_()
        self.update()

    def sizeHint(self) -> QSize:
        """As large as its words, with room for the shadow."""
        theme, tip = self.theme, self._tip
        first = one_line(theme, tip.name, "labelStrong").width + one_line(theme, tip.said, "why").width
        widest = max([first, *(one_line(theme, each, "why").width for each in tip.more)])
        lines = 1 + len(tip.more)
        width = min(theme.px(_WIDEST), widest) + 2 * _PAD_X
        return QSize(ceil(width) + 2 * _SHADOW, lines * theme.line("why") + 2 * _PAD_Y + 2 * _SHADOW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and words."""
        theme, palette, tip = self.theme, self.theme.palette, self._tip
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        paint_shadow(painter, box, "lift", palette, _RADIUS)
        painter.setPen(QPen(palette.overdue.ink, 1) if tip.refused else Qt.PenStyle.NoPen)
        painter.setBrush(palette.overdue.tint if tip.refused else palette.inverse_surface)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        ink = palette.overdue.ink if tip.refused else palette.inverse_ink
        faint = QColor(ink)
        faint.setAlphaF(1.0 if tip.refused or palette.high_contrast else _FAINT)
        room, y = box.width() - 2 * _PAD_X + 1, box.top() + _PAD_Y
        x = box.left() + _PAD_X
        used = draw_text(painter, x, y, tip.name, "labelStrong", theme, ink, room)
        if tip.said:
            draw_text(painter, x + used, y, tip.said, "why", theme, ink, room - used)
        for number, each in enumerate(tip.more, 1):
            draw_text(painter, x, y + number * theme.line("why"), each, "why", theme, faint, room)
        painter.end()
