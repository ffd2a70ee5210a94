"""Choosing any day for several conversations at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.editors import DayEditor
from planner.ui.dialogs.form import FieldSpec, Form


class AnyDayDialog(Dialog):
    """One field; `write` gets the day and raises KnownError where it cannot be."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        write: Callable[[date], object],
        said: Callable[[date], str],
        parent: QWidget | None,
    ) -> None:
        super().__init__(desk, title, parent, primary=title.split(" ", 1)[0])
        self._write, self._said = write, said
        week = desk.today + timedelta(days=7 - desk.today.weekday())
        quick = [("Next Monday", week), ("In two weeks", week + timedelta(days=7))]
        day = FieldSpec(name="day", label="Day", editor=lambda desk: DayEditor(desk, quick=quick))
        self.form = Form(desk, (day,), self)
        self.body.addWidget(self.form)
        self.form["day"].field.setFocus()

    def save(self) -> None:
        """Take the day."""
        values = self.form.read()
        if values is not None:
            day = values["day"]
            self.try_to(lambda: self._write(day), self._said(day))
