"""The small window for one line: it opens over whatever one is doing, and goes when the line is written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QCloseEvent, QCursor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.ui.desk import Desk
from planner.ui.field.body import WIDTH, FieldBody
from planner.ui.screen import Subject
from planner.ui.widgets.shadow import paint_shadow, shadow_margin
from planner.ui.widgets.themed import ThemedWidget

_FROM_TOP = 0.2
_MARGIN = 40


class CaptureWindow(ThemedWidget):
    """The universal field in a frameless window above the others. Esc, and going elsewhere, puts it away."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent)
        self.setWindowFlags(
            Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowTitle("Rapport: one line")
        self.setAccessibleName("One line")
        self.body = FieldBody(desk, self, "capture")
        self.body.left.connect(self.close)
        self.body.measured.connect(self._measure)

    def open(self, text: str = "") -> None:
        """Show it on the screen where the pointer is, with the line ready for typing."""
        self._place()
        self.body.begin(Subject(), text)
        self.show()
        self.raise_()
        self.activateWindow()
        self.body.line.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.body.end()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Go when another window is gone to, unless something is typed."""
        left = event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow()
        if left and self.isVisible() and not self.body.line.text():
            self.close()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_shadow(painter, QRectF(self.body.geometry()), "dialog", self.theme.palette, 12)
        painter.end()

    def follow_theme(self) -> None:
        """Take up new sizes."""
        if self.isVisible():
            self._place()
        super().follow_theme()

    def _place(self) -> None:
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        area = screen.availableGeometry()
        edge = shadow_margin("dialog", self.theme.palette)
        width = min(self.theme.px(WIDTH), area.width() - 2 * edge)
        self.body.setGeometry(edge, edge, width, self.body.height())
        top = area.top() + round(area.height() * _FROM_TOP)
        self.body.fit(area.bottom() - top - _MARGIN)
        self._measure()
        self.move(QPoint(area.center().x() - self.width() // 2, top - edge))

    def _measure(self) -> None:
        edge = self.body.x()
        self.resize(self.body.width() + 2 * edge, self.body.height() + 2 * edge)
