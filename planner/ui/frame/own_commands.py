"""The window's own commands: look, text size, keys, backup, another library, undo and the field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from planner.ui.desk import PRIVATE_MINUTES, Desk
from planner.ui.screen import Subject

if TYPE_CHECKING:
    from planner.ui.window import Window

_STEPS = (0.9, 1.0, 1.1, 1.25, 1.5)


def run_own(window: Window, command_id: str, subject: Subject) -> bool:
    """Run a command of the window itself; False where it is not one."""
    doing = _DOINGS.get(command_id)
    if doing is None:
        return False
    doing(window, subject)
    return True


def _field(window: Window, subject: Subject) -> None:
    window.field.open(subject)


def _help(window: Window, subject: Subject) -> None:
    window.field.open(subject, "?")


def _undo(window: Window, _subject: Subject) -> None:
    window.desk.undo()


def _redo(window: Window, _subject: Subject) -> None:
    window.desk.redo()


def _theme(window: Window, _subject: Subject) -> None:
    theme = window.desk.theme
    theme.set_dark(not theme.dark)
    window.desk.memory.remember_look(theme)


def _text(step: int) -> Callable[[Window, Subject], None]:
    def change(window: Window, _subject: Subject) -> None:
        theme = window.desk.theme
        near = min(range(len(_STEPS)), key=lambda each: abs(_STEPS[each] - theme.text_scale))
        theme.set_text_scale(_STEPS[max(0, min(len(_STEPS) - 1, near + step))])
        window.desk.memory.remember_look(theme)

    return change


def _back_up(window: Window, _subject: Subject) -> None:
    desk: Desk = window.desk
    path = desk.do(lambda: desk.library.back_up("by hand"))
    if path is not None:
        desk.said.emit(f"Backed up to {path.name}", False)
        window.show_home()


def _keys(window: Window, _subject: Subject) -> None:
    from planner.ui.dialogs.keys_dialog import KeysDialog

    KeysDialog(window.desk, window).exec()


def _region(step: int) -> Callable[[Window, Subject], None]:
    def go(window: Window, _subject: Subject) -> None:
        from planner.ui.frame.regions import go_on

        go_on(window, step)

    return go


def _plain_keys(window: Window, _subject: Subject) -> None:
    window.switch_plain_keys(not window.plain_keys)
    window.desk.memory.remember_view("plain_keys", "" if window.plain_keys else "off")
    said = "on" if window.plain_keys else "off; Ctrl+K finds every command"
    window.desk.said.emit(f"Plain keys are {said}.", False)


def _change_keys(window: Window, _subject: Subject) -> None:
    from planner.ui.dialogs.change_keys import ChangeKeys

    ChangeKeys(window.desk, window).exec()


def _capture(window: Window, _subject: Subject) -> None:
    window.capture()


def _open_library(window: Window, _subject: Subject) -> None:
    from PySide6.QtWidgets import QFileDialog

    folder = str(window.desk.library.path.parent)
    chosen, _ = QFileDialog.getOpenFileName(window, "Open another library", folder, "Rapport (*.rapport)")
    if chosen:
        window.desk.library_wanted.emit(Path(chosen))


def _private_notes(window: Window, _subject: Subject) -> None:
    desk = window.desk
    if desk.private_notes_open:
        desk.close_private_notes()
        desk.said.emit("Private notes are closed again.", False)
    else:
        desk.open_private_notes()
        desk.said.emit(f"Private notes are found for {PRIVATE_MINUTES} minutes.", False)


def _backups(window: Window, _subject: Subject) -> None:
    from planner.ui.safe.backups_dialog import BackupsDialog

    BackupsDialog(window.desk, window).exec()
    window.show_home()


def _passphrase(window: Window, _subject: Subject) -> None:
    from planner.ui.safe.passphrase_dialog import PassphraseDialog

    PassphraseDialog(window.desk, window).exec()


def _lock(window: Window, _subject: Subject) -> None:
    from planner.ui.safe.locking import lock

    if window.desk.library.is_encrypted:
        lock(window)
    else:
        window.desk.said.emit("There is no passphrase yet, so nothing would be locked. Set one first.", False)


def _hide_names(window: Window, _subject: Subject) -> None:
    from planner.ui.frame.hiding import switch

    hidden = switch(window.desk)
    window.desk.said.emit("Names are initials now." if hidden else "Names are shown again.", False)


_DOINGS: dict[str, Callable[[Window, Subject], object]] = {
    "field": _field,
    "help": _help,
    "undo": _undo,
    "redo": _redo,
    "theme": _theme,
    "text_larger": _text(1),
    "text_smaller": _text(-1),
    "back_up": _back_up,
    "keys": _keys,
    "next_region": _region(1),
    "previous_region": _region(-1),
    "plain_keys": _plain_keys,
    "change_keys": _change_keys,
    "capture": _capture,
    "backups": _backups,
    "passphrase": _passphrase,
    "lock": _lock,
    "hide_names": _hide_names,
    "open_library": _open_library,
    "private_notes": _private_notes,
    "quit": lambda window, _subject: window.close(),
}

OWN = frozenset(_DOINGS)
"""Ids of the commands that are done here."""
