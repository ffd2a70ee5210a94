"""Undo and redo while a field has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


class FieldSteps(QObject):
    """Leaves the keys of undo and redo to the library where a field of the window has no step of its own.

    Qt's fields keep these keys to themselves, also with nothing typed in them.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop the field from claiming a key that it has no use for."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            useless = isinstance(watched, QLineEdit) and (
                (event.matches(_UNDO) and not watched.isUndoAvailable())
                or (event.matches(_REDO) and not watched.isRedoAvailable())
            )
            if useless:
                event.ignore()
                return True
        return False

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QLineEdit) and now.window() is self._window:
            now.installEventFilter(self)
