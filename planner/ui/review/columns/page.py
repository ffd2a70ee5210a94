"""The page on which somebody says what the columns of a table become, before anybody is reviewed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.actions.imports.columns import SAMPLE_ROWS, ColumnChoices
from planner.domain import words
from planner.ui.review.columns.columns import Columns
from planner.ui.review.columns.preview import PeoplePreview
from planner.ui.review.columns.table_view import ColumnsTable
from planner.ui.review.foot_bar import FootBar
from planner.ui.theme import Theme
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.labels import ElidedLabel, StyledLabel

_NOBODY = "Say which column holds the names or the e-mail addresses."
_REMEMBERED = "Remembered for tables with the same headings, once you import."
_NOT_REMEMBERED = "This table has no headings, so the choice is for this time only."


class ColumnsPage(QWidget):
    """`answered` has what all columns become; `cancelled` leaves; `spoke` is for assistive technology."""

    answered = Signal(object)  # ColumnChoices
    cancelled = Signal()
    spoke = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.columns: Columns | None = None
        self.question = StyledLabel(theme, "", "heading")
        self.told = StyledLabel(theme, "", "body", "ink3", wrap=True)
        self.table = ColumnsTable(theme)
        self.preview = PeoplePreview(theme)
        self.said = ElidedLabel(theme, "", "body", "ink3")
        self.back = Button(theme, "Back")
        self.cancel = Button(theme, "Cancel")
        self.go = Button(theme, "Use these columns", "primary")
        self._arrange()
        self.table.chosen.connect(self._show_state)
        self.table.spoke.connect(self.spoke)
        self.back.clicked.connect(lambda: self._step(-1))
        self.cancel.clicked.connect(self.cancelled)
        self.go.clicked.connect(self._answer)

    def _arrange(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addWidget(self.table, 5)
        sides.addWidget(self.preview, 3)
        foot = FootBar(self.theme)
        foot.row.addWidget(self.said, 1)
        for button in (self.back, self.cancel, self.go):
            foot.row.addWidget(button)
        body = QVBoxLayout()
        body.setContentsMargins(20, 2, 20, 12)
        body.setSpacing(4)
        body.addWidget(self.question)
        body.addWidget(self.told)
        body.addSpacing(8)
        body.addLayout(sides, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(foot)

    def ask(self, columns: Columns) -> None:
        """Ask about these tables, from the first on."""
        self.columns = columns
        self._show_table()

    def _show_table(self) -> None:
        columns = self.columns
        assert columns is not None
        number, count = columns.place
        which = f"Table {number} of {count}, {columns.name}: what" if count > 1 else "What"
        self.question.setText(f"{which} do the columns mean?")
        table = columns.table
        rows = words.count(len(table.sample), "row") if len(table.sample) < SAMPLE_ROWS else "many rows"
        width = words.count(table.width, "column")
        self.told.setText(f"{width}, {rows}. The people beside them show at once what comes of it.")
        self.table.show_columns(columns)
        self.back.setVisible(not columns.is_first)
        self._show_state()

    def _show_state(self) -> None:
        columns = self.columns
        assert columns is not None
        self.preview.show_people(columns.people())
        self.go.setEnabled(columns.names_people)
        kept = _REMEMBERED if columns.table.headings else _NOT_REMEMBERED
        self.said.setText(kept if columns.names_people else _NOBODY)

    def _step(self, step: int) -> None:
        if self.columns is not None:
            self.columns.go(step)
            self._show_table()
            self.table.setFocus()

    def _answer(self) -> None:
        columns = self.columns
        if columns is None:
            return
        if columns.is_last:
            choices: ColumnChoices = columns.choices()
            self.answered.emit(choices)
        else:
            self._step(1)
