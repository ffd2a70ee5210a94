"""Days away, in stretches: your own leave, or when somebody else is not there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.actions.leave import Stretch, write_absences, write_leave
from planner.actions.people import name_of
from planner.domain import words
from planner.domain.errors import KnownError
from planner.domain.names import first_name
from planner.domain.unfinished import Place
from planner.queries.days_off import leave_between
from planner.queries.pauses import absences_of
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.editors import DayEditor, LineEditor
from planner.ui.dialogs.kept_typing import KeptTyping
from planner.ui.widgets.buttons import Button, IconButton
from planner.ui.widgets.fields import Problem
from planner.ui.widgets.labels import StyledLabel

_LONG_OVER = timedelta(days=400)
"""Stretches that ended before are kept as they are but no longer shown."""
_CROSS = 28


class _Known(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def first_day(self) -> date: ...
    @property
    def last_day(self) -> date | None: ...
    @property
    def note(self) -> str: ...


class StretchRow(QWidget):
    """From, to, what for, and a cross that takes the row away. An empty row is no stretch."""

    changed = Signal()
    removed = Signal()

    def __init__(self, desk: Desk, stretch: Stretch | None, *, endless: bool) -> None:
        super().__init__()
        self._id, self._endless = stretch.id if stretch else 0, endless
        self.first = DayEditor(desk, optional=True, placeholder="17 Sep, Friday")
        self.last = DayEditor(
            desk, optional=True, placeholder="further notice" if endless else "the same day"
        )
        self.note = LineEditor(desk, "not said")
        self._problem = Problem(desk.theme, self)
        cross = IconButton(desk.theme, "x", "Take this stretch out", size=_CROSS, colour="ink3")
        cross.clicked.connect(self.removed)
        for editor, name in ((self.first, "From"), (self.last, "To"), (self.note, "What for")):
            editor.field.setAccessibleName(name)
            editor.changed.connect(self._edited)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.first, 4)
        row.addWidget(self.last, 4)
        row.addWidget(self.note, 5)
        row.addWidget(cross)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._problem)
        if stretch is not None:
            self.first.show_value(stretch.first_day)
            self.last.show_value(None if stretch.last_day == stretch.first_day else stretch.last_day)
            self.note.show_value(stretch.note)

    def typed(self) -> dict[str, Any]:
        """What is typed, whether it can be read or not."""
        days = {"first": _typed_day(self.first), "last": _typed_day(self.last)}
        return {"id": self._id, **days, "note": self.note.value()}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Show what was typed."""
        for editor, day in ((self.first, typed["first"]), (self.last, typed["last"])):
            if isinstance(day, str):
                editor.line.setText(day)
            else:
                editor.show_value(day)
        self.note.show_value(typed["note"])

    @property
    def problem(self) -> str:
        """What is said to be wrong with it, or ''."""
        return self._problem.words

    def read(self) -> Stretch | None:
        """The stretch, None for an empty row. Raises KnownError, said below the row, for what cannot be."""
        try:
            return self._read()
        except KnownError as error:
            self._say(str(error))
            raise

    def peek(self) -> Stretch | None:
        """The stretch as far as it can be read; says nothing."""
        try:
            return self._read()
        except KnownError:
            return None

    def _read(self) -> Stretch | None:
        first, last, note = self.first.value(), self.last.value(), self.note.value()
        if first is None:
            if last is None and not note:
                return None
            raise KnownError("From which day on?")
        if last is None and not self._endless:
            last = first
        if last is not None and last < first:
            raise KnownError("The last day lies before the first one.")
        return Stretch(id=self._id, first_day=first, last_day=last, note=note)

    def _say(self, sentence: str) -> None:
        self._problem.say(self.first.field if "From" in sentence else self.last.field, sentence)

    def _edited(self) -> None:
        for field in (self.first.field, self.last.field):
            self._problem.say(field, "")
        self.changed.emit()


class StretchesDialog(Dialog):
    """Rows to change, add to and take out of; Save writes all of them as one step."""

    changed = Signal()

    def __init__(
        self, desk: Desk, title: str, explained: str, known: Sequence[_Known], parent: QWidget | None
    ) -> None:
        super().__init__(desk, title, parent, width=640, scrolls=True)
        self.endless = False
        self._long_over: list[Stretch] = []
        self.rows: list[StretchRow] = []
        self.body.addWidget(StyledLabel(desk.theme, explained, "body", "ink2", wrap=True))
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        table = QVBoxLayout()
        table.setSpacing(4)
        table.addLayout(self._heads())
        table.addLayout(self._column)
        self.body.addLayout(table)
        self.another = Button(desk.theme, "Add a stretch", "quiet", icon="plus", small=True)
        self.another.clicked.connect(self._add_another)
        self.body.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self._known = [
            Stretch(id=each.id, first_day=each.first_day, last_day=each.last_day, note=each.note)
            for each in known
        ]

    def fill(self, place: Place, first_day: date | None = None) -> None:
        """Show what is known, and a new row for `first_day`, which has the keyboard.

        What is typed is kept under `place`.
        """
        shown_from = self.desk.today - _LONG_OVER
        for stretch in self._known:
            if stretch.last_day is not None and stretch.last_day < shown_from:
                self._long_over.append(stretch)
            else:
                self.add(stretch)
        at = next((row for row in self.rows if first_day and _covers(row, first_day)), None)
        if at is None:
            at = self.add()
            if first_day is not None:
                at.first.show_value(first_day)
        self._tell()
        (at.last if first_day is not None else at.first).field.setFocus()
        KeptTyping(self, self, place)

    def peek(self) -> dict[str, Any]:
        """What is typed in each row."""
        return {"rows": [row.typed() for row in self.rows]}

    def give_back(self, values: Mapping[str, Any]) -> None:
        """Show rows as they were typed; a stretch that is gone meanwhile is a new one."""
        for row in self.rows:
            self._drop(row)
        self.rows.clear()
        known = {each.id: each for each in self._known}
        for typed in values["rows"]:
            self.add(known.get(typed["id"])).show_typed(typed)
        self._tell()
        self.rows[-1].first.field.setFocus()

    def add(self, stretch: Stretch | None = None) -> StretchRow:
        """One more row."""
        row = StretchRow(self.desk, stretch, endless=self.endless)
        row.removed.connect(lambda: self._remove(row))
        row.changed.connect(self._tell)
        row.changed.connect(self.changed)
        self.rows.append(row)
        self._column.addWidget(row)
        return row

    def write(self, stretches: Sequence[Stretch]) -> None:
        """Make these the stretches in the library."""
        raise NotImplementedError

    def said(self) -> str:
        """What the toast says once they are saved."""
        raise NotImplementedError

    def save(self) -> None:
        """Write all rows, unless one of them cannot be read."""
        try:
            found = [stretch for row in self.rows if (stretch := row.read()) is not None]
        except KnownError:
            self.fit()
            return
        self.try_to(lambda: self.write([*self._long_over, *found]), self.said())

    def _add_another(self) -> None:
        self.add().first.field.setFocus()

    def _remove(self, row: StretchRow) -> None:
        place = self.rows.index(row)
        self.rows.remove(row)
        self._drop(row)
        if not self.rows:
            self.add()
        self.rows[min(place, len(self.rows) - 1)].first.field.setFocus()
        self._tell()
        self.changed.emit()

    def _drop(self, row: StretchRow) -> None:
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _tell(self) -> None:
        """How many days are still to come."""
        today = self.desk.today
        coming: set[date] = set()
        for row in self.rows:
            stretch = row.peek()
            if stretch is not None and stretch.last_day is not None:
                first = max(today, stretch.first_day)
                coming |= {first + timedelta(days=n) for n in range((stretch.last_day - first).days + 1)}
        self.hint.setText(f"{words.count(len(coming), 'day')} to come." if coming else "")

    def _heads(self) -> QHBoxLayout:
        heads = QHBoxLayout()
        heads.setSpacing(8)
        for name, share in (("From", 4), ("To", 4), ("What for", 5)):
            heads.addWidget(StyledLabel(self.desk.theme, name, "caption", "ink2"), share)
        heads.addSpacing(_CROSS)
        return heads


class LeaveDialog(StretchesDialog):
    """Your own leave; opened on a day, that day begins a new stretch."""

    def __init__(self, desk: Desk, parent: QWidget | None, day: date | None = None) -> None:
        explained = (
            "Nothing is set aside on these days, nothing is suggested for them, and every rhythm waits. "
            "What you plan there all the same stays."
        )
        super().__init__(desk, "Your own leave", explained, leave_between(desk.library), parent)
        self.fill(Place("leave"), day)

    def write(self, stretches: Sequence[Stretch]) -> None:
        write_leave(self.desk.library, stretches)

    def said(self) -> str:
        return "Changed your own leave"


class AwayDialog(StretchesDialog):
    """When somebody is away: their rhythm waits, and nobody suggests them."""

    def __init__(self, desk: Desk, person_id: int, parent: QWidget | None) -> None:
        self._person_id = person_id
        self._name = desk.do(lambda: name_of(desk.library, person_id)) or ""
        called = first_name(self._name)
        explained = f"The rhythm waits on these days, and {called} is not suggested while they last."
        super().__init__(
            desk, f"When {self._name} is away", explained, absences_of(desk.library, person_id), parent
        )
        self.endless = True
        self.fill(Place("away", (person_id,)))

    def write(self, stretches: Sequence[Stretch]) -> None:
        write_absences(self.desk.library, self._person_id, stretches)

    def said(self) -> str:
        return f"Changed when {self._name} is away"


def _typed_day(editor: DayEditor) -> date | str | None:
    """The day, or what is typed while it is none yet."""
    try:
        day: date | None = editor.value()
    except KnownError:
        return editor.line.text()
    return day


def _covers(row: StretchRow, day: date) -> bool:
    stretch = row.peek()
    return stretch is not None and stretch.first_day <= day and (stretch.last_day or day) >= day
