"""Draws gaps over time with pyqtgraph. Import this module only when a chart is wanted: it is slow to load."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pyqtgraph
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain import words
from planner.domain.gaps import KnownGap
from planner.ui.theme import Theme

_MOST_MONTHS = 6
_HEADROOM = 1.18
_GAP_SHARE = 0.06


class GapsChart(QWidget):
    """A bar per gap, as wide as it lasted: filled within the rhythm, hollow beyond it; dashed for now.

    `pointed` tells the place of the bar under the pointer or chosen with the arrow keys: -1 for none, the
    count of gaps for the time since the last conversation.
    """

    pointed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._gaps: Sequence[KnownGap] = ()
        self._rhythm: int | None = None
        self._since: date | None = None
        self._today = date.min
        self._pointed = -1
        self.plot: Any = pyqtgraph.PlotWidget(self, background=None)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.setAntialiasing(True)
        self.plot.viewport().setAutoFillBackground(False)
        self.plot.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.plotItem.setContentsMargins(0, 4, 2, 0)
        self.plot.scene().sigMouseMoved.connect(self._mouse_moved)
        self.plot.viewport().installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.addWidget(self.plot)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._draw)

    def show_gaps(
        self, gaps: Sequence[KnownGap], rhythm_days: int | None, since: date | None, today: date
    ) -> None:
        """Draw gaps, oldest first, and the days since the last conversation."""
        self._gaps, self._rhythm, self._since, self._today = gaps, rhythm_days, since, today
        self._pointed = -1
        spoken = f"{len(gaps)} gaps between conversations, the latest {gaps[-1].days} days" if gaps else ""
        self.setAccessibleName(spoken)
        self._draw()

    def place_at(self, day: float) -> int:
        """The bar at a day given as an ordinal: -1 for none."""
        for place, gap in enumerate(self._gaps):
            if gap.begins.toordinal() <= day < gap.ends.toordinal():
                return place
        since = self._since.toordinal() if self._since else None
        if since is not None and since <= day <= self._today.toordinal():
            return len(self._gaps)
        return -1

    def point_at(self, place: int) -> None:
        """Mark a bar and tell it."""
        if place != self._pointed:
            self._pointed = place
            self._draw()
            self.pointed.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from bar to bar."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step or not self._gaps:
            super().keyPressEvent(event)
            return
        last = len(self._gaps) if self._since else len(self._gaps) - 1
        start = self._pointed if self._pointed >= 0 else (-1 if step > 0 else last + 1)
        self.point_at(max(0, min(last, start + step)))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing is pointed at any more."""
        super().focusOutEvent(event)
        self.point_at(-1)
        self.update()

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        """The pointer left."""
        if event.type() == QEvent.Type.Leave and not self.hasFocus():
            self.point_at(-1)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring of the keyboard's focus."""
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.palette.accent, 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _mouse_moved(self, position: QPointF) -> None:
        box = self.plot.plotItem.vb
        inside = box.sceneBoundingRect().contains(position)
        self.point_at(self.place_at(box.mapSceneToView(position).x()) if inside else -1)

    # Drawing

    def _draw(self) -> None:
        self.plot.clear()
        if not self._gaps:
            return
        self._draw_axes()
        self._draw_bars()
        self._draw_now()
        if self._rhythm:
            pen = _pen(self.theme.palette.ink, 1.2, Qt.PenStyle.DashLine)
            self.plot.addItem(pyqtgraph.InfiniteLine(pos=self._rhythm, angle=0, pen=pen))
        top = max([gap.days for gap in self._gaps] + [self._rhythm or 0, self._open_days])
        self.plot.setRange(
            xRange=(self._gaps[0].begins.toordinal(), max(self._today, self._gaps[-1].ends).toordinal() + 1),
            yRange=(0, top * _HEADROOM),
            padding=0,
        )

    @property
    def _open_days(self) -> int:
        return (self._today - self._since).days if self._since else 0

    def _draw_bars(self) -> None:
        palette = self.theme.palette
        pens, brushes = [], []
        for place, gap in enumerate(self._gaps):
            late = gap.kept is False
            pointed = place == self._pointed
            pens.append(_pen(palette.overdue.ink, 1.2) if late else pyqtgraph.mkPen(None))
            tint = palette.overdue.tint if pointed else palette.surface
            brushes.append(
                pyqtgraph.mkBrush(tint if late else palette.ink2 if pointed else palette.line_strong)
            )
        self._add_bars([(gap.begins, gap.ends, gap.days) for gap in self._gaps], pens, brushes)

    def _draw_now(self) -> None:
        if self._since is None or self._open_days < 1:
            return
        palette = self.theme.palette
        pointed = self._pointed == len(self._gaps)
        brush = pyqtgraph.mkBrush(palette.accent_tint if pointed else palette.surface)
        pen = _pen(palette.accent, 1.4)
        pen.setDashPattern([2.4, 2.0])
        self._add_bars([(self._since, self._today, self._open_days)], [pen], [brush])

    def _add_bars(self, bars: list[tuple[date, date, int]], pens: list[QPen], brushes: list[Any]) -> None:
        insets = [(end - begin).days * _GAP_SHARE for begin, end, _ in bars]
        self.plot.addItem(
            pyqtgraph.BarGraphItem(
                x0=[begin.toordinal() + inset for (begin, _, _), inset in zip(bars, insets, strict=True)],
                x1=[end.toordinal() - inset for (_, end, _), inset in zip(bars, insets, strict=True)],
                y0=[0] * len(bars),
                height=[height for _, _, height in bars],
                pens=pens,
                brushes=brushes,
            )
        )

    def _draw_axes(self) -> None:
        palette = self.theme.palette
        for side in ("bottom", "left"):
            axis = self.plot.getAxis(side)
            axis.setPen(_pen(palette.line, 1))
            axis.setTextPen(palette.ink3)
            axis.setTickFont(self.theme.font("axis"))
            axis.setStyle(tickLength=0, tickTextOffset=5)
        self.plot.getAxis("left").setTicks([self._day_ticks()])
        self.plot.getAxis("bottom").setTicks([self._month_ticks()])
        self.plot.getAxis("bottom").setHeight(self.theme.line("axis") + 8)

    def _day_ticks(self) -> list[tuple[float, str]]:
        """The longest gap, and the rhythm where it keeps its distance."""
        longest = max([gap.days for gap in self._gaps] + [self._open_days])
        ticks = {0: "0", longest: f"{longest} d"}
        rhythm = self._rhythm
        if rhythm and abs(longest - rhythm) > 0.14 * max(longest, rhythm):
            ticks[rhythm] = f"{rhythm} d"
        return [(float(value), text) for value, text in sorted(ticks.items())]

    def _month_ticks(self) -> list[tuple[float, str]]:
        first, last = self._gaps[0].begins, self._today
        months: list[date] = []
        month = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
        while month <= last:
            months.append(month)
            month = (month + timedelta(days=32)).replace(day=1)
        step = max(1, -(-len(months) // _MOST_MONTHS))
        many_years = (last - first).days > 900
        return [
            (float(each.toordinal()), str(each.year) if many_years else words.month(each))
            for each in months[::-1][::step][::-1]
        ]


def _pen(colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    made = QPen(colour, width, style)
    made.setCosmetic(True)
    return made
