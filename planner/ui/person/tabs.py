"""The tabs above the stream: words with a count, the chosen one underlined; at the right, how far back."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QSizePolicy, QWidget

from planner.ui.person.stream import Tab
from planner.ui.theme import Theme
from planner.ui.widgets.buttons import IconButton
from planner.ui.widgets.enter_button import EnterButton
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.text_button import TextButton
from planner.ui.widgets.themed import ThemedWidget

_WORDS = {
    Tab.EVERYTHING: "Everything",
    Tab.CONVERSATIONS: "Conversations",
    Tab.COMMITMENTS: "Commitments",
    Tab.NOTES: "Notes",
    Tab.HISTORY: "History",
}
_HEIGHT = 32
_BETWEEN = 18
_NARROW = 10
_LEAST = 120
PERIODS = {True: ("All year", "The last twelve months"), False: ("All time", "Since the beginning")}
"""What the button at the right says while only the year is shown, and while everything is."""


class Tabs(ThemedWidget):
    """Arrow keys go from tab to tab; `chosen` says which, `year_chosen` whether only the year is shown.

    Where there is too little room the counts are left out, then what stands at the right.
    """

    chosen = Signal(object)
    year_chosen = Signal(bool)
    note_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._group = QButtonGroup(self)
        self._tabs: dict[Tab, _TabButton] = {}
        self._counts: dict[Tab, int] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 1)
        self._row.setSpacing(_BETWEEN)
        for tab, words in _WORDS.items():
            button = _TabButton(theme, words)
            button.clicked.connect(lambda _on=False, each=tab: self.chosen.emit(each))
            self._group.addButton(button)
            self._tabs[tab] = button
            self._row.addWidget(button)
        self._row.addStretch(1)
        self.note = IconButton(theme, "note", "Write a note", size=24, colour="ink3")
        self.note.clicked.connect(self.note_wanted)
        self.period = TextButton(theme, "", "label", "ink3")
        self.period.clicked.connect(self._open_periods)
        self._row.addWidget(self.note)
        self._row.addWidget(self.period)
        self._tabs[Tab.EVERYTHING].setChecked(True)
        self.year_only = True
        self.show_year_only(True)

    @property
    def current(self) -> Tab:
        """The chosen tab."""
        return next(tab for tab, button in self._tabs.items() if button.isChecked())

    def choose(self, tab: Tab) -> None:
        """Choose a tab as a click would."""
        self._tabs[tab].click()

    def show_counts(self, counts: dict[Tab, int]) -> None:
        """Put the counts beside the words."""
        self._counts = counts
        self._fit()

    def show_year_only(self, year_only: bool) -> None:
        """Say how far back the stream goes, without telling anybody."""
        self.year_only = year_only
        words, meaning = PERIODS[year_only]
        self.period.show_words(words, says=f"Shown: {meaning.lower()}")

    def periods_menu(self) -> QMenu:
        """How far back."""
        menu = QMenu(self)
        for year_only, (_, meaning) in PERIODS.items():
            action = QAction(meaning, menu)
            action.setCheckable(True)
            action.setChecked(year_only is self.year_only)
            action.triggered.connect(lambda _on=False, each=year_only: self.year_chosen.emit(each))
            menu.addAction(action)
        return menu

    def minimumSizeHint(self) -> QSize:
        """Narrower than the tabs, so that the page may become narrow and then needs fewer columns."""
        return QSize(self.theme.px(_LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the counts where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

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
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.palette.line)
        painter.end()

    def _fit(self) -> None:
        beside = (self.note, self.period)
        for counted in (True, False):
            for tab, button in self._tabs.items():
                count = self._counts.get(tab, 0)
                button.set_words(f"{_WORDS[tab]} {count:,}" if count else _WORDS[tab], counted=counted)
            fits = sum(map(_room, (*self._tabs.values(), *beside))) <= self.width()
            if fits:
                break
        self._row.setSpacing(_BETWEEN if fits else _NARROW)
        for each in beside:
            each.setVisible(fits)

    def _open_periods(self) -> None:
        menu = self.periods_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        right = self.period.mapToGlobal(QPoint(self.period.width(), self.period.height() + 4))
        menu.popup(right - QPoint(menu.sizeHint().width(), 0))


def _room(widget: QWidget) -> int:
    return widget.sizeHint().width() + _BETWEEN


class _TabButton(EnterButton):
    """One tab."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(theme)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.set_words(words)

    def set_words(self, words: str, *, counted: bool = True) -> None:
        """Change what the tab says; its accessible name has the count in any case."""
        self.setAccessibleName(words)
        self.setText(words if counted else words.partition(" ")[0])
        self.updateGeometry()
        self.update()

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
