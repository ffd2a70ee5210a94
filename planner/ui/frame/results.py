"""The lines that the universal field found, as many as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from planner.domain.names import initials
from planner.ui import icons
from planner.ui.frame.hits import Hit
from planner.ui.theme import Theme
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.keycap import keycap_size, paint_keycap
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

_ROW = 42
_EDGE = 6
_THUMB = 4


class Results(ThemedWidget):
    """Painted lines, the current one marked; those beyond the room come by wheel and arrow keys."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.hits: tuple[Hit, ...] = ()
        self.current = 0
        self._first = 0
        self._most = 1
        self._typed = ""
        self.setMouseTracking(True)

    def show_hits(self, found: tuple[Hit, ...], typed: str) -> None:
        """List these, the first one marked."""
        self.hits, self.current, self._first, self._typed = found, 0, 0, typed.strip()
        self._say()
        self.update()

    def step(self, by: int) -> None:
        """Mark the next or previous line, around the ends."""
        if self.hits:
            self.current = (self.current + by) % len(self.hits)
            self._reveal()
            self._say()
            self.update()

    def fit(self, room: int) -> None:
        """Take up no more height than this."""
        self._most = max(1, (room - 2 * _EDGE) // self.theme.px(_ROW))
        self._reveal()

    @property
    def shown(self) -> range:
        """Which lines are in view."""
        return range(self._first, min(len(self.hits), self._first + self._most))

    def sizeHint(self) -> QSize:
        lines = max(1, min(len(self.hits), self._most))
        return QSize(400, lines * self.theme.px(_ROW) + 2 * _EDGE)

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
        self._first = max(0, min(self._first + step, len(self.hits) - self._most))
        index = self._at(event.position().toPoint())
        if index is not None:
            self.current = index
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.hits:
            words = f"Nothing here is called “{self._typed}”." if self._typed else "Nobody here yet."
            draw_text(painter, 17, 16, words, "body", self.theme, self.theme.palette.ink3, self.width() - 34)
        for index in self.shown:
            self._paint_row(painter, index)
        self._paint_thumb(painter)
        painter.end()

    def _paint_row(self, painter: QPainter, index: int) -> None:
        theme, palette, hit = self.theme, self.theme.palette, self.hits[index]
        top = _EDGE + (index - self._first) * theme.px(_ROW)
        row = QRectF(0, top, self.width(), theme.px(_ROW))
        if index == self.current:
            painter.fillRect(row, palette.accent_tint)
            edge = 4 if palette.high_contrast else 2
            painter.fillRect(QRectF(0, row.top(), edge, row.height()), palette.accent)
        picture = QRectF(17, row.top() + (row.height() - 28) / 2, 28, 28)
        if hit.command is None:
            paint_avatar(painter, picture, initials(hit.words), hit.hue, palette)
        else:
            icons.draw(painter, picture.adjusted(6, 6, -6, -6), hit.command.icon or "arrow", palette.ink2)
        middle = row.top() + (row.height() - theme.line("body")) / 2
        role = "strong" if hit.command is None else "body"
        used = draw_text(painter, 57, middle, hit.words, role, theme, palette.ink, self.width() * 0.6)
        self._paint_aside(painter, row, hit, 57 + used + 12)

    def _paint_aside(self, painter: QPainter, row: QRectF, hit: Hit, left: float) -> None:
        theme, palette = self.theme, self.theme.palette
        if not hit.aside:
            return
        if hit.command is not None:
            cap = keycap_size(theme, hit.aside)
            top = row.top() + (row.height() - cap.height()) / 2
            place = QRectF(row.right() - 17 - cap.width(), top, cap.width(), cap.height())
            paint_keycap(painter, place, hit.aside, theme)
            return
        room = row.right() - 17 - left
        width = min(room, one_line(theme, hit.aside, "why").width + 1)
        top = row.top() + (row.height() - theme.line("why")) / 2
        draw_text(painter, row.right() - 17 - width, top, hit.aside, "why", theme, palette.ink3, width)

    def _paint_thumb(self, painter: QPainter) -> None:
        """Say that there is more, and where in it one is."""
        if len(self.shown) == len(self.hits):
            return
        height = self.height() - 2 * _EDGE
        length = height * self._most / len(self.hits)
        top = _EDGE + height * self._first / len(self.hits)
        thumb = QRectF(self.width() - _THUMB - 3, top, _THUMB, length)
        painter.setPen(self.theme.palette.line_strong)
        painter.setBrush(self.theme.palette.line_strong)
        painter.drawRoundedRect(thumb, _THUMB / 2, _THUMB / 2)

    def _reveal(self) -> None:
        """Bring the current line into view."""
        first = min(self.current, max(self._first, self.current - self._most + 1))
        self._first = max(0, min(first, len(self.hits) - self._most))

    def _at(self, position: QPoint) -> int | None:
        index = (position.y() - _EDGE) // self.theme.px(_ROW) + self._first
        return index if index in self.shown else None

    def _say(self) -> None:
        if self.hits:
            hit = self.hits[self.current]
            self.setAccessibleName(f"{hit.words}, {hit.aside}" if hit.aside else hit.words)
