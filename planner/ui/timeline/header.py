"""The line above the timeline: how many people, whom to show, how far to look, and the zoom."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.domain import words
from planner.ui.filtering.bar import FilterBar
from planner.ui.keys import Keys, follow
from planner.ui.theme import Theme
from planner.ui.timeline.scale import Grade
from planner.ui.timeline.zoom_slider import ZoomControl
from planner.ui.widgets.buttons import IconButton
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.segment import Choice, Segment

_GRADES = (
    Choice(key=Grade.WEEKS, words="Weeks"),
    Choice(key=Grade.MONTHS, words="Months"),
    Choice(key=Grade.QUARTERS, words="Quarters"),
)


class TimelineHeader(QWidget):
    """Title, chips, the field, the distance, the zoom, and the switch between lanes and table."""

    def __init__(self, theme: Theme, bar: FilterBar, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = StyledLabel(theme, "Timeline", "title")
        self.context = StyledLabel(theme, "", "body", "ink3")
        self.table = IconButton(theme, "table", "Show as a table")
        self._table_keys, self._as_table = "", False
        self.grade = Segment(theme, _GRADES, self)
        self.zoom = ZoomControl(theme, self)
        self._bar = bar
        self._bar_below = False
        self._row, self._below = QHBoxLayout(), QHBoxLayout()
        self._room = QWidget(self)
        self._row.setSpacing(12)
        self._tools = (bar.field, self.table, self.grade, self.zoom)
        for widget in (self.title, self.context):
            self._row.addWidget(widget)
        self._row.addWidget(bar, 1)
        for tool in self._tools:
            self._row.addWidget(tool)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 8)
        column.setSpacing(8)
        column.addLayout(self._row)
        column.addLayout(self._below)
        theme.changed.connect(self._level)
        self._level()

    def follow_keys(self, keys: Keys) -> None:
        """Say in the tooltips the keys that do the same."""
        follow(keys, "chart_table", self._show_table_keys)
        follow(keys, "zoom_out", partial(self.zoom.further.set_tooltip, "Zoom out"))
        follow(keys, "zoom_in", partial(self.zoom.closer.set_tooltip, "Zoom in"))

    def _show_table_keys(self, shown: str) -> None:
        self._table_keys = shown
        self.show_table(self._as_table)

    def _level(self) -> None:
        """Let the chips of the first line stand at the middle of the line."""
        spare = self.grade.sizeHint().height() - self._bar.chips.more.sizeHint().height()
        self._bar.setContentsMargins(0, 0 if self._bar_below else max(0, spare // 2), 0, 0)

    def _place_bar(self) -> None:
        """Put the chips in a line of their own where they do not fit between the others."""
        others = (self.title, self.context, *self._tools)
        taken = sum(each.sizeHint().width() + self._row.spacing() for each in others if not each.isHidden())
        below = taken + self._bar.chips.length() > self.contentsRect().width() - 40
        if below != self._bar_below:
            self._bar_below = below
            if below:
                self._row.replaceWidget(self._bar, self._room)
                self._below.addWidget(self._bar)
            else:
                self._row.replaceWidget(self._room, self._bar)
            self._room.setVisible(below)
            self._row.setStretch(2, 1)
            self._level()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_bar()

    def event(self, event: QEvent) -> bool:
        """Measure again where the chips are other ones."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_bar()
        return super().event(event)

    def show_count(self, shown: int, everybody: int) -> None:
        """'18 of 41 people', or '41 people'."""
        people = words.count(everybody, "person", "people")
        self.context.setText(people if shown == everybody else f"{shown} of {people}")

    def show_time(self, grade: Grade, per_day: float) -> None:
        """Show from how far one looks."""
        if self.grade.current != grade:
            self.grade.choose(grade)
        self.zoom.show_zoom(per_day)

    def show_table(self, shown: bool) -> None:
        """Show whether the table is there in place of the lanes."""
        self._as_table = shown
        self.table.set_tooltip("Show as lanes" if shown else "Show as a table", self._table_keys)
        self.table.set_icon("timeline" if shown else "table")
