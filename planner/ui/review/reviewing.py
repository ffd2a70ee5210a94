"""A review while somebody looks at it: what is shown of it, and what was decided. Without Qt."""

from __future__ import annotations

from collections import Counter

from planner.actions.imports.files import Choices, Difference
from planner.domain.names import fold
from planner.ui.review.decisions import Decisions
from planner.ui.review.rows import ON_SHELF, Answer, Found, Row, Shelf
from planner.ui.review.telling import Outcome, Telling, telling


class Reviewing:
    """The rows that the filter lets through, each with its words as everything is decided now."""

    def __init__(self, found: Found, decisions: Decisions) -> None:
        self.found = found
        self.decisions = decisions
        self.outcome = Outcome()
        self.shelf = Shelf.EVERYTHING
        self.text = ""
        self.rows: tuple[Row, ...] = found.rows
        self._differing: tuple[Row, ...] = ()

    def narrow(self, shelf: Shelf, text: str) -> None:
        """Show only one shelf, and of it only what holds the text."""
        self.shelf, self.text = shelf, text
        sections, wanted = ON_SHELF[shelf], fold(text)
        self.rows = tuple(row for row in self.found.rows if row.section in sections and wanted in row.folded)
        self._differing = tuple(row for row in self.rows if row.conflicts)

    def counts(self) -> dict[Shelf, int]:
        """How many rows stand on each shelf."""
        sections = Counter(row.section for row in self.found.rows)
        return {shelf: sum(sections[each] for each in ON_SHELF[shelf]) for shelf in Shelf}

    def told(self, row: Row) -> Telling:
        """What a row says now."""
        return telling(row, self.decisions, self.outcome, self.found.names)

    def choices(self) -> Choices:
        """Everything that was decided, for the import itself."""
        return self.decisions.choices(self.found.rows)

    def toggle(self, row: Row) -> bool:
        """Tick or untick a row; False where there is nothing to tick."""
        told = self.told(row)
        return told.ticked is not None and self.decisions.tick(row, not told.ticked)

    def answer(self, row: Row, answer: Answer) -> bool:
        """Answer for a row; False where this is no answer to it."""
        return self.told(row).ticked is not None and self.decisions.decide(row, answer)

    def take(self, row: Row, difference: Difference) -> bool:
        """Take the file's side of a difference, or put it back to what stands here."""
        self.decisions.take(row, difference, not self.decisions.takes(row, difference))
        return True

    def take_all(self, row: Row) -> bool:
        """Take every difference of a row, or none where all are taken."""
        conflicts = self.told(row).conflicts
        every = all(self.decisions.takes(row, each) for each in conflicts)
        for each in conflicts:
            self.decisions.take(row, each, not every)
        return bool(conflicts)

    @property
    def differences(self) -> list[tuple[Row, Difference]]:
        """Every difference that is shown and to be decided, with its row."""
        return [(row, each) for row in self._differing for each in self.decisions.conflicts(row)]

    @property
    def takes_shown(self) -> bool:
        """Whether all of these are taken."""
        return all(self.decisions.takes(row, each) for row, each in self.differences)

    def take_shown(self) -> bool:
        """Take all of these, or put them back to what stands here where all are taken."""
        taken = not self.takes_shown
        for row, each in self.differences:
            self.decisions.take(row, each, taken)
        return bool(self.differences)

    def tick_all(self, ticked: bool) -> bool:
        """Tick or untick everything shown; False where nothing changed.

        Who may be somebody known already, or you, is ticked only where nobody else is shown: it wants an
        answer of its own, and a tick among thousands of others is none.
        """
        careful = any(not row.asks for row in self.rows)
        changed = False
        for row in self.rows:
            if self.told(row).ticked is None or (ticked and row.asks and careful):
                continue
            changed |= self.decisions.tick(row, ticked)
        return changed
