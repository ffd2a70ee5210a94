"""The field that filters as one types: a magnifier that opens to a line."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.ui.keys import Keys, follow
from planner.ui.theme import Theme
from planner.ui.widgets.buttons import IconButton
from planner.ui.widgets.own_line import OwnLine

_WIDTH = 210
_WORDS = "Filter by words"
_HINT = "Name, role, place or tag"


class FilterField(QWidget):
    """`typed` says every new text. Down or Enter leaves for the people, Esc empties and folds the line."""

    typed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, hint: str = _HINT) -> None:
        super().__init__(parent)
        self.theme = theme
        self.line = _Line(self)
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(f"Filter by {hint.lower()}")
        self.button = IconButton(theme, "search", _WORDS)
        self.button.clicked.connect(self.open)
        self.line.textChanged.connect(self.typed)
        self.line.unfocused.connect(self._fold_empty)
        self.line.left.connect(self._give_up)
        self.line.entered.connect(self.leave)
        self.line.stepped.connect(lambda by: self.leave() if by > 0 else None)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.line)
        self.line.hide()
        theme.changed.connect(self._measure)
        self._measure()

    def follow_keys(self, keys: Keys) -> None:
        """Say in the tooltip the keys that open the line."""
        follow(keys, "filter_words", partial(self.button.set_tooltip, _WORDS))

    def open(self) -> None:
        """Open the line and type in it."""
        self._show_line(True)
        self.line.setFocus()
        self.line.selectAll()

    def show_text(self, text: str) -> None:
        """Show a text that was chosen elsewhere, without telling anybody."""
        if text != self.line.text():
            self.line.blockSignals(True)
            self.line.setText(text)
            self.line.blockSignals(False)
        if text:
            self._show_line(True)
        elif not self.line.hasFocus():
            self._show_line(False)

    def leave(self) -> None:
        """Go back to the people; an empty line folds."""
        self._fold_empty()
        self.left.emit()

    def _give_up(self) -> None:
        self.line.clear()
        self.leave()

    def _fold_empty(self) -> None:
        if not self.line.text():
            self._show_line(False)

    def _show_line(self, shown: bool) -> None:
        self.line.setVisible(shown)
        self.button.setVisible(not shown)

    def _measure(self) -> None:
        self.line.setFixedWidth(self.theme.px(_WIDTH))


class _Line(OwnLine):
    """Says when it is left for something else."""

    unfocused = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.unfocused.emit()
