"""The time set aside for conversations, by weekday, and the region whose holidays stay free."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from planner.actions.time_aside import change_time_aside
from planner.exchange.public_holidays import region_code, regions
from planner.queries.days_off import minutes_aside, region
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.editors import LineEditor, NumberEditor
from planner.ui.dialogs.form import FieldSpec, Form
from planner.ui.widgets.labels import StyledLabel

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_STEP = 15


def _minutes(_desk: Desk) -> NumberEditor:
    return NumberEditor(0, 24 * 60, " min", _STEP)


class _Region(LineEditor):
    """A country or a part of one; nothing typed is none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "none", lambda: regions().values())

    def value(self) -> Any:
        """The code of the region."""
        return region_code(self.line.text())

    def show_value(self, value: Any) -> None:
        """Show a region by its name."""
        super().show_value(regions().get(value, value) if value else "")


_FIELDS = (
    *(FieldSpec(name=day, label=day, editor=_minutes, span=3) for day in _DAYS),
    FieldSpec(name="region", label="Holidays of", editor=_Region),
)


class TimeAsideDialog(Dialog):
    """What is saved shows at once as the capacity of each day."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(desk, "Time set aside for conversations", parent)
        words = "Plans beyond it are shown as such, never forbidden. Public holidays have none."
        self.body.addWidget(StyledLabel(desk.theme, words, "body", "ink2", wrap=True))
        self.form = Form(desk, _FIELDS, self)
        self.body.addWidget(self.form)
        shown = dict(zip(_DAYS, minutes_aside(desk.library), strict=True))
        self.form.show_values({**shown, "region": region(desk.library)})
        self.form[_DAYS[0]].field.setFocus()

    def save(self) -> None:
        """Write all of it as one step."""
        values = self.form.read()
        if values is None:
            return
        minutes = [values[day] for day in _DAYS]
        library, today = self.desk.library, self.desk.today
        said = "Changed the time set aside"
        self.try_to(lambda: change_time_aside(library, minutes, values["region"], today=today), said)
