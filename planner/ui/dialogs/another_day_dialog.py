"""Agreeing on another day for a promise."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.actions.commitments import renegotiate
from planner.domain import words
from planner.domain.unfinished import Place
from planner.queries.forms import promise_facts
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.editors import LineEditor
from planner.ui.dialogs.form import FieldSpec, Form
from planner.ui.dialogs.kept_typing import KeptTyping
from planner.ui.dialogs.promise_dialog import promise_day


class AnotherDayDialog(Dialog):
    """A new day, and other words where what is promised changed too. What was promised before stays known."""

    def __init__(self, desk: Desk, commitment_id: int, parent: QWidget | None) -> None:
        super().__init__(desk, "Agree on another day", parent, primary="Move", width=460)
        self._commitment_id = commitment_id
        self._known = desk.do(lambda: promise_facts(desk.library, commitment_id))
        specs = (
            FieldSpec(name="due_on", label="Until", editor=promise_day),
            FieldSpec(name="what", label="What", editor=LineEditor),
        )
        self.form = Form(desk, specs, self)
        self.body.addWidget(self.form)
        self.hint.setText("Moved before its day, a promise counts by the new one; afterwards it stays late.")
        if self._known is not None:
            self.form["what"].show_value(self._known.what)
        KeptTyping(self, self.form, Place("another_day", commitment_id=commitment_id))
        self.form["due_on"].field.setFocus()

    def save(self) -> None:
        """Move it."""
        values = self.form.read()
        if values is None:
            return
        day, what = values["due_on"], values["what"]
        to = words.day_words(day, self.desk.today) if day else "no fixed day"
        library, today = self.desk.library, self.desk.today
        self.try_to(
            lambda: renegotiate(library, self._commitment_id, day, today=today, what=what),
            f"Moved the commitment to {to}",
        )
