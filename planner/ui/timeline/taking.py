"""Taking the timeline along: what is seen of it, as a picture, a copy, or on paper."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter

from planner.domain import words
from planner.ui.charts import printing, saving
from planner.ui.charts.drawing import write
from planner.ui.desk import Desk
from planner.ui.theme import Theme
from planner.ui.timeline.chart import LaneChart
from planner.ui.timeline.legend import Legend

if TYPE_CHECKING:
    from planner.ui.timeline.view import TimelineScreen

_HEAD, _ABOVE_LEGEND, _AROUND = 44, 10, 8
_FINE = 4.0


class Taking:
    """One per timeline, made when it is first taken along."""

    def __init__(self, desk: Desk, screen: TimelineScreen) -> None:
        self._desk, self._screen = desk, screen

    def title(self) -> str:
        """'Timeline, 26 March to 3 January 2027'."""
        first, last = self._screen.days_shown()
        today = self._desk.today
        return f"Timeline, {words.long_day(first, today)} to {words.long_day(last, today)}"

    def save(self) -> None:
        """Ask where to, and save a picture there."""
        name = f"timeline {self._desk.today:%Y-%m-%d}"
        path = saving.asked_path(self._screen, name)
        if path is not None and self._desk.done(
            lambda: saving.save_picture(self.draw, self.size(), path, self.title())
        ):
            self._desk.said.emit(f"Saved {path.name}", False)

    def copy_picture(self) -> None:
        """Put a picture on the clipboard."""
        saving.copy_picture(self.draw, self.size())
        self._desk.said.emit("Copied the picture", False)

    def print(self) -> None:
        """Ask for a printer, and print what is seen."""
        window = self._screen.window()
        if self._desk.do(lambda: printing.print_page(window, self.title(), self.draw_paper)):
            self._desk.said.emit("Sent to the printer", False)

    def size(self) -> QSize:
        """The lanes that are seen and the line of shapes below them."""
        return _size(self._screen.lanes, self._screen.legend)

    def draw(self, painter: QPainter) -> None:
        """Draw what is seen, in the colours it is seen in."""
        with self._fine(self._desk) as (lanes, legend):
            painter.fillRect(QRectF(QPointF(), QSizeF(_size(lanes, legend))), lanes.theme.palette.paper)
            _draw(painter, lanes, legend)

    def draw_paper(self, painter: QPainter, room: QRectF) -> None:
        """Draw the same into a sheet of paper, always light, with a title above."""
        desk = Desk(self._desk.library, Theme(), lambda: self._desk.now)
        with self._fine(desk) as (lanes, legend):
            drawn = _size(lanes, legend)
            factor, left, top = saving.fitted(QSize(drawn.width(), drawn.height() + _HEAD), room)
            painter.save()
            painter.translate(left, top)
            painter.scale(factor, factor)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            write(painter, _AROUND, 18, self.title(), "title", desk.theme, desk.theme.palette.ink)
            painter.translate(0, _HEAD)
            _draw(painter, lanes, legend)
            painter.restore()
        desk.close()

    @contextmanager
    def _fine(self, desk: Desk) -> Iterator[tuple[LaneChart, Legend]]:
        """The same lanes once more, whole ones alone, with finer pixels than a screen has."""
        seen = self._screen.lanes
        lanes, legend = _FineLanes(desk), Legend(desk.theme)
        lanes.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        lanes.resize(seen.width(), _height(seen))
        lanes.show_people(seen.heads)
        lanes.show()
        lanes.set_limits(seen.limits)
        lanes.set_scale(seen.scale)
        lanes.verticalScrollBar().setValue(
            seen.verticalScrollBar().value() // seen.sizes.row * seen.sizes.row
        )
        first, last = lanes.in_view
        lanes.store.know([each.person_id for each in lanes.heads[first : last + 1]])
        legend.resize(lanes.viewport().width(), legend.sizeHint().height())
        yield lanes, legend
        lanes.close()
        lanes.deleteLater()
        legend.deleteLater()


class _FineLanes(LaneChart):
    """Lanes whose small pictures are fine enough for paper."""

    def fineness(self) -> float:
        return _FINE


def _height(lanes: LaneChart) -> int:
    """As high as the lanes that are seen whole."""
    head, row = lanes.sizes.head, lanes.sizes.row
    rows = max(1, (lanes.viewport().height() - head - 1) // row)
    return head + min(rows, len(lanes.heads)) * row + 1


def _size(lanes: LaneChart, legend: Legend) -> QSize:
    below = _height(lanes) + _ABOVE_LEGEND + legend.sizeHint().height()
    return QSize(lanes.viewport().width() + 2 * _AROUND, below + 2 * _AROUND)


def _draw(painter: QPainter, lanes: LaneChart, legend: Legend) -> None:
    painter.save()
    painter.translate(_AROUND, _AROUND)
    lanes.draw(painter)
    painter.restore()
    painter.save()
    painter.translate(_AROUND, _AROUND + _height(lanes) + _ABOVE_LEGEND)
    legend.draw(painter)
    painter.restore()
