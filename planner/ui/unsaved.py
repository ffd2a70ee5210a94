"""Changes that the disk did not take: kept with what they were meant for until they are tried again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from planner.ui.screen import Subject


class Unsaved(QObject):
    """One per desk. A change of cards alone is kept: whatever has words in a dialog or a line waits there."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._meant: Subject | None = None
        self._tries: dict[Subject, Callable[[], object]] = {}

    @contextmanager
    def about(self, subject: Subject) -> Iterator[None]:
        """Whatever is done in here is meant for this subject."""
        before, self._meant = self._meant, subject or None
        try:
            yield
        finally:
            self._meant = before

    def keep(self, again: Callable[[], object]) -> None:
        """The change that is being made could not be written; `again` makes it once more."""
        if self._meant is not None:
            self._tries[self._meant] = again
            self.changed.emit()

    def settle(self) -> None:
        """A change of what is meant was written: nothing older waits for it any more."""
        meant = self._meant
        if self._tries and meant is not None:
            self._forget(kept for kept in self._tries if _meet(kept, meant))

    def holds(self, subject: Subject) -> bool:
        """Whether a change of this card waits."""
        return any(_meet(kept, subject) for kept in self._tries)

    def retry(self, subject: Subject) -> None:
        """Make every change that waits for this subject once more."""
        waiting = [(kept, again) for kept, again in self._tries.items() if _meet(kept, subject)]
        self._forget(kept for kept, _ in waiting)
        for kept, again in waiting:
            with self.about(kept):
                again()

    def _forget(self, kept: Iterator[Subject]) -> None:
        forgotten = tuple(kept)
        for each in forgotten:
            del self._tries[each]
        if forgotten:
            self.changed.emit()


def _meet(one: Subject, other: Subject) -> bool:
    """Whether two subjects mean the same plan, conversation or commitment, else the same person."""
    if one.plan_ids or other.plan_ids:
        return not set(one.plan_ids).isdisjoint(other.plan_ids)
    ids = one.conversation_id, one.commitment_id
    if any(ids) or other.conversation_id or other.commitment_id:
        return ids == (other.conversation_id, other.commitment_id)
    return not set(one.people).isdisjoint(other.people)
