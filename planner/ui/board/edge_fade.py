"""Days that go on beyond the edge fade out there, so that nothing seems to end in the middle of a word."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea

from planner.ui.theme import Theme
from planner.ui.widgets.themed import ThemedWidget

_WIDTH = 20


class EdgeFade(ThemedWidget):
    """Lies over what an area shows and lets the pointer through; `starts` are the left edges of the days."""

    def __init__(self, theme: Theme, area: QScrollArea, starts: Callable[[], Collection[int]]) -> None:
        super().__init__(theme, area.viewport())
        self._area = area
        self._starts = starts
        self._area, self._bar = area, area.horizontalScrollBar()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._bar.valueChanged.connect(self.update)
        self._bar.rangeChanged.connect(self.update)
        area.viewport().installEventFilter(self)
        self.setGeometry(area.viewport().rect())
        self.raise_()
        self.show()

    @property
    def sides(self) -> tuple[bool, bool]:
        """Whether a day is cut by the left edge, and whether days go on beyond the right one."""
        at = self._bar.value()
        return at > self._bar.minimum() and at not in self._starts(), at < self._bar.maximum()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be as large as what is shown."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._area.viewport().rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground over the edges, ever more of it."""
        painter = QPainter(self)
        left, right = self.sides
        if left:
            self._fade(painter, 0, _WIDTH)
        if right:
            self._fade(painter, self.width(), self.width() - _WIDTH)
        painter.end()

    def _fade(self, painter: QPainter, begin: int, end: int) -> None:
        ground = QColor(self.theme.palette.paper)
        gradient = QLinearGradient(begin, 0, end, 0)
        gradient.setColorAt(0.0, ground)
        ground.setAlpha(0)
        gradient.setColorAt(1.0, ground)
        painter.fillRect(QRectF(min(begin, end), 0, _WIDTH, self.height()), gradient)
