"""The ground of every chart: painted by itself, pointed at by mouse and keys, and drawn anywhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from planner.ui.charts.spots import DIRECTIONS, Spot, next_spot, spot_at
from planner.ui.theme import Theme
from planner.ui.widgets.plain import plain_tooltip
from planner.ui.widgets.themed import ThemedWidget

_TOOLTIP_MS = 200
_RING = 2.0
_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
"""Where the focus came by one of these, the whole chart has a ring until the arrows go to a part of it."""


class Chart(ThemedWidget):
    """Subclasses say in `make_spots` what can be pointed at and draw themselves in `draw`.

    The arrow keys go from part to part, Space chooses as a click does, Enter opens as a double click does.
    """

    chosen = Signal(object)  # the Spot that was clicked
    opened = Signal(object)  # the Spot that was double-clicked
    menu_wanted = Signal(object, QPoint)  # the Spot or None, and where on the screen
    told = Signal(str)  # the facts of the part that the keys went to

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.picked: str = ""
        self._spots: Sequence[Spot] | None = None
        self._hovered: Spot | None = None
        self._focused: str = ""
        self._pressed = ""
        self._by_keys = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_TOOLTIP_MS)
        self._later.timeout.connect(self._show_tooltip)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # For subclasses

    def make_spots(self, size: QSizeF) -> Sequence[Spot]:
        """The parts of the chart in a room of this size, in reading order."""
        raise NotImplementedError

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        """Draw the chart from 0, 0 on in a room of this size."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Lay out and paint anew: what is shown is another thing."""
        self._spots = None
        self.update()

    # Parts

    @property
    def spots(self) -> Sequence[Spot]:
        """The parts as they lie now."""
        if self._spots is None:
            self._spots = self.make_spots(QSizeF(self.size()))
        return self._spots

    @property
    def focused(self) -> Spot | None:
        """The part that the arrow keys are on."""
        return next((each for each in self.spots if each.key == self._focused), None)

    def pick(self, key: str) -> None:
        """Mark what the page is narrowed to; '' for nothing."""
        if key != self.picked:
            self.picked = key
            self.update()

    def go(self, spot: Spot) -> None:
        """Put the keyboard on a part and tell its facts."""
        self._focused = spot.key
        self.update()
        self.told.emit(spot.words)
        if self.isVisible():
            where = self.mapToGlobal(spot.place.bottomLeft().toPoint())
            QToolTip.showText(where, plain_tooltip(spot.words), self)

    def step(self, direction: tuple[int, int]) -> bool:
        """Go to the next part in a direction; False where there is none."""
        found = next_spot(self.spots, self.focused, direction)
        if found is not None:
            self.go(found)
        return found is not None

    def follow_theme(self) -> None:
        """Measure and paint anew."""
        self._spots = None
        super().follow_theme()

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chart, and the ring of the keyboard's focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, QSizeF(self.size()))
        self._paint_picked(painter)
        if self.hasFocus():
            self._paint_focus(painter)
        painter.end()

    def _paint_focus(self, painter: QPainter) -> None:
        spot = self.focused
        if spot is not None or self._by_keys:
            ring = spot.place if spot else QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.palette.accent, _RING))
            painter.drawRoundedRect(ring, 4, 4)

    def _paint_picked(self, painter: QPainter) -> None:
        picked = next((each for each in self.spots if each.key == self.picked), None) if self.picked else None
        if picked is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.palette.accent, 1.5))
            painter.drawRoundedRect(picked.place.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._spots = None
        super().resizeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = spot_at(self.spots, event.position())
        if found != self._hovered:
            self._hovered = found
            self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
            QToolTip.hideText()
            self._later.start()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self._later.stop()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = spot_at(self.spots, event.position())
        self._pressed = found.key if found and event.button() is Qt.MouseButton.LeftButton else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = spot_at(self.spots, event.position())
        if found is not None and found.key == self._pressed:
            self._focused = found.key
            self.chosen.emit(found)
        self._pressed = ""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = spot_at(self.spots, event.position())
        if found is not None:
            self.opened.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go, Space chooses, Enter opens."""
        direction = DIRECTIONS.get(event.key())
        here = self.focused
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if direction is not None and plain and self.step(direction):
            return
        if here is not None and event.key() == Qt.Key.Key_Space:
            self.chosen.emit(here)
        elif here is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(here)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        spot = spot_at(self.spots, QPointF(event.pos())) if by_mouse else self.focused
        where = event.globalPos()
        if not by_mouse and spot is not None:
            where = self.mapToGlobal(spot.place.center().toPoint())
        self.menu_wanted.emit(spot, where)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_keys = event.reason() in _BY_KEYS
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _show_tooltip(self) -> None:
        if self._hovered is not None and self.underMouse():
            where = self.mapToGlobal(self._hovered.place.bottomLeft().toPoint())
            QToolTip.showText(where, plain_tooltip(self._hovered.words), self)
