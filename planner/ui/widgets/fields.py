"""Fields for days, times and figures, and the sentence that helps when one of them is wrong."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QHBoxLayout, QSpinBox, QTimeEdit, QWidget

from planner.domain.rhythm import State
from planner.ui.theme import Theme
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.state_shape import SHAPE, paint_state_shape
from planner.ui.widgets.themed import ThemedWidget

_TEXT_INSET = 9
_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


class NumberField(QSpinBox):
    """A whole number; `suffix` names its unit, as in ' days'."""

    def __init__(self, lowest: int, highest: int, suffix: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(lowest, highest)
        self.setSuffix(suffix)
        _inset(self)


class TimeField(QTimeEdit):
    """A time of day on the 24-hour clock."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("HH:mm")
        _inset(self)


class DateField(QDateEdit):
    """A day, typed or picked from a calendar whose weekends are as calm as the other days."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(_ENGLISH)
        self.setDisplayFormat("ddd d MMM yyyy")
        self.setCalendarPopup(True)
        calendar = self.calendarWidget()
        calendar.setLocale(_ENGLISH)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(calendar.VerticalHeaderFormat.NoVerticalHeader)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, QTextCharFormat())


class Problem(QWidget):
    """The diamond and the sentence below a field: what is wrong and what might have been meant."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(5)
        self._label = StyledLabel(theme, "", "state", "overdue", wrap=True)
        row.addWidget(_Diamond(theme), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        self.hide()

    @property
    def words(self) -> str:
        """The sentence, or ''."""
        return self._label.text()

    def say(self, field: QWidget, sentence: str) -> None:
        """Show the sentence and mark its field; '' takes both away."""
        self._label.setText(sentence)
        self._label.updateGeometry()
        field.setAccessibleDescription(sentence)
        mark_wrong(field, bool(sentence))
        self.setVisible(bool(sentence))


def mark_wrong(field: QWidget, wrong: bool) -> None:
    """Give a field the line of an error, or its ordinary one."""
    field.setProperty("error", "true" if wrong else "false")
    field.style().unpolish(field)
    field.style().polish(field)
    field.update()


class _Diamond(ThemedWidget):
    """The overdue shape beside the sentence."""

    def sizeHint(self) -> QSize:
        """As high as the sentence's first line."""
        return QSize(self.theme.px(SHAPE), self.theme.line("state"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the diamond."""
        painter = QPainter(self)
        paint_state_shape(painter, QRectF(self.rect()), State.OVERDUE, self.theme.palette)
        painter.end()


def _inset(field: QAbstractSpinBox) -> None:
    """Move the text off the border: Qt leaves a stylesheet's left padding out of these fields."""
    field.lineEdit().setTextMargins(_TEXT_INSET, 0, 0, 0)
