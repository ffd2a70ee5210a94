"""The bar that replays past months: a slider, a step to either side, and a quarter to compare with."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QHBoxLayout, QSizePolicy, QWidget

from planner.domain import words
from planner.queries.cadence.kept import month_ends
from planner.ui.charts.drawing import CENTRE, write
from planner.ui.theme import Theme
from planner.ui.widgets.buttons import Button, IconButton
from planner.ui.widgets.chip import Chip
from planner.ui.widgets.labels import StyledLabel

MOST_MONTHS = 48
_HANDLE, _TRACK, _EDGE = 7.0, 4.0, 12.0


class ReplayBar(QWidget):
    """Says which day was wanted; `compare` says whether a quarter earlier is to be shown too."""

    day_wanted = Signal(object)  # a date
    compare_wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._days: tuple[date, ...] = ()
        self.earlier = IconButton(theme, "left", "A month earlier", keys="PgUp", size=26)
        self.later = IconButton(theme, "right", "A month later", keys="PgDown", size=26)
        self.slider = MonthSlider(theme)
        self.said = StyledLabel(theme, "", "strong")
        self.compare = Chip(theme, "Compare with last quarter")
        self.now = Button(theme, "Back to today", "link", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 12)
        row.setSpacing(8)
        for widget in (self.earlier, self.slider, self.later, self.said, self.compare, self.now):
            row.addWidget(widget, 1 if widget is self.slider else 0)
        self.earlier.clicked.connect(lambda: self.step(-1))
        self.later.clicked.connect(lambda: self.step(1))
        self.now.clicked.connect(lambda: self.slider.setValue(self.slider.maximum()))
        self.compare.clicked.connect(lambda: self.compare_wanted.emit(self.compare.isChecked()))
        self.slider.valueChanged.connect(self._slid)

    def show_months(self, first: date, today: date) -> None:
        """Offer the ends of all months since a day, and today."""
        months = (today.year - first.year) * 12 + today.month - first.month + 1
        day = self.day
        self._days = month_ends(today, max(1, min(MOST_MONTHS, months)))
        self.slider.blockSignals(True)
        self.slider.show_days(self._days)
        kept = self._days.index(day) if day in self._days else len(self._days) - 1
        self.slider.setValue(kept)
        self.slider.blockSignals(False)
        self._say()

    @property
    def day(self) -> date | None:
        """The day that is chosen; None before there is any."""
        return self._days[self.slider.value()] if self._days else None

    @property
    def at_today(self) -> bool:
        """Whether nothing earlier is chosen."""
        return self.slider.value() == self.slider.maximum()

    def step(self, months: int) -> None:
        """Go so many months on."""
        self.slider.setValue(self.slider.value() + months)

    def _slid(self) -> None:
        self._say()
        self.day_wanted.emit(self.day)

    def _say(self) -> None:
        day = self.day
        said = "As of today" if self.at_today or day is None else f"As of {day.day} {words.month_title(day)}"
        self.said.setText(said)
        self.said.updateGeometry()
        self.now.setEnabled(not self.at_today)
        self.later.setEnabled(not self.at_today)
        self.earlier.setEnabled(self.slider.value() > 0)
        self.slider.setAccessibleDescription(said)


class MonthSlider(QAbstractSlider):
    """A step a month, the years named below; all keys of a slider work."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._days: tuple[date, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Month to replay")
        self.setPageStep(3)
        theme.changed.connect(self.updateGeometry)

    def show_days(self, days: tuple[date, ...]) -> None:
        """Offer these days."""
        self._days = days
        self.setRange(0, len(days) - 1)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(240), self.theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette, middle = self.theme.palette, 10.0 * self.theme.text_scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.line_strong)
        track = QRectF(_EDGE, middle - _TRACK / 2, self.width() - 2 * _EDGE, _TRACK)
        painter.drawRoundedRect(track, 2, 2)
        at = self._x(self.value())
        painter.setBrush(palette.accent)
        painter.drawRoundedRect(QRectF(_EDGE, middle - _TRACK / 2, at - _EDGE, _TRACK), 2, 2)
        painter.setBrush(palette.surface)
        painter.setPen(QPen(palette.accent, 2))
        painter.drawEllipse(QPointF(at, middle), _HANDLE, _HANDLE)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(at, middle), _HANDLE + 3, _HANDLE + 3)
        self._paint_marks(painter)
        painter.end()

    def _paint_marks(self, painter: QPainter) -> None:
        """A name every few months, with the year in January."""
        every = 1 if len(self._days) <= 12 else 3 if len(self._days) <= 36 else 6
        foot = 25 * self.theme.text_scale
        for place, day in enumerate(self._days):
            if (day.month - 1) % every == 0:
                said = str(day.year) if day.month == 1 else words.month(day)
                write(
                    painter,
                    self._x(place),
                    foot,
                    said,
                    "axis",
                    self.theme,
                    self.theme.palette.ink3,
                    at=CENTRE,
                )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        part = (event.position().x() - _EDGE) / max(1.0, self.width() - 2 * _EDGE)
        self.setValue(round(part * self.maximum()))

    def _x(self, place: int) -> float:
        return _EDGE + place * (self.width() - 2 * _EDGE) / max(1, self.maximum())
