"""Dark things on a light window (and light on dark): what toasts and the selection bar are made of."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from planner.ui.theme import Theme
from planner.ui.widgets.keycap import keycap_size, paint_keycap
from planner.ui.widgets.shadow import paint_shadow
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

SHADOW = 24
"""Room around a floating bar for its shadow."""
_BETWEEN = 8
_HEIGHT = 30
_PAD = 8
_GAP = 7


class InverseButton(QAbstractButton):
    """A word and its key, on a bar in inverse colours."""

    def __init__(
        self, theme: Theme, text: str, keys: str = "", *, role: str = "button", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self._keys, self._role = theme, keys, role
        self.setText(text)
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # A click leaves the keyboard where it is: the bar goes, and Qt would hand the focus to anything.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("ownFocusRing", True)
        theme.changed.connect(self.updateGeometry)

    def show_keys(self, keys: str) -> None:
        """Show other keys, or none."""
        if keys != self._keys:
            self._keys = keys
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """As large as word and key."""
        width = one_line(self.theme, self.text(), self._role).width + 2 * _PAD
        if self._keys:
            width += _GAP + keycap_size(self.theme, self._keys).width()
        return QSize(ceil(width), self.theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint word and key, with a veil under the pointer and a ring in focus."""
        palette = self.theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        ink = palette.inverse_ink if self.isEnabled() else palette.inverse_line
        middle = self.height() / 2
        top = middle - self.theme.line(self._role) / 2
        x = _PAD + draw_text(painter, _PAD, top, self.text(), self._role, self.theme, ink)
        if self._keys:
            size = keycap_size(self.theme, self._keys)
            place = QRectF(x + _GAP, round(middle - size.height() / 2), size.width(), size.height())
            paint_keycap(painter, place, self._keys, self.theme, inverse=True)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        veil = veiled(self.theme, 0.22 if self.isDown() else 0.12)
        shown = self.isEnabled() and (self.underMouse() or self.isDown())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(veil if shown else Qt.GlobalColor.transparent)
        if self.hasFocus():
            painter.setPen(QPen(self.theme.palette.inverse_ink, 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)


class InverseBar(ThemedWidget):
    """A floating bar in inverse colours that keeps its place in its parent when the parent is resized."""

    def __init__(self, theme: Theme, parent: QWidget, *, height: int, radius: int) -> None:
        super().__init__(theme, parent)
        self.ground = parent
        self._bar_height, self._radius = height, radius
        self._ground: tuple[object, QPixmap] | None = None
        self.row = QHBoxLayout(self)
        self.row.setSpacing(4)
        self.row.setContentsMargins(SHADOW + 14, SHADOW, SHADOW + 8, SHADOW)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.hide()
        parent.installEventFilter(self)

    def home(self) -> QPoint:
        """Where the bar belongs in its parent."""
        raise NotImplementedError

    def place(self) -> None:
        """Take the size of the content, at most the parent's width, and go home."""
        size = self.sizeHint()
        self.resize(min(size.width(), self.ground.width()), size.height())
        self.move(self.home())

    def clear_of_others(self, home: QPoint) -> QPoint:
        """A place at the bottom, moved up above every other bar that would be in its way there."""
        mine = self._shown_at(home)
        for other in self.ground.findChildren(InverseBar):
            if other is not self and other.isVisible():
                theirs = other._shown_at(other.mapTo(self.ground, QPoint()))
                if theirs.intersects(mine):
                    mine.moveBottom(theirs.top() - _BETWEEN)
        return QPoint(home.x(), mine.top() - SHADOW)

    def _shown_at(self, place: QPoint) -> QRect:
        """What is seen of the bar at a place, without the room for its shadow."""
        return QRect(place, self.size()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)

    def sizeHint(self) -> QSize:
        """The row's width in the bar's fixed height, with the shadow's room."""
        return QSize(self.row.sizeHint().width(), self.theme.px(self._bar_height) + 2 * SHADOW)

    def follow_theme(self) -> None:
        """Measure anew."""
        super().follow_theme()
        if self.isVisible():
            self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the parent's size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint shadow and ground, from memory where the bar looked the same before."""
        ratio = self.devicePixelRatioF()
        key = (self.size(), ratio, self.theme.dark)
        if self._ground is None or self._ground[0] != key:
            self._ground = key, self._painted(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._ground[1])
        painter.end()

    def _painted(self, ratio: float) -> QPixmap:
        palette = self.theme.palette
        made = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        paint_shadow(painter, place, "lift", palette, self._radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.inverse_surface)
        painter.drawRoundedRect(place, self._radius, self._radius)
        painter.end()
        return made


def veiled(theme: Theme, opacity: float) -> QColor:
    """The ink of inverse things, as a veil of an opacity."""
    made = QColor(theme.palette.inverse_ink)
    made.setAlphaF(opacity)
    return made
