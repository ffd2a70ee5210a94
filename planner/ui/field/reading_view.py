"""The rows of an understood line: seen before Enter, corrected one by one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from planner.ui.field.after import After
from planner.ui.field.line import FieldLine
from planner.ui.field.reading import Shown, Stop, order
from planner.ui.field.reading_paint import EDGE, Beside, paint_after, paint_row, part_left
from planner.ui.theme import Theme
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

UNSAVED = "Nothing is saved until you press Enter"
_TITLE, _ROW, _HEADING = 34, 42, 30
_AFTER, _AFTER_TOP, _AFTER_FOOT = 38, 8, 14
_EDITOR = 30
_LEAST_EDITOR = 220
_BETWEEN, _LEAST_SAID = 16, 0.4


class ReadingView(ThemedWidget):
    """Paints title, rows and the box about the rhythm. `picked` tells the row that was clicked.

    `editor` lies over the row that is being put right.
    """

    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget, keyed: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(theme, parent)
        self.rows: tuple[Shown, ...] = ()
        self.title = ""
        self.said = UNSAVED
        self.after: After | None = None
        self.stop: Stop | None = None
        self.beside = Beside("")
        self._is_problem = False
        self._room = 10_000
        self._offset = 0
        self.editor = FieldLine(theme, self, keyed)
        self.editor.setProperty("bare", False)
        self.editor.hide()

    def show_rows(self, rows: tuple[Shown, ...], title: str, after: After | None) -> None:
        """Show these; what was said of a problem is forgotten."""
        self.rows, self.title, self.after = rows, title, after
        self.say("")
        spoken = [title, *(row.spoken for row in rows), *([after.spoken] if after else [])]
        self.setAccessibleName(". ".join(spoken))
        self.updateGeometry()

    def say(self, problem: str) -> None:
        """A sentence beside the title in place of the one that nothing is saved yet."""
        self.said, self._is_problem = problem or UNSAVED, bool(problem)
        self.update()

    @property
    def order(self) -> tuple[Stop, ...]:
        """What Tab comes to, one after the other."""
        return order(self.rows)

    def go_to(self, stop: Stop | None, text: str = "") -> None:
        """Open the row at a stop for typing, its words chosen; None closes it."""
        self.stop = stop
        self.editor.setVisible(stop is not None)
        if stop is not None:
            self.editor.setFont(self.theme.font("body"))
            self.write(text)
            self._reveal()
            self._place_editor()
            self.editor.setFocus()
        self.update()

    def write(self, text: str) -> None:
        """Put words into the open row, all of them chosen."""
        self.editor.setText(text)
        self.editor.selectAll()

    def fit(self, room: int) -> None:
        """Take up no more height than this."""
        self._room = room
        self._reveal()
        self._place_editor()

    @property
    def height_wanted(self) -> int:
        """The height of everything."""
        after = self.theme.px(_AFTER) + _AFTER_TOP + _AFTER_FOOT if self.after else 8
        return self._top_of(len(self.rows)) + after

    def sizeHint(self) -> QSize:
        return QSize(400, min(self.height_wanted, self._room))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._scroll_to(self._offset - event.angleDelta().y() // 3)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        for number, row in enumerate(self.rows):
            if self._rect(number).contains(place) and row.stops:
                beside = row.aside_stop is not None and place.x() > self.width() * 0.7
                self.picked.emit(row.aside_stop if beside else self._part_at(row, place.x()))
                return

    def head_widths(self) -> tuple[float, float]:
        """How wide the title and the sentence beside it are; the sentence gives way first."""
        theme, room = self.theme, self.width() - 2 * EDGE - _BETWEEN
        title = one_line(theme, self.title, "labelStrong").width + 1
        said = min(one_line(theme, self.said, "caption").width + 1, max(room - title, room * _LEAST_SAID))
        return min(title, room - said), said

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, palette = self.theme, self.theme.palette
        top = 12 - self._offset
        colour = palette.named("overdue" if self._is_problem else "ink3")
        title, said = self.head_widths()
        draw_text(painter, EDGE, top, self.title, "labelStrong", theme, palette.ink, title)
        draw_text(painter, self.width() - EDGE - said, top, self.said, "caption", theme, colour, said)
        next_stop = self.order[0] if self.stop is None and self.order else None
        for number, row in enumerate(self.rows):
            rect = self._rect(number)
            if row.heading:
                head = rect.top() - theme.px(_HEADING) / 2 - theme.line("labelStrong") / 2 + 3
                draw_text(painter, EDGE, head, row.heading, "labelStrong", theme, palette.ink)
            is_open = self.stop in row.stops
            is_next = next_stop in row.stops
            beside = self.beside if is_open else Beside(row.aside, keys="Tab" if is_next else "")
            marked = is_open or (is_next and row.is_guess)
            covered = float(self.editor.geometry().right()) if is_open else 0.0
            paint_row(painter, rect, row, beside, theme, self.stop, marked=marked, covered=covered)
        if self.after is not None:
            foot = self._top_of(len(self.rows)) - self._offset + _AFTER_TOP
            paint_after(
                painter, QRectF(EDGE, foot, self.width() - 2 * EDGE, theme.px(_AFTER)), self.after, theme
            )
        painter.end()

    # Places

    def _top_of(self, number: int) -> int:
        """Where a row begins, unscrolled."""
        headings = sum(bool(row.heading) for row in self.rows[: number + 1])
        return self.theme.px(_TITLE) + number * self.theme.px(_ROW) + headings * self.theme.px(_HEADING)

    def _rect(self, number: int) -> QRectF:
        return QRectF(0, self._top_of(number) - self._offset, self.width(), self.theme.px(_ROW))

    def _row_of(self, stop: Stop) -> int:
        return next((number for number, row in enumerate(self.rows) if stop in row.stops), 0)

    def _part_at(self, row: Shown, x: float) -> Stop:
        stops = [part.stop for part in row.parts if part.stop]
        before = [each for each in stops if part_left(self.theme, row, each) <= x]
        return (before or stops or list(row.stops))[-1 if before else 0]

    def _reveal(self) -> None:
        """Scroll so that the open row is seen."""
        if self.stop is None:
            self._scroll_to(0 if self.height_wanted <= self._room else self._offset)
            return
        top = self._top_of(self._row_of(self.stop))
        bottom = top + self.theme.px(_ROW)
        self._scroll_to(max(min(self._offset, top - self.theme.px(_TITLE)), bottom - self._room))

    def _scroll_to(self, offset: int) -> None:
        self._offset = max(0, min(offset, self.height_wanted - self._room))
        self._place_editor()
        self.update()

    def _place_editor(self) -> None:
        if self.stop is None:
            return
        number = self._row_of(self.stop)
        row, rect = self.rows[number], self._rect(number)
        left = round(part_left(self.theme, row, self.stop)) - 10
        if row.aside_stop == self.stop:
            left = round(self.width() * 0.46)
        height = self.theme.px(_EDITOR)
        wide = max(self.theme.px(_LEAST_EDITOR), round(self.width() * 0.54) - left)
        self.editor.setGeometry(QRect(left, round(rect.center().y() - height / 2), wide, height))

    def follow_theme(self) -> None:
        """Take up new sizes."""
        self.editor.setFont(self.theme.font("body"))
        self._place_editor()
        super().follow_theme()
