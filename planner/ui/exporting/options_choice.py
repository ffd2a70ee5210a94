"""How: the form, a folder, reminders and private things, each only where it makes sense."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from planner.actions.exports.wanted import Format
from planner.domain import words
from planner.ui.desk import Desk
from planner.ui.exporting.choosing import Choosing
from planner.ui.widgets.fields import NumberField
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.segment import Segment

_USUAL_ALARM = 15
_MOST_ALARM = 7 * 24 * 60
_BESIDE_A_BOX = 26
"""Where the words beside a tick begin, so that a caption can stand below them."""


class OptionsChoice(QWidget):
    """Made anew for each kind; writes into the choosing and says `changed`."""

    changed = Signal()

    def __init__(self, desk: Desk, choosing: Choosing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._choosing = desk, choosing
        self.segment: Segment | None = None
        self.folder = self._tick(choosing.kind.each, self._take_folder)
        self.let_go = self._tick("Also tell what was let go, so that calendars drop it", self._take_let_go)
        self.alarm = self._tick("Remind", self._take_alarm)
        self.minutes = NumberField(0, _MOST_ALARM, " min before", self)
        self.private = self._tick("Also what is marked private", self._take_private)
        self.private_words = StyledLabel(desk.theme, "", "caption", "ink3", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._arrange()
        self.show_private()

    def show_private(self) -> None:
        """Offer private things where there can be some, and say how many stay behind."""
        number = self._choosing.private() if self._choosing.may_be_private else 0
        self.private.setVisible(number > 0)
        self.private_words.setVisible(number > 0)
        entries = words.count(number, "private entry", "private entries")
        self.private_words.setText(f"Otherwise the words of {entries} stay here.")

    def _arrange(self) -> None:
        theme, kind = self._desk.theme, self._choosing.kind
        if kind.choices:
            self.segment = Segment(theme, kind.choices, self)
            self.segment.setAccessibleName("Form")
            self.segment.chosen.connect(self._take_format)
            self._column.addWidget(self.segment)
            self._column.addWidget(StyledLabel(theme, kind.choosing, "caption", "ink3", wrap=True))
        is_calendar = kind.key == "plans"
        self.alarm.setVisible(is_calendar)
        self.minutes.setVisible(is_calendar)
        self.let_go.setVisible(is_calendar)
        self.folder.setVisible(bool(kind.each))
        self._arrange_alarm()
        below = QHBoxLayout()
        below.setContentsMargins(_BESIDE_A_BOX, 0, 0, 0)
        below.addWidget(self.private_words, 1)
        for box in (self.let_go, self.folder, self.private):
            self._column.addWidget(box)
        self._column.addLayout(below)

    def _arrange_alarm(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.alarm)
        row.addWidget(self.minutes)
        row.addStretch(1)
        self._column.addLayout(row)
        minutes = self._choosing.options.alarm_minutes
        self.minutes.setValue(_USUAL_ALARM if minutes is None else minutes)
        self.minutes.setEnabled(minutes is not None)
        self.alarm.setChecked(minutes is not None)
        self.minutes.setAccessibleName("Minutes before the plan")
        self.minutes.valueChanged.connect(lambda _minutes: self._take_alarm(self.alarm.isChecked()))

    def _tick(self, text: str, take: Callable[[bool], None]) -> QCheckBox:
        box = QCheckBox(text.replace("&", "&&"), self)
        box.setAccessibleName(text)
        box.toggled.connect(take)
        return box

    def _take_format(self, key: str) -> None:
        self._choosing.options.format = Format(key)
        self.changed.emit()

    def _take_folder(self, on: bool) -> None:
        self._choosing.options.folder = on
        self.show_private()
        self.changed.emit()

    def _take_let_go(self, on: bool) -> None:
        self._choosing.options.let_go = on
        self.changed.emit()

    def _take_alarm(self, on: bool) -> None:
        self.minutes.setEnabled(on)
        self._choosing.options.alarm_minutes = self.minutes.value() if on else None
        self.changed.emit()

    def _take_private(self, on: bool) -> None:
        self._choosing.options.private = on
        self.changed.emit()
