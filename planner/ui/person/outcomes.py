"""How a commitment ended: the menu that asks."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

from planner.ui.desk import Desk
from planner.ui.menus import command_menu
from planner.ui.screen import Subject

_ENDS = ("kept", "kept_late", "another_day", "not_kept", "released", "-", "change_promise", "remove_promise")
_ENDED = ("reopen", "-", "kept", "kept_late", "not_kept", "released", "-", "remove_promise")


def outcome_menu(desk: Desk, commitment_id: int, *, ended: bool, parent: QWidget) -> QMenu:
    """The ways a commitment can end; for one that ended, also to open it again."""
    return command_menu(desk, _ENDED if ended else _ENDS, Subject(commitment_id=commitment_id), parent)
