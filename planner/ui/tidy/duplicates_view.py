"""The page of those who are likely here twice, each pair with what speaks for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.actions.duplicates import not_the_same
from planner.domain import words
from planner.queries.duplicates import Pair, likely_duplicates
from planner.queries.people import count
from planner.ui.desk import Desk
from planner.ui.screen import Subject
from planner.ui.tidy.list_page import ListPage, Sheet
from planner.ui.tidy.person_block import PersonBlock
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.labels import StyledLabel
from planner.ui.work import Work

MOST = 60
"""So many sheets at once; who is done with these asks again."""
_SURE = {
    1: "Possibly one person",
    2: "Likely one person",
    3: "Very likely one person",
    4: "All but certainly one",
}


class PairSheet(Sheet):
    """Two who may be one person, why, and what to do about it."""

    def __init__(self, desk: Desk, pair: Pair) -> None:
        sure = _SURE[pair.strength]
        super().__init__(desk, f"{pair.names[0]} and {pair.names[1]}. {sure}. {pair.why}")
        theme = desk.theme
        self.pair = pair
        self.compare = Button(theme, "Compare and merge", icon="copy")
        self.apart = Button(theme, "Not the same person", "quiet")
        self.compare.clicked.connect(self.merge)
        self.apart.clicked.connect(self._keep_apart)
        people = QHBoxLayout()
        people.setSpacing(20)
        for place in (0, 1):
            people.addWidget(PersonBlock(theme, pair.names[place], pair.hues[place], pair.known[place]), 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        said = QVBoxLayout()
        said.setSpacing(1)
        said.addWidget(StyledLabel(theme, sure, "label"))
        said.addWidget(StyledLabel(theme, pair.why, "body", "ink2", wrap=True))
        foot.addLayout(said, 1)
        foot.addWidget(self.apart, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        column.addLayout(people)
        column.addLayout(foot)

    def merge(self) -> None:
        """Show the two side by side."""
        self.desk.command_wanted.emit("merge", Subject(people=(self.pair.one, self.pair.two)))

    def _keep_apart(self) -> None:
        said = f"Kept apart: {words.in_a_row(self.pair.names)}"
        self.desk.done(lambda: not_the_same(self.desk.library, self.pair.one, self.pair.two), said)


class DuplicatesScreen(ListPage):
    """Looks for them beside the window's own work, and again whenever somebody changed."""

    watches = frozenset({"person", "contact_point", "organisation", "setting"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Duplicates", parent)
        self.work = Work(desk, self)
        self.work.ended.connect(self._look_again)
        self._again = False

    def refresh(self) -> None:
        """Look for them again; what is shown stays until they are found."""
        library = self.desk.library
        if self.work.running:
            self._again = True
            return
        self.work.start(
            "Looking for duplicates", lambda progress: likely_duplicates(library, progress, MOST), self._show
        )

    def subject(self) -> Subject:
        """The two that the keyboard is on."""
        sheet = self.current
        if isinstance(sheet, PairSheet):
            return Subject(people=(sheet.pair.one, sheet.pair.two))
        return Subject()

    def _look_again(self) -> None:
        if self._again:
            self._again = False
            self.refresh_soon()

    def _show(self, found: tuple[Pair, ...]) -> None:
        among = words.count(count(self.desk.library), "person", "people")
        self.context.setText(self._context(len(found), among))
        nothing = f"Nobody seems to be here twice. Looked at names, e-mails and numbers of {among}."
        self.show_sheets([PairSheet(self.desk, each) for each in found], nothing)

    def _context(self, found: int, among: str) -> str:
        if not found:
            return ""
        pairs = words.count(found, "pair")
        return f"The {pairs} most likely among {among}" if found == MOST else f"{pairs} among {among}"
