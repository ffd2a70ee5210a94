"""Choosing the layer that people belong to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from planner.actions.people import names_in_a_row
from planner.actions.people_several import move_to_layer
from planner.queries.people import layers, layers_of
from planner.ui.desk import Desk
from planner.ui.dialogs.choices import LayerEditor
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.form import FieldSpec, Form


class LayerDialog(Dialog):
    """One layer for one person or several; clicking the chosen one again puts them into none."""

    def __init__(self, desk: Desk, person_ids: Sequence[int], parent: QWidget | None) -> None:
        self._people = tuple(person_ids)
        self._names = desk.do(lambda: names_in_a_row(desk.library, self._people)) or ""
        self._layers = layers(desk.library)
        super().__init__(desk, f"Which layer {self._names} belong to", parent, primary="Move", width=520)
        if len(self._people) == 1:
            self.title.setText(f"Which layer {self._names} belongs to")
        spec = FieldSpec(name="layer", label="Layer", editor=lambda desk: LayerEditor(desk, self._layers))
        self.form = Form(desk, (spec,), self)
        self.body.addWidget(self.form)
        now = layers_of(desk.library, self._people)
        self.form["layer"].show_value(next(iter(now)) if len(now) == 1 else None)
        self.hint.setText("A layer gives its rhythm and its way of speaking to everybody without their own.")
        self.form["layer"].field.setFocus()

    def save(self) -> None:
        """Move all of them as one step."""
        values = self.form.read()
        if values is None:
            return
        layer_id = values["layer"]
        name = next((each.name for each in self._layers if each.id == layer_id), "no layer")
        self.try_to(
            lambda: move_to_layer(self.desk.library, self._people, layer_id),
            f"Moved {self._names} to {name}",
        )
