"""The accent ring, 2 px wide and 2 px away, around whichever button has the keyboard's focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from planner.ui.theme import Theme
from planner.ui.widgets.themed import ThemedWidget

_REACH = 4
_RADIUS = 6


class FocusRing(QObject):
    """Follows the application's focus. One is made beside the theme.

    Fields and painted views show focus themselves. A button with the property 'ownFocusRing' does too;
    'focusRadius' is the radius of a button's own corners where that is not 6. Buttons focused by a
    click get no ring.
    """

    def __init__(self, theme: Theme, application: QApplication) -> None:
        super().__init__(application)
        self._theme = theme
        self.frame: QWidget | None = None
        application.focusChanged.connect(self._move)

    def _move(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self.frame is not None and isValid(self.frame):
            self.frame.hide()
            self.frame.deleteLater()
        self.frame = None
        clicked = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if isinstance(now, QAbstractButton) and not clicked and not now.property("ownFocusRing"):
            self.frame = _Frame(self._theme, now)


class _Frame(ThemedWidget):
    """The ring around one button, painted over the button's surroundings."""

    def __init__(self, theme: Theme, around: QWidget) -> None:
        self._ground = _ground(around)
        super().__init__(theme, self._ground)
        self._around = around
        self._radius = float(around.property("focusRadius") or _RADIUS)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._watch()
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go where the button goes."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.palette.accent, 2))
        radius = min(self._radius, self._around.height() / 2) + _REACH - 1
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()

    def _watch(self) -> None:
        each: QWidget | None = self._around
        while each is not None and each is not self._ground:
            each.installEventFilter(self)
            each = each.parentWidget()

    def _place(self) -> None:
        if not isValid(self._around):
            return
        corner = self._around.mapTo(self._ground, QPoint(0, 0))
        place = QRect(corner, self._around.size()).adjusted(-_REACH, -_REACH, _REACH, _REACH)
        self.setGeometry(place)
        self.setVisible(self._around.isVisible())


def _ground(widget: QWidget) -> QWidget:
    """The nearest widget that clips what it holds: a scroll area's viewport, else the window."""
    each = widget
    while (parent := each.parentWidget()) is not None and not each.isWindow():
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            return parent
        each = parent
    return each
