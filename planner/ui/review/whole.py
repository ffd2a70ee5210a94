"""A library's JSON is not decided row by row: one question, and it comes in whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal

from planner.actions.imports.whole import WholeReview, import_whole, review_whole
from planner.domain import words
from planner.domain.whole.told import told
from planner.library import Library
from planner.ui.job import Progress
from planner.ui.review.notice import Notice
from planner.ui.theme import Theme
from planner.ui.widgets.buttons import Button

_EMPTY = "Nothing is here yet, so this library becomes just what the file holds."
_MORE = "These are not here yet and are added; what is here stays as it is. A backup is made first."


class WholeNotice(Notice):
    """Says what a library's JSON brings, and asks. `found` is what it asks about, None for nothing."""

    wanted = Signal(object)
    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        self.take = Button(theme, "Import all of it", "primary", icon="upload")
        self.leave = Button(theme, "Cancel")
        super().__init__(theme, "package", (self.leave, self.take))
        self.found: WholeReview | None = None
        self.take.clicked.connect(lambda: self.wanted.emit(self.found))
        self.leave.clicked.connect(self.cancelled)

    def ask(self, found: WholeReview) -> None:
        """Ask about this file."""
        self.found = found
        then = _EMPTY if found.into_empty else _MORE
        self.say("This file holds a whole library", f"{_holds(found)}. {then}")


def reading_whole(library: Library, file: Path) -> Callable[[Progress], WholeReview]:
    """The job that reads such a file."""
    return lambda progress: review_whole(library, file, progress=progress)


def importing_whole(library: Library, found: WholeReview) -> Callable[[Progress], str]:
    """The job that imports it, and says what came in."""

    def job(progress: Progress) -> str:
        import_whole(library, found, progress=progress)
        return _holds(found)

    return job


def _holds(found: WholeReview) -> str:
    return told(found.number) or words.count(sum(map(len, found.rows.values())), "entry", "entries")
