"""How a field on a page is left: Enter, Esc, or for something else; and that its letters are no commands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.ui.widgets.enter_button import ENTER

_STAYS = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})
_MODIFIERS = Qt.KeyboardModifier
_NEW_LINE = _MODIFIERS.ShiftModifier | _MODIFIERS.ControlModifier
_COMMAND = _MODIFIERS.ControlModifier | _MODIFIERS.AltModifier


class Leaving(QObject):
    """Listens to one field. Shift or Ctrl with Enter is left to the field, as a new line."""

    entered = Signal()
    put_back = Signal()
    left = Signal()

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.ShortcutOverride:
            return self._claims(event)
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            return self._means(event)
        if isinstance(event, QFocusEvent) and kind == QEvent.Type.FocusOut and event.reason() not in _STAYS:
            self.left.emit()
        return False

    def _claims(self, event: QKeyEvent) -> bool:
        """Keep plain keys from the page, where each would be a command."""
        if event.modifiers() & _COMMAND:
            return False
        event.accept()
        return True

    def _means(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.put_back.emit()
            return True
        if Qt.Key(event.key()) in ENTER and not event.modifiers() & _NEW_LINE:
            self.entered.emit()
            return True
        return False
