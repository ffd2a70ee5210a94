"""What was decided about an import that is not saved yet, kept for a crash and taken up again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from planner.domain.unfinished import Place
from planner.ui.kept.keeping import Keeping
from planner.ui.kept.row import KeptRow
from planner.ui.kept.values import from_words
from planner.ui.review.decisions import Decisions

if TYPE_CHECKING:
    from planner.ui.review.view import ReviewScreen

_GONE = "The files of the import that was kept are no longer where they were."


class KeptReview(QObject):
    """The files by their places, what their columns become, and every answer that differs from a proposal."""

    def __init__(self, screen: ReviewScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self.keeping = Keeping(screen.desk, Place("import"), self._typed, self)
        self.row = KeptRow(screen.desk.theme, screen)
        self.row.setContentsMargins(20, 0, 20, 8)
        self.row.afresh.clicked.connect(lambda: screen.review_files(screen.chosen_files))
        for decided in (
            *(screen.list.decided, screen.filters.decided, screen.foot.text_wanted),
            *(screen.columns.table.chosen, screen.columns.answered),
        ):
            decided.connect(self.keeping.touch)

    def go_on(self) -> bool:
        """Take up the import that was kept; False where there is none, or its files are gone."""
        found = self.keeping.found()
        if found is None:
            return False
        values = from_words(found.words)
        files = tuple(map(Path, values["files"]))
        if not all(file.exists() for file in files):
            self.forget()
            self._screen.desk.failed.emit(_GONE)
            return False
        self._screen.read_again(files, values["columns"], Decisions.of_told(values))
        self.row.show_kept(found, self._screen.desk.today)
        return True

    def forget(self) -> None:
        """It was imported, or left."""
        self.keeping.forget()
        self.row.hide()

    def _typed(self) -> dict[str, Any]:
        reviewing, page = self._screen.reviewing, self._screen.columns.columns
        decided = reviewing.decisions.told() if reviewing is not None else {}
        columns = self._screen.chosen_columns
        if page is not None and page.changed and page.names_people:
            columns = columns | page.choices()
        if not (decided or columns):
            return {}
        return {"files": [str(each) for each in self._screen.chosen_files], "columns": columns, **decided}
