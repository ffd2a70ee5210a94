"""Logging a conversation, or changing one that was logged."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from planner.actions import conversations
from planner.actions.conversations import ConversationForm
from planner.actions.people import names_in_a_row
from planner.domain import words
from planner.domain.channels import Channel
from planner.domain.rhythm import State
from planner.domain.unfinished import Place
from planner.queries import forms
from planner.ui.desk import Desk
from planner.ui.dialogs.choices import ChannelEditor, ReachedOutEditor
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.editors import (
    DayEditor,
    LineEditor,
    LinesEditor,
    MinutesEditor,
    TickEditor,
    TimeEditor,
)
from planner.ui.dialogs.form import FieldSpec, Form
from planner.ui.dialogs.kept_typing import KeptTyping
from planner.ui.dialogs.tokens import PeopleField
from planner.ui.screen import Subject

_FIELDS = (
    FieldSpec(name="people", label="With", editor=PeopleField),
    FieldSpec(name="day", label="Day", editor=lambda desk: DayEditor(desk, past=True), span=6),
    FieldSpec(name="starts", label="Time", editor=TimeEditor, span=6),
    FieldSpec(name="channel", label="How", editor=ChannelEditor),
    FieldSpec(name="minutes", label="Minutes", editor=MinutesEditor),
    FieldSpec(
        name="topic", label="About", editor=lambda desk: LineEditor(desk, "The board paper, lunch"), span=7
    ),
    FieldSpec(
        name="place",
        label="Where",
        editor=lambda desk: LineEditor(desk, "not known", lambda: forms.places(desk.library)),
        span=5,
    ),
    FieldSpec(
        name="notes", label="Notes", editor=lambda desk: LinesEditor(desk, "What was said, in a line or two")
    ),
    FieldSpec(name="reached_out", label="Who reached out", editor=ReachedOutEditor, span=7),
    FieldSpec(
        name="private",
        label="Private",
        editor=lambda desk: TickEditor(desk, "Keep the notes to yourself"),
        span=5,
    ),
)


class LogDialog(Dialog):
    """What was said, with whom and when. Everything but the people and the day may stay not known."""

    def __init__(
        self, desk: Desk, subject: Subject, parent: QWidget | None, conversation_id: int = 0
    ) -> None:
        changing = bool(conversation_id)
        super().__init__(
            desk,
            "Change the conversation" if changing else "Log a conversation",
            parent,
            primary="Save" if changing else "Log",
            scrolls=True,
        )
        self._conversation_id = conversation_id
        self._plan_id = subject.plan_id
        self.form = Form(desk, _FIELDS, self)
        self.body.addWidget(self.form)
        self.form.show_values(self._first_values(subject))
        self.form.changed.connect(self._foresee)
        self._foresee()
        KeptTyping(self, self.form, self._place(subject))
        first = "topic" if self.form["people"].value() else "people"
        self.form[first].field.setFocus()

    def save(self) -> None:
        """Log it and tick off its plan, or write the changes."""
        values = self.form.read()
        if values is None:
            return
        if not values["people"]:
            self.form.say("people", "Say with whom you talked.")
            return
        if values["day"] > self.desk.today:
            self.form.say("day", "This day is still to come. Plan the conversation instead.")
            return
        self._write(ConversationForm(**values, plan_id=self._plan_id or None))

    def _place(self, subject: Subject) -> Place:
        if self._conversation_id:
            return Place("change_talk", conversation_id=self._conversation_id)
        return Place("log" if subject.people else "new_log", subject.people, self._plan_id)

    def _write(self, form: ConversationForm) -> None:
        library, now = self.desk.library, self.desk.now
        said = f"{conversations.noun(form.channel)} with {names_in_a_row(library, form.people)}"
        if self._conversation_id:
            identity = self._conversation_id
            self.try_to(
                lambda: conversations.change_conversation(library, identity, form, now=now), f"Changed {said}"
            )
        else:
            self.try_to(lambda: conversations.log_conversation(library, form, now=now), f"Logged {said}")

    def _first_values(self, subject: Subject) -> dict[str, Any]:
        library, today = self.desk.library, self.desk.today
        if self._conversation_id:
            talk = self.desk.do(lambda: forms.conversation_facts(library, self._conversation_id))
            names = [field.name for field in _FIELDS]
            return {name: getattr(talk, name) for name in names} if talk else {}
        if self._plan_id:
            plan = self.desk.do(lambda: forms.plan_facts(library, self._plan_id))
            if plan is not None:
                return {
                    "people": plan.people,
                    "day": min(plan.day, today),
                    "starts": plan.starts if plan.day <= today else None,
                    "minutes": plan.minutes,
                    "channel": plan.channel,
                    "topic": plan.purpose.rstrip("."),
                    "place": plan.place,
                }
        return {"people": subject.people, "day": today, "channel": Channel.IN_PERSON}

    def _foresee(self) -> None:
        """Say which plan will be ticked off, and how things will stand."""
        values = self.form.peek()
        people, day = values.get("people", ()), values.get("day")
        if self._conversation_id or not people or day is None or day > self.desk.today:
            self.hint.setText("")
            return
        told = [self._plan_told(people, day), self._after_told(people, day)]
        self.hint.setText("  ".join(each for each in told if each))
        self.fit()

    def _plan_told(self, people: tuple[int, ...], day: Any) -> str:
        library = self.desk.library
        plan = None
        if self._plan_id:
            plan = self.desk.do(lambda: forms.plan_facts(library, self._plan_id))
        plan = plan or forms.plan_on(library, people, day)
        if plan is None:
            return ""
        at = f", {plan.starts:%H:%M}" if plan.starts else ""
        return f"Ticks off the plan of {words.day_words(plan.day, self.desk.today)}{at}."

    def _after_told(self, people: tuple[int, ...], day: Any) -> str:
        if len(people) > 1:
            return ""
        after = forms.afterwards(self.desk.library, people[0], day, self.desk.today)
        if after is None or after.state is State.NO_RHYTHM:
            return ""
        next_by = f", next by {words.day_words(after.next_by, self.desk.today)}" if after.next_by else ""
        return f"After this: {after.state.capitalize()}{next_by}."
