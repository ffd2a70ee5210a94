"""The next plan, and what is worth asking then; a plan that passed asks whether it took place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from planner.actions.plans import move_and_place
from planner.domain import typed, words
from planner.domain.errors import KnownError
from planner.domain.names import first_name
from planner.queries.person import Planned
from planner.queries.person_known import PersonKnown
from planner.ui.desk import Desk
from planner.ui.person.changing import Changing
from planner.ui.person.panel import PersonPanel
from planner.ui.screen import Subject
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.in_place import InPlace
from planner.ui.widgets.text_button import TextButton


class NextPanel(PersonPanel):
    """Day, time and place, and what for, can be changed where they stand. `ask_wanted` opens the question."""

    ask_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "calendar", "Next conversation")
        theme = desk.theme
        self._plan: Planned | None = None
        self._subject = Subject()
        self._asked: Subject | None = None
        self.when = InPlace(theme, "Day, time and place", self._move, role="strong", colour="ink")
        self.purpose = InPlace(theme, "What for", self._purpose, empty="What for is open")
        self.asking = TextButton(theme, "", "body", "ink2", wrap=True)
        self.asking.clicked.connect(self.ask_wanted)
        for each in (self.when, self.purpose, self.asking):
            self.content.addWidget(each)
        self.nothing = self.add_text()
        self.plan = self._command("Plan a conversation", "plan", "plus")
        self.did = self.add_text(role="strong", colour="ink")
        self.yes = self._command("Yes, log it", "log", "check")
        self.no = self._command("No, let it go", "let_go", "x")

    def show_known(self, known: PersonKnown) -> None:
        """Show what is planned with a person."""
        page, today = known.page, self.desk.today
        person = page.standing.person_id
        ahead = [plan for plan in page.plans if plan.day >= today]
        passed = [plan for plan in page.plans if plan.day < today]
        self._subject = Subject(people=(person,))
        self._asked = Subject(people=(person,), plan_id=passed[-1].id) if passed else None
        self._plan = ahead[0] if ahead else None
        for each in (self.when, self.purpose):
            each.setVisible(self._plan is not None)
        if self._plan is not None:
            self._show_plan(self._plan)
        self._show_asking(known)
        self.nothing.setText(f"Nothing planned with {first_name(page.standing.name)}.")
        for widget in (self.nothing, self.plan):
            widget.setVisible(not ahead and not passed)
        if passed:
            self.did.setText(f"Did you talk on {words.day_words(passed[-1].day, today)}?")
            self.did.updateGeometry()
        for widget in (self.did, self.yes, self.no):
            widget.setVisible(bool(passed))
        if self._plan is None:
            self.show_side("")

    def _show_plan(self, plan: Planned) -> None:
        today = self.desk.today
        days = (plan.day - today).days
        self.show_side({0: "today", 1: "tomorrow"}.get(days, f"in {days} days"))
        parts = [words.day_words(plan.day, today), f"{plan.starts:%H:%M}" if plan.starts else ""]
        typed_so = ", ".join(each for each in (*parts, plan.place) if each)
        shown = ", ".join(each for each in (*parts, plan.place.rpartition(", ")[2]) if each)
        self.when.show_value(typed_so, shown)
        self.purpose.show_value(plan.purpose)
        self.purpose.part = f"purpose {plan.id}"

    def _show_asking(self, known: PersonKnown) -> None:
        asking, mending = known.understanding.asking, known.trust.mending
        self.asking.setVisible(self._plan is not None and asking is not None and mending is None)
        if asking is not None:
            self.asking.show_words(f"Then ask: {asking.question}", says=f"Worth asking: {asking.question}")

    def _move(self, text: str) -> None:
        plan = self._plan
        if plan is None:
            raise KnownError("This plan is no longer open.")
        day_words, _, rest = text.partition(",")
        day = typed.read_day(day_words, self.desk.today)
        if day is None:
            raise KnownError("A day is needed, such as Wed 16 Sep, then a time and a place if you like.")
        starts_words, _, place = rest.partition(",")
        try:
            starts = typed.read_time(starts_words)
        except KnownError:
            starts, place = None, rest
        library, today = self.desk.library, self.desk.today
        move = partial(move_and_place, library, plan.id, day, starts, place.strip(), today=today)
        Changing(self.desk).do(move, f"Moved to {words.day_words(day, today)}")

    def _purpose(self, text: str) -> None:
        if self._plan is not None:
            Changing(self.desk).plan(self._plan.id)(text)

    def _command(self, text: str, command: str, icon: str) -> Button:
        button = self.add_link(text, icon)
        button.clicked.connect(lambda: self._run(command))
        return button

    def _run(self, command: str) -> None:
        asked = command in ("log", "let_go")
        subject = self._asked if asked and self._asked is not None else self._subject
        self.desk.command_wanted.emit(command, subject)
