"""The tabs above the stream: words with a count, the chosen one underlined."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from planner.ui.person.stream import Tab
from planner.ui.theme import Theme
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

_WORDS = {Tab.EVERYTHING: "Everything", Tab.CONVERSATIONS: "Conversations", Tab.COMMITMENTS: "Commitments"}
_HEIGHT = 32


class Tabs(ThemedWidget):
    """Arrow keys go from tab to tab; `chosen` says which."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._group = QButtonGroup(self)
        self._tabs: dict[Tab, _TabButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 1)
        row.setSpacing(18)
        for tab, words in _WORDS.items():
            button = _TabButton(theme, words)
            button.clicked.connect(lambda _on=False, each=tab: self.chosen.emit(each))
            self._group.addButton(button)
            self._tabs[tab] = button
            row.addWidget(button)
        row.addStretch(1)
        self._tabs[Tab.EVERYTHING].setChecked(True)

    @property
    def current(self) -> Tab:
        """The chosen tab."""
        return next(tab for tab, button in self._tabs.items() if button.isChecked())

    def choose(self, tab: Tab) -> None:
        """Choose a tab as a click would."""
        self._tabs[tab].click()

    def show_counts(self, conversations: int, commitments: int) -> None:
        """Put the counts beside the words."""
        counts = {Tab.CONVERSATIONS: conversations, Tab.COMMITMENTS: commitments}
        for tab, count in counts.items():
            self._tabs[tab].set_words(f"{_WORDS[tab]} {count:,}" if count else _WORDS[tab])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        order = list(self._tabs)
        there = self._tabs[order[(order.index(self.current) + step) % len(order)]]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        there.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline below."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.palette.line_strong)
        painter.end()


class _TabButton(QAbstractButton):
    """One tab."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self.theme = theme
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_words(words)
        theme.changed.connect(self.updateGeometry)

    def set_words(self, words: str) -> None:
        """Change what the tab says."""
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the words in their wider, chosen form."""
        width = one_line(self.theme, self.text(), "strong").width
        return QSize(ceil(width) + 1, self.theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words and the line under the chosen ones."""
        palette, on = self.theme.palette, self.isChecked()
        painter = QPainter(self)
        ink = palette.ink if on else palette.ink2 if self.underMouse() else palette.ink3
        role = "strong" if on else "button"
        top = (self.height() - 2 - self.theme.line(role)) / 2
        draw_text(painter, 0, top, self.text(), role, self.theme, ink)
        if on:
            painter.fillRect(QRectF(0, self.height() - 2, self.width(), 2), palette.accent)
        painter.end()
