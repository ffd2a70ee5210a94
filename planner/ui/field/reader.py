"""Reads the line as it is typed, and lets its rows be put right one by one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from planner.domain.errors import KnownError
from planner.domain.one_line.retyping import TYPED
from planner.domain.one_line.rows import RowKind, Understood
from planner.domain.one_line.spoken import title
from planner.queries.one_line import understand_line
from planner.ui.desk import Desk
from planner.ui.field import correcting
from planner.ui.field.after import after
from planner.ui.field.correcting import Correction, PutRight, row_at
from planner.ui.field.reading import Stop, shown_rows
from planner.ui.field.reading_paint import Beside
from planner.ui.field.reading_view import ReadingView

NO_LINES = (">", "?", "/")
"""What looks for a command, for help or for people begins so."""
_HINTS = {
    RowKind.PEOPLE: "Type another name",
    RowKind.WHEN: "Type a day, a time or both",
    RowKind.MINUTES: "Type a length, as in 45 min",
    RowKind.DUE: "Type another day, or nothing for none",
    RowKind.UNTIL: "Type another day, or nothing for until further notice",
}


class Reader(QObject):
    """`changed` says that the line means something else now, `left` that the keyboard goes back to it."""

    changed = Signal()
    left = Signal()

    def __init__(self, desk: Desk, view: ReadingView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._corrections: list[Correction] = []
        self._walk: tuple[Stop, ...] = ()
        """The order of the rows as it was when Tab left the line: a guess put right does not change it."""
        self.understood: Understood | None = None
        view.editor.textEdited.connect(self._hint)

    def forget(self) -> None:
        """Forget the line before and what was put right in it."""
        self._corrections = []
        self.understood = None
        self._view.go_to(None)

    def read(self, text: str) -> None:
        """Read the line anew; rows put right stay so where they still mean the same."""
        found = None
        if text.strip() and not text.lstrip().startswith(NO_LINES):
            found = understand_line(self._desk.library, text, now=self._desk.now)
        if found is None or not found.statements:
            self._corrections = []
            self.understood = None
        else:
            self.understood = correcting.again(found, self._corrections)
        self._show()

    @property
    def put_right(self) -> list[PutRight]:
        """The rows that were put right."""
        return [correcting.told(each) for each in self._corrections]

    def put_right_again(self, rows: Sequence[PutRight]) -> None:
        """Put right what was put right before, where the line still has it."""
        for each in rows:
            found = correcting.retold(self._desk.library, self.understood, each)
            if found is not None:
                self._correct(found)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed into the open row that is not taken up yet."""
        if self.understood is None or self._view.stop is None:
            return False
        return self._view.editor.text() != row_at(self.understood, self._view.stop).words

    def step(self, by: int) -> None:
        """Take up what was typed and go to the next or previous row, and past the last one to the line."""
        if self._view.stop is None:
            self._walk = self._view.order
        if not self.take_up():
            return
        stops = [each for each in self._walk if each in self._view.order]
        if not stops:
            return
        here = stops.index(self._view.stop) if self._view.stop in stops else (-1 if by > 0 else len(stops))
        there = here + by
        if 0 <= there < len(stops):
            self.go_to(stops[there])
        else:
            self.leave()

    def go_to(self, stop: Stop) -> None:
        """Open a row."""
        if self.understood is not None:
            self._view.go_to(stop, row_at(self.understood, stop).words)
            self._hint()

    def leave(self) -> None:
        """Close the open row as it is."""
        self.left.emit()  # before the row closes, or Qt looks for another place for the keyboard
        self._view.go_to(None)
        self._view.say("")

    def turn(self, by: int) -> None:
        """Take the next or previous of the choices."""
        stop = self._view.stop
        if self.understood is None or stop is None:
            return
        row = row_at(self.understood, stop)
        found = correcting.choices(self._desk.library, self.understood, stop, self._view.editor.text())
        if not found:
            return
        values = [each.value for each in found]
        here = values.index(row.value) if row.value in values else -1 if by > 0 else 0
        chosen = found[(here + by) % len(found)]
        self._correct(Correction(stop, row.kind, row.value, chosen))
        self._view.write(chosen.words)
        self._hint()

    def take_up(self) -> bool:
        """Make the open row mean what was typed into it; False, with the reason shown, where it cannot."""
        stop = self._view.stop
        if self.understood is None or stop is None or not self.is_changed:
            return True
        try:
            found = correcting.corrected(self._desk.library, self.understood, stop, self._view.editor.text())
        except KnownError as error:
            self._view.beside = Beside(str(error), "overdue")
            self._view.update()
            return False
        if found is not None:
            self._correct(found)
        return True

    def _correct(self, correction: Correction) -> None:
        assert self.understood is not None
        earlier = next((each for each in self._corrections if each.stop == correction.stop), None)
        before = earlier.before if earlier else correction.before
        kept = [each for each in self._corrections if each.stop != correction.stop]
        self._corrections = [*kept, correction._replace(before=before)]
        self.understood = self.understood.corrected(*correction.stop, correction.choice)
        self._show()

    def _show(self) -> None:
        understood = self.understood
        if understood is not None:
            rows = shown_rows(self._desk.library, understood)
            then = after(self._desk.library, understood, self._desk.today)
            self._view.show_rows(rows, title(understood.statements), then)
        self.changed.emit()

    def _hint(self) -> None:
        """What can be typed or chosen here, beside the open row."""
        stop = self._view.stop
        if self.understood is None or stop is None:
            return
        row = row_at(self.understood, stop)
        found = correcting.choices(self._desk.library, self.understood, stop, self._view.editor.text())
        others = [each.words for each in found if each.value != row.value]
        if others and (row.kind not in TYPED or not self.is_changed):
            self._view.beside = Beside(f"or {', '.join(others[:3])}", "ink3", "Down")
        else:
            self._view.beside = Beside(_HINTS.get(row.kind, "Type other words"))
        self._view.update()
