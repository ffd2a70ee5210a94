"""What stands in the middle of the page while there is no list: one sentence, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.ui import icons
from planner.ui.theme import Theme
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.themed import ThemedWidget

_WIDTH = 520
_TILE = 44


class Notice(ThemedWidget):
    """A dashed sheet with an icon, a heading, a sentence and buttons."""

    def __init__(self, theme: Theme, icon: str, buttons: tuple[Button, ...]) -> None:
        super().__init__(theme)
        self.heading = StyledLabel(theme, "", "heading", wrap=True)
        self.sentence = StyledLabel(theme, "", "body", "ink3", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(32, 32, 32, 32)
        self._column.setSpacing(6)
        self._column.addWidget(_Tile(theme, icon), 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(8)
        for label in (self.heading, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._column.addWidget(label)
        self._column.addSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self._column.addLayout(row)
        self.follow_theme()

    def say(self, heading: str, sentence: str = "") -> None:
        """Show other words."""
        self.heading.setText(heading)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.setAccessibleName(" ".join(filter(None, (heading, sentence))))

    def follow_theme(self) -> None:
        """Take the new width too."""
        self.setFixedWidth(self.theme.px(_WIDTH))
        super().follow_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.theme.palette.line_strong, 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        painter.end()


class _Tile(ThemedWidget):
    """An icon on a sunken square."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__(theme)
        self._icon = icon
        self.follow_theme()

    def follow_theme(self) -> None:
        """Take the new size too."""
        self.setFixedSize(self.theme.px(_TILE), self.theme.px(_TILE))
        super().follow_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.palette.sunken)
        painter.drawRoundedRect(QRectF(self.rect()), 10, 10)
        inset = (self.width() - self.theme.px(20)) / 2
        inner = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        icons.draw(painter, inner, self._icon, self.theme.palette.ink2)
        painter.end()


def centred(notice: QWidget) -> QWidget:
    """A page with the notice in its upper middle."""
    page = QWidget()
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(notice)
    row.addStretch(1)
    column = QVBoxLayout(page)
    column.setContentsMargins(20, 20, 20, 20)
    column.addStretch(2)
    column.addLayout(row)
    column.addStretch(3)
    return page
