"""The universal field over the whole window; Esc or a click beside it closes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.ui.desk import Desk
from planner.ui.field.body import WIDTH, FieldBody
from planner.ui.frame.hit import Hit
from planner.ui.screen import Subject
from planner.ui.widgets.shadow import paint_shadow, shadow_margin
from planner.ui.widgets.themed import ThemedWidget

_TOP = 64
_BELOW = 24


class UniversalField(ThemedWidget):
    """Lies over the window while it is open; `closed` gives the keyboard back."""

    closed = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk.theme, window)
        self.body = FieldBody(desk, self)
        self.body.left.connect(self.close_field)
        self.body.measured.connect(self.update)
        window.installEventFilter(self)
        self.hide()

    def open(self, subject: Subject, text: str = "") -> None:
        """Show the field, empty or with a text; commands act on `subject`."""
        self._lay_out()
        self.show()
        self.raise_()
        self.body.begin(subject, text)

    def close_field(self) -> None:
        """Put the field away and give the focus back."""
        self.body.end()
        self.hide()
        self.closed.emit()

    @property
    def results(self) -> tuple[Hit, ...]:
        """What can be chosen now."""
        return self.body.hits

    def follow_theme(self) -> None:
        """Take up new sizes."""
        if self.isVisible():
            self._lay_out()
        super().follow_theme()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self._lay_out()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.body.geometry().contains(event.position().toPoint()):
            self.close_field()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.theme.palette
        painter.fillRect(self.rect(), palette.scrim)
        paint_shadow(painter, QRectF(self.body.geometry()), "dialog", palette, 12)
        painter.end()

    def _lay_out(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        self.setGeometry(window.rect())
        most = self.width() - 2 * shadow_margin("dialog", self.theme.palette) - 24
        width = min(self.theme.px(WIDTH), most)
        self.body.setGeometry((self.width() - width) // 2, self.theme.px(_TOP), width, self.body.height())
        self.body.fit(self.height() - self.theme.px(_TOP) - _BELOW)
        self.update()
