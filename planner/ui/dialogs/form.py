"""A form described as data: fields with their labels, their editors, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from planner.domain.errors import KnownError
from planner.ui.desk import Desk
from planner.ui.widgets.fields import Problem
from planner.ui.widgets.labels import StyledLabel

WHOLE = 12


class Editor(QWidget):
    """Edits one value. `value` raises KnownError where what was typed cannot be read.

    `field` is the widget that takes the focus and the error's line.
    """

    changed = Signal()

    @property
    def field(self) -> QWidget:
        """What takes the focus and shows an error."""
        return self

    def value(self) -> Any:
        """What is chosen or typed."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Show a value without telling anybody."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """One field: its name in the form, its label ('' for none), its editor, and its share of a row of 12.

    `called` is its name for assistive technology where it has no label.
    """

    name: str
    label: str
    editor: Callable[[Desk], Editor]
    span: int = WHOLE
    hint: str = ""
    called: str = ""


class Form(QWidget):
    """Fields in rows, each with its label above and its problem below. `changed` after every edit."""

    changed = Signal()

    def __init__(self, desk: Desk, fields: Sequence[FieldSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._editors: dict[str, Editor] = {}
        self._problems: dict[str, Problem] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(12)
        for column in range(WHOLE):
            self._grid.setColumnStretch(column, 1)
        row = used = 0
        for spec in fields:
            if used + spec.span > WHOLE:
                row, used = row + 1, 0
            self._grid.addWidget(self._cell(spec), row, used, 1, spec.span, Qt.AlignmentFlag.AlignTop)
            used += spec.span

    def __getitem__(self, name: str) -> Editor:
        return self._editors[name]

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show values by field name; fields that are not named stay as they are."""
        for name, value in values.items():
            self._editors[name].show_value(value)

    def give_back(self, values: Mapping[str, Any]) -> None:
        """Show values as if they had been typed; names of fields that are not here are left out."""
        here = {name: value for name, value in values.items() if name in self._editors}
        self.show_values(here)
        for name in here:
            self._editors[name].changed.emit()

    def read(self) -> dict[str, Any] | None:
        """Every value by name; None where a field cannot be read, which then says so and has the focus."""
        values: dict[str, Any] = {}
        wrong: list[str] = []
        for name, editor in self._editors.items():
            try:
                values[name] = editor.value()
                self.say(name, "")
            except KnownError as error:
                self.say(name, str(error))
                wrong.append(name)
        if wrong:
            self._editors[wrong[0]].field.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        return values

    def peek(self) -> dict[str, Any]:
        """The values that can be read at the moment; says nothing about the others."""
        values = {}
        for name, editor in self._editors.items():
            try:
                values[name] = editor.value()
            except KnownError:
                continue
        return values

    def say(self, name: str, sentence: str) -> None:
        """Show what is wrong with a field; '' takes it away."""
        self._problems[name].say(self._editors[name].field, sentence)

    def problem(self, name: str) -> str:
        """What is said to be wrong with a field, or ''."""
        return self._problems[name].words

    def _cell(self, spec: FieldSpec) -> QWidget:
        cell = QWidget(self)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        editor = spec.editor(self._desk)
        if spec.label:
            column.addWidget(StyledLabel(self._desk.theme, spec.label, "caption", "ink2"))
        if spec.label or spec.called:
            editor.field.setAccessibleName(spec.called or spec.label)
        column.addWidget(editor)
        if spec.hint:
            column.addWidget(StyledLabel(self._desk.theme, spec.hint, "caption", "ink3", wrap=True))
        problem = Problem(self._desk.theme, cell)
        column.addWidget(problem)
        self._editors[spec.name], self._problems[spec.name] = editor, problem
        editor.changed.connect(lambda name=spec.name: self._edited(name))
        return cell

    def _edited(self, name: str) -> None:
        if self._problems[name].words:
            self.say(name, "")
        self.changed.emit()
