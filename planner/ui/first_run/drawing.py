"""The small drawing on the first page: things come in, nothing leaves."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF

from planner.ui.theme import Theme
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

_WIDTH, _HEIGHT = 400, 112
_COMING = (("contacts", 28), ("calendar", 49))


class NothingLeaves(ThemedWidget):
    """Contacts and calendar go into the laptop; a cross stands on the way out."""

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(_WIDTH), self.theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.theme.text_scale, self.theme.text_scale)
        self._paint_laptop(painter)
        self._paint_coming(painter)
        self._paint_leaving(painter)
        painter.end()

    def _paint_laptop(self, painter: QPainter) -> None:
        palette = self.theme.palette
        painter.setPen(QPen(palette.line_strong, 1))
        painter.setBrush(palette.surface)
        painter.drawRoundedRect(QRectF(116.5, 8.5, 131, 81), 8, 8)
        base = [QPointF(96, 98), QPointF(268, 98), QPointF(260, 104), QPointF(104, 104)]
        painter.drawPolygon(QPolygonF(base))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for x, colour in ((174.0, palette.ink), (190.0, palette.accent)):
            painter.setPen(QPen(colour, 3))
            painter.drawEllipse(QPointF(x, 48), 14, 14)
        self._word(painter, "one file", 182, 70)

    def _paint_coming(self, painter: QPainter) -> None:
        palette = self.theme.palette
        for word, y in _COMING:
            self._dashes(painter, 0, 84, y)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.ink_disabled)
            painter.drawPolygon(QPolygonF([QPointF(100, y), QPointF(92, y - 4), QPointF(92, y + 4)]))
            self._word(painter, word, None, y - 16)

    def _paint_leaving(self, painter: QPainter) -> None:
        self._dashes(painter, 290, 350, 49)
        painter.setPen(QPen(self.theme.palette.overdue.ink, 1.8))
        painter.drawLine(QPointF(316, 42), QPointF(330, 56))
        painter.drawLine(QPointF(330, 42), QPointF(316, 56))
        self._word(painter, "nothing leaves", 323, 67)

    def _dashes(self, painter: QPainter, left: float, right: float, y: float) -> None:
        pen = QPen(self.theme.palette.line_strong, 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _word(self, painter: QPainter, word: str, middle: float | None, top: float) -> None:
        plain = _unscaled(self.theme)
        left = 0.0 if middle is None else middle - one_line(plain, word, "caption").width / 2
        draw_text(painter, left, top, word, "caption", plain, self.theme.palette.ink3)


def _unscaled(theme: Theme) -> Theme:
    """The same look at 100 %, since the whole drawing is scaled."""
    return theme if theme.text_scale == 1.0 else Theme(dark=theme.dark, high_contrast=theme.high_contrast)
