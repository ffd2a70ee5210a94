"""A page of sheets below each other: its head, the sentence where it is empty, and the list that scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner.ui.desk import Desk
from planner.ui.screen import Screen
from planner.ui.widgets.buttons import IconButton
from planner.ui.widgets.labels import ElidedLabel, StyledLabel

_WIDEST = 940
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Sheet(QFrame):
    """One entry of the list; the keyboard stands on it, and Tab goes through its buttons."""

    def __init__(self, desk: Desk, spoken: str) -> None:
        super().__init__()
        self.desk = desk
        self.setProperty("kind", "panel")
        self.setProperty("focusRadius", 10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(spoken)


class ListPage(Screen):
    """Up and down go from sheet to sheet. Subclasses fill `head` and hand their sheets to `show_sheets`."""

    def __init__(self, desk: Desk, title: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self.sheets: list[Sheet] = []
        self.title = StyledLabel(theme, title, "title")
        self.context = ElidedLabel(theme, "", "body", "ink3")
        self.back = IconButton(theme, "left", "Back to People")
        self.nothing = StyledLabel(theme, "", "body", "ink3", wrap=True)
        self.head = QHBoxLayout()
        self._list = QVBoxLayout()
        self._scroll = QScrollArea(self)
        self._arrange()
        self.back.clicked.connect(lambda: desk.place_wanted.emit("people"))

    def _arrange(self) -> None:
        self.head.setContentsMargins(20, 16, 20, 9)
        self.head.setSpacing(12)
        self.head.addWidget(self.back)
        self.head.addWidget(self.title)
        self.head.addWidget(self.context, 1)
        inner = QWidget()
        inner.setMaximumWidth(self.desk.theme.px(_WIDEST))
        self._list.setContentsMargins(20, 6, 20, 24)
        self._list.setSpacing(10)
        self._list.addWidget(self.nothing)
        self._list.addStretch(1)
        inner.setLayout(self._list)
        self._scroll.setWidget(inner)
        inner.setAutoFillBackground(False)
        self._scroll.setWidgetResizable(True)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addWidget(self._scroll, 1)

    def show_sheets(self, sheets: Sequence[Sheet], nothing: str) -> None:
        """Show these in place of the others; the keyboard stays where it was, or begins at the first."""
        at = self._at
        for sheet in self.sheets:
            self._list.removeWidget(sheet)
            sheet.hide()
            sheet.deleteLater()
        self.sheets = list(sheets)
        self.nothing.setText("" if sheets else nothing)
        self.nothing.setVisible(not sheets)
        for place, sheet in enumerate(sheets):
            self._list.insertWidget(place, sheet)
            sheet.show()  # now, so that the keyboard can go there
        if at is None and self.window().focusWidget() is self:
            at = 0
        if at is not None:
            self._go(min(at, len(sheets) - 1))

    @property
    def current(self) -> Sheet | None:
        """The sheet that the keyboard is on or in."""
        at = self._at
        return None if at is None else self.sheets[at]

    @property
    def _at(self) -> int | None:
        focused = self.focusWidget()
        found = (
            place
            for place, sheet in enumerate(self.sheets)
            if focused is not None and (sheet is focused or sheet.isAncestorOf(focused))
        )
        return next(found, None)

    def _go(self, place: int) -> None:
        if 0 <= place < len(self.sheets):
            self.sheets[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(self.sheets[place])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step:
            at = self._at
            self._go(0 if at is None else at + step)
        elif event.key() == Qt.Key.Key_Escape:
            self.back.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.sheets:
            self.sheets[0].setFocus(event.reason())
