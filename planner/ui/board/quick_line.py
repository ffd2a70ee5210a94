"""The line that plans on a day: it says what it understood before Enter plans it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain import words
from planner.domain.unfinished import Place
from planner.domain.week import DEFAULT_MINUTES, STEP_MINUTES
from planner.queries.people import Named
from planner.queries.quick_add import Understood, understand, usual_channel
from planner.queries.week import free_start
from planner.ui.desk import Desk
from planner.ui.frame.hit import Hit
from planner.ui.frame.results import Results
from planner.ui.kept.keeping import Keeping
from planner.ui.kept.row import KeptRow
from planner.ui.kept.values import from_words
from planner.ui.widgets.floating import SHADOW, FloatingSheet
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.own_line import OwnLine

WIDTH = 340
FROM_EDGE = 8
_PADDING = 10
_EXAMPLE = "Ana 10:30 Q3 budget"
_HINT = "A name, then a time, a length or what for."
_MOST_ROWS = 4
_ROW = 42


class QuickLine(FloatingSheet):
    """Enter plans, Esc leaves, up and down choose between people of one name, Alt and arrows the day."""

    planned = Signal(object)  # the id of the new plan
    left = Signal()
    stepped = Signal(int)  # a day further or back

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk.theme, parent)
        self.desk = desk
        self._day = desk.today
        self._understood: Understood | None = None
        self.heading = StyledLabel(desk.theme, "", "labelStrong", parent=self)
        self.line = _Line(self)
        self.line.setPlaceholderText(_EXAMPLE)
        self.says = StyledLabel(desk.theme, _HINT, "caption", "ink2", wrap=True, parent=self)
        self.people = Results(desk.theme, self)
        self.keeping = Keeping(desk, Place("quick_add"), self._typed, self)
        self.kept = KeptRow(desk.theme, self, wrap=True)
        self.kept.afresh.clicked.connect(self._start_afresh)
        self._arrange()
        self.line.textChanged.connect(self._read)
        self.line.textChanged.connect(self.keeping.touch)
        self.line.stepped.connect(self.people.step)
        self.line.stepped.connect(lambda _by: self._say())
        self.line.day_stepped.connect(self.stepped)
        self.line.entered.connect(self.plan)
        self.line.left.connect(self._leave)
        self.people.chosen.connect(self._choose)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        edge = SHADOW + _PADDING
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(6)
        for widget in (self.heading, self.line, self.kept, self.says, self.people):
            column.addWidget(widget)

    @property
    def day(self) -> date:
        """The day that is planned on."""
        return self._day

    def show_day(self, day: date) -> None:
        """Plan on this day; what was typed stays."""
        self._day = day
        named = f"{words.long_weekday(day)} {words.long_day(day, self.desk.today)}"
        self.heading.setText(f"Add to {named}")
        self.line.setAccessibleName(f"Add to {named}: a name, a time, what for")
        self._read()

    def begin(self) -> date | None:
        """Begin with nothing typed, or with what was kept; the day that was meant then."""
        self.kept.hide()
        self.keeping.let_be()
        self.line.clear()
        found = self.keeping.found()
        if found is None:
            return None
        typed = from_words(found.words)
        self.line.setText(typed["line"])
        self.kept.show_kept(found, self.desk.today)
        day: date = typed["day"]
        return day

    def put_away(self) -> None:
        """It is planned, or not wanted."""
        self.keeping.forget()
        self.hide()

    def _typed(self) -> dict[str, Any]:
        return {"line": self.line.text(), "day": self._day} if self.line.text().strip() else {}

    def _start_afresh(self) -> None:
        self.keeping.forget()
        self.kept.hide()
        self.line.clear()
        self.line.setFocus()
        self.fit()

    def plan(self) -> None:
        """Plan what was understood; nothing where nobody was."""
        person = self._person()
        if person is None or self._understood is None:
            return
        from planner.actions.plans import PlanForm, plan_conversation  # and with it Peewee, at the first plan

        desk, reading = self.desk, self._understood.reading
        form = PlanForm(
            people=(person.id,),
            day=self._day,
            starts=self._starts(),
            minutes=reading.minutes or DEFAULT_MINUTES,
            channel=usual_channel(desk.library, person.id),
            purpose=reading.purpose,
        )
        said = f"Planned {person.name} for {words.day_words(self._day, desk.today)} {form.starts:%H:%M}"
        made = desk.do(lambda: plan_conversation(desk.library, form, today=desk.today), said)
        if made is not None:
            self.planned.emit(made)

    # Understanding

    def _read(self) -> None:
        self._understood = understand(self.desk.library, self.line.text())
        found = self._understood.people if self._understood else ()
        near = self._understood is not None and self._understood.near
        self.people.show_hits(tuple(_hit(each) for each in found), "")
        self.people.fit(_MOST_ROWS * self.theme.px(_ROW) + 12)
        self.people.setVisible(len(found) > 1 or near)
        self._say()

    def _say(self) -> None:
        said = self.sentence()
        self.says.setText(said)
        self.says.set_colour("overdue" if self._understood and not self._understood.people else "ink2")
        self.line.setAccessibleDescription(said)
        self.says.updateGeometry()
        self.fit()

    def sentence(self) -> str:
        """What Enter would do, or why it does nothing."""
        understood, person = self._understood, self._person()
        if understood is None:
            return _HINT
        if person is None:
            return f"Nobody here is called “{understood.reading.name}”."
        reading = understood.reading
        length = words.length(reading.minutes or DEFAULT_MINUTES)
        about = f": {reading.purpose}" if reading.purpose else ""
        free = "" if reading.starts else ", when you are free"
        return f"{person.name}, {self._starts():%H:%M} for {length}{free}{about}"

    def _person(self) -> Named | None:
        people = self._understood.people if self._understood else ()
        return people[min(self.people.current, len(people) - 1)] if people else None

    def _starts(self) -> time:
        reading = self._understood.reading if self._understood else None
        if reading is not None and reading.starts is not None:
            return reading.starts
        minutes = (reading.minutes if reading else None) or DEFAULT_MINUTES
        proposed = free_start(self.desk.library, self._day, minutes)
        return max(proposed, _next_quarter(self.desk.now)) if self._day == self.desk.today else proposed

    def _choose(self, index: int) -> None:
        self.people.step(index - self.people.current)
        self.plan()

    def _leave(self, *, even_typed: bool = True) -> None:
        if even_typed or not self.line.text().strip():
            self.left.emit()

    # Looks

    def fit(self) -> None:
        """Take the height that the words need, at the lower edge of the board."""
        layout, board = self.layout(), self.parentWidget()
        if layout is None or board is None:
            return
        width = self.theme.px(WIDTH) + 2 * SHADOW
        layout.activate()
        height = layout.totalHeightForWidth(width)
        self.setGeometry(self.x(), board.height() - height + SHADOW - FROM_EDGE, width, height)

    def stand_over(self, x: int) -> None:
        """Stand with the middle over a place of the board, as far as it fits beside the edges."""
        board = self.parentWidget()
        if board is not None:
            most = board.width() - self.width() + SHADOW - FROM_EDGE
            self.move(max(FROM_EDGE - SHADOW, min(x - self.width() // 2, most)), self.y())

    def follow_theme(self) -> None:
        """Measure anew."""
        super().follow_theme()
        self.fit()


class _Line(OwnLine):
    """Tells of Alt with left and right, and of being left for something else."""

    day_stepped = Signal(int)

    def __init__(self, sheet: QuickLine) -> None:
        super().__init__(sheet)
        self._sheet = sheet

    def keyPressEvent(self, event: QKeyEvent) -> None:
        days = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in days:
            self.day_stepped.emit(days[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave an empty line with the click beside it."""
        super().focusOutEvent(event)
        beside = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason)
        if event.reason() in beside:
            self._sheet._leave(even_typed=False)


def _hit(person: Named) -> Hit:
    aside = ", ".join(part for part in (person.role, person.organisation) if part)
    return Hit(words=person.name, aside=aside, person_id=person.id, hue=person.hue)


def _next_quarter(now: datetime) -> time:
    """The coming quarter of an hour, at the latest a quarter to midnight."""
    late = now.replace(tzinfo=None) + timedelta(minutes=-now.minute % STEP_MINUTES)
    return late.time().replace(second=0, microsecond=0) if late.day == now.day else time(23, 45)
