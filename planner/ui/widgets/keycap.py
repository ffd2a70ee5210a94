"""Keys as they stand on the keyboard: 'Ctrl K', 'P', 'Esc'."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from planner.ui.theme import Theme
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

_PAD = 6
_HEIGHT = 19


def keycap_size(theme: Theme, keys: str) -> QSize:
    """How large a key cap is."""
    width = max(theme.px(_HEIGHT), ceil(one_line(theme, keys, "state").width) + 2 * _PAD)
    return QSize(width, theme.px(_HEIGHT))


def paint_keycap(painter: QPainter, rect: QRectF, keys: str, theme: Theme, *, inverse: bool = False) -> None:
    """Draw a key cap into its rectangle, on the window or (`inverse`) on a toast."""
    palette = theme.palette
    line = palette.inverse_line if inverse else palette.line_strong
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if not inverse:
        painter.setBrush(palette.surface)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    foot = rect.bottom() - 1.5
    painter.drawLine(QPointF(rect.left() + 3, foot), QPointF(rect.right() - 3, foot))
    width = one_line(theme, keys, "state").width
    ink = palette.inverse_ink if inverse else palette.ink3
    top = rect.top() + (rect.height() - 1 - theme.line("state")) / 2
    draw_text(painter, rect.center().x() - width / 2, top, keys, "state", theme, ink)


class KeyCap(ThemedWidget):
    """A key cap on its own."""

    def __init__(
        self, theme: Theme, keys: str, *, inverse: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._keys, self._inverse = keys, inverse
        self.setAccessibleName(keys)
        self.setFixedSize(self.sizeHint())

    def follow_theme(self) -> None:
        """Take the new size too."""
        self.setFixedSize(self.sizeHint())
        super().follow_theme()

    def sizeHint(self) -> QSize:
        """As large as the cap."""
        return keycap_size(self.theme, self._keys)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cap."""
        painter = QPainter(self)
        paint_keycap(painter, QRectF(self.rect()), self._keys, self.theme, inverse=self._inverse)
        painter.end()
