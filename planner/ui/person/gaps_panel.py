"""The gaps between conversations against the rhythm: a finding, its chart, and the same as a table."""

from __future__ import annotations

import sys
from datetime import date
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from planner.domain import gaps, words
from planner.domain.gaps import KnownGap
from planner.queries.person import PersonPage
from planner.ui.desk import Desk
from planner.ui.keys import follow
from planner.ui.person.gaps_table import GapsTable, against_words
from planner.ui.widgets.buttons import IconButton
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from planner.ui.person.gaps_chart import GapsChart

CHART_HEIGHT = 148
_LOOK_AGAIN_MS = 40
_LIBRARY = "pyqtgraph"


class GapsPanel(Panel):
    """Its title is what the gaps say. The drawing library is loaded when the first chart is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self.desk = desk
        self._gaps: tuple[KnownGap, ...] = ()
        self._since: date | None = None
        self._rhythm: int | None = None
        self.finding = StyledLabel(desk.theme, "", "heading", wrap=True)
        self.caption = StyledLabel(desk.theme, "", "caption", "ink3", wrap=True)
        self.switch = IconButton(desk.theme, "rows", "Show as a table", size=24)
        self.switch.clicked.connect(self.toggle_table)
        self.chart: GapsChart | None = None
        self.table = GapsTable(desk)
        self._stage = QWidget(self)
        self._sheets = QStackedLayout(self._stage)
        self._waiting = QWidget()
        self._sheets.addWidget(self._waiting)
        self._sheets.addWidget(self.table)
        follow(desk.keys, "chart_table", lambda _shown: self._name_switch())
        self._arrange()
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_AGAIN_MS)
        self._clock.timeout.connect(self._look_again)
        desk.theme.changed.connect(self._measure)
        self._measure()

    def _name_switch(self) -> None:
        words = "Show as a chart" if self.shows_table else "Show as a table"
        self.switch.set_tooltip(words, self.desk.keys.shown("chart_table"))

    @property
    def shows_table(self) -> bool:
        """Whether the table is shown in place of the chart."""
        return self._sheets.currentWidget() is self.table

    def show_page(self, page: PersonPage) -> None:
        """Show a person's gaps."""
        found = page.gaps
        self._gaps = found[-gaps.SHOWN_GAPS :]
        self._since = page.standing.last_day
        self._rhythm = page.standing.rhythm_days
        enough = len(found) >= gaps.FEWEST_GAPS
        self.finding.setText(
            gaps.finding(found, self._rhythm)
            if enough
            else gaps.too_few(len(found), talked=self._since is not None)
        )
        self.finding.updateGeometry()
        self.setAccessibleName(self.finding.text())
        self.caption.setText(self._method() if enough else "")
        self.caption.setVisible(enough)
        self.switch.setVisible(enough)
        self._stage.setVisible(enough)
        if enough:
            self.table.show_gaps(self._gaps, self._rhythm)
            self._show_chart()

    def toggle_table(self) -> None:
        """Chart to table and back; a table's figures can be copied."""
        if not self._stage.isVisibleTo(self):
            return
        chart = self.chart or self._waiting
        self._sheets.setCurrentWidget(chart if self.shows_table else self.table)
        self._name_switch()
        self.switch.set_icon("cadence" if self.shows_table else "rows")

    def _show_chart(self) -> None:
        if self.chart is None and _LIBRARY not in sys.modules:
            self._load()
            return
        if self.chart is None:
            self._make_chart()
        assert self.chart is not None
        self.chart.show_gaps(self._gaps, self._rhythm, self._since, self.desk.today)

    def _load(self) -> None:
        """Load the drawing library beside the window, which goes on; without a screen nobody waits."""
        if QGuiApplication.platformName() == "offscreen":
            import_module(_LIBRARY)
            self._show_chart()
        elif not self._clock.isActive():
            self._loading = Thread(target=import_module, args=(_LIBRARY,), daemon=True)
            self._loading.start()
            self._clock.start()

    def _look_again(self) -> None:
        if not self._loading.is_alive():
            self._clock.stop()
            self._show_chart()

    def _make_chart(self) -> None:
        from planner.ui.person.gaps_chart import GapsChart

        self.chart = GapsChart(self.desk.theme)
        self.chart.pointed.connect(self._tell)
        self._sheets.addWidget(self.chart)
        if not self.shows_table:
            self._sheets.setCurrentWidget(self.chart)

    def _tell(self, place: int) -> None:
        """Say the facts of the gap that is pointed at; -1 for none."""
        if 0 <= place < len(self._gaps):
            self.caption.setText(gap_words(self._gaps[place], self._rhythm, self.desk.today))
        elif place == len(self._gaps) and self._since is not None:
            days = (self.desk.today - self._since).days
            self.caption.setText(
                f"Since {words.short_day(self._since, self.desk.today)}: {_days(days)} so far."
            )
        else:
            self.caption.setText(self._method())

    def _method(self) -> str:
        told = f"Days between conversations, the last {len(self._gaps)} gaps."
        return f"{told} Dashed: the rhythm of {_days(self._rhythm)}." if self._rhythm else told

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.finding, 1)
        column = QVBoxLayout()
        column.addWidget(self.switch)
        column.addStretch(1)
        head.addLayout(column)
        self.body.addLayout(head)
        self.body.addWidget(self._stage)
        self.body.addWidget(self.caption)

    def _measure(self) -> None:
        self._stage.setFixedHeight(self.theme.px(CHART_HEIGHT))


def gap_words(gap: KnownGap, rhythm_days: int | None, today: date) -> str:
    """'20 Jul to 14 Aug: 25 days, within the rhythm.'; days of pause are said and not counted."""
    span = f"{words.short_day(gap.begins, today)} to {words.short_day(gap.ends, today)}"
    against = f", {against_words(gap, rhythm_days)}" if rhythm_days else ""
    paused = f" and {gap.paused_days} paused" if gap.paused_days else ""
    return f"{span}: {_days(gap.days)}{paused}{against}."


def _days(count: int) -> str:
    return words.count(count, "day")
