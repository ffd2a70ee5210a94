"""The note that names what just happened and offers to take it back."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget

from planner.ui import tokens
from planner.ui.theme import Theme
from planner.ui.widgets.inverse import SHADOW, InverseBar, InverseButton
from planner.ui.widgets.labels import ElidedLabel

_HEIGHT = 40
_RADIUS = 8
_MARGIN = 20
_RISE = 10


class Toast(InverseBar):
    """Bottom right of its parent; goes after 6 seconds, but waits while the pointer or the focus is on it."""

    undo_requested = Signal()
    more_requested = Signal()
    open_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, height=_HEIGHT, radius=_RADIUS)
        self._label = ElidedLabel(theme, "", "button", "inverse_ink", parent=self)
        self._undo = InverseButton(theme, "Undo", "Ctrl Z", role="strong", parent=self)
        self._undo.setObjectName("undo")
        self.more = InverseButton(theme, "Debrief", role="strong", parent=self)
        self.more.setObjectName("debrief")
        self.more.clicked.connect(self._go_on)
        self.more.hide()
        self._open = InverseButton(theme, "Open it", role="strong", parent=self)
        self._open.setObjectName("open")
        self._open.clicked.connect(self._go_open)
        self._open.hide()
        self.row.addWidget(self._label, 1)
        self.row.addSpacing(6)
        self.row.addWidget(self.more)
        self.row.addWidget(self._open)
        self.row.addWidget(self._undo)
        self._undo.clicked.connect(self._take_back)
        for button in (self.more, self._open, self._undo):
            button.installEventFilter(self)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.hide)
        self._motion = QPropertyAnimation(self, b"pos", self)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)

    @property
    def words(self) -> str:
        """What the toast says at the moment."""
        return self._label.text()

    @property
    def is_leaving(self) -> bool:
        """Whether the six seconds run."""
        return self._clock.isActive()

    def say(self, text: str, *, undo: bool = True, debrief: bool = False, opens: bool = False) -> None:
        """Show a sentence such as 'Moved Katarzyna Wolska to Thursday'; it replaces the one before.

        With `debrief` it offers to debrief the conversation that was logged, with `opens` to open what it is
        about.
        """
        self._label.setText(text)
        self._label.updateGeometry()
        self._undo.setVisible(undo)
        self.more.setVisible(debrief)
        self._open.setVisible(opens)
        self.setAccessibleName(text)
        was_visible = self.isVisible()
        self.row.activate()
        self.place()
        self.show()
        self.raise_()
        if not was_visible:
            self._rise()
        self._wait()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def home(self) -> QPoint:
        """The bottom right corner, above a bar that reaches so far."""
        room = self.ground.size() - self.size()
        reach = _MARGIN - SHADOW
        return self.clear_of_others(QPoint(room.width() - reach, room.height() - reach))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while somebody reads."""
        self._clock.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Begin to wait again."""
        self._wait()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait while a button has the focus too."""
        if watched in (self._undo, self._open, self.more):
            if event.type() == QEvent.Type.FocusIn:
                self._clock.stop()
            elif event.type() == QEvent.Type.FocusOut:
                self._wait()
            return False
        return super().eventFilter(watched, event)

    def _wait(self) -> None:
        busy = self.underMouse() or QApplication.focusWidget() in (self._undo, self._open, self.more)
        if self.isVisible() and not busy:
            self._clock.start(tokens.duration("toastStay"))

    def _rise(self) -> None:
        length = self.theme.duration("toastIn")
        self._motion.stop()
        if not length:
            return
        self._motion.setDuration(length)
        self._motion.setStartValue(self.home() + QPoint(0, _RISE))
        self._motion.setEndValue(self.home())
        self._motion.start()

    def _go_on(self) -> None:
        self.hide()
        self.more_requested.emit()

    def _go_open(self) -> None:
        self.hide()
        self.open_requested.emit()

    def _take_back(self) -> None:
        self.hide()
        self.undo_requested.emit()
