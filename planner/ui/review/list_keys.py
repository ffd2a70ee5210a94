"""The keys of the list: steps, ticks and answers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from planner.ui.review.rows import KEYS, Answer

_EVER = 1_000_000_000
_ROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -_EVER, Qt.Key.Key_End: _EVER}
_WINDOWS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_ANSWERS = {Qt.Key(ord(letter)): answer for letter, answer in KEYS.items()}
_TICKS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OURS = frozenset((*_ROWS, *_WINDOWS, *_ANSWERS, *_TICKS, Qt.Key.Key_T))
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def is_ours(event: QKeyEvent) -> bool:
    """Whether the list answers to this key itself."""
    return event.modifiers() in _PLAIN and event.key() in _OURS


def rows_of(key: Qt.Key) -> int:
    """How many rows a key goes down; 0 for a key that does not go by rows."""
    return _ROWS.get(key, 0)


def windows_of(key: Qt.Key) -> int:
    """How many windows a key goes down; 0 for a key that does not go by windows."""
    return _WINDOWS.get(key, 0)


def answer_of(key: Qt.Key) -> Answer | None:
    """The answer that a letter gives."""
    return _ANSWERS.get(key)
