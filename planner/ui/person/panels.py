"""The small panels at the right of a person's page."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from planner.domain import typed, words
from planner.domain.names import first_name
from planner.queries.person import PersonPage, Planned
from planner.ui.desk import Desk
from planner.ui.person.panel import PersonPanel
from planner.ui.person.rows import ConnectionRow, PointRow
from planner.ui.screen import Subject
from planner.ui.widgets.badge import Badge, BadgeWidget
from planner.ui.widgets.flow import FlowLayout

_CONNECTIONS_SHOWN = 8
_POINT_ICONS = {"email": "mail", "phone": "phone", "address": "pin", "link": "link"}


class NextPanel(PersonPanel):
    """The next plan, or that there is none; a plan that passed asks whether it took place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "calendar", "Next conversation")

    def show_page(self, page: PersonPage) -> None:
        """Show what is planned with a person."""
        self.empty()
        today = self.desk.today
        ahead = [plan for plan in page.plans if plan.day >= today]
        asked = [plan for plan in page.plans if plan.day < today]
        self.side.setText("")
        if ahead:
            self._show_plan(ahead[0])
        elif not asked:
            called = first_name(page.standing.name)
            self.add_text(f"Nothing planned with {called}.", "body", "ink2")
            person = Subject(people=(page.standing.person_id,))
            self._offer("Plan a conversation", "plan", person, "plus")
        if asked:
            self._ask(asked[-1], page)

    def _show_plan(self, plan: Planned) -> None:
        today = self.desk.today
        days = (plan.day - today).days
        self.side.setText({0: "today", 1: "tomorrow"}.get(days, f"in {days} days"))
        at = f", {plan.starts:%H:%M}" if plan.starts else ""
        place = f", {plan.place}" if plan.place else ""
        self.add_text(f"{words.day_words(plan.day, today)}{at}{place}", "strong", "ink")
        if plan.purpose:
            self.add_text(plan.purpose)

    def _ask(self, plan: Planned, page: PersonPage) -> None:
        when = words.day_words(plan.day, self.desk.today)
        self.add_text(f"Did you talk on {when}?", "strong", "ink")
        subject = Subject(people=(page.standing.person_id,), plan_id=plan.id)
        self._offer("Yes, log it", "log", subject, "check")
        self._offer("No, let it go", "let_go", subject, "x")

    def _offer(self, text: str, command: str, subject: Subject, icon: str) -> None:
        button = self.add_link(text, icon)
        button.clicked.connect(lambda: self.desk.command_wanted.emit(command, subject))


class ConnectionsPanel(PersonPanel):
    """Who else is close to the person."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "link", "Connections")
        self.content.setSpacing(0)

    def show_page(self, page: PersonPage) -> None:
        """Show a person's connections; without any the panel is not there."""
        self.empty()
        known = page.connections
        self.setVisible(bool(known))
        self.side.setText(f"{len(known)} shared")
        for each in known[:_CONNECTIONS_SHOWN]:
            row = ConnectionRow(self.theme, each)
            row.clicked.connect(lambda _on=False, who=each.person_id: self.desk.person_wanted.emit(who))
            self.content.addWidget(row)
        if len(known) > _CONNECTIONS_SHOWN:
            self.add_text(f"and {len(known) - _CONNECTIONS_SHOWN} more", "caption", "ink3")


class ReachPanel(PersonPanel):
    """E-mail, phone and the like; a click copies."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "card", "How to reach")

    def show_page(self, page: PersonPage) -> None:
        """Show the ways to reach a person; without any the panel is not there."""
        self.empty()
        self.setVisible(bool(page.points))
        self.title.setText(f"Reach {first_name(page.standing.name)}")
        for point in page.points:
            row = PointRow(self.theme, _POINT_ICONS.get(point.kind, "link"), point.value, point.label)
            row.clicked.connect(lambda _on=False, value=point.value: self._copy(value))
            self.content.addWidget(row)

    def _copy(self, value: str) -> None:
        QGuiApplication.clipboard().setText(value)
        self.desk.said.emit(f"Copied {value}", False)


class AsPersonPanel(PersonPanel):
    """Who the person is beside the role."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "heart", "As a person")
        self.content.setSpacing(6)

    def show_page(self, page: PersonPage) -> None:
        """Show what is noted; where nothing is, offer to."""
        self.empty()
        for text in (page.as_a_person, page.notes):
            if text:
                self.add_text(text)
        facts = [
            f"Birthday {typed.birthday_words(page.birthday)}" if page.birthday else "",
            f"Speaks {page.languages}" if page.languages else "",
        ]
        told = ". ".join(each for each in facts if each)
        if told:
            self.add_text(told, "caption", "ink3")
        if page.tags:
            self._add_tags(page.tags)
        if not (page.as_a_person or page.notes):
            subject = Subject(people=(page.standing.person_id,))
            called = first_name(page.standing.name)
            button = self.add_link(f"Note what matters to {called} beyond work", "plus")
            button.clicked.connect(lambda: self.desk.command_wanted.emit("edit", subject))

    def _add_tags(self, tags: tuple[str, ...]) -> None:
        row = QWidget()
        flow = FlowLayout(4, row)
        for tag in tags:
            flow.addWidget(BadgeWidget(self.theme, Badge("", tag), row))
        self.content.addWidget(row)
