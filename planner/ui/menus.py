"""Menus made from the table of commands."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from planner.ui import icons
from planner.ui.commands import BY_ID, Command, Needs
from planner.ui.desk import Desk
from planner.ui.screen import Subject

SEPARATOR = "-"
_LIBRARY = (
    *("import", "export", SEPARATOR, "back_up", "backups", SEPARATOR, "passphrase", "lock"),
    *(SEPARATOR, "open_library"),
)


def command_menu(desk: Desk, ids: Iterable[str], subject: Subject, parent: QWidget) -> QMenu:
    """A menu of these commands for one subject; '-' separates, what makes no sense for it is left out."""
    menu = QMenu(parent)
    for each in ids:
        if each == SEPARATOR:
            menu.addSeparator()
        elif fits(BY_ID[each], subject):
            menu.addAction(_action(desk, BY_ID[each], subject, menu))
    return menu


def library_menu(desk: Desk, parent: QWidget) -> QMenu:
    """What can be done with the library as a whole."""
    return command_menu(desk, _LIBRARY, Subject(), parent)


def fits(command: Command, subject: Subject) -> bool:
    """Whether the subject has what the command needs."""
    return {
        Needs.NOTHING: True,
        Needs.PERSON: bool(subject.people),
        Needs.PLAN: bool(subject.plan_id),
        Needs.PLANS: bool(subject.plan_ids),
        Needs.CONVERSATION: bool(subject.conversation_id),
        Needs.COMMITMENT: bool(subject.commitment_id),
    }[command.needs]


def _action(desk: Desk, command: Command, subject: Subject, menu: QMenu) -> QAction:
    # The keys are shown, not bound: the window's own actions listen to them.
    text, keys = command.words.replace("&", "&&"), desk.keys.shown(command.id)
    action = QAction(f"{text}\t{keys}" if keys else text, menu)
    if command.icon:
        action.setIcon(icons.icon(command.icon, desk.theme.palette.ink2))
    action.triggered.connect(lambda: desk.command_wanted.emit(command.id, subject))
    return action
