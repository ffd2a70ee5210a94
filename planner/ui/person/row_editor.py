"""Changing the words of a row of the stream where they stand."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.ui.person.facts import Write
from planner.ui.theme import Theme
from planner.ui.widgets.in_place import InPlace
from planner.ui.widgets.themed import ThemedWidget

_PAD = 8
ROW = "row "
"""The part of a page that a row is begins so; its kind and its id follow."""


class RowEditor(ThemedWidget):
    """A sheet over the words of a row, to change them; it goes when they are saved or put back."""

    ended = Signal()

    def __init__(
        self, theme: Theme, label: str, words: str, write: Write, viewport: QWidget, part: str = ""
    ) -> None:
        super().__init__(theme, viewport)
        self.words = InPlace(theme, label, write, several=True, colour="ink", parent=self)
        self.words.part = part
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        column.addWidget(self.words)
        column.addStretch(1)
        self.words.show_value(words)
        self.words.closed.connect(self.ended)

    def open_at(self, place: QRect) -> None:
        """Show it over a place of the list, at least as high as that and as the words need."""
        self._place = place
        self.show()
        self.raise_()
        self.words.begin()
        editor = self.words.editor
        if editor is not None:
            editor.grew.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        layout.activate()
        width = self._place.width()
        editor = self.words.editor
        inner = editor.minimumHeight() if editor is not None else 0
        height = max(inner + self.words.below + 2 * _PAD, self._place.height())
        self.setGeometry(QRect(self._place.left(), self._place.top(), width, height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet."""
        palette = self.theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.line_strong, 1, Qt.PenStyle.SolidLine))
        painter.setBrush(palette.surface)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        painter.end()
