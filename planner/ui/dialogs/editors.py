"""Editors of a typed value: a line, several lines, a day, a time, a length, a birthday."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, time, timedelta
from typing import Any

from PySide6.QtCore import QDate, QLocale, QPoint, QStringListModel, Qt
from PySide6.QtGui import QAction, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCheckBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from planner.domain import typed, words
from planner.domain.errors import KnownError
from planner.ui import icons
from planner.ui.desk import Desk
from planner.ui.dialogs.form import Editor
from planner.ui.widgets.chip import Chip
from planner.ui.widgets.fields import NumberField

_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


class LineEditor(Editor):
    """One line of text; `known` is asked for completions when the field is first used."""

    def __init__(
        self, desk: Desk, placeholder: str = "", known: Callable[[], Iterable[str]] | None = None
    ) -> None:
        super().__init__()
        self.desk = desk
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(placeholder)
        self.line.textEdited.connect(lambda _text: self.changed.emit())
        self._known = known
        if known is not None:
            self.line.textEdited.connect(lambda _text: self._complete())
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(6)
        self.row.addWidget(self.line, 1)

    @property
    def field(self) -> QWidget:
        """The line."""
        return self.line

    def value(self) -> Any:
        """The text without spaces around it."""
        return self.line.text().strip()

    def show_value(self, value: Any) -> None:
        """Show a text."""
        self.line.setText(value or "")
        self.line.setCursorPosition(0)

    def _complete(self) -> None:
        if self._known is None:
            return
        completer = QCompleter(self.line)
        completer.setModel(QStringListModel(list(self._known()), completer))
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda _text: self.changed.emit())
        popup = QListView()
        popup.setProperty("kind", "popup")
        completer.setPopup(popup)
        self._known = None
        self.line.setCompleter(completer)
        completer.complete()


class LinesEditor(Editor):
    """Several lines of text."""

    def __init__(self, desk: Desk, placeholder: str = "", lines: int = 3) -> None:
        super().__init__()
        self._desk, self._lines = desk, lines
        self.box = _Box(self)
        self.box.setPlaceholderText(placeholder)
        self.box.setTabChangesFocus(True)
        self.box.textChanged.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        desk.theme.changed.connect(self._measure)
        self._measure()

    @property
    def field(self) -> QWidget:
        """The box."""
        return self.box

    def value(self) -> Any:
        """The text without empty lines around it."""
        return self.box.toPlainText().strip()

    def show_value(self, value: Any) -> None:
        """Show a text."""
        self.box.blockSignals(True)
        self.box.setPlainText(value or "")
        self.box.blockSignals(False)

    def _measure(self) -> None:
        self.box.setFixedHeight(self._lines * self._desk.theme.line("body") + 20)


class _Box(QPlainTextEdit):
    """Leaves Ctrl+Enter to the dialog, which saves."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class DayEditor(LineEditor):
    """A typed day, with a calendar to pick it from; empty is None where `optional`.

    `past` reads a day without a year, or a weekday, as the latest one. `quick` puts chips below.
    """

    def __init__(
        self,
        desk: Desk,
        *,
        past: bool = False,
        optional: bool = False,
        quick: Iterable[tuple[str, date]] = (),
        placeholder: str = "17 Sep, Friday, tomorrow",
    ) -> None:
        super().__init__(desk, placeholder)
        self._past, self._optional = past, optional
        self._shown: tuple[str, date | None] = ("", None)
        self._calendar = QAction(self.line)
        self._calendar.setToolTip("Pick from a calendar")
        self._calendar.triggered.connect(self._pick)
        self.line.addAction(self._calendar, QLineEdit.ActionPosition.TrailingPosition)
        self.line.editingFinished.connect(self._settle)
        for label, day in quick:
            self._add_chip(label, day)
        desk.theme.changed.connect(self._dress)
        self._dress()

    def value(self) -> Any:
        """The day; one that was only shown stays in its year."""
        day = self._read()
        if day is None and not self._optional:
            raise KnownError("A day is needed, such as today or 17 Sep.")
        return day

    def show_value(self, value: Any) -> None:
        """Show a day, None as an empty field."""
        self._shown = (words.day_words(value, self.desk.today) if value else "", value)
        self.line.setText(self._shown[0])

    def _read(self) -> date | None:
        if self.line.text() == self._shown[0]:
            return self._shown[1]
        return typed.read_day(self.line.text(), self.desk.today, past=self._past)

    def choose(self, day: date) -> None:
        """Take a day as if it were typed."""
        self.show_value(day)
        self.changed.emit()

    def _add_chip(self, label: str, day: date) -> None:
        chip = Chip(self.desk.theme, label, checkable=False)
        chip.clicked.connect(lambda: self.choose(day))
        self.row.addWidget(chip)

    def _settle(self) -> None:
        """Write the day in full as soon as it is understood."""
        try:
            day = self.value()
        except KnownError:
            return
        self.show_value(day)

    def _pick(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setLocale(_ENGLISH)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekday, QTextCharFormat())
        try:
            day = self._read() or self.desk.today
        except KnownError:
            day = self.desk.today
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        for signal in (calendar.clicked, calendar.activated):
            signal.connect(lambda chosen: self.choose(_python(chosen)))
            signal.connect(lambda _chosen: menu.close())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.line.mapToGlobal(QPoint(0, self.line.height() + 2)))

    def _dress(self) -> None:
        theme = self.desk.theme
        self._calendar.setIcon(icons.icon("calendar", theme.palette.ink3, theme.px(14)))


def _python(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


class TimeEditor(LineEditor):
    """A typed time; empty is None: not known, or still open."""

    def __init__(self, desk: Desk, placeholder: str = "not known") -> None:
        super().__init__(desk, placeholder)
        self.line.editingFinished.connect(self._settle)

    def value(self) -> Any:
        """The time of day."""
        return typed.read_time(self.line.text())

    def show_value(self, value: Any) -> None:
        """Show a time, None as an empty field."""
        self.line.setText(f"{value:%H:%M}" if isinstance(value, time) else "")

    def _settle(self) -> None:
        try:
            self.show_value(self.value())
        except KnownError:
            return


class MinutesEditor(LineEditor):
    """A length in minutes: a chip for the usual ones, or typed. Empty is None where `optional`."""

    def __init__(self, desk: Desk, *, optional: bool = True) -> None:
        super().__init__(desk, "not known" if optional else "minutes")
        self._optional = optional
        self._chips: dict[int, Chip] = {}
        for place, minutes in enumerate((15, 30, 45, 60, 90)):
            chip = Chip(desk.theme, str(minutes))
            chip.setAccessibleName(f"{minutes} minutes")
            chip.clicked.connect(lambda on, each=minutes: self._choose(each if on else None))
            self._chips[minutes] = chip
            self.row.insertWidget(place, chip)
        self.line.textEdited.connect(lambda _text: self._mark())

    def value(self) -> Any:
        """The minutes."""
        minutes = typed.read_minutes(self.line.text())
        if minutes is None and not self._optional:
            raise KnownError("How long? Minutes, such as 30, or 1 h 30.")
        return minutes

    def show_value(self, value: Any) -> None:
        """Show a length, None as an empty field."""
        self.line.setText(words.length(value) if value else "")
        self._mark()

    def _choose(self, minutes: int | None) -> None:
        self.show_value(minutes)
        self.changed.emit()

    def _mark(self) -> None:
        try:
            now = typed.read_minutes(self.line.text())
        except KnownError:
            now = None
        for minutes, chip in self._chips.items():
            chip.setChecked(minutes == now)


class BirthdayEditor(LineEditor):
    """A birthday with or without its year."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "15 Apr, or 15 Apr 1970")

    def value(self) -> Any:
        """'1970-04-15', '--04-15', or None."""
        return typed.read_birthday(self.line.text())

    def show_value(self, value: Any) -> None:
        """Show it in words."""
        self.line.setText(typed.birthday_words(value))


class TickEditor(Editor):
    """Yes or no."""

    def __init__(self, desk: Desk, text: str) -> None:
        super().__init__()
        self.box = QCheckBox(text, self)
        self.box.toggled.connect(lambda _on: self.changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)

    @property
    def field(self) -> QWidget:
        """The box."""
        return self.box

    def value(self) -> Any:
        """Whether it is ticked."""
        return self.box.isChecked()

    def show_value(self, value: Any) -> None:
        """Tick it or not."""
        self.box.blockSignals(True)
        self.box.setChecked(bool(value))
        self.box.blockSignals(False)


def quick_days(today: date) -> list[tuple[str, date]]:
    """The days that promises are mostly due on."""
    friday = today + timedelta(days=(4 - today.weekday()) % 7 or 7)
    month_end = (today.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return [
        ("Tomorrow", today + timedelta(days=1)),
        ("Friday", friday),
        ("In a week", today + timedelta(days=7)),
        ("End of month", month_end),
    ]


class NumberEditor(Editor):
    """A whole number between two, in steps; nothing counts as the least."""

    def __init__(self, least: int, most: int, suffix: str = "", step: int = 1) -> None:
        super().__init__()
        self.number = NumberField(least, most, suffix)
        self.number.setSingleStep(step)
        self.number.valueChanged.connect(lambda _number: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.number)

    @property
    def field(self) -> QWidget:
        """The control."""
        return self.number

    def value(self) -> Any:
        """The number."""
        return self.number.value()

    def show_value(self, value: Any) -> None:
        """Show a number."""
        self.number.setValue(value or self.number.minimum())
