"""The line that is being typed, kept for a crash and shown again when the field is opened next."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.domain.unfinished import Place
from planner.ui.desk import Desk
from planner.ui.field.reader import NO_LINES, Reader
from planner.ui.kept.keeping import Keeping
from planner.ui.kept.row import KeptRow
from planner.ui.kept.values import from_words


class KeptLine(QObject):
    """Keeps a line, and the rows of it that were put right; what looks for commands or help is none.

    `row` says that a line was kept. `command` opens the field: each of the two has a line of its own.
    """

    def __init__(self, desk: Desk, command: str, line: QLineEdit, reader: Reader, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._line, self._reader = desk, line, reader
        self.row = KeptRow(desk.theme, parent)
        self.keeping = Keeping(desk, Place(command), self._typed, self)
        reader.changed.connect(self.keeping.touch)

    def begin(self, text: str) -> None:
        """Show a text that is asked for, or else what was kept."""
        self.row.hide()
        self.keeping.let_be()
        kept = None if text else self.keeping.found()
        if kept is None:
            self._line.setText(text)
            return
        values = from_words(kept.words)
        self._line.setText(values["line"])
        self._reader.read(values["line"])
        self._reader.put_right_again(values["rows"])
        self.row.show_kept(kept, self._desk.today)

    def end(self) -> None:
        """It was written down, or put away on purpose."""
        self.keeping.forget()
        self.row.hide()

    def _typed(self) -> dict[str, Any]:
        text = self._line.text()
        if not text.strip() or text.lstrip().startswith(NO_LINES):
            return {}
        return {"line": text, "rows": self._reader.put_right}
