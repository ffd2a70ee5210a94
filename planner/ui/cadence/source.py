"""Where the page comes from: what is known is kept, caught up after changes, and asked beside the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from planner.actions.forecast_log import Told, note_forecasts, told_of
from planner.actions.recalibrate import look_again
from planner.library import Changed
from planner.queries.cadence.page import Asked, Known, Page, cadence_page, caught_up, learned
from planner.ui.cadence.asking import Asking
from planner.ui.desk import Desk

_MOST_CHANGES = 50
"""When more steps than this have been missed, everything is read again."""


class _Answer(NamedTuple):
    page: Page
    known: Known
    caught: int
    told: list[Told]


class PageSource(QObject):
    """Answers with pages. What they tell of days to come is noted once a day, to be checked later.

    That is left out where another day counts as today: nobody could ever check it.
    """

    answered = Signal(object)  # a Page

    def __init__(self, desk: Desk, asked: Callable[[], Asked], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._asked = desk, asked
        self._known: Known | None = None
        self._changes: list[Changed] = []
        self._noted: date | None = None
        self.asking = Asking(desk, self)
        self.asking.answered.connect(self._take)

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return self.asking.busy

    def ask(self) -> None:
        """Answer with the page as it is asked for then."""
        self.asking.ask(self._question)

    def hear(self, changed: Changed) -> None:
        """Note a change, to catch up with before the next answer."""
        self._changes.append(changed)
        if len(self._changes) > _MOST_CHANGES:
            self.forget()

    def forget(self) -> None:
        """Read everything again before the next answer."""
        self._known, self._changes = None, []

    def _question(self) -> Callable[[], _Answer]:
        library, today, asked = self._desk.library, self._desk.today, self._asked()
        known, changes = self._known, tuple(self._changes)
        noting = self._noted != today == datetime.now(tz=UTC).astimezone().date() and asked == Asked(
            today, asked.reach
        )

        def work() -> _Answer:
            if known is None or known.everybody.today != today:
                ready = learned(library, today, asked.reach)
            else:
                ready = caught_up(library, known, changes)
            page, ready = cadence_page(library, ready, asked)
            shown = [each.person_id for each in page.quiet.likely] if noting else []
            told = told_of(library, ready.everybody, shown) if noting else []
            return _Answer(page, ready, len(changes), told)

        return work

    def _take(self, answer: _Answer) -> None:
        self._known = answer.known
        del self._changes[: answer.caught]
        self.answered.emit(answer.page)
        if answer.told:
            self._noted = self._desk.today
            self._desk.do(lambda: self._note(answer.told, self._desk.today))

    def _note(self, told: list[Told], today: date) -> None:
        """Keep what is told; once a month, where that is allowed, look whether a correction still helps."""
        note_forecasts(self._desk.library, told, today)
        look_again(self._desk.library, today)
