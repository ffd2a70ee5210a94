"""What the window says: a toast for what was done, a line with the sentence for what could not be."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.domain.rhythm import State
from planner.ui.theme import Theme
from planner.ui.widgets.buttons import Button, IconButton
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.state_shape import paint_state_shape
from planner.ui.widgets.themed import ThemedWidget

Offer = Callable[[QWidget], object]
"""What can be done about it, over a window."""


class ErrorLine(ThemedWidget):
    """The sentence of a KnownError at the top of the window, until it is closed or the next one comes."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window)
        self._words = StyledLabel(theme, "", "body", wrap=True)
        self._close = IconButton(theme, "x", "Close this message", keys="Esc", size=24)
        self._close.clicked.connect(self.hide)
        self.offer = Button(theme, "", small=True)
        self.offer.clicked.connect(self._take_up)
        self._does: Offer | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(34, 10, 8, 10)
        row.addWidget(self._words, 1)
        row.addWidget(self.offer)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        window.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, sentence: str, words: str = "", does: Offer | None = None) -> None:
        """Show a sentence, and beside it a button for what can be done about it: `words` and `does`."""
        self._words.setText(sentence)
        self.offer.set_words(words)
        self.offer.setVisible(bool(words))
        self._does = does
        self._words.updateGeometry()
        self.setAccessibleName(sentence)
        self._lay_out()
        self.show()
        self.raise_()

    def _take_up(self) -> None:
        self.hide()
        if self._does is not None:
            self._does(self.window())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self._lay_out()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.theme.palette
        painter.setPen(QPen(palette.overdue.ink, 1))
        painter.setBrush(palette.overdue.tint)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        paint_state_shape(painter, QRectF(14, 16, 10, 10), State.OVERDUE, palette)
        painter.end()

    def _lay_out(self) -> None:
        window = self.parentWidget()
        if window is not None:
            width = min(self.theme.px(620), window.width() - 40)
            beside = self.offer.sizeHint().width() + 8 if self.offer.text() else 0
            height = max(self.theme.px(44), self._words.heightForWidth(width - 34 - 46 - beside) + 22)
            self.setGeometry((window.width() - width) // 2, self.theme.px(60), width, height)
