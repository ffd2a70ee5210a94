"""Putting people on an initiative: which one, where they stand, where you hope, and why you think so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.actions.initiatives import InitiativeForm, StandForm, add_to_initiative, leave_initiative
from planner.actions.people import names_in_a_row
from planner.domain.names import first_name
from planner.domain.stands import Stand, in_words
from planner.domain.unfinished import Place
from planner.queries.initiatives import Standpoint, initiatives, standpoints
from planner.queries.people import named
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.editors import DayEditor, LineEditor
from planner.ui.dialogs.form import FieldSpec, Form
from planner.ui.dialogs.kept_typing import KeptTyping
from planner.ui.initiatives.choice import NEW, InitiativeChoice
from planner.ui.initiatives.stand_row import Mark, StandHeads, StandLegend, StandRow, Who
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.segment import Choice, Segment

_NEW_FIELDS = (
    FieldSpec(name="name", label="Name", editor=lambda desk: LineEditor(desk, "One Booking"), span=5),
    FieldSpec(
        name="goal", label="What should come of it", editor=lambda desk: LineEditor(desk, "not said"), span=7
    ),
    FieldSpec(
        name="next_what", label="What comes next", editor=lambda desk: LineEditor(desk, "not said"), span=7
    ),
    FieldSpec(
        name="next_on",
        label="On",
        editor=lambda desk: DayEditor(desk, optional=True, placeholder="not known yet"),
        span=5,
    ),
)
_WHY = (
    FieldSpec(
        name="reason",
        label="Why you think so",
        editor=lambda desk: LineEditor(desk, "What they said or did"),
    ),
)
_SETS = (Choice(key="now", words="Today"), Choice(key="hoped", words="Where you hope"))


class AddToInitiativeDialog(Dialog):
    """One person or several; whoever is on the initiative already shows the stand that is known."""

    changed = Signal()

    def __init__(self, desk: Desk, people: Sequence[int], parent: QWidget | None) -> None:
        self._names = desk.do(lambda: names_in_a_row(desk.library, people)) or ""
        title, add = f"Add {self._names} to an initiative", "Add them"
        if len(people) == 1:
            add = f"Add {first_name(self._names)}"
        super().__init__(desk, title, parent, primary=add, width=760, scrolls=True)
        self.choice = InitiativeChoice(desk.theme, initiatives(desk.library), desk.today)
        self.new = Form(desk, _NEW_FIELDS, self)
        self.rows = [
            StandRow(desk.theme, Who(each.id, each.name, each.role or each.organisation, each.hue))
            for each in named(desk.library, people)
        ]
        self.sets = Segment(desk.theme, _SETS)
        self.sets.setAccessibleName("What a click sets")
        self.why = Form(desk, _WHY, self)
        self.off = Button(desk.theme, "", "quiet", small=True)
        self._known: dict[int, Standpoint] = {}
        self._lay_out()
        self.choice.chosen.connect(self._choose)
        self.sets.chosen.connect(self._set)
        self.off.clicked.connect(self._take_off)
        self.choice.chosen.connect(lambda _key: self.changed.emit())
        for form in (self.new, self.why):
            form.changed.connect(self.changed)
        for row in self.rows:
            row.changed.connect(lambda row=row: self._moved(row))
            row.changed.connect(self.changed)
        self._choose(self.choice.current.key)
        KeptTyping(self, self, Place("initiative", tuple(row.who.person_id for row in self.rows)))
        self.choice.current.setFocus()

    def peek(self) -> dict[str, Any]:
        """What is chosen and typed so far."""
        stands = {str(row.who.person_id): [row.now, row.hoped] for row in self.rows}
        chosen = {"initiative": self.choice.current.key, "stands": stands}
        return {**chosen, **self.new.peek(), **self.why.peek()}

    def give_back(self, values: Mapping[str, Any]) -> None:
        """Show what was chosen and typed, over what is known of the people on that initiative."""
        row = next((each for each in self.choice.rows if each.key == values.get("initiative")), None)
        if row is not None:
            row.setChecked(True)
            self._choose(row.key)
        for each in self.rows:
            marks = values.get("stands", {}).get(str(each.who.person_id))
            if marks is not None:
                each.show_stand(*(Stand(mark) if mark else None for mark in marks))
        self.new.give_back(values)
        self.why.give_back(values)

    def save(self) -> None:
        """Put all of them on it as one step."""
        why = self.why.read()
        initiative = self._initiative()
        if why is None or initiative is None:
            return
        stands = [self._stand(row, why["reason"]) for row in self.rows]
        new = isinstance(initiative, InitiativeForm)
        name = initiative.name if isinstance(initiative, InitiativeForm) else self.choice.current.text()
        library, today = self.desk.library, self.desk.today
        said = f"Added {self._names} to {name}" if not new else f"Started {name} with {self._names}"
        self.try_to(lambda: add_to_initiative(library, initiative, stands, today=today), said)

    def _initiative(self) -> int | InitiativeForm | None:
        """The chosen one's id, or what is written of a new one; None where that cannot be read yet."""
        if self.choice.current.key != NEW:
            return self.choice.current.key
        values = self.new.read()
        if values is None:
            return None
        if not values["name"]:
            self.new.say("name", "Give it a name; everything else can wait.")
            self.new["name"].field.setFocus()
            return None
        return InitiativeForm(**values)

    def _stand(self, row: StandRow, reason: str) -> StandForm:
        """With several people an empty reason leaves each their own."""
        known = self._known.get(row.who.person_id)
        if not reason and known is not None and len(self.rows) > 1:
            reason = known.reason
        return StandForm(person_id=row.who.person_id, now=row.now, hoped=row.hoped, reason=reason)

    def _choose(self, key: int) -> None:
        """Show what is known of the people on this initiative; where nothing is, their marks stay."""
        self.new.setVisible(key == NEW)
        if key == NEW:
            self.new["name"].field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._known = standpoints(self.desk.library, key) if key != NEW else {}
        for row in self.rows:
            known = self._known.get(row.who.person_id)
            if known is not None:
                row.show_stand(known.now, known.hoped)
        if len(self.rows) == 1:
            self._show_one(self._known.get(self.rows[0].who.person_id))
        self.fit()

    def _show_one(self, known: Standpoint | None) -> None:
        """With a single person, show the reason too, and offer the way off the initiative."""
        self.why["reason"].show_value(known.reason if known else "")
        self.off.setVisible(known is not None)
        self.off.set_words(f"Take {first_name(self._names)} off {self.choice.current.text()}")

    def _take_off(self) -> None:
        library, key, person_id = self.desk.library, self.choice.current.key, self.rows[0].who.person_id
        said = f"Took {self._names} off {self.choice.current.text()}"
        self.try_to(lambda: leave_initiative(library, key, person_id), said)

    def _set(self, mark: str) -> None:
        setting: Mark = "now" if mark == "now" else "hoped"
        for row in self.rows:
            row.setting = setting

    def _moved(self, row: StandRow) -> None:
        self.desk.announced.emit(f"{row.who.name}: {in_words(row.now, row.hoped)}")

    def _lay_out(self) -> None:
        theme = self.desk.theme
        self.body.setSpacing(14)
        self.body.addWidget(self.choice)
        self.body.addWidget(self.new)
        stands = QVBoxLayout()
        stands.setSpacing(0)
        above = QHBoxLayout()
        above.setSpacing(10)
        above.addWidget(StyledLabel(theme, "Where they stand", "heading"))
        above.addStretch(1)
        above.addWidget(StyledLabel(theme, "A click sets", "caption", "ink2"))
        above.addWidget(self.sets)
        stands.addLayout(above)
        stands.addSpacing(12)
        stands.addWidget(StandHeads(theme))
        for row in self.rows:
            stands.addWidget(row)
        stands.addSpacing(8)
        stands.addWidget(StandLegend(theme))
        self.body.addLayout(stands)
        self.body.addWidget(self.why)
        self.off.hide()
        self.body.addWidget(self.off, 0, Qt.AlignmentFlag.AlignLeft)
        self.hint.setText("Arrow keys move today's mark, with Shift the hoped one. Unknown may stay unknown.")
