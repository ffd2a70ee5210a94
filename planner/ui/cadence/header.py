"""The head of the cadence page: whom and how far back it shows, as of when, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from planner.queries.cadence.page import REACHES
from planner.ui.theme import Theme
from planner.ui.widgets.buttons import Button, IconButton
from planner.ui.widgets.chip import Chip
from planner.ui.widgets.keycap import keycap_size, paint_keycap
from planner.ui.widgets.labels import ElidedLabel, StyledLabel
from planner.ui.widgets.plain import set_tooltip

_KEYS = "Shift T"
_KEY_GAP = 6
_FEW_WORDS = 90


class CadenceHeader(QWidget):
    """Says what was wanted; the screen says what is shown."""

    reach_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._reach = 0
        self.title = StyledLabel(theme, "Cadence", "title")
        self.context = _Context(theme, "", "body", "ink3")
        self.only = Chip(theme, "", closes=True)
        self.everyone = Chip(theme, "Everyone", count=0)
        self.reach = Chip(theme, "", checkable=False, opens=True)
        self.replay = IconButton(theme, "clock", "Replay a past month", keys="Shift R")
        self.replay.setCheckable(True)
        self.print = Button(theme, "Print", icon="print")
        self.table = TableButton(theme)
        self.only.hide()
        self.reach.clicked.connect(self._open_reaches)
        set_tooltip(self.everyone, "Narrow to some people (F)")
        set_tooltip(self.reach, "How far back the charts look (+ and -)")
        set_tooltip(self.print, "Print this page (Ctrl P)")
        self._arrange()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 20, 14)
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addWidget(self.context, 1)
        for widget in (self.only, self.everyone, self.reach, self.replay, self.print, self.table):
            row.addWidget(widget)

    def show_people(self, words: str, count: int, *, narrowed: bool) -> None:
        """Say whom the page shows."""
        self.everyone.set_words(words)
        self.everyone.set_count(count)
        self.everyone.setChecked(True)
        self.everyone.setAccessibleDescription("narrowed" if narrowed else "")

    def show_only(self, name: str) -> None:
        """Say what was clicked; '' where nothing was."""
        self.only.set_words(name)
        self.only.setChecked(True)
        self.only.setVisible(bool(name))
        set_tooltip(self.only, "Show all of them again (Esc)")

    def show_reach(self, place: int) -> None:
        """Say how far back the charts look."""
        self._reach = place
        self.reach.set_words(REACHES[place].words)

    def reach_menu(self) -> QMenu:
        """How far back the charts may look."""
        menu = QMenu(self.reach)
        for place, each in enumerate(REACHES):
            action = QAction(each.words, menu)
            action.setCheckable(True)
            action.setChecked(place == self._reach)
            action.triggered.connect(lambda _on=False, place=place: self.reach_wanted.emit(place))
            menu.addAction(action)
        return menu

    def _open_reaches(self) -> None:
        self.reach_menu().popup(self.reach.mapToGlobal(QPoint(0, self.reach.height() + 2)))


class _Context(ElidedLabel):
    """Says nothing where there is no room for a few words of it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() >= min(self.sizeHint().width(), self.theme.px(_FEW_WORDS)):
            super().paintEvent(event)


class TableButton(Button):
    """Charts to tables and back, with its key."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Show as table")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setAccessibleDescription(_KEYS)

    def show_tables(self, shown: bool) -> None:
        """Say what a click does now."""
        self.set_words("Show as charts" if shown else "Show as table")

    def follow_theme(self) -> None:
        """Paint the key anew."""
        super().follow_theme()
        size, ratio = keycap_size(self.theme, _KEYS), 2
        cap = QPixmap(QSize(size.width() + _KEY_GAP, size.height()) * ratio)
        cap.setDevicePixelRatio(ratio)
        cap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(cap)
        paint_keycap(painter, QRectF(_KEY_GAP, 0, size.width(), size.height()), _KEYS, self.theme)
        painter.end()
        self.setIcon(QIcon(cap))
        self.setIconSize(QSize(size.width() + _KEY_GAP, size.height()))
