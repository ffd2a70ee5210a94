"""Keeps what is typed into a form, and offers it back where the program ended before it was saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.unfinished import Place
from planner.ui.dialogs.dialog import Dialog
from planner.ui.kept.keeping import Keeping
from planner.ui.kept.row import KeptRow
from planner.ui.kept.values import from_words


class Typed(Protocol):
    """What is typed into. `peek` answers with its values by name, `give_back` shows such as if typed."""

    @property
    def changed(self) -> SignalInstance: ...
    def peek(self) -> dict[str, Any]: ...
    def give_back(self, values: Mapping[str, Any], /) -> None: ...


class KeptTyping(Keeping):
    """Belongs to a dialog whose form shows its first values. Only what differs from them is kept, so that
    what else became known meanwhile stays. With a `sheet` it goes when that part of the dialog goes.
    """

    def __init__(self, dialog: Dialog, form: Typed, place: Place, sheet: QWidget | None = None) -> None:
        super().__init__(dialog.desk, place, self._differing, sheet or dialog)
        self._dialog, self._form = dialog, form
        self._first = form.peek()
        self.row = KeptRow(dialog.desk.theme, sheet or dialog)
        self.row.afresh.clicked.connect(self._start_afresh)
        kept = self.found()
        if kept is not None:
            form.give_back(from_words(kept.words))
            self.row.show_kept(kept, dialog.desk.today)
            column = sheet.layout() if sheet is not None else dialog.body
            assert isinstance(column, QVBoxLayout)
            column.insertWidget(0, self.row)
        form.changed.connect(self.touch)
        dialog.finished.connect(self.forget)

    def saved(self) -> None:
        """What was typed is saved, and the dialog goes on."""
        self.forget()
        self.row.hide()

    def _differing(self) -> dict[str, Any]:
        now, first = self._form.peek(), self._first
        return {name: value for name, value in now.items() if name not in first or value != first[name]}

    def _start_afresh(self) -> None:
        """Show what the form would have shown, and forget what was kept."""
        self._form.give_back(self._first)
        self.saved()
        self._dialog.fit()
