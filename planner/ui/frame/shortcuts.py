"""Binds the keys of every command to the window, and anew when they are changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcutEvent
from PySide6.QtWidgets import QWidget

from planner.ui.commands import CHARTS, COMMANDS
from planner.ui.keys import Keys, lives_in_places

_SLASH = "/"


class Shortcuts:
    """Plain keys live in the places only, so that they are letters in every text field and dialog.

    There are two actions for all commands, one for the window and one for the places: an action for each
    would take longer to make than the rest of the window's frame.
    """

    def __init__(self, window: QWidget, places: QWidget, keys: Keys, run: Callable[[str], None]) -> None:
        self._keys = keys
        self._in_window = _Bound(window, Qt.ShortcutContext.WindowShortcut, run)
        self._in_places = _Bound(places, Qt.ShortcutContext.WidgetWithChildrenShortcut, run)
        self.plain = True
        self._idle: frozenset[str] = CHARTS
        keys.changed.connect(self.bind)

    def switch_plain(self, on: bool) -> None:
        """Switch the keys of a single letter or sign on or off."""
        self.plain = on
        self.bind()

    def suit(self, does: frozenset[str]) -> None:
        """Leave the keys of charts to a page that has none: there Shift and a letter jump to a name."""
        if self._idle != CHARTS - does:
            self._idle = CHARTS - does
            self.bind()

    def bind(self) -> None:
        """Let every key that counts now run its command."""
        in_window: dict[str, str] = {}
        in_places = {_SLASH: "field"} if self.plain else {}
        for command in COMMANDS:
            own = self._keys.of(command.id)
            if command.id in self._idle or (len(own) == 1 and not self.plain):
                continue
            home = in_places if lives_in_places(command, own) else in_window
            home.update(dict.fromkeys(self._keys.all_of(command.id), command.id))
        self._in_window.mean(in_window)
        self._in_places.mean(in_places)


class _Bound(QAction):
    """Runs the commands of the keys that are pressed in one widget."""

    def __init__(self, home: QWidget, context: Qt.ShortcutContext, run: Callable[[str], None]) -> None:
        super().__init__(home)
        self._run = run
        self._commands: Mapping[str, str] = {}
        self.setShortcutContext(context)
        home.addAction(self)

    def mean(self, commands: Mapping[str, str]) -> None:
        """From now on these keys, in Qt's portable form, run these commands, and no others do."""
        self._commands = commands
        self.setShortcuts([QKeySequence(each) for each in commands])

    def event(self, event: QEvent) -> bool:
        """Run the command of the keys that were pressed."""
        if not isinstance(event, QShortcutEvent):
            return super().event(event)
        pressed = event.key()
        command_id = next(
            (found for keys, found in self._commands.items() if QKeySequence(keys) == pressed), ""
        )
        if command_id and not event.isAmbiguous():
            self._run(command_id)
        return True
