"""Planning a conversation, or changing a plan."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from planner.actions import plans
from planner.actions.people import names_in_a_row
from planner.actions.plans import PlanForm
from planner.domain import week, words
from planner.domain.channels import Channel
from planner.domain.unfinished import Place
from planner.queries import forms
from planner.queries.week import free_start
from planner.ui.desk import Desk
from planner.ui.dialogs.choices import ChannelEditor
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.editors import DayEditor, LineEditor, MinutesEditor, TimeEditor
from planner.ui.dialogs.form import FieldSpec, Form
from planner.ui.dialogs.kept_typing import KeptTyping
from planner.ui.dialogs.tokens import PeopleField
from planner.ui.screen import Subject

_FIELDS = (
    FieldSpec(name="people", label="With", editor=PeopleField),
    FieldSpec(name="day", label="Day", editor=DayEditor, span=6),
    FieldSpec(name="starts", label="Time", editor=lambda desk: TimeEditor(desk, "still open"), span=6),
    FieldSpec(name="minutes", label="Minutes", editor=lambda desk: MinutesEditor(desk, optional=False)),
    FieldSpec(name="channel", label="How", editor=ChannelEditor),
    FieldSpec(name="purpose", label="What for", editor=lambda desk: LineEditor(desk, "not known yet")),
    FieldSpec(
        name="place",
        label="Where",
        editor=lambda desk: LineEditor(desk, "not known yet", lambda: forms.places(desk.library)),
    ),
)


class PlanDialog(Dialog):
    """A conversation intended. A time is proposed for the day until one is typed; it may stay open."""

    def __init__(
        self,
        desk: Desk,
        subject: Subject,
        parent: QWidget | None,
        day: date | None = None,
        plan_id: int = 0,
    ) -> None:
        title = "Change the plan" if plan_id else "Plan a conversation"
        super().__init__(desk, title, parent, primary="Save" if plan_id else "Plan")
        self._plan_id = plan_id
        self._proposed: tuple[date, str] | None = None
        self.form = Form(desk, _FIELDS, self)
        self.body.addWidget(self.form)
        self.form.show_values(self._first_values(subject, day))
        self.form["day"].changed.connect(self._propose)
        self.form.changed.connect(self._tell_room)
        if not plan_id:
            self._propose()
        self._tell_room()
        place = Place("change_plan", plan_id=plan_id) if plan_id else Place("new_plan", subject.people)
        KeptTyping(self, self.form, place)
        self.form["purpose" if self.form["people"].value() else "people"].field.setFocus()

    def save(self) -> None:
        """Plan it, or write the changes."""
        values = self.form.read()
        if values is None:
            return
        if not values["people"]:
            self.form.say("people", "Say with whom you want to talk.")
            return
        form = PlanForm(**values)
        library, today = self.desk.library, self.desk.today
        names, day = names_in_a_row(library, form.people), words.long_weekday(form.day)
        if self._plan_id:
            said = f"Changed the plan with {names}"
            self.try_to(lambda: plans.change_plan(library, self._plan_id, form, today=today), said)
        else:
            said = f"Planned {names} for {day} {words.short_day(form.day, today)}"
            self.try_to(lambda: plans.plan_conversation(library, form, today=today), said)

    def _first_values(self, subject: Subject, day: date | None) -> dict[str, Any]:
        if self._plan_id:
            plan = self.desk.do(lambda: forms.plan_facts(self.desk.library, self._plan_id))
            if plan is not None:
                return {field.name: getattr(plan, field.name) for field in _FIELDS}
        return {
            "people": subject.people,
            "day": day or self.desk.today,
            "minutes": week.DEFAULT_MINUTES,
            "channel": Channel.IN_PERSON,
        }

    def _propose(self) -> None:
        """Put the day's free time into the field, unless somebody typed another."""
        values = self.form.peek()
        day, starts = values.get("day"), values.get("starts")
        shown = f"{starts:%H:%M}" if starts else ""
        untouched = not shown or (self._proposed is not None and shown == self._proposed[1])
        if day is None or not untouched:
            return
        start = free_start(self.desk.library, day, values.get("minutes") or week.DEFAULT_MINUTES)
        self._proposed = (day, f"{start:%H:%M}")
        self.form["starts"].show_value(start)

    def _tell_room(self) -> None:
        day = self.form.peek().get("day")
        if day is None:
            self.hint.setText("")
            return
        room = forms.days_ahead(self.desk.library, day, 1)[0]
        self.hint.setText(room_words(room))


def room_words(room: forms.DayRoom) -> str:
    """'30 of 120 min planned', '45 min planned', that nothing is, or why the day is kept free."""
    if room.kept_free:
        planned = f", {room.planned_minutes} min planned" if room.planned_minutes else ""
        return f"{room.kept_free}{planned}"
    if room.set_aside_minutes:
        return f"{room.planned_minutes} of {room.set_aside_minutes} min planned"
    return f"{room.planned_minutes} min planned" if room.planned_minutes else "Nothing planned"
