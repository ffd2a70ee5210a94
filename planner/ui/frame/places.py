"""The places of the window, each made when it is first gone to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.queries.people import count
from planner.ui.desk import Desk
from planner.ui.screen import Screen


def _week(desk: Desk) -> Screen:
    from planner.ui.board.view import WeekScreen

    return WeekScreen(desk)


def _people(desk: Desk) -> Screen:
    from planner.ui.people.view import PeopleScreen

    return PeopleScreen(desk)


def _person(desk: Desk) -> Screen:
    from planner.ui.person.view import PersonScreen

    return PersonScreen(desk)


def _first_run(desk: Desk) -> Screen:
    from planner.ui.first_run.view import FirstRunScreen

    return FirstRunScreen(desk)


def _import(desk: Desk) -> Screen:
    from planner.ui.review.view import ReviewScreen

    return ReviewScreen(desk)


_MAKERS: dict[str, Callable[[Desk], Screen]] = {
    "plan": _week,
    "people": _people,
    "person": _person,
    "first_run": _first_run,
    "import": _import,
}
_UNDER = {"person": "people", "first_run": "plan", "import": "people"}
"""Under which entry of the navigation a place without one of its own belongs."""


class Places(QObject):
    """Goes from place to place; `went` names the entry of the navigation to mark."""

    went = Signal(str)

    def __init__(self, desk: Desk, pages: QStackedWidget) -> None:
        super().__init__(pages)
        self._desk = desk
        self._pages = pages
        self._made: dict[str, Screen] = {}
        self.current = ""
        self._before_person = "people"

    def go(self, place: str) -> Screen:
        """Show a place, made now if this is the first time; 'back' is the one before the person page."""
        if place == "back":
            place = self._before_person
        elif place == "person" and self.current not in ("", "person"):
            self._before_person = self.current
        screen = self.screen(place)
        self.current = place
        self._pages.setCurrentWidget(screen)
        screen.setFocus()
        self.went.emit(_UNDER.get(place, place))
        return screen

    def screen(self, place: str) -> Screen:
        """The screen of a place."""
        if place not in self._made:
            self._made[place] = _MAKERS[place](self._desk)
            self._pages.addWidget(self._made[place])
        return self._made[place]

    def show_person(self, person_id: int) -> None:
        """Open a person's page."""
        _call(self.screen("person"), "show_person", person_id)
        self.go("person")

    def show_layer(self, hue: str) -> None:
        """Show the people of a layer."""
        _call(self.go("people"), "show_layer", hue)

    def review_files(self, files: Sequence[Path]) -> None:
        """Read files and show what would be imported."""
        _call(self.go("import"), "review_files", files)

    def after_people_changed(self) -> None:
        """Leave the first run when somebody is there, and return to it when nobody is."""
        anybody = count(self._desk.library) > 0
        if self.current == "first_run" and anybody:
            self.go("plan")
        elif self.current not in ("first_run", "import") and not anybody:
            self.go("first_run")

    def run(self, command_id: str) -> None:
        """Run a command that is about places or belongs to one of them."""
        if command_id.startswith("go_"):
            self.go(command_id.removeprefix("go_") if count(self._desk.library) else "first_run")
        elif command_id == "import":
            _call(self.go("import"), "choose_files")
        elif command_id in ("weekend", "previous_week", "next_week", "this_week"):
            _call(self.go("plan"), command_id)


def _call(screen: QWidget, name: str, *arguments: object) -> None:
    """Call what only this kind of screen can do; the places know them by name only, to load them late."""
    getattr(screen, name)(*arguments)
