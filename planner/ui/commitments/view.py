"""The commitments page: everything promised, both ways, by the day it is due, open and ended."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.domain import words
from planner.domain.commitments import By
from planner.domain.rhythm import State
from planner.queries.commitments import Listed, When, commitments_by_day
from planner.ui.commitments.list import CommitmentsList
from planner.ui.commitments.paint import LineAction
from planner.ui.commitments.rows import Line, Narrow, narrowed, rows_of
from planner.ui.day_watch import DayWatch
from planner.ui.desk import Desk
from planner.ui.filtering.field import FilterField
from planner.ui.menus import command_menu
from planner.ui.screen import Screen, Subject
from planner.ui.widgets import veil
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.chip import Chip
from planner.ui.widgets.flow import FlowLayout
from planner.ui.widgets.labels import ElidedLabel, StyledLabel

_OPEN_MENU = (
    *("kept", "kept_late", "another_day", "not_kept", "released", "-"),
    *("change_promise", "remove_promise", "-", "open", "log", "plan", "message", "brief"),
)
_ENDED_MENU = (
    *("reopen", "-", "kept", "kept_late", "not_kept", "released", "-"),
    *("remove_promise", "-", "open", "log", "plan", "message", "brief"),
)


class CommitmentsScreen(Screen):
    """All commitments, and one click, key or menu to say how each ended."""

    watches = frozenset({"commitment", "person", "layer"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._everything: list[Listed] = []
        self.narrow = Narrow()
        self._folded = frozenset({When.ENDED})
        self.context = ElidedLabel(theme, "", "body", "ink3")
        self.field = FilterField(theme, self, hint="Name or words")
        self.field.follow_keys(desk.keys)
        self.add = Button(theme, "Add a commitment", "primary", icon="plus")
        self.everything = self._chip("Everything open", Narrow)
        self.yours = self._chip("You promised", lambda: self._toggled(by=By.YOU))
        self.theirs = self._chip("Promised to you", lambda: self._toggled(by=By.THEY))
        self.overdue = self._chip("Overdue", lambda: self._toggled(overdue=True), State.OVERDUE)
        self.person = Chip(theme, "", closes=True, parent=self)
        self.person.clicked.connect(lambda: self.show_narrow(self.narrow._replace(person_id=0)))
        self.list = CommitmentsList(theme, self)
        self.day = DayWatch(desk, self)
        self.nothing = StyledLabel(theme, "", "body", "ink3", wrap=True)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.list)

    def _chip(self, text: str, narrow: Callable[[], Narrow], state: State | None = None) -> Chip:
        chip = Chip(self.desk.theme, text, state=state, parent=self)
        chip.clicked.connect(lambda: self.show_narrow(narrow()))
        return chip

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 16, 20, 9)
        head.setSpacing(12)
        head.addWidget(StyledLabel(self.desk.theme, "Commitments", "title"))
        head.addWidget(self.context, 1)
        head.addWidget(self.field)
        head.addWidget(self.add)
        chips = FlowLayout(6)
        for chip in (self.everything, self.yours, self.theirs, self.overdue, self.person):
            chips.addWidget(chip)
        row = QHBoxLayout()
        row.setContentsMargins(20, 0, 20, 6)
        row.addLayout(chips)
        self.nothing.setContentsMargins(20, 20, 20, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(row)
        column.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.add.clicked.connect(lambda: self.desk.command_wanted.emit("new_promise", Subject()))
        self.field.typed.connect(lambda text: self.show_narrow(self.narrow._replace(text=text)))
        self.field.left.connect(self.list.setFocus)
        self.list.acted.connect(self._act)
        self.list.folded.connect(self._fold)
        self.list.menu_wanted.connect(self._menu)
        self.day.turned.connect(self.refresh_soon)

    # What the window calls

    def refresh(self) -> None:
        """Ask for all commitments anew; the chosen one and the filters stay."""
        self._everything = commitments_by_day(self.desk.library, self.desk.today)
        self._show()

    def subject(self) -> Subject:
        """The chosen commitment with its person."""
        line = self.list.chosen
        return _subject(line) if line is not None else Subject()

    def show_narrow(self, narrow: Narrow) -> None:
        """Narrow the page."""
        self.narrow = narrow
        self.field.show_text(narrow.text)
        self._show()

    # Showing

    def _toggled(self, *, by: By | None = None, overdue: bool = False) -> Narrow:
        if overdue:
            return self.narrow._replace(overdue=not self.narrow.overdue)
        return self.narrow._replace(by=None if self.narrow.by is by else by)

    def _show(self) -> None:
        still_open = [each for each in self._everything if each.outcome is None]
        late = sum(each.when is When.OVERDUE for each in still_open)
        self.context.setText(
            f"{len(still_open)} open, {late} of them overdue" if late else _open_words(still_open)
        )
        self._show_chips(still_open)
        shown = narrowed(self.narrow, self._everything)
        self.list.show_rows(rows_of(shown, self._folded, self.desk.today))
        self.list.setVisible(bool(shown))
        self.nothing.setText("" if shown else self._nothing_words())
        self.nothing.setVisible(not shown)

    def _show_chips(self, still_open: list[Listed]) -> None:
        narrow = self.narrow

        def left(**said: object) -> int:
            return len(narrowed(narrow._replace(**said), still_open))  # type: ignore[arg-type]  # fields of Narrow

        for chip, count, chosen in (
            (self.everything, len(still_open), not narrow),
            (self.yours, left(by=By.YOU), narrow.by is By.YOU),
            (self.theirs, left(by=By.THEY), narrow.by is By.THEY),
            (self.overdue, left(overdue=True), narrow.overdue),
        ):
            chip.set_count(count)
            chip.setChecked(chosen)
        names = {each.person_id: each.name for each in self._everything}
        self.person.setVisible(narrow.person_id in names)
        self.person.set_words(f"With {names.get(narrow.person_id, '')}")
        self.person.setChecked(True)

    def _nothing_words(self) -> str:
        if self.narrow:
            return "No commitment matches."
        return "Nothing is promised in either direction. C notes a commitment of the person in focus."

    # Acting

    def _fold(self, when: When) -> None:
        self._folded = self._folded ^ {when}
        self._show()

    def _act(self, action: LineAction, line: Line) -> None:
        command = {LineAction.KEPT: "kept", LineAction.MOVE: "another_day", LineAction.PERSON: "open"}[action]
        if action is LineAction.KEPT and line.listed.outcome is not None:
            return
        self.desk.command_wanted.emit(command, _subject(line))

    def _menu(self, line: Line, where: QPoint) -> None:
        ids = _OPEN_MENU if line.listed.outcome is None else _ENDED_MENU
        menu = command_menu(self.desk, ids, _subject(line), self)
        only = menu.addAction(veil.shown(f"Only with {line.listed.name}").replace("&", "&&"))
        only.triggered.connect(
            partial(self.show_narrow, self.narrow._replace(person_id=line.listed.person_id))
        )
        menu.popup(where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.narrow:
            self.show_narrow(Narrow())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.list.setFocus(event.reason())


def _subject(line: Line) -> Subject:
    return Subject(people=(line.listed.person_id,), commitment_id=line.listed.id)


def _open_words(still_open: list[Listed]) -> str:
    return f"{words.count(len(still_open), 'commitment')} open" if still_open else "Nothing open"
