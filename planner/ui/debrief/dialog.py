"""The debrief: twenty seconds after a conversation, each answer free to leave out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.actions.debriefs import DebriefForm, LearnedLine, PromisedLine, debrief, skip_debrief
from planner.domain import words
from planner.domain.angles import Angle
from planner.domain.commitments import By
from planner.domain.debrief import TrustMark
from planner.domain.names import first_name
from planner.domain.one_line.promised import promised
from planner.domain.unfinished import Place
from planner.queries.debriefs import Waiting, marks_given
from planner.queries.understanding import understanding_of
from planner.ui.debrief.trust_keys import TrustKeys
from planner.ui.desk import Desk
from planner.ui.dialogs.choices import SegmentEditor
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.editors import LineEditor, TickEditor
from planner.ui.dialogs.form import Editor, FieldSpec, Form
from planner.ui.dialogs.kept_typing import KeptTyping
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.chip import Chip
from planner.ui.widgets.flow import FlowLayout
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.segment import Choice


class DebriefDialog(Dialog):
    """One conversation after the other: trust by three keys, one line learned, one line promised.

    Done keeps what was said, Skip asks no more about this one, and Esc leaves it in the queue.
    """

    def __init__(self, desk: Desk, waiting: Sequence[Waiting], parent: QWidget | None) -> None:
        super().__init__(desk, "Debrief", parent, primary="Done", width=560)
        self._waiting = tuple(waiting)
        self._place = 0
        self.sheet: DebriefSheet | None = None
        self._kept: KeptTyping | None = None
        self.cancel.set_words("Later")
        self.skip = Button(desk.theme, "Skip", "quiet")
        self.skip.clicked.connect(self.skip_it)
        self.add_button(self.skip)
        self._show()

    @property
    def waiting(self) -> Waiting:
        """The conversation that is asked about."""
        return self._waiting[self._place]

    def save(self) -> None:
        """Keep what was said, and go on to the next conversation."""
        sheet = self.sheet
        if sheet is None:
            return
        library, today = self.desk.library, self.desk.today
        keep = partial(debrief, library, self.waiting.conversation_id, sheet.form(), today=today)
        if self.desk.done(keep, f"Debriefed {self._with()}"):
            self._go_on()

    def skip_it(self) -> None:
        """Ask no more about this conversation; nothing else happens."""
        skip = partial(skip_debrief, self.desk.library, self.waiting.conversation_id, today=self.desk.today)
        if self.desk.done(skip, f"Skipped the debrief {self._with()}"):
            self._go_on()

    def _with(self) -> str:
        return f"with {words.in_a_row([first_name(name) for _, name in self.waiting.people])}"

    def _go_on(self) -> None:
        if self._kept is not None:
            self._kept.saved()
        if self._place + 1 < len(self._waiting):
            self._place += 1
            self._show()
        else:
            self.accept()

    def _show(self) -> None:
        waiting = self.waiting
        day = words.day_words(waiting.day, self.desk.today)
        topic = f", {waiting.topic.rstrip('.')}" if waiting.topic else ""
        self.title.setText(f"How was it {self._with()}?")
        self.setAccessibleName(self.title.text())
        left = len(self._waiting) - self._place - 1
        more = f"  {words.count(left, 'more conversation')} after this." if left else ""
        if self.sheet is not None:
            self.body.removeWidget(self.sheet)
            self.sheet.hide()
            self.sheet.deleteLater()
        self.sheet = DebriefSheet(self.desk, waiting, f"{day}{topic}")
        self.body.addWidget(self.sheet)
        people = tuple(person_id for person_id, _ in waiting.people)
        place = Place("debrief", people, conversation_id=waiting.conversation_id)
        self._kept = KeptTyping(self, self.sheet, place, self.sheet)
        self.hint.setText(f"Leave out whatever you like.{more}")
        self.sheet.show()
        self.sheet.begin()
        self.fit()


class DebriefSheet(QWidget):
    """The three questions about one conversation. `changed` after every answer."""

    changed = Signal()

    def __init__(self, desk: Desk, waiting: Waiting, about: str) -> None:
        super().__init__()
        self.desk, self._people = desk, waiting.people
        known = understanding_of(desk.library, self._people[0][0], desk.today)
        self._asking = known.asking
        self._titles = {each.angle: each.title for each in known.angles} if len(self._people) == 1 else {}
        self.marks: dict[int, TrustKeys] = {}
        given = marks_given(desk.library, waiting.conversation_id)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(StyledLabel(desk.theme, about, "caption", "ink3", wrap=True))
        column.addSpacing(6)
        for person_id, name in self._people:
            called = first_name(name)
            column.addWidget(StyledLabel(desk.theme, f"Trust in {called}", "caption", "ink2"))
            keys = TrustKeys(desk.theme, called)
            keys.show_mark(given.get(person_id))
            keys.chosen.connect(lambda _mark, each=person_id: self._marked(each))
            keys.chosen.connect(lambda _mark: self.changed.emit())
            self.marks[person_id] = keys
            column.addWidget(keys)
        column.addSpacing(6)
        self.form_fields = Form(desk, self._fields(), self)
        column.addWidget(self.form_fields)
        self._show_asking()
        self.form_fields.changed.connect(self._edited)
        self.form_fields.changed.connect(self.changed)
        self.told = StyledLabel(desk.theme, "", "caption", "ink3", wrap=True)
        column.addWidget(self.told)
        self.told.hide()

    def begin(self) -> None:
        """Wait for the first of the three keys."""
        next(iter(self.marks.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def form(self) -> DebriefForm:
        """What was answered."""
        said = self.form_fields.peek()
        marks = {person: keys.mark for person, keys in self.marks.items() if keys.mark}
        return DebriefForm(marks=marks, learned=self._learned(said), promised=self._promised(said))

    def peek(self) -> dict[str, Any]:
        """What is answered so far."""
        marks = {str(person): keys.mark for person, keys in self.marks.items() if keys.mark}
        return {**self.form_fields.peek(), "marks": marks}

    def give_back(self, values: Mapping[str, Any]) -> None:
        """Show answers as if they had just been given."""
        if "marks" in values:
            for person, keys in self.marks.items():
                mark = values["marks"].get(str(person))
                keys.show_mark(TrustMark(mark) if mark else None)
        self.form_fields.give_back(values)

    def _learned(self, said: dict[str, Any]) -> tuple[LearnedLine, ...]:
        if not said["learned"]:
            return ()
        line = LearnedLine(
            person_id=self._of(said),
            angle=Angle(said["angle"]),
            learned=said["learned"],
            question=self._question(said),
        )
        return (line,)

    def _promised(self, said: dict[str, Any]) -> tuple[PromisedLine, ...]:
        if not said["promised"]:
            return ()
        found = promised(said["promised"], self.desk.now)
        line = PromisedLine(person_id=self._of(said), by=By(said["by"]), what=found.what, due_on=found.due_on)
        return (line,)

    def _of(self, said: dict[str, Any]) -> int:
        """About whom the two lines are."""
        return int(said.get("person") or self._people[0][0])

    def _fields(self) -> tuple[FieldSpec, ...]:
        called = first_name(self._people[0][1])
        they = called if len(self._people) == 1 else "They"
        by = (Choice(By.YOU.value, "You promised"), Choice(By.THEY.value, f"{they} promised"))
        fields = [
            FieldSpec(
                name="learned", label="Learned", editor=lambda desk: LineEditor(desk, "One line, if anything")
            ),
            *self._asked(),
            FieldSpec(name="angle", label="", editor=lambda desk: AngleEditor(desk, self._titles)),
            FieldSpec(name="by", label="Promised", editor=lambda desk: SegmentEditor(desk, by)),
            FieldSpec(
                name="promised",
                label="",
                called="What was promised",
                editor=lambda desk: LineEditor(desk, "The cost figures by Friday"),
            ),
        ]
        if len(self._people) > 1:
            people = [Choice(str(person), first_name(name)) for person, name in self._people[:6]]
            fields.append(
                FieldSpec(
                    name="person",
                    label="The two lines are about",
                    editor=lambda desk: SegmentEditor(desk, people),
                )
            )
        return tuple(fields)

    def _asked(self) -> tuple[FieldSpec, ...]:
        """Whether the line answers the question that was worth asking."""
        if self._asking is None:
            return ()
        words = f"It answers “{self._asking.question}”"
        return (FieldSpec(name="answers", label="", editor=lambda desk: TickEditor(desk, words)),)

    def _question(self, said: dict[str, Any]) -> str:
        """The question that the line answers; it was worth asking the first of the people."""
        answers = bool(said.get("answers")) and self._of(said) == self._people[0][0]
        return self._asking.question if self._asking is not None and answers else ""

    def _show_asking(self) -> None:
        """Begin at the angle that is in most need."""
        self.form_fields.show_values({"angle": self._asking.angle if self._asking else Angle.CARE})

    def _marked(self, person_id: int) -> None:
        """Go on to the next person, then to what was learned."""
        order = list(self.marks)
        after = order.index(person_id) + 1
        there = self.marks[order[after]] if after < len(order) else self.form_fields["learned"].field
        there.setFocus(Qt.FocusReason.TabFocusReason)

    def _edited(self) -> None:
        """An answer belongs to the angle of its question."""
        if self._asking is not None and self.form_fields["answers"].value():
            self.form_fields.show_values({"angle": self._asking.angle})
        self._say_promise()

    def _say_promise(self) -> None:
        """Say on which day the promise would be due."""
        what = self.form_fields.peek()["promised"]
        found = promised(what, self.desk.now) if what else None
        due = found.due_words if found else ""
        self.told.setText(f"Notes “{found.what}”, {due}." if found and due else "")
        self.told.setVisible(bool(due))


class AngleEditor(Editor):
    """One of the eight angles, as chips; `titles` name them for one person, without them they say "they"."""

    def __init__(self, desk: Desk, titles: Mapping[Angle, str]) -> None:
        super().__init__()
        self._angle = Angle.CARE
        self.chips = {
            each: Chip(desk.theme, titles.get(each, each.value.capitalize()), parent=self) for each in Angle
        }
        flow = FlowLayout(6, self)
        for angle, chip in self.chips.items():
            chip.clicked.connect(lambda _on=False, each=angle: self._choose(each))
            flow.addWidget(chip)

    @property
    def field(self) -> QWidget:
        """The chosen chip."""
        return self.chips[self._angle]

    def value(self) -> Angle:
        """The chosen angle."""
        return self._angle

    def show_value(self, value: Angle) -> None:
        """Choose an angle without telling anybody."""
        self._angle = Angle(value)
        for each, chip in self.chips.items():
            chip.setChecked(each is self._angle)

    def _choose(self, angle: Angle) -> None:
        self.show_value(angle)
        self.changed.emit()
