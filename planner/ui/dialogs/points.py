"""The ways to reach a person, one row each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.actions.people import Point
from planner.ui.desk import Desk
from planner.ui.dialogs.form import Editor
from planner.ui.widgets.buttons import Button, IconButton

KINDS = {"email": "E-mail", "phone": "Phone", "address": "Address", "link": "Link"}


class PointsEditor(Editor):
    """Rows of kind, label and value. Its value is the points that are not empty, in their order."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.more = Button(desk.theme, "Add a way to reach them", "link", icon="plus", small=True)
        self.more.clicked.connect(self._add_empty)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def field(self) -> QWidget:
        """The first value, or the button that adds one."""
        return self._rows[0].value if self._rows else self.more

    def value(self) -> Any:
        """The points."""
        points = (row.point() for row in self._rows)
        return tuple(point for point in points if point.value)

    def show_value(self, value: Any) -> None:
        """Show points in place of all others."""
        for row in list(self._rows):
            self._take(row)
        for point in value:
            self._add(point)

    def _add(self, point: Point) -> _Row:
        row = _Row(self._desk, point)
        row.gone.clicked.connect(lambda: self._take(row))
        row.gone.clicked.connect(self.changed)
        row.value.textEdited.connect(lambda _text: self.changed.emit())
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)
        return row

    def _add_empty(self) -> None:
        known = {row.point().kind for row in self._rows}
        row = self._add(Point(kind="phone" if "email" in known else "email", value=""))
        row.value.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _take(self, row: _Row) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()


class _Row(QWidget):
    """One way to reach a person."""

    def __init__(self, desk: Desk, point: Point) -> None:
        super().__init__()
        self.kind = QComboBox(self)
        for key, words in KINDS.items():
            self.kind.addItem(words, key)
        self.kind.setCurrentIndex(max(0, self.kind.findData(point.kind)))
        self.kind.setAccessibleName("Kind")
        self.label = QLineEdit(point.label, self)
        self.label.setPlaceholderText("work")
        self.label.setAccessibleName("Label")
        self.label.setMaximumWidth(desk.theme.px(110))
        self.value = QLineEdit(point.value, self)
        self.value.setAccessibleName("Address or number")
        self.gone = IconButton(desk.theme, "x", "Take this out", size=28)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.kind)
        row.addWidget(self.label)
        row.addWidget(self.value, 1)
        row.addWidget(self.gone)

    def point(self) -> Point:
        """What the row says."""
        return Point(
            kind=self.kind.currentData(), label=self.label.text().strip(), value=self.value.text().strip()
        )
