"""The band of trust: from early through growing to deep, drawn as wide as what is not known."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from planner.domain.trust_band import Stage, stage_of
from planner.queries.trust import Trust
from planner.ui.theme import Theme
from planner.ui.widgets.enter_button import EnterButton
from planner.ui.widgets.text import draw_text, one_line

_HEIGHT, _LINE = 58, 30
_SIDE, _TICK, _HALF = 4, 4, 10
_OWN = 4
_LIKELY = "likely here"


class TrustBand(EnterButton):
    """A click opens what it rests on. Your own view, where there is one, is the triangle above the line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._trust: Trust | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_trust(self, trust: Trust) -> None:
        """Show the band of a relationship."""
        self._trust = trust
        band = f"likely {trust.band.words}" if trust.band else "not known yet"
        own = f". You see it differently: {stage_of(trust.own.value)}" if trust.own else ""
        self.setAccessibleName(f"Trust, as far as you can tell: {band}{own}")
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, self.theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint line, band and words."""
        trust = self._trust
        if trust is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(painter)
        if trust.band is not None:
            self._paint_band(painter, trust.band.low, trust.band.likely, trust.band.high)
        if trust.own is not None:
            self._paint_own(painter, trust.own.value, pale=trust.own.pale)
        painter.end()

    def _x(self, place: float) -> float:
        return _SIDE + (self.width() - 2 * _SIDE) * place

    def _middle(self) -> float:
        return self.theme.px(_LINE) + 0.5

    def _paint_line(self, painter: QPainter) -> None:
        theme, palette, y = self.theme, self.theme.palette, self._middle()
        painter.setPen(QPen(palette.line_strong, 1))
        painter.drawLine(QPointF(self._x(0), y), QPointF(self._x(1), y))
        for third in range(4):
            x = round(self._x(third / 3)) + 0.5
            painter.drawLine(QPointF(x, y - _TICK), QPointF(x, y + _TICK))
        top = self.height() - theme.line("caption")
        for place, stage in enumerate(Stage):
            width = one_line(theme, stage.value, "caption").width
            left = self._x((place + 0.5) / 3) - width / 2
            draw_text(painter, left, top, stage.value, "caption", theme, palette.ink3)

    def _paint_band(self, painter: QPainter, low: float, likely: float, high: float) -> None:
        theme, palette, y = self.theme, self.theme.palette, self._middle()
        half = theme.px(_HALF)
        left, right = self._x(low), self._x(high)
        painter.setPen(QPen(palette.accent_line, 1))
        painter.setBrush(palette.accent_tint)
        painter.drawRoundedRect(QRectF(left, y - half, max(4.0, right - left), 2 * half), 4, 4)
        x = self._x(likely)
        painter.setPen(QPen(palette.accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(x, y - half), QPointF(x, y + half))
        width = one_line(theme, _LIKELY, "caption").width
        left = max(0.0, min(x - width / 2, self.width() - width))
        draw_text(painter, left, 2, _LIKELY, "caption", theme, palette.ink2)

    def _paint_own(self, painter: QPainter, place: float, *, pale: bool) -> None:
        palette, y = self.theme.palette, self._middle()
        x, size = self._x(place), self.theme.px(_OWN)
        top = y + self.theme.px(_HALF) + 3
        below = top + size
        shape = QPolygonF([QPointF(x, top - size), QPointF(x - size, below), QPointF(x + size, below)])
        painter.setPen(QPen(palette.ink2, 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush if pale else palette.ink2)
        painter.drawPolygon(shape)
