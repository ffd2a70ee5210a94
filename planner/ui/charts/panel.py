"""A chart with its finding as title, its method as caption, and the same data as a table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from planner.ui.charts.chart import Chart
from planner.ui.charts.drawing import block
from planner.ui.charts.table import NOTHING, ChartTable, Table
from planner.ui.theme import Theme
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.text import draw_line, lines
from planner.ui.widgets.themed import ThemedWidget

_READ_ROWS = 12
"""So many rows of the table are read with the chart itself."""
_RADIUS = 10.0
_LINK_OUT = 9
"""How far the link's own padding reaches over the edge."""


class Legend(ThemedWidget):
    """What stands beside the title; drawn on the screen, in pictures and in print alike."""

    def draw(self, painter: QPainter, size: QSizeF) -> None:
        """Draw it from 0, 0 on."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, QSizeF(self.size()))
        painter.end()


class ChartPanel(QFrame):
    """`link` is for one thing that can be done with the chart; without words it is not there.

    `data` is what the chart shows as a table; the view of it is filled when it is first looked at.
    """

    def __init__(self, theme: Theme, chart: Chart, legend: Legend | None = None) -> None:
        super().__init__()
        self.theme = theme
        self.chart = chart
        self.setProperty("kind", "panel")
        self.finding = StyledLabel(theme, "", "heading", wrap=True)
        self.caption = StyledLabel(theme, "", "caption", "ink3", wrap=True)
        self.empty = StyledLabel(theme, "", "body", "ink3", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.link = Button(theme, "", "link", small=True, parent=self)
        self.link.hide()
        self.table = ChartTable(theme)
        self._legend = legend
        self._waiting = _Blocks(theme)
        self._as_table = False
        self.data = NOTHING
        self._arrange()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.finding, 1)
        if self._legend is not None:
            head.addWidget(self._legend, 0, Qt.AlignmentFlag.AlignTop)
        self._stage = QWidget()
        self._sheets = QStackedLayout(self._stage)
        for sheet in (self._waiting, self.chart, self.table, self.empty):
            self._sheets.addWidget(sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(2)
        column.addWidget(self.caption)
        column.addSpacing(8)
        column.addWidget(self._stage, 1)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the Tab key stops, in order."""
        return (self.chart, self.table, self.link)

    # Showing

    def say(self, finding: str, caption: str, table: Table, empty: str = "") -> None:
        """Show what the chart was given; `empty` says in words why there is nothing to draw."""
        self.finding.setText(finding)
        self.caption.setText(caption)
        self.empty.setText(empty)
        for label in (self.finding, self.caption, self.empty):
            label.updateGeometry()
        self.data = table
        self.table.setAccessibleName(finding)
        self.setAccessibleName(finding)
        self.chart.setAccessibleName(finding)
        read = table.text(range(min(_READ_ROWS, table.length))).replace("\t", ", ")
        self.chart.setAccessibleDescription(f"{caption}\n{read}")
        self.chart.redraw()
        self._turn()

    def show_link(self, words: str) -> None:
        """Offer one thing more; '' for nothing."""
        self.link.set_words(words)
        self.link.setVisible(bool(words))
        self.link.adjustSize()
        room = self.link.width() - _LINK_OUT if words else 0
        self.caption.setContentsMargins(0, 0, room, 0)
        self._place_link()

    def show_as_table(self, wanted: bool) -> None:
        """Show the table in place of the chart, or the chart again."""
        self._as_table = wanted
        self._turn()

    def wait(self) -> None:
        """Show quiet blocks until there is something to say."""
        if not self.finding.text():
            self._waiting.shown = True
            self._waiting.update()

    @property
    def as_table(self) -> bool:
        """Whether the table is shown."""
        return self._sheets.currentWidget() is self.table

    def _place_link(self) -> None:
        """At the end of the caption's first line."""
        line = self.theme.line("caption")
        self.link.move(
            self.width() - self.link.width() - 14 + _LINK_OUT,
            self.caption.y() - (self.link.height() - line) // 2,
        )

    def event(self, event: QEvent) -> bool:
        """Keep the link at its place."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            layout = self.layout()
            if layout is not None:
                layout.activate()
            self._place_link()
        return handled

    def _turn(self) -> None:
        tabled = self._as_table and bool(self.data.length)
        if self.empty.text() and not tabled:
            sheet: QWidget = self.empty
        elif not self.finding.text():
            sheet = self._waiting
        else:
            sheet = self.table if tabled else self.chart
        if sheet is self.table and self.table.table is not self.data:
            self.table.show_table(self.data)
        held = self._stage.isAncestorOf(self.window().focusWidget() or self)
        self._sheets.setCurrentWidget(sheet)
        self.setFocusProxy(sheet)
        if held:
            sheet.setFocus()

    # Drawing

    def draw(self, painter: QPainter) -> None:
        """Draw title, caption and chart anywhere, as large as they are on the screen."""
        palette = self.theme.palette
        painter.setPen(QPen(palette.line, 1))
        painter.setBrush(palette.surface)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
        for label, role, colour in (
            (self.finding, "heading", palette.ink),
            (self.caption, "caption", palette.ink3),
            (self.empty, "body", palette.ink3),
        ):
            if label.text() and (label is not self.empty or self._sheets.currentWidget() is self.empty):
                self._draw_label(painter, label, role, colour)
        if self._legend is not None:
            self._draw_at(painter, self._legend, self._legend)
        if not self.empty.text():
            self._draw_at(painter, self.chart, self._stage)

    def _draw_label(self, painter: QPainter, label: StyledLabel, role: str, colour: QColor) -> None:
        where = label.mapTo(self, label.rect().topLeft())
        y = float(where.y())
        for line in lines(self.theme, label.text(), role, label.width() + 0.5, 9):
            draw_line(painter, where.x(), y, line, role, self.theme, colour)
            y += self.theme.line(role)

    def _draw_at(self, painter: QPainter, drawn: Chart | Legend, place: QWidget) -> None:
        painter.save()
        painter.translate(QPointF(place.mapTo(self, place.rect().topLeft())))
        drawn.draw(painter, QSizeF(place.size()))
        painter.restore()


class _Blocks(ThemedWidget):
    """Where a chart will be; nothing at all unless that takes long."""

    shown = False

    def sizeHint(self) -> QSize:
        return QSize(40, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.shown:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, share in enumerate((0.9, 0.7, 0.8, 0.5)):
            y = 8.0 + place * 30
            block(painter, QRectF(0, y, self.width() * share, 14), self.theme.palette.sunken, 4)
        painter.end()
