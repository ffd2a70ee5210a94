"""The places of the window, each made when it is first gone to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from planner.queries.people import anybody
from planner.ui.commands import BY_ID, CHARTS, SUGGESTION
from planner.ui.desk import Desk
from planner.ui.screen import Screen, Subject


def _week(desk: Desk, parent: QWidget) -> Screen:
    from planner.ui.board.view import WeekScreen

    return WeekScreen(desk, parent)


def _month(desk: Desk, parent: QWidget) -> Screen:
    from planner.ui.board.month_view import MonthScreen

    return MonthScreen(desk, parent)


def _lanes(desk: Desk, parent: QWidget) -> Screen:
    from planner.ui.board.lanes_view import LanesScreen

    return LanesScreen(desk, parent)


def _people(desk: Desk, parent: QWidget) -> Screen:
    from planner.ui.people.view import PeopleScreen

    return PeopleScreen(desk, parent)


def _commitments(desk: Desk, parent: QWidget) -> Screen:
    from planner.ui.commitments.view import CommitmentsScreen

    return CommitmentsScreen(desk, parent)


def _duplicates(desk: Desk, parent: QWidget) -> Screen:
    from planner.ui.tidy.duplicates_view import DuplicatesScreen

    return DuplicatesScreen(desk, parent)


def _trash(desk: Desk, parent: QWidget) -> Screen:
    from planner.ui.tidy.trash_view import TrashScreen

    return TrashScreen(desk, parent)


def _person(desk: Desk, parent: QWidget) -> Screen:
    from planner.ui.person.view import PersonScreen

    return PersonScreen(desk, parent)


def _timeline(desk: Desk, parent: QWidget) -> Screen:
    from planner.ui.timeline.view import TimelineScreen

    return TimelineScreen(desk, parent)


def _cadence(desk: Desk, parent: QWidget) -> Screen:
    from planner.ui.cadence.view import CadenceScreen

    return CadenceScreen(desk, parent)


def _first_run(desk: Desk, parent: QWidget) -> Screen:
    from planner.ui.first_run.view import FirstRunScreen

    return FirstRunScreen(desk, parent)


def _import(desk: Desk, parent: QWidget) -> Screen:
    from planner.ui.review.view import ReviewScreen

    return ReviewScreen(desk, parent)


_MAKERS: dict[str, Callable[[Desk, QWidget], Screen]] = {
    "plan": _week,
    "month": _month,
    "lanes": _lanes,
    "people": _people,
    "commitments": _commitments,
    "timeline": _timeline,
    "cadence": _cadence,
    "person": _person,
    "first_run": _first_run,
    "import": _import,
    "duplicates": _duplicates,
    "trash": _trash,
}
_UNDER = {
    "month": "plan",
    "lanes": "plan",
    "person": "people",
    "commitments": "people",
    "duplicates": "people",
    "trash": "people",
    "first_run": "plan",
    "import": "people",
}
"""Under which entry of the navigation a place without one of its own belongs."""
_MONTHS = {"previous_week": "previous_month", "next_week": "next_month", "this_week": "this_month"}
"""What the keys that turn weeks do while the month is shown."""

_FILTERING = {"filter_words": "open_field", "filter_choices": "open_sheet", "clear_filters": "clear"}
"""What the filters of a screen do; a screen that has none leaves it to the people."""


class Places(QObject):
    """Goes from place to place; `went` names the entry of the navigation to mark."""

    went = Signal(str)

    def __init__(self, desk: Desk, pages: QStackedWidget) -> None:
        super().__init__(pages)
        self._desk = desk
        self._pages = pages
        self._made: dict[str, Screen] = {}
        self.current = ""
        self._board = "plan"
        self._before_person = "people"
        desk.week_wanted.connect(self.show_week)

    def go(self, place: str) -> Screen:
        """Show a place, made now if this is the first time.

        'plan' is the week, its lanes or the month, whichever was shown last; 'back' is the place before the
        person page.
        """
        if place == "back":
            place = self._before_person
        elif place == "person" and self.current not in ("", "person"):
            self._before_person = self.current
        if place == "plan":
            place = self._board
        elif place in ("month", "lanes"):
            self._board = place
        screen = self.screen(place)
        self.current = place
        self._pages.setCurrentWidget(screen)
        screen.setFocus()
        self.went.emit(_UNDER.get(place, place))
        return screen

    def screen(self, place: str) -> Screen:
        """The screen of a place."""
        if place not in self._made:
            # With its parent from the beginning: Qt styles everything in a widget that moves to another anew.
            self._made[place] = _MAKERS[place](self._desk, self._pages)
            self._pages.addWidget(self._made[place])
        return self._made[place]

    def show_person(self, person_id: int) -> None:
        """Open a person's page."""
        _call(self.screen("person"), "show_person", person_id)
        self.go("person")

    def show_week(self, day: date) -> None:
        """Show the week that a day is in."""
        self._turn_to_board("plan")
        _call(self.go("plan"), "show_week", day)

    def show_board(self, board: str) -> None:
        """Show the week ('plan'), its lanes or the month, where the one before was."""
        before = self._turn_to_board(board)
        screen = self.go("plan")
        if before != board:
            _call(screen, "show_week", _monday(self.screen(before)))

    def _turn_to_board(self, board: str) -> str:
        """Let this board be the one that is shown, narrowed as the one before; return which that was."""
        before, self._board = self._board, board
        if before != board:
            _call(self.screen(board), "narrow_as", self.screen(before))
        return before

    def show_layer(self, hue: str) -> None:
        """Narrow the place that is shown to a layer; one that shows nobody leaves it to the people."""
        filters = self.screen(self.current).filtering()
        _call(self.screen(self.current) if filters is not None else self.go("people"), "show_layer", hue)

    def show_filter(self, wanted: object) -> None:
        """Show the people whom a filter lets through."""
        _call(self.go("people"), "narrow", wanted)

    def review_files(self, files: Sequence[Path]) -> None:
        """Read files and show what would be imported."""
        _call(self.go("import"), "review_files", files)

    def after_people_changed(self) -> None:
        """Leave the first run when somebody is there, and return to it when nobody is."""
        somebody = anybody(self._desk.library)
        if self.current == "first_run" and somebody:
            self.go("plan")
        elif self.current not in ("first_run", "import", "trash") and not somebody:
            self.go("first_run")

    def run(self, command_id: str, subject: Subject) -> None:
        """Run a command that is about places or belongs to one of them."""
        if command_id in self.screen(self.current).does:
            self.screen(self.current).do(command_id)
        elif command_id in CHARTS:
            charted = "chart_table" in self.screen(self.current).does
            sorry = f"“{BY_ID[command_id].words.removesuffix(' …')}” is not for the chart of this page."
            self._desk.said.emit(sorry if charted else "There is no chart on this page.", False)
        elif command_id in SUGGESTION and anybody(self._desk.library):
            _call(self._show_a_week(), "run_suggestion", command_id, subject)
        elif command_id.startswith("go_"):
            there = anybody(self._desk.library) or command_id == "go_trash"
            self.go(command_id.removeprefix("go_") if there else "first_run")
        elif command_id == "erase":
            _call(self.go("trash"), "erase", subject.people)
        elif command_id == "import":
            _call(self.go("import"), "choose_files")
        elif command_id in ("week_view", "month_view") and anybody(self._desk.library):
            self.show_board("plan" if command_id == "week_view" else "month")
        elif command_id == "lanes" and anybody(self._desk.library):
            self.show_board("plan" if self.current == "lanes" else "lanes")
        elif command_id == "quick_add":
            if self.current == "people":
                _call(self.screen("people"), "quick_add")
            else:
                _call(self._show_a_week(), "quick_add")
        elif command_id in _FILTERING and anybody(self._desk.library):
            bar = self.screen(self.current).filtering() or self.go("people").filtering()
            if bar is not None:
                _call(bar, _FILTERING[command_id])
        elif command_id in ("weekend", "previous_week", "next_week", "this_week"):
            screen = self.go("plan")
            _call(screen, _MONTHS.get(command_id, command_id) if self._board == "month" else command_id)

    def _show_a_week(self) -> Screen:
        """Show the week, in lanes where it was shown so last."""
        self.show_board("lanes" if self._board == "lanes" else "plan")
        return self.screen(self._board)


def _monday(screen: QWidget) -> object:
    """The week that a board is in."""
    return getattr(screen, "monday", None)


def _call(screen: QWidget, name: str, *arguments: object) -> None:
    """Call what only this kind of screen can do; the places know them by name only, to load them late."""
    getattr(screen, name)(*arguments)
