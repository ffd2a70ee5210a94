"""Making a plan come again: every so often, so many times."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.actions.people import names_in_a_row
from planner.actions.repeats import repeat_plan
from planner.domain import words
from planner.domain.errors import KnownError
from planner.domain.repeating import MOST_TIMES, Every, repetitions
from planner.queries.forms import plan_facts
from planner.ui.desk import Desk
from planner.ui.dialogs.choices import SegmentEditor
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.editors import NumberEditor
from planner.ui.dialogs.form import FieldSpec, Form
from planner.ui.screen import Subject
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.segment import Choice

_FIRST_TIMES = 4


def _times(_desk: Desk) -> NumberEditor:
    made = NumberEditor(1, MOST_TIMES)
    made.show_value(_FIRST_TIMES)
    return made


def _every(desk: Desk) -> SegmentEditor:
    return SegmentEditor(desk, [Choice(key=each.value, words=each.value) for each in Every])


_FIELDS = (
    FieldSpec(name="every", label="Every", editor=_every, span=8),
    FieldSpec(name="times", label="Times", editor=_times, span=4),
)


class RepeatDialog(Dialog):
    """Says on which days the conversation will be planned before anything is."""

    def __init__(self, desk: Desk, subject: Subject, parent: QWidget | None) -> None:
        self._plan = desk.do(lambda: plan_facts(desk.library, subject.plan_id))
        people = self._plan.people if self._plan else subject.people
        self._names = names_in_a_row(desk.library, people)
        super().__init__(desk, f"Repeat the plan with {self._names}", parent, primary="Plan them")
        self.form = Form(desk, _FIELDS, self)
        self.form.show_values({"every": Every.WEEK.value, "times": _FIRST_TIMES})
        self.days = StyledLabel(desk.theme, "", "body", "ink2", wrap=True)
        self.body.addWidget(self.form)
        self.body.addWidget(self.days)
        self.form.changed.connect(self._tell)
        self._tell()
        self.form["every"].field.setFocus()

    def save(self) -> None:
        """Plan all of them as one step."""
        values = self.form.read()
        if values is None or self._plan is None:
            return
        plan, every, times = self._plan, Every(values["every"]), values["times"]
        library, today = self.desk.library, self.desk.today
        said = f"Planned {words.count(times, 'more conversation')} with {self._names}"
        self.try_to(lambda: repeat_plan(library, plan.id, every, times, today=today), said)

    def _tell(self) -> None:
        """Name the days; the last of more than three after a dash."""
        values = self.form.peek()
        if self._plan is None or "times" not in values:
            return
        try:
            days = repetitions(self._plan.day, Every(values["every"]), values["times"])
        except KnownError as error:
            self.days.setText(str(error))
            return
        named = [words.day_words(day, self.desk.today) for day in days]
        if len(named) > 3:
            named = [*named[:2], f"and so on until {named[-1]}"]
        at = f" at {self._plan.starts:%H:%M}" if self._plan.starts else ""
        self.days.setText(f"{', '.join(named)}{at}.")
