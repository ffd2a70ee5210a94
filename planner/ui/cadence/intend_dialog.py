"""What you intend: the share of your time that each layer is meant to have."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.actions.attention import intend
from planner.domain.balance import intended_words
from planner.queries.cadence.layers import audiences
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.editors import NumberEditor
from planner.ui.dialogs.form import FieldSpec, Form
from planner.ui.widgets.labels import StyledLabel


def _percent(_desk: Desk) -> NumberEditor:
    return NumberEditor(0, 100, " %")


class IntendDialog(Dialog):
    """All layers at once; what they add up to is said while it is typed, and never refused.

    `capacity` is the sentence about whether all rhythms fit into the time set aside.
    """

    def __init__(self, desk: Desk, parent: QWidget | None, capacity: str = "") -> None:
        super().__init__(desk, "How your time is meant to be spread", parent)
        self._layers = [each for each in audiences(desk.library) if each.id is not None]
        told = "The line over each bar. It changes no plan; it only lets you see the difference."
        self.body.addWidget(StyledLabel(desk.theme, told, "body", "ink2", wrap=True))
        self.capacity = StyledLabel(desk.theme, capacity, "body", "ink2", wrap=True)
        self.capacity.setVisible(bool(capacity))
        fields = [
            FieldSpec(name=str(each.id), label=each.name, editor=_percent, span=4) for each in self._layers
        ]
        self.form = Form(desk, fields, self)
        self.body.addWidget(self.form)
        self.body.addWidget(self.capacity)
        shown = {str(each.id): round(100 * (each.intended_share or 0)) for each in self._layers}
        self.form.show_values(shown)
        for each in self._layers:
            self.form[str(each.id)].changed.connect(self._say)
        self._say()
        if self._layers:
            self.form[str(self._layers[0].id)].field.setFocus()

    def _shares(self) -> dict[int, float]:
        return {
            each.id: self.form[str(each.id)].value() / 100 for each in self._layers if each.id is not None
        }

    def _say(self) -> None:
        self.hint.setText(intended_words(list(self._shares().values())) or "Together one hundred percent.")

    def save(self) -> None:
        """Write all of them as one step."""
        shares = self._shares()
        self.try_to(lambda: intend(self.desk.library, shares), "Changed what you intend")
