"""The page of who is in the trash: until when, what goes with them, back into the lists, or gone for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.actions.erasing import Erasure, erase_people, erased_words
from planner.actions.people import names_in_a_row
from planner.domain import words
from planner.domain.rhythm import State
from planner.domain.trash import DAYS
from planner.queries.trash import InTrash, in_trash
from planner.ui.desk import Desk
from planner.ui.screen import Subject
from planner.ui.tidy.list_page import ListPage, Sheet
from planner.ui.tidy.person_block import PersonBlock
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.labels import ElidedLabel
from planner.ui.widgets.state_shape import StateLabel
from planner.ui.work import Work


class TrashSheet(Sheet):
    """Somebody in the trash."""

    def __init__(self, desk: Desk, person: InTrash) -> None:
        left = _left_words(person)
        super().__init__(desk, f"{person.name}. {left}{_with_them(person)}")
        theme, today = desk.theme, desk.today
        self.person = person
        self.put_back = Button(theme, "Put back", icon="undo")
        self.erase = Button(theme, "Erase for good …", "quiet")
        subject = Subject(people=(person.id,))
        self.put_back.clicked.connect(lambda: desk.command_wanted.emit("put_back", subject))
        self.erase.clicked.connect(lambda: desk.command_wanted.emit("erase", subject))
        work = ", ".join(each for each in (person.role, person.organisation) if each)
        state = StateLabel(theme, State.RESTING if person.days_left else State.OVERDUE, left)
        since = f"Since {words.short_day(person.trashed_on, today)}"
        beside = QWidget()
        beside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        about = QVBoxLayout(beside)
        about.setContentsMargins(0, 0, 0, 0)
        about.setSpacing(1)
        about.addStretch(1)
        about.addWidget(state)
        about.addWidget(ElidedLabel(theme, f"{since}{_with_them(person)}", "caption", "ink3"))
        about.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(14)
        row.addWidget(PersonBlock(theme, person.name, person.hue, work), 4)
        row.addWidget(beside, 5)
        row.addWidget(self.erase, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.put_back, 0, Qt.AlignmentFlag.AlignVCenter)


def _left_words(person: InTrash) -> str:
    if not person.days_left:
        return f"{DAYS} days are over"
    return f"{words.count(person.days_left, 'day')} left"


def _with_them(person: InTrash) -> str:
    counted = [
        words.count(number, one)
        for number, one in ((person.conversations, "conversation"), (person.commitments, "commitment"))
        if number
    ]
    return "".join(f", {each}" for each in counted)


def due_words(due: Sequence[InTrash]) -> str:
    """What is said at the start when somebody's days in the trash are over."""
    who = due[0].name if len(due) == 1 else words.count(len(due), "person", "people")
    return f"{who} {'has' if len(due) == 1 else 'have'} been in the trash for {DAYS} days: erase or put back?"


class TrashScreen(ListPage):
    """Whoever is here comes back with one press; nobody goes by themselves."""

    watches = frozenset({"person", "participation", "commitment"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Trash", parent)
        self.work = Work(desk, self)
        self.erase_due = Button(desk.theme, "", "destructive", icon="trash")
        self.head.addWidget(self.erase_due)
        self.erase_due.clicked.connect(self._erase_due)
        self._due: tuple[int, ...] = ()

    def refresh(self) -> None:
        """Show everybody who is here now."""
        found = in_trash(self.desk.library, self.desk.today)
        self._due = tuple(each.id for each in found if not each.days_left)
        self.erase_due.setVisible(bool(self._due))
        due = "the one" if len(self._due) == 1 else str(len(self._due))
        self.erase_due.set_words(f"Erase {due} whose {DAYS} days are over …")
        people = words.count(len(found), "person", "people")
        self.context.setText(f"{people}. Nobody is erased without asking you." if found else "")
        nothing = f"The trash is empty. Whoever is put here can come back, for {DAYS} days and longer."
        self.show_sheets([TrashSheet(self.desk, each) for each in found], nothing)

    def subject(self) -> Subject:
        """Who the keyboard is on."""
        sheet = self.current
        return Subject(people=(sheet.person.id,)) if isinstance(sheet, TrashSheet) else Subject()

    def erase(self, people: Sequence[int]) -> None:
        """Ask, and then erase them beside the window's own work."""
        from planner.ui.tidy.erase_dialog import EraseDialog

        dialog = EraseDialog(self.desk, people, self)
        if not dialog.exec():
            return
        library, names = self.desk.library, names_in_a_row(self.desk.library, people)
        backups = dialog.backups

        def say(done: Erasure) -> None:
            said = f"Erased {names} for good. {erased_words(done, kept=not backups)}"
            self.desk.said.emit(said, False)
            self.desk.announced.emit(said)

        self.work.start(
            f"Erasing {names}",
            lambda _progress: erase_people(library, people, backups=backups),
            say,
            stops=False,
        )

    def _erase_due(self) -> None:
        self.desk.command_wanted.emit("erase", Subject(people=self._due))
