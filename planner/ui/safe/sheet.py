"""A window of its own for what has to be said before there is a library: title, sentences, a few buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from planner.ui.theme import Theme
from planner.ui.widgets.buttons import Button, Kind
from planner.ui.widgets.labels import StyledLabel

_WIDTH, _MARGIN = 620, 28


class Sheet(QDialog):
    """`body` takes the content; `offer` adds a button, the first one being what Enter does."""

    def __init__(self, theme: Theme, title: str, sentence: str) -> None:
        super().__init__(None)
        self.theme = theme
        self.setWindowTitle("Rapport")
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.title = StyledLabel(theme, title, "title", wrap=True)
        self.sentence = StyledLabel(theme, sentence, "body", "ink2", wrap=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(8)
        self._foot.addStretch(1)
        self.buttons: list[Button] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 24, _MARGIN, 22)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        column.addLayout(self.body)
        column.addSpacing(6)
        column.addLayout(self._foot)

    def offer(self, text: str, kind: Kind, does: Callable[[], object]) -> Button:
        """A button at the bottom, left of those that were offered before."""
        button = Button(self.theme, text, kind)
        button.clicked.connect(lambda _checked=False: does())
        button.setDefault(not self.buttons)
        self._foot.insertWidget(1, button)
        self.buttons.append(button)
        return button

    def fit(self) -> None:
        """Take the height that the words need."""
        width, layout = self.theme.px(_WIDTH), self.layout()
        if layout is not None:
            layout.activate()
            height = (
                layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else self.sizeHint().height()
            )
            self.setFixedSize(width, height)

    def showEvent(self, event: QShowEvent) -> None:
        """Come up as large as needed, with the keyboard where there is something to type."""
        self.fit()
        super().showEvent(event)
        if self.focusWidget() is None:
            self.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.palette.surface)
        painter.end()
