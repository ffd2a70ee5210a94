"""The long list of a review as it is seen: only the rows in view are painted, however many there are."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from planner.ui.review.anatomy import Anatomy, Spot, anatomy, row_height
from planner.ui.review.paint import paint_row
from planner.ui.review.reviewing import Reviewing
from planner.ui.review.rows import Row, Section
from planner.ui.review.sheet import Block, Measures, Sheet, lay_out
from planner.ui.review.telling import Telling
from planner.ui.theme import Theme
from planner.ui.widgets.text import draw_text, one_line

HEADING, GAP, MARGIN = 40, 10, 20
_FOOT, _RADIUS = 20, 10
_HINTS = {
    Section.CHANGED: "What stands here stays; what is missing is added",
    Section.POSSIBLE: "Left out until you answer: S same person, N somebody new, X leave out",
    Section.WRITERS: "Ticked where mail went both ways on three days or more",
    Section.MAIL: "One conversation a person, a day and a direction",
    Section.BUSY: "They only take time, unless somebody at them comes in too",
    Section.ASIDE: "They take no time, and nobody at them comes in",
    Section.STRANGERS: "Left out unless you tick them",
}


class RowsView(QAbstractScrollArea):
    """Rows by section, each section a panel below its heading."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._reviewing: Reviewing | None = None
        self._sheet: Sheet | None = None
        self._focus = 0
        self._hovered: int | None = None
        self._spot: Spot | None = None
        self._by_keyboard = False
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.lay_out)

    # What the screen calls

    def show_review(self, reviewing: Reviewing | None) -> None:
        """Show another review, or none; `narrowed` places its rows."""
        self._reviewing = reviewing
        self._sheet = None
        self._focus = 0

    def narrowed(self) -> None:
        """Show what the filter lets through now, from the top."""
        self._focus = 0
        self.lay_out()
        self.verticalScrollBar().setValue(0)

    def lay_out(self) -> None:
        """Place every row anew: another width, text size or decision."""
        self._hovered = self._spot = None
        if self._reviewing is None:
            return
        theme = self.theme
        measures = Measures(heading=theme.px(HEADING), gap=GAP, foot=_FOOT)
        self._sheet = lay_out(self._reviewing.rows, self._height_of, measures)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._sheet.height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(theme.px(28))
        self.viewport().update()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is listed, from the top."""
        return self._reviewing.rows if self._reviewing else ()

    @property
    def right_edge(self) -> int:
        """Where the panels end: as far from the window's edge with a scroll bar as without."""
        return min(self.width() - MARGIN, self.viewport().width())

    @property
    def focused(self) -> Row | None:
        """The row that the keyboard is on."""
        return self.rows[self._focus] if self._focus < len(self.rows) else None

    def places_of(self, row: Row) -> Anatomy:
        """Where everything of a row is, in the viewport's coordinates."""
        assert self._sheet is not None
        index = self.rows.index(row)
        return self._anatomy(index, self._told(index), -self.verticalScrollBar().value())

    # Rows

    def _told(self, index: int) -> Telling:
        assert self._reviewing is not None
        return self._reviewing.told(self.rows[index])

    def _height_of(self, row: Row) -> int:
        assert self._reviewing is not None
        conflicts = self._reviewing.decisions.conflicts(row) if row.conflicts else ()
        return row_height(self.theme, row, len(conflicts))

    def _anatomy(self, index: int, told: Telling, shift: int = 0) -> Anatomy:
        assert self._reviewing is not None
        row = self.rows[index]
        return anatomy(
            self.theme, row, told, self._reviewing.decisions.of(row), self._rect(index).translated(0, shift)
        )

    def _rect(self, index: int) -> QRectF:
        assert self._sheet is not None
        width = self.right_edge - MARGIN
        return QRectF(MARGIN, self._sheet.tops[index], width, self._sheet.heights[index])

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._sheet is None:
            return
        painter = QPainter(self.viewport())
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        painter.translate(0, -top)
        for block in self._sheet.blocks:
            if block.bottom >= top and block.top <= bottom:
                self._paint_block(painter, block, top, bottom)
        painter.end()

    def _paint_block(self, painter: QPainter, block: Block, top: int, bottom: int) -> None:
        assert self._sheet is not None
        palette = self.theme.palette
        self._paint_heading(painter, block)
        # a panel of 20,000 rows is a million pixels high: only the part in view is drawn
        begin, end = max(block.panel_top, top - 30), min(block.bottom, bottom + 30)
        panel = QRectF(MARGIN, begin, self.right_edge - MARGIN, end - begin)
        path = QPainterPath()
        path.addRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, palette.surface)
        seen = self._sheet.visible(top, bottom)
        for index in range(max(seen.start, block.first), min(seen.stop, block.last)):
            self._paint_row(painter, index, path, last=index == block.last - 1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(palette.line, 1))
        painter.drawPath(path)

    def _paint_heading(self, painter: QPainter, block: Block) -> None:
        theme, palette = self.theme, self.theme.palette
        middle = block.top + theme.px(HEADING) / 2
        x, right = float(MARGIN), float(self.right_edge)
        top = middle - theme.line("heading") / 2
        x += draw_text(painter, x, top, block.section.value, "heading", theme, palette.ink) + 10
        top = middle - theme.line("body") / 2
        number = f"{block.last - block.first:,}"
        x += draw_text(painter, x, top, number, "body", theme, palette.ink3) + 24
        hint = _HINTS.get(block.section, "")
        width = min(one_line(theme, hint, "why").width, max(0.0, right - x))
        top = middle - theme.line("why") / 2
        draw_text(painter, right - width, top, hint, "why", theme, palette.ink3, width + 0.5)

    def _paint_row(self, painter: QPainter, index: int, panel: QPainterPath, *, last: bool) -> None:
        assert self._reviewing is not None
        palette, rect, row = self.theme.palette, self._rect(index), self.rows[index]
        hovered = index == self._hovered
        if hovered:
            painter.save()
            painter.setClipPath(panel)
            painter.fillRect(rect, palette.hover)
            painter.restore()
        if not last:
            painter.fillRect(QRectF(rect.left() + 1, rect.bottom() - 1, rect.width() - 2, 1), palette.line)
        told, decisions = self._told(index), self._reviewing.decisions
        paint_row(
            painter,
            self._anatomy(index, told),
            row,
            told,
            decisions.of(row),
            lambda difference: decisions.takes(row, difference),
            self.theme,
            self._spot if hovered else None,
        )
        if index == self._focus and self.hasFocus() and self._by_keyboard:
            painter.setPen(QPen(palette.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(3, 2, -3, -3), 7, 7)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._hovered = self._spot = None
        self.viewport().update()
