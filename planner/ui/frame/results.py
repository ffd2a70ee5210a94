"""A list of results under a line to type in, as many as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from planner.ui.frame.hit import Hit
from planner.ui.frame.hit_paint import paint_hit
from planner.ui.theme import Theme
from planner.ui.widgets.text import draw_text
from planner.ui.widgets.themed import ThemedWidget

_EDGE = 6
_HEADING = 24
_EMPTY = 42
_THUMB = 4


class Results(ThemedWidget):
    """Painted lines, the current one marked; those beyond the room come by wheel and arrow keys.

    Lines of one group stand under its heading. Where `marks_first` is not set, no line is marked until an
    arrow key or the mouse chooses one.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget, *, marks_first: bool = True) -> None:
        super().__init__(theme, parent)
        self.hits: tuple[Hit, ...] = ()
        self.current = 0
        self._none = 0 if marks_first else -1
        self._first = 0
        self._room = 1
        self._nothing = "Nobody here yet."
        self.setMouseTracking(True)

    def show_hits(self, found: tuple[Hit, ...], typed: str, nothing: str = "") -> None:
        """List these, the first one marked; `nothing` is the sentence for none of them."""
        self.hits, self.current, self._first = found, self._none, 0
        bare = typed.strip()
        self._nothing = nothing or (f"Nothing here is called “{bare}”." if bare else "Nobody here yet.")
        self._say()
        self.update()

    def step(self, by: int) -> None:
        """Mark the next or previous line, around the ends."""
        if self.hits:
            start = self.current if self.current >= 0 or by > 0 else 0
            self.current = (start + by) % len(self.hits)
            self._reveal()
            self._say()
            self.update()

    def fit(self, room: int) -> None:
        """Take up no more height than this."""
        self._room = max(0, room - 2 * _EDGE)
        self._reveal()

    @property
    def shown(self) -> range:
        """Which lines are in view."""
        return range(self._first, self._end(self._first))

    def sizeHint(self) -> QSize:
        whole = sum(self._heights(index) for index in range(len(self.hits)))
        if not self.hits:
            return QSize(400, self.theme.px(_EMPTY) + 2 * _EDGE)
        seen = whole if whole <= self._room else sum(self._heights(each) for each in self.shown)
        return QSize(400, seen + 2 * _EDGE)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self._at(event.position().toPoint())
        if index is not None and index != self.current:
            self.current = index
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._at(event.position().toPoint())
        if index is not None:
            self.chosen.emit(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        by = -event.angleDelta().y()
        step = (by > 0) - (by < 0)
        self._first = max(0, min(self._first + step, self._last_first()))
        index = self._at(event.position().toPoint())
        if index is not None:
            self.current = index
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, palette = self.theme, self.theme.palette
        if not self.hits:
            draw_text(painter, 17, 16, self._nothing, "body", theme, palette.ink3, self.width() - 34)
        top = float(_EDGE)
        for index in self.shown:
            if self._has_heading(index):
                below = top + theme.px(_HEADING) - theme.line("caption") - 3
                draw_text(painter, 18, below, self.hits[index].group, "caption", theme, palette.ink3)
                top += theme.px(_HEADING)
            row = QRectF(0, top, self.width(), theme.px(self.hits[index].height))
            paint_hit(painter, row, self.hits[index], theme, current=index == self.current)
            top = row.bottom()
        self._paint_thumb(painter)
        painter.end()

    def _paint_thumb(self, painter: QPainter) -> None:
        """Say that there is more, and where in it one is."""
        if len(self.shown) == len(self.hits):
            return
        height = self.height() - 2 * _EDGE
        length = height * len(self.shown) / len(self.hits)
        top = _EDGE + height * self._first / len(self.hits)
        thumb = QRectF(self.width() - _THUMB - 3, top, _THUMB, length)
        painter.setPen(self.theme.palette.line_strong)
        painter.setBrush(self.theme.palette.line_strong)
        painter.drawRoundedRect(thumb, _THUMB / 2, _THUMB / 2)

    # Which lines there is room for

    def _has_heading(self, index: int) -> bool:
        group = self.hits[index].group
        return bool(group) and (index == self._first or self.hits[index - 1].group != group)

    def _heights(self, index: int) -> int:
        heading = self.theme.px(_HEADING) if self._has_heading(index) else 0
        return self.theme.px(self.hits[index].height) + heading

    def _end(self, first: int) -> int:
        """The first line that there is no room for any more; one is always shown."""
        used, index = 0, first
        while index < len(self.hits):
            used += self._heights(index)
            if used > self._room and index > first:
                break
            index += 1
        return index

    def _last_first(self) -> int:
        """The line to begin with so that the last one is in view."""
        first = max(0, len(self.hits) - 1)
        while first > 0 and self._end(first - 1) == len(self.hits):
            first -= 1
        return first

    def _reveal(self) -> None:
        """Bring the current line into view."""
        current = max(0, self.current)
        self._first = min(self._first, current)
        while self._first < current and current >= self._end(self._first):
            self._first += 1
        self._first = max(0, min(self._first, self._last_first()))

    def _at(self, position: QPoint) -> int | None:
        top = _EDGE
        for index in self.shown:
            heading = self._heights(index) - self.theme.px(self.hits[index].height)
            bottom = top + self._heights(index)
            if top + heading <= position.y() < bottom:
                return index
            top = bottom
        return None

    def _say(self) -> None:
        if self.hits:
            self.setAccessibleName(self.hits[max(0, self.current)].spoken)
