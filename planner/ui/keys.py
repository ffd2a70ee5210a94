"""Which keys run a command: those of the table, or the ones that the person chose instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from planner.ui.commands import BY_ID, COMMANDS, SCREEN_KEYS, Command, Needs
from planner.ui.memory import Memory

ALSO: Mapping[str, tuple[str, ...]] = {
    "text_larger": ("Ctrl+=",),
    "redo": ("Ctrl+Y",),
    "open": ("Enter",),
    "accept_all": ("Ctrl+Enter",),
}
"""More keys of some commands, as long as theirs were not changed."""

FIXED: Mapping[str, str] = {
    "Esc": "closes and cancels",
    "Tab": "goes to the next place",
    "Shift+Tab": "goes to the place before",
    "Space": "selects a card",
    "Up": "moves between cards",
    "Down": "moves between cards",
    "Left": "moves between cards",
    "Right": "moves between cards",
    "Shift+Up": "extends the selection",
    "Shift+Down": "extends the selection",
    "Shift+Left": "extends the selection",
    "Shift+Right": "extends the selection",
    "Ctrl+A": "selects everybody shown",
    "End": "goes to the last card",
    "F2": "changes words where they stand",
    "Shift+F2": "changes what a conversation was about",
    "Menu": "opens the menu of a card",
    "Shift+F10": "opens the menu of a card",
    "/": "opens the universal field",
}
"""Keys that cannot be given to a command, and what they do."""


class Keys(QObject):
    """The keys as they are now. `changed` is heard after any of them was."""

    changed = Signal()

    def __init__(self, memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._own: dict[str, str] = {}

    def remember_in(self, memory: Memory) -> None:
        """Take up the keys that were chosen, and keep them there."""
        self._memory = memory
        self._own = {each: keys for each, keys in memory.keys().items() if each in BY_ID}
        self.changed.emit()

    def of(self, command_id: str) -> str:
        """A command's keys in Qt's portable form, '' for none."""
        return self._own.get(command_id, BY_ID[command_id].keys)

    def all_of(self, command_id: str) -> tuple[str, ...]:
        """Its keys and those it has besides."""
        if self.is_own(command_id):
            return (self.of(command_id),) if self.of(command_id) else ()
        taken = set(self._own.values())
        usual = (BY_ID[command_id].keys, *ALSO.get(command_id, ()))
        return tuple(each for each in usual if each and each not in taken)

    def shown(self, command_id: str) -> str:
        """The keys as a keyboard shows them: 'Ctrl K', 'Enter'."""
        return shown(self.of(command_id))

    def is_own(self, command_id: str) -> bool:
        """Whether the keys are not those of the table."""
        return command_id in self._own

    @property
    def any_own(self) -> bool:
        """Whether any keys were changed."""
        return bool(self._own)

    def holder(self, keys: str, besides: str = "") -> Command | None:
        """The command that has these keys, other than `besides`."""
        others = (each for each in COMMANDS if each.id != besides)
        return next((each for each in others if keys in self.all_of(each.id)), None)

    def refusal(self, keys: str) -> str:
        """Why no command can have these keys, '' where one can."""
        does = FIXED.get(keys)
        if does is None and keys.startswith("Shift+") and len(keys) == len("Shift+A"):
            does = "jumps to a name"
        return f"{shown(keys)} always {does}. Press other keys." if does else ""

    def give(self, command_id: str, keys: str) -> None:
        """Let these keys run the command; whichever had them has none any more. '' takes its keys away."""
        holder = self.holder(keys, command_id) if keys else None
        if holder is not None and self.of(holder.id) == keys:
            self._set(holder.id, "")
        self._set(command_id, keys)
        self._tell()

    def reset(self, command_id: str) -> None:
        """Give a command the table's keys again; whichever has them now loses them."""
        self.give(command_id, BY_ID[command_id].keys)

    def reset_all(self) -> None:
        """The table's keys for every command."""
        self._own.clear()
        self._tell()

    def _set(self, command_id: str, keys: str) -> None:
        if keys == BY_ID[command_id].keys:
            self._own.pop(command_id, None)
        else:
            self._own[command_id] = keys

    def _tell(self) -> None:
        self._memory.remember_keys(self._own)
        self.changed.emit()


def follow(keys: Keys, command_id: str, show: Callable[[str], object]) -> None:
    """Show a command's keys somewhere that lives as long as the window, now and after every change."""
    keys.changed.connect(lambda: show(keys.shown(command_id)))
    show(keys.shown(command_id))


def shown(keys: str) -> str:
    """Keys in Qt's portable form as a keyboard shows them."""
    text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    if text == "+" or text.endswith("++"):
        return f"{text[:-2].replace('+', ' ')} +".lstrip()
    return text.replace("+", " ").replace("Return", "Enter")


def lives_in_places(command: Command, keys: str) -> bool:
    """Whether keys must stay out of text fields and dialogs: those of cards, and plain ones."""
    return command.needs is not Needs.NOTHING or command.id in SCREEN_KEYS or _is_plain(keys)


def _is_plain(keys: str) -> bool:
    last = keys.rpartition("+")[2]
    is_function = len(last) > 1 and last[0] == "F" and last[1:].isdigit()
    return not is_function and not any(each in keys for each in ("Ctrl+", "Alt+", "Meta+"))
