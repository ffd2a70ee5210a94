"""One dated fact of a sheet: its sign, its words, where it comes from, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from planner.ui import icons
from planner.ui.person.facts import Fact
from planner.ui.theme import Theme
from planner.ui.widgets.buttons import IconButton
from planner.ui.widgets.in_place import InPlace
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.text_button import TextButton

SIGNS = {"+": "on_rhythm", "−": "overdue"}
"""The colour role of a sign; the sign itself says it too."""
_PRIVATE = "Private, opens with Enter"


class FactRow(QWidget):
    """Private words are seen once they are opened here, and as long as the row is."""

    def __init__(self, theme: Theme, fact: Fact) -> None:
        super().__init__()
        self.theme, self.fact = theme, fact
        self._opened = False
        self.sign = StyledLabel(theme, "", "captionStrong")
        self.words = InPlace(theme, "Fact", self._write, role="why", colour="ink")
        self.words.part = f"fact {fact.key}"
        self.closed = TextButton(theme, _PRIVATE, "why", "ink3")
        self.plain = StyledLabel(theme, "", "why", "ink", wrap=True)
        self.more = StyledLabel(theme, "", "caption", "ink3", wrap=True)
        self.when = StyledLabel(theme, "", "caption", "ink3")
        self.menu_button = IconButton(theme, "more", "What can be done with it", size=24, colour="ink3")
        self.menu_button.clicked.connect(self._open_menu)
        self.closed.clicked.connect(self.open)
        self._arrange()
        self.show_fact(fact)

    def show_fact(self, fact: Fact) -> None:
        """Show a fact, open as before where it is the same."""
        self.fact = fact
        self.sign.setText(fact.sign)
        self.sign.set_colour(SIGNS.get(fact.sign, "ink3"))
        hidden = fact.private and not self._opened
        self.closed.setVisible(hidden)
        self.words.setVisible(not hidden and fact.write is not None)
        self.plain.setVisible(not hidden and fact.write is None)
        self.words.show_value("" if hidden else fact.words, label="Fact")
        self.plain.setText("" if hidden else fact.words)
        self.more.setText(fact.more)
        self.more.setVisible(bool(fact.more))
        self.when.setText(fact.when)
        self.menu_button.setVisible(bool(fact.does))
        self.setAccessibleName(self._spoken(hidden))
        for label in (self.plain, self.more, self.when, self.sign):
            label.updateGeometry()

    def open(self) -> None:
        """Show what is private."""
        self._opened = True
        self.show_fact(self.fact)
        shown = self.words if self.fact.write is not None else self.menu_button
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def menu(self) -> QMenu:
        """What can be done with the fact."""
        menu = QMenu(self)
        for words, icon, doing in self.fact.does:
            action = QAction(icons.icon(icon, self.theme.palette.ink2), words, menu)
            action.triggered.connect(doing)
            menu.addAction(action)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same by the mouse's other button and the menu key."""
        self._run_menu(event.globalPos())

    def _open_menu(self) -> None:
        self._run_menu(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height())))

    def _run_menu(self, place: QPoint) -> None:
        if self.fact.does:
            menu = self.menu()
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place)

    def _write(self, text: str) -> None:
        if self.fact.write is not None:
            self.fact.write(text)

    def _spoken(self, hidden: bool) -> str:
        speaks = {"+": "speaks for, ", "−": "speaks against, "}.get(self.fact.sign, "")
        said = _PRIVATE if hidden else self.fact.words
        return ", ".join(each for each in (f"{speaks}{said}", self.fact.when, self.fact.more) if each)

    def _arrange(self) -> None:
        told = QVBoxLayout()
        told.setSpacing(0)
        for each in (self.closed, self.words, self.plain, self.more):
            told.addWidget(each)
        self.sign.setFixedWidth(self.theme.px(14))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(4)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.sign, 0, top)
        row.addLayout(told, 1)
        row.addWidget(self.when, 0, top)
        row.addWidget(self.menu_button, 0, top)
