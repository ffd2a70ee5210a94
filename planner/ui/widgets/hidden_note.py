"""Says, where something is about to leave, that names are hidden and what that means for it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.ui import icons
from planner.ui.theme import Theme
from planner.ui.widgets import veil
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.themed import ThemedWidget

_RADIUS = 8
_PAD, _GAP = 12, 10
_ICON = 16


class HiddenNote(ThemedWidget):
    """A quiet band with an eye and a sentence; there only while names are hidden."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._label = StyledLabel(theme, words, "caption", "ink2", wrap=True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label, 1)
        self.say(words)
        self.follow_theme()
        self.setVisible(veil.is_on())

    @property
    def words(self) -> str:
        """What it says."""
        return self._label.text()

    def say(self, words: str) -> None:
        """Say something else."""
        self._label.setText(words)
        self._label.updateGeometry()
        self.setAccessibleName(words)

    def follow_theme(self) -> None:
        """Keep room for the eye."""
        self._row.setContentsMargins(_PAD + self.theme.px(_ICON) + _GAP, 10, _PAD, 10)
        super().follow_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The band, and the eye beside the first line."""
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.palette.sunken)
        painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        size = theme.px(_ICON)
        top = self._label.y() + (theme.line("caption") - size) / 2
        icons.draw(painter, QRectF(_PAD, top, size, size), "eye", theme.palette.ink2)
        painter.end()
