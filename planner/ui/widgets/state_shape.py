"""The shapes of a state: circle, half circle, diamond, pause, and a ring where nothing is known."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from planner.domain.rhythm import State
from planner.ui.palette import Palette
from planner.ui.theme import Theme
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

SHAPE = 9
GAP = 5
_UNITS = 10


def paint_state_shape(
    painter: QPainter, rect: QRectF, state: State, palette: Palette, colour: QColor | None = None
) -> None:
    """Draw the state's shape as large as the shorter side of `rect`, in the state's own colour or another."""
    ink = colour or palette.state(state)
    size = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center() - QPointF(size / 2, size / 2))
    painter.scale(size / _UNITS, size / _UNITS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    _paint_shape(painter, state, ink)
    painter.restore()


def _paint_shape(painter: QPainter, state: State, ink: QColor) -> None:
    centre = QPointF(5, 5)
    if state is State.ON_RHYTHM:
        painter.drawEllipse(centre, 4, 4)
    elif state is State.DUE:
        painter.drawPie(QRectF(1.4, 1.4, 7.2, 7.2), -90 * 16, 180 * 16)
        _paint_outline(painter, centre, 3.6, ink, 1.3)
    elif state in (State.OVERDUE, State.QUIET):
        painter.drawPolygon(QPolygonF([QPointF(5, 0.2), QPointF(9.8, 5), QPointF(5, 9.8), QPointF(0.2, 5)]))
    elif state is State.RESTING:
        painter.drawRect(QRectF(2, 1, 2.2, 8))
        painter.drawRect(QRectF(5.8, 1, 2.2, 8))
    else:
        _paint_outline(painter, centre, 3.6, ink, 1.3)


def _paint_outline(painter: QPainter, centre: QPointF, radius: float, ink: QColor, width: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, width))
    painter.drawEllipse(centre, radius, radius)


def state_width(theme: Theme, words: str) -> float:
    """How wide shape and words are side by side."""
    return theme.px(SHAPE) + GAP + one_line(theme, words, "state").width


def paint_state(
    painter: QPainter, x: float, middle: float, state: State, words: str, theme: Theme, width: float = 1e6
) -> None:
    """Draw shape and words from `x`, centred on the height `middle`, shortened to `width`."""
    colour = theme.palette.state(state)
    size = theme.px(SHAPE)
    paint_state_shape(painter, QRectF(x, middle - size / 2, size, size), state, theme.palette, colour)
    left = size + GAP
    top = middle - theme.line("state") / 2
    draw_text(painter, x + left, top, words, "state", theme, colour, max(0.0, width - left))


class StateLabel(ThemedWidget):
    """A state's shape with its words."""

    def __init__(self, theme: Theme, state: State, words: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._state, self._words = state, words
        self.setAccessibleName(words)

    def show_state(self, state: State, words: str) -> None:
        """Show another state."""
        self._state, self._words = state, words
        self.setAccessibleName(words)
        self.follow_theme()

    def sizeHint(self) -> QSize:
        """As large as shape and words."""
        width = state_width(self.theme, self._words)
        return QSize(int(width) + 1, self.theme.line("state"))

    def minimumSizeHint(self) -> QSize:
        """The shape alone must fit."""
        return QSize(self.theme.px(SHAPE), self.theme.line("state"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint shape and words."""
        painter = QPainter(self)
        paint_state(painter, 0, self.height() / 2, self._state, self._words, self.theme, self.width() + 1)
        painter.end()
