"""Breaking off in the middle of typing, as a crash does."""

from __future__ import annotations

from planner.library import Library
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.kept_typing import KeptTyping


def pause(dialog: Dialog) -> None:
    """What the two seconds after the last key bring."""
    waiting = [kept._clock for kept in dialog.findChildren(KeptTyping) if kept._clock.isActive()]
    assert waiting
    waiting[-1].timeout.emit()


def break_off(dialog: Dialog) -> None:
    """The program ends while the dialog is open: nothing is saved and nothing cancelled."""
    pause(dialog)
    dialog.deleteLater()


def kept_places(library: Library) -> list[str]:
    """Where something is kept."""
    return [row[0] for row in library.rows("SELECT place FROM unfinished")]
