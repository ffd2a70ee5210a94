"""The slider that zooms: further away on the left, closer on the right."""

from __future__ import annotations

from math import exp, log

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QHBoxLayout, QSizePolicy, QWidget

from planner.ui.theme import Theme
from planner.ui.timeline.scale import CLOSEST, WIDEST
from planner.ui.widgets.buttons import IconButton
from planner.ui.widgets.plain import set_tooltip

STEPS = 100
ZOOM_STEP = 1.25
_WIDTH, _HEIGHT, _TRACK, _KNOB = 76, 24, 3, 6
_BUTTON = 24


def position_of(per_day: float) -> int:
    """Where the knob stands for a zoom, 0 to STEPS."""
    return round(STEPS * log(per_day / WIDEST) / log(CLOSEST / WIDEST))


def per_day_at(position: int) -> float:
    """The zoom at a place of the knob, in pixels a day."""
    return WIDEST * exp(log(CLOSEST / WIDEST) * position / STEPS)


class ZoomSlider(QAbstractSlider):
    """A track with a knob; arrow keys move it, and so do clicks."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, STEPS)
        self.setSingleStep(4)
        self.setPageStep(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Zoom")
        set_tooltip(self, "Zoom (Ctrl and the wheel)")
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As in the mock-up."""
        return QSize(self.theme.px(_WIDTH), self.theme.px(_HEIGHT))

    def _ends(self) -> tuple[float, float]:
        knob = self.theme.px(_KNOB) + 1.0
        return knob, self.width() - knob

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, the part that is behind the knob, and the knob."""
        palette, middle = self.theme.palette, self.height() / 2
        left, right = self._ends()
        at = left + (right - left) * self.value() / STEPS
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, end in ((palette.line_strong, right), (palette.ink3, at)):
            painter.setPen(QPen(colour, _TRACK, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(left - 4, middle), QPointF(end, middle))
        painter.setPen(
            QPen(palette.accent if self.hasFocus() else palette.ink2, 2 if self.hasFocus() else 1.3)
        )
        painter.setBrush(palette.surface)
        painter.drawEllipse(QPointF(at, middle), self.theme.px(_KNOB), self.theme.px(_KNOB))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The knob goes under the pointer."""
        self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """And stays there."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(event)

    def _follow(self, event: QMouseEvent) -> None:
        left, right = self._ends()
        self.setValue(round(STEPS * (event.position().x() - left) / max(1.0, right - left)))


class ZoomControl(QWidget):
    """Minus, the slider, plus. `zoomed` says the wanted zoom, `stepped` a factor."""

    zoomed = Signal(float)
    stepped = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = ZoomSlider(theme, self)
        self.further = IconButton(theme, "minus", "Zoom out", size=_BUTTON)
        self.closer = IconButton(theme, "plus", "Zoom in", size=_BUTTON)
        self._telling = True
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for widget in (self.further, self.slider, self.closer):
            row.addWidget(widget)
        self.slider.valueChanged.connect(self._moved)
        self.further.clicked.connect(lambda: self.stepped.emit(1 / ZOOM_STEP))
        self.closer.clicked.connect(lambda: self.stepped.emit(ZOOM_STEP))

    def show_zoom(self, per_day: float) -> None:
        """Show a zoom without asking for it."""
        self._telling = False
        self.slider.setValue(position_of(per_day))
        self._telling = True
        self.slider.update()

    def _moved(self, position: int) -> None:
        self.slider.update()
        if self._telling:
            self.zoomed.emit(per_day_at(position))
