"""What can be done on the people screen: the commands of its menus and of the selection bar."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from planner.domain import words
from planner.domain.rhythm import State
from planner.queries.people import archived_among, named
from planner.queries.touched import WATCHED as OF_PEOPLE
from planner.ui import icons
from planner.ui.desk import Desk
from planner.ui.menus import command_menu
from planner.ui.people.grid_hand import Grid
from planner.ui.people.heading import counts_of
from planner.ui.people.look import Look
from planner.ui.screen import Subject

WATCHED = OF_PEOPLE
ACTIONS = {"Log": "log", "Plan": "plan", "Message": "message"}
"""What a button on a card asks for."""
MORE = "more"
BAR = {
    "Plan on": "plan",
    "Change rhythm": "rhythm",
    "Add to initiative": "initiative",
    "Draft message": "message",
}
"""The words of the selection bar with their commands; behind them comes the rest of the menu."""
BAR_MORE = "More"
_ABOUT_THEM = ("-", "rhythm", "layer", "tag", "initiative")
_ONE = ("open", "-", "plan", "log", "message", "brief", "promise", *_ABOUT_THEM, "edit", "-")
_SEVERAL = ("plan", "log", "message", "brief", *_ABOUT_THEM, "-")
_NAMED = 2


def people_menu(desk: Desk, people: Sequence[int], parent: QWidget) -> QMenu:
    """All that can be done with these people."""
    ids = list(_ONE if len(people) == 1 else _SEVERAL)
    away = archived_among(desk.library, people)
    resting = {each.id for each in desk.roster.people(desk.today) if each.state == "resting"}
    ids += ["end_rest"] if set(people) <= resting else ["rest"]
    ids += ["unarchive"] if set(people) <= away else ["archive"]
    ids += ["-", "export_people", *(["about"] if len(people) == 1 else [])]
    ids += [*(["merge"] if len(people) <= _NAMED else []), "remove"]
    return command_menu(desk, ids, Subject(people=tuple(people)), parent)


class HeadingMenu(QMenu):
    """What a heading offers: `see` says the look that was wanted, `count` the states of whom to show."""

    see = Signal(object)
    count = Signal(object)


def heading_menu(grid: Grid, look: Look, number: int) -> HeadingMenu:
    """Fold, fold all others, open all, whom a count counts, choose and add for the group of a heading."""
    menu = HeadingMenu(grid)
    group = grid.groups[number]
    keys = frozenset(each.key for each in grid.groups)
    ink = grid.theme.palette.ink2

    def add(text: str, icon: str, wanted: Look) -> None:
        action = QAction(icons.icon(icon, ink), text, menu)
        action.triggered.connect(lambda: menu.see.emit(wanted))
        menu.addAction(action)

    folded = group.key in look.folded
    add(
        "Open" if folded else "Fold",
        "down" if folded else "right",
        look._replace(folded=look.folded ^ {group.key}),
    )
    add("Fold all others", "right", look._replace(folded=keys - {group.key}))
    add("Open all", "down", look._replace(folded=frozenset()))
    menu.addSeparator()
    for said, states in counts_of(group):
        counted = QAction(icons.icon("filter", ink), f"Show the {said}", menu)
        counted.triggered.connect(partial(_emit, menu, states))
        menu.addAction(counted)
    menu.addSeparator()
    choose = QAction(icons.icon("check", ink), f"Choose all {len(group.people)}", menu)
    choose.triggered.connect(lambda: grid.choose([*grid.selected, *group.people]))
    adding = QAction(icons.icon("plus", ink), "Add somebody here\tA", menu)
    adding.triggered.connect(lambda: grid.add_wanted.emit(group.key))
    menu.addActions([choose, adding])
    return menu


def _emit(menu: HeadingMenu, states: frozenset[State]) -> None:
    menu.count.emit(states)


def chosen_words(desk: Desk, people: Sequence[int]) -> str:
    """'2 selected: Tobias Lindner, Mei-Ling Zhao', of more the first two; '' for nobody."""
    if not people:
        return ""
    names = [each.name for each in named(desk.library, people[:_NAMED])]
    rest = len(people) - len(names)
    said = ", ".join(names) + (f" and {words.count(rest, 'more', 'more')}" if rest else "")
    return f"{len(people)} selected: {said}"
