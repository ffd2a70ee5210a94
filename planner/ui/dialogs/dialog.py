"""The sheet that every dialog is: title, content, and its buttons at the bottom right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import (
    QBitmap,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.domain.errors import KnownError
from planner.ui.desk import Desk
from planner.ui.widgets import veil
from planner.ui.widgets.buttons import Button, Kind
from planner.ui.widgets.fields import Problem
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.themed import ThemedWidget

_RADIUS = 12
_MARGIN = 24
_LEAST_WIDE = 320
_TITLE_LINES = 3
_FROM_TOP = 0.3
_ABOVE_AND_BELOW = 80
_SCROLL_BAR = 10
_RINGS = 2, 6
"""Room that scrolled content has left and right for the rings of focus and the bar, out of the margin."""


class Dialog(QDialog):
    """Modal to its window, which a scrim covers while it is open.

    Enter saves (Ctrl+Enter from a field of several lines), Esc cancels. Subclasses fill `body` and answer
    `save`; a KnownError of an action becomes the sentence above the buttons, never a message box.
    """

    def __init__(
        self,
        desk: Desk,
        title: str,
        parent: QWidget | None,
        *,
        primary: str = "Save",
        kind: Kind = "primary",
        width: int = 560,
        scrolls: bool = False,
    ) -> None:
        super().__init__(parent.window() if parent else None)
        self.desk = desk
        self._width = width
        self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(veil.shown(title))
        self.setAccessibleName(title)
        self.title = StyledLabel(desk.theme, title, "title", wrap=True, most=_TITLE_LINES)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.hint = StyledLabel(desk.theme, "", "caption", "ink3", wrap=True)
        self.problem = Problem(desk.theme, self)
        self.cancel = Button(desk.theme, "Cancel", "quiet")
        self.primary = Button(desk.theme, primary, kind)
        self.primary.setDefault(True)
        self._scroll = QScrollArea(self) if scrolls else None
        self._arrange()
        self.cancel.clicked.connect(self.reject)
        self.primary.clicked.connect(self.save)
        window = self.parentWidget()
        self._scrim = Scrim(desk, window) if window is not None else None
        desk.theme.changed.connect(self.fit)

    def save(self) -> None:
        """Do what the primary button says, and close if it could be done."""
        raise NotImplementedError

    def try_to(self, action: Callable[[], object], said: str) -> bool:
        """Run an action, say it in the toast and close; where it cannot be done, show why and stay."""
        try:
            action()
        except KnownError as error:
            self.show_problem(str(error))
            return False
        self.accept()
        if said:
            self.desk.said.emit(said, True)
            self.desk.announced.emit(said)
        return True

    def add_button(self, button: Button) -> None:
        """Put one more button before the primary one."""
        self.foot.insertWidget(self.foot.count() - 1, button, 0, Qt.AlignmentFlag.AlignBottom)

    def show_problem(self, sentence: str) -> None:
        """The sentence above the buttons; '' takes it away."""
        self.problem.say(self.primary, sentence)
        self.fit()

    def fit(self) -> None:
        """Take the height that the content needs at the dialog's width, within the window's."""
        width, layout = self._within(self.desk.theme.px(self._width)), self.layout()
        if layout is None:
            return
        layout.activate()
        wanted = _height(layout, width)
        if self._scroll is not None:
            need = _height(self.body, width - 2 * _MARGIN + sum(_RINGS) - _SCROLL_BAR)
            wanted += need - self._scroll.sizeHint().height() + 4
        self.resize(width, min(wanted, self._most()))

    def event(self, event: QEvent) -> bool:
        """Fit again when a field grew or a sentence came."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.fit()
        return handled

    def showEvent(self, event: QShowEvent) -> None:
        """Come up over the middle of the window."""
        self.fit()
        window = self.parentWidget()
        if window is not None:
            room = window.size() - self.size()
            self.move(
                window.mapToGlobal(QPoint(room.width() // 2, max(12, round(room.height() * _FROM_TOP))))
            )
        if self._scrim is not None:
            self._scrim.cover()
        super().showEvent(event)

    def done(self, result: int) -> None:
        """Take the scrim away, and the dialog itself once nobody needs its answer."""
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None
        super().done(result)
        self.deleteLater()
        if (window := self.parentWidget()) is not None:
            window.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves wherever a field did not need it; on a button it means the button."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            focused = self.focusWidget()
            button = focused if isinstance(focused, QPushButton | QToolButton) else self.primary
            button.click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners where the desktop may not blend them."""
        super().resizeEvent(event)
        if QGuiApplication.platformName() == "xcb":
            shape = QBitmap(self.size())
            shape.fill(Qt.GlobalColor.color0)
            painter = QPainter(shape)
            painter.setBrush(Qt.GlobalColor.color1)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), _RADIUS, _RADIUS)
            painter.end()
            self.setMask(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Its own ground moves it, as a title bar would."""
        handle = self.windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and handle is not None:
            handle.startSystemMove()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.desk.theme.palette
        painter.setPen(QPen(palette.line_strong if palette.dark else palette.line, 1))
        painter.setBrush(palette.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.end()

    def _arrange(self) -> None:
        outer = QVBoxLayout(self)
        left, right = _RINGS if self._scroll is not None else (0, 0)
        outer.setContentsMargins(_MARGIN - left, 20, _MARGIN - right, 20)
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        outer.setSpacing(14)
        head = QHBoxLayout()
        head.setContentsMargins(left, 0, right, 0)
        head.addWidget(self.title)
        outer.addLayout(head)
        self.problem.setContentsMargins(left, 0, right, 0)
        if self._scroll is None:
            outer.addLayout(self.body)
        else:
            inner = QWidget()
            inner.setLayout(self.body)
            self.body.setContentsMargins(left, 0, right, 2)
            self._scroll.setWidget(inner)
            inner.setAutoFillBackground(False)  # the scroll area has just switched it on
            self._scroll.setWidgetResizable(True)
            self._scroll.viewport().setAutoFillBackground(False)
            self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            outer.addWidget(self._scroll, 1)
        outer.addWidget(self.problem)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(left, 0, right, 0)
        self.foot.setSpacing(8)
        self.foot.addWidget(self.hint, 1, Qt.AlignmentFlag.AlignVCenter)
        self.foot.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignBottom)
        self.foot.addWidget(self.primary, 0, Qt.AlignmentFlag.AlignBottom)
        outer.addLayout(self.foot)

    def _within(self, width: int) -> int:
        """A width that the window has room for."""
        window = self.parentWidget()
        return min(width, max(_LEAST_WIDE, window.width() - 2 * _MARGIN)) if window else width

    def _most(self) -> int:
        window = self.parentWidget()
        room = window.height() if window else self.screen().availableGeometry().height()
        return max(320, room - _ABOVE_AND_BELOW)


def _height(layout: QLayout, width: int) -> int:
    if layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return layout.totalSizeHint().height()


class Scrim(ThemedWidget):
    """The veil over the window below a dialog."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk.theme, window)
        self._window = window
        self.hide()
        window.installEventFilter(self)

    def cover(self) -> None:
        """Lie over everything in the window."""
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the veil."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.palette.scrim)
        painter.end()
