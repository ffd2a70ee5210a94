"""Binds the keys of every command to the window, and anew when they are changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from planner.ui.commands import BY_ID, CHARTS, COMMANDS
from planner.ui.keys import Keys, lives_in_places

_IN_PLACES = Qt.ShortcutContext.WidgetWithChildrenShortcut
_IN_WINDOW = Qt.ShortcutContext.WindowShortcut


class Shortcuts:
    """Plain keys live in the places only, so that they are letters in every text field and dialog."""

    def __init__(self, window: QWidget, places: QWidget, keys: Keys, run: Callable[[str], None]) -> None:
        self._window, self._places, self._keys = window, places, keys
        self._actions = {each.id: self._action(each.words, partial(run, each.id)) for each in COMMANDS}
        self._slash = self._action(BY_ID["field"].words, partial(run, "field"))
        self._slash.setShortcut(QKeySequence("/"))
        self._slash.setShortcutContext(_IN_PLACES)
        places.addAction(self._slash)
        self.plain = True
        self._idle: frozenset[str] = CHARTS
        self._bind()
        keys.changed.connect(self._bind)

    def switch_plain(self, on: bool) -> None:
        """Switch the keys of a single letter or sign on or off."""
        self.plain = on
        self._slash.setEnabled(on)
        self._enable()

    def suit(self, does: frozenset[str]) -> None:
        """Leave the keys of charts to a page that has none: there Shift and a letter jump to a name."""
        self._idle = CHARTS - does
        self._enable()

    def _enable(self) -> None:
        for command_id, action in self._actions.items():
            meant = self.plain or len(self._keys.of(command_id)) != 1
            action.setEnabled(meant and command_id not in self._idle)

    def _action(self, words: str, run: Callable[[], None]) -> QAction:
        action = QAction(words, self._window)
        action.triggered.connect(lambda _checked=False: run())
        return action

    def _bind(self) -> None:
        for command in COMMANDS:
            action = self._actions[command.id]
            action.setShortcuts([QKeySequence(each) for each in self._keys.all_of(command.id)])
            inside = lives_in_places(command, self._keys.of(command.id))
            action.setShortcutContext(_IN_PLACES if inside else _IN_WINDOW)
            home, other = (self._places, self._window) if inside else (self._window, self._places)
            other.removeAction(action)
            home.addAction(action)
        self.switch_plain(self.plain)
