"""Another name for a saved filter."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.actions.saved_filters import rename_filter
from planner.queries.saved_filters import SavedFilter
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.editors import LineEditor
from planner.ui.dialogs.form import FieldSpec, Form


class RenameFilterDialog(Dialog):
    """One line."""

    def __init__(self, desk: Desk, saved: SavedFilter, parent: QWidget | None) -> None:
        super().__init__(desk, f"Rename “{saved.name}”", parent, primary="Rename", width=420)
        self._saved = saved
        self.form = Form(desk, (FieldSpec(name="name", label="Name", editor=LineEditor),), self)
        self.form["name"].show_value(saved.name)
        self.body.addWidget(self.form)
        self.form["name"].field.setFocus()

    def save(self) -> None:
        """Rename it."""
        values = self.form.read()
        if values is None:
            return
        name = values["name"]
        self.try_to(
            lambda: rename_filter(self.desk.library, self._saved.id, name), f"Renamed the filter to “{name}”"
        )
