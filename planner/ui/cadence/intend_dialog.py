"""What you intend: the share of your time that each layer is meant to have."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.actions.attention import intend
from planner.domain.balance import intended_words
from planner.queries.cadence.layers import audiences
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.form import Editor, FieldSpec, Form
from planner.ui.widgets.fields import NumberField
from planner.ui.widgets.labels import StyledLabel

_STEP = 1


class _Percent(Editor):
    """A whole percent of the time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.number = NumberField(0, 100, " %")
        self.number.setSingleStep(_STEP)
        self.number.valueChanged.connect(lambda _percent: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.number)

    @property
    def field(self) -> QWidget:
        """The control."""
        return self.number

    def value(self) -> Any:
        """The percent."""
        return self.number.value()

    def show_value(self, value: Any) -> None:
        """Show a percent."""
        self.number.setValue(value or 0)


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
            FieldSpec(name=str(each.id), label=each.name, editor=_Percent, span=4) for each in self._layers
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
