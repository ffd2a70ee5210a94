"""The six panels of the cadence page, and how they lie in the room there is."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.queries.cadence.findings import slipped_most
from planner.queries.cadence.page import Page, Part
from planner.ui.cadence.attention_chart import AttentionChart, attention_table
from planner.ui.cadence.begun_chart import BegunChart, begun_table
from planner.ui.cadence.captions import captions, empty_words
from planner.ui.cadence.heat_chart import HeatChart, HeatLegend, heat_table
from planner.ui.cadence.kept_chart import KeptChart, kept_table
from planner.ui.cadence.quiet_chart import QuietChart, quiet_table
from planner.ui.cadence.rhythm_chart import RhythmChart, rhythm_table
from planner.ui.charts.chart import Chart
from planner.ui.charts.panel import ChartPanel
from planner.ui.charts.spots import Spot
from planner.ui.charts.table import Table
from planner.ui.theme import Theme

_SIDE, _GAP, _BELOW = 20, 10, 14
_WIDE_FROM = 1000
_UPPER, _LEAST_UPPER, _LEAST_LOWER, _ALONE = 424, 330, 280, 340
_UPPER_SHARE = 0.554
_COLUMNS, _HEAT_COLUMNS = 12, 8


class CadenceSheet(QWidget):
    """Two rows where there is room for four panels side by side, else more rows; scrolled by its owner."""

    chosen = Signal(object, object)  # a Part, and the Spot that was clicked in it
    opened = Signal(object)  # the Spot that was double-clicked
    menu_wanted = Signal(object, object, QPoint)  # a Part, a Spot or None, and where on the screen
    told = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.page: Page | None = None
        self.heat, self.kept, self.against = HeatChart(theme), KeptChart(theme), RhythmChart(theme)
        self.attention, self.quiet, self.begun = AttentionChart(theme), QuietChart(theme), BegunChart(theme)
        charts: dict[Part, Chart] = {
            Part.HEAT: self.heat,
            Part.KEPT: self.kept,
            Part.AGAINST: self.against,
            Part.ATTENTION: self.attention,
            Part.QUIET: self.quiet,
            Part.BEGUN: self.begun,
        }
        legends = {Part.HEAT: HeatLegend(theme)}
        self.panels = {part: ChartPanel(theme, chart, legends.get(part)) for part, chart in charts.items()}
        for part, panel in self.panels.items():
            panel.setParent(self)
            self._listen(part, panel.chart)
        for before, after in pairwise([stop for panel in self.panels.values() for stop in panel.stops]):
            QWidget.setTabOrder(before, after)
        self._room = QSize(0, 0)
        theme.changed.connect(self._arrange)

    def _listen(self, part: Part, chart: Chart) -> None:
        chart.chosen.connect(lambda spot: self.chosen.emit(part, spot))
        chart.menu_wanted.connect(lambda spot, where: self.menu_wanted.emit(part, spot, where))
        chart.opened.connect(self.opened)
        chart.told.connect(self.told)

    # Showing

    def show_page(self, page: Page, *, replayed: bool = False) -> None:
        """Show other answers; `replayed` ones are of an earlier day."""
        self.page = page
        before = page.before
        self.heat.show_heat(page.heat, page.telling)
        self.kept.show_kept(page.kept, slipped_most(page.kept), page.of_layer)
        self.against.show_rhythms(page.against, before.against if before else None, page.names)
        self.attention.show_attention(page.attention, before.attention if before else None, page.of_layer)
        self.quiet.show_quiet(page.quiet, replayed=replayed)
        self.begun.show_begun(page.begun)
        methods, empty, tables = captions(page), empty_words(page), page_tables(page)
        for part, panel in self.panels.items():
            panel.say(page.findings[part], methods[part], tables[part], empty[part])
            only = page.asked.only
            panel.chart.pick(only.key if only is not None and only.part is part else "")
        self._offer_everybody()

    def _offer_everybody(self) -> None:
        """The link below the legend of the map: everybody, or as many as fit."""
        page = self.page
        if page is None:
            return
        count, room = len(page.heat.people), self.heat.room(self.heat.size().toSizeF())
        fewer = "Those with most to tell" if self.heat.everybody else f"All {count} people"
        self.panels[Part.HEAT].show_link(fewer if count > room or self.heat.everybody else "")

    def turn_heat(self) -> None:
        """Show everybody in the map, or as many as fit."""
        self.heat.show_everybody(not self.heat.everybody)
        self._offer_everybody()

    def show_as_tables(self, wanted: bool) -> None:
        """Show the tables in place of the charts."""
        for panel in self.panels.values():
            panel.show_as_table(wanted)

    def wait(self) -> None:
        """Show quiet blocks where nothing is to be seen yet."""
        for panel in self.panels.values():
            panel.wait()

    def focused(self) -> tuple[Part, ChartPanel] | None:
        """The panel that the keyboard is in."""
        focused = self.window().focusWidget()
        for part, panel in self.panels.items():
            if focused is not None and (panel is focused or panel.isAncestorOf(focused)):
                return part, panel
        return None

    def focused_spot(self) -> Spot | None:
        """The part of a chart that the keyboard is on."""
        found = self.focused()
        return found[1].chart.focused if found is not None and found[1].chart.hasFocus() else None

    def draw(self, painter: QPainter, parts: Iterable[Part] | None = None) -> None:
        """Draw all panels, or some, where they lie."""
        for part in self.panels if parts is None else parts:
            panel = self.panels[part]
            painter.save()
            painter.translate(panel.pos())
            panel.draw(painter)
            painter.restore()

    # Lying

    def fit(self, room: QSize) -> None:
        """Take up a room, and more height where it is too low."""
        self._room = room
        self._arrange()

    def _arrange(self) -> None:
        width, height = self._room.width() - 2 * _SIDE, self._room.height() - _BELOW
        if width <= 0:
            return
        wide = width >= self.theme.px(_WIDE_FROM)
        places = self._in_two_rows(width, height) if wide else self._in_four_rows(width)
        for part, place in places.items():
            self.panels[part].setGeometry(place)
        self.resize(self._room.width(), max(each.bottom() for each in places.values()) + 1 + _BELOW)
        self._offer_everybody()

    def _in_two_rows(self, width: int, height: int) -> dict[Part, QRect]:
        px = self.theme.px
        upper = max(px(_LEAST_UPPER), min(px(_UPPER), round((height - _GAP) * _UPPER_SHARE)))
        lower = max(px(_LEAST_LOWER), height - _GAP - upper)
        column = (width + _GAP) / _COLUMNS

        def place(first: int, columns: int, top: int, high: int) -> QRect:
            left, right = round(first * column), round((first + columns) * column) - _GAP
            return QRect(_SIDE + left, top, right - left, high)

        below, quarter = upper + _GAP, _COLUMNS // 4
        return {
            Part.HEAT: place(0, _HEAT_COLUMNS, 0, upper),
            Part.KEPT: place(_HEAT_COLUMNS, _COLUMNS - _HEAT_COLUMNS, 0, upper),
            **{
                part: place(number * quarter, quarter, below, lower)
                for number, part in enumerate((Part.AGAINST, Part.ATTENTION, Part.QUIET, Part.BEGUN))
            },
        }

    def _in_four_rows(self, width: int) -> dict[Part, QRect]:
        px, half = self.theme.px, (width - _GAP) // 2
        found, top = {}, 0
        for parts, high in (
            ((Part.HEAT,), px(_UPPER)),
            ((Part.KEPT,), px(_ALONE)),
            ((Part.AGAINST, Part.ATTENTION), px(_ALONE)),
            ((Part.QUIET, Part.BEGUN), px(_ALONE)),
        ):
            for number, part in enumerate(parts):
                wide = width if len(parts) == 1 else half
                found[part] = QRect(_SIDE + number * (half + _GAP), top, wide, high)
            top += high + _GAP
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer_everybody()


def page_tables(page: Page) -> dict[Part, Table]:
    """The same data as tables."""
    before = page.before
    return {
        Part.HEAT: heat_table(page.heat),
        Part.KEPT: kept_table(page.kept),
        Part.AGAINST: rhythm_table(page.against, page.names),
        Part.ATTENTION: attention_table(page.attention, before.attention if before else None),
        Part.QUIET: quiet_table(page.quiet),
        Part.BEGUN: begun_table(page.begun),
    }
