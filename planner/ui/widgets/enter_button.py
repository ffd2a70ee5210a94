"""A painted button that Enter presses, too, wherever plain keys are commands of the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QWidget

from planner.ui.theme import Theme

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_STEPS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down})


class EnterButton(QAbstractButton):
    """Keeps Enter and the `own_keys` of a subclass from the page; it repaints under the pointer."""

    own_keys: frozenset[Qt.Key] = frozenset()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.follow_theme)

    def follow_theme(self) -> None:
        """Take up new sizes and colours."""
        self.updateGeometry()
        self.update()

    def paint_hover(self, painter: QPainter, radius: float = 4) -> None:
        """Paint the ground of a row under the pointer; edges are smooth from now on."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.palette.hover)
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)

    def event(self, event: QEvent) -> bool:
        """Claim Enter before the page's commands do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and Qt.Key(event.key()) in ENTER | self.own_keys:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter clicks; up and down are for whatever holds the button."""
        if Qt.Key(event.key()) in ENTER:
            self.click()
        elif Qt.Key(event.key()) in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)
