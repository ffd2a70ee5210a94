"""Promises both ways, each with what became of it a click away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from planner.actions import commitments
from planner.domain import typed, words
from planner.domain.commitments import By, Size
from planner.domain.names import first_name
from planner.domain.one_line.promised import promised
from planner.queries.person import Promise
from planner.queries.person_known import PersonKnown
from planner.ui.desk import Desk
from planner.ui.person.changing import Changing
from planner.ui.person.fact_lists import FactLists
from planner.ui.person.outcomes import outcome_menu
from planner.ui.person.panel import PanelIcon, PersonPanel, RowMenuButton
from planner.ui.person.stream_words import due_words, subject
from planner.ui.widgets.add_row import AddRow, Asked, Picked
from planner.ui.widgets.in_place import InPlace
from planner.ui.widgets.keyed import Keyed
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.segment import Choice
from planner.ui.widgets.themed import ThemedWidget

_SHOWN = 6
_SOON_DAYS = 3
_SIZES = {Size.SMALL: "small", Size.LARGE: "weighs much"}


class CommitmentsPanel(PersonPanel):
    """Open promises, yours first. `all_wanted` asks for the rest of them."""

    all_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "flag", "Commitments")
        self.content.setSpacing(0)
        self._known: PersonKnown | None = None
        self._captions: dict[bool, StyledLabel] = {}
        self._rows: dict[bool, Keyed[Promise, CommitmentRow]] = {}
        for yours in (True, False):
            self._add_direction(yours)
        self.nothing = self.add_text("Nothing open in either direction.")
        self.rest = self.add_link("")
        self.rest.clicked.connect(self.all_wanted)
        self.add = AddRow(desk.theme, self._asked(), self)
        self.content.addWidget(self.add)
        self.side.clicked.connect(self._open_record)
        self.side.setObjectName("commitments")

    @property
    def rows(self) -> list[CommitmentRow]:
        """The rows that are shown, yours first."""
        return [row for each in (True, False) for row in self._rows[each].rows.values()]

    def show_known(self, known: PersonKnown) -> None:
        """Show a person's open promises in both directions."""
        self._known = known
        called = first_name(known.page.standing.name)
        still_open = [each for each in known.page.promises if each.outcome is None]
        yours = known.trust.yours
        self.show_side(f"{yours.kept} of {yours.counted} kept" if yours.counted else "", yours.sentence)
        for mine, caption in ((True, f"You promised {called}"), (False, f"{called} promised you")):
            promises = [each for each in still_open if each.yours is mine]
            self._captions[mine].setText(caption)
            self._captions[mine].setVisible(bool(promises))
            self._rows[mine].show_items((each.id, each) for each in promises[:_SHOWN])
        hidden = len(still_open) - len(self.rows)
        self.rest.set_words(f"and {hidden} more")
        self.rest.setVisible(hidden > 0)
        self.nothing.setVisible(not still_open)
        self.add.show_asked(self._asked())
        self.add.segments["by"].set_words(
            {By.YOU.value: "You promised", By.THEY.value: f"{subject(By.THEY, known.page)} promised"}
        )

    def _add_direction(self, yours: bool) -> None:
        caption = self.add_text(role="caption", colour="ink3")
        caption.setContentsMargins(0, 0 if yours else 6, 0, 1)
        self._captions[yours] = caption
        column = QVBoxLayout()
        column.setSpacing(0)
        self._rows[yours] = Keyed(column, partial(CommitmentRow, self.desk), CommitmentRow.show_promise)
        self.content.addLayout(column)

    def _open_record(self) -> None:
        known = self._known
        if known is not None:
            lists = FactLists(self.desk)
            self.facts_wanted.emit(
                self.side, lambda: lists.record(known.page.standing.person_id, By.YOU), None
            )

    def _asked(self) -> Asked:
        return Asked(
            button="Add a commitment",
            placeholder="The cost figures by Friday",
            add=self._add_promise,
            says=self._says,
            choices=(("by", (Choice(By.YOU.value, "You promised"), Choice(By.THEY.value, "They promised"))),),
        )

    def _says(self, text: str, picked: Picked) -> str:
        if not text:
            return "A day at its end is when it is due."
        found = promised(text, self.desk.now)
        whose = "your promise" if picked["by"] == By.YOU else "their promise"
        return f"Enter notes {whose} “{found.what}”{', ' if found.due_words else ''}{found.due_words}."

    def _add_promise(self, text: str, picked: Picked) -> None:
        if self._known is None:
            return
        found = promised(text, self.desk.now)
        person = self._known.page.standing
        by = By(picked["by"])
        note = partial(commitments.promise, self.desk.library, person.person_id, by, found.what, found.due_on)
        said = f"Noted your promise to {person.name}" if by is By.YOU else f"Noted a promise of {person.name}"
        Changing(self.desk).do(partial(note, today=self.desk.today), said)


class CommitmentRow(ThemedWidget):
    """One open promise: direction, what, until when; the menu and K, D, O say how it ended."""

    def __init__(self, desk: Desk, promise: Promise) -> None:
        super().__init__(desk.theme)
        self.desk, self.promise = desk, promise
        self.arrow = PanelIcon(desk.theme, "out" if promise.yours else "inn", 13, "ink2")
        self.arrow.setContentsMargins(0, 2, 0, 0)
        self.what = InPlace(desk.theme, "What", self._write_what, colour="ink")
        self.what.part = f"promise {promise.id}"
        self.due = InPlace(desk.theme, "By when", self._write_day, role="caption", colour="ink3")
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self.what)
        told.addWidget(self.due)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(8)
        row.addWidget(self.arrow, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(told, 1)
        self.menu_button = RowMenuButton(desk.theme, "How it ended, and more", self)
        self.menu_button.clicked.connect(self._open_menu)

    def show_promise(self, promise: Promise) -> None:
        """Show the promise as it is now."""
        self.promise = promise
        today = self.desk.today
        urgency = _urgency(promise, self.desk)
        self.arrow.set_colour(urgency)
        told = ", ".join(
            each for each in (due_words(promise, today), promise.note, _SIZES.get(promise.size, "")) if each
        )
        self.what.show_value(promise.what)
        day = words.day_words(promise.due_on, today) if promise.due_on else ""
        self.due.set_colour("overdue" if urgency == "overdue" else "ink3")
        self.due.show_value(day, told)
        who = "your promise" if promise.yours else "their promise"
        self.setAccessibleName(f"{promise.what}, {who}, {told}")
        self.menu_button.set_tooltip(f"How “{promise.what}” ended, and more")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The dots stay at the right."""
        super().resizeEvent(event)
        self.menu_button.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline above."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self.theme.palette.line)
        painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What became of it."""
        menu = outcome_menu(self.desk, self.promise.id, ended=False, parent=self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _open_menu(self) -> None:
        menu = outcome_menu(self.desk, self.promise.id, ended=False, parent=self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.menu_button.menu_place())

    def _write_what(self, text: str) -> None:
        Changing(self.desk).promise(self.promise.id)(text)

    def _write_day(self, text: str) -> None:
        day = typed.read_day(text, self.desk.today) if text else None
        write = partial(commitments.correct_day, self.desk.library, self.promise.id, day)
        said = f"Due {words.day_words(day, self.desk.today)} now" if day else "Due on no day now"
        Changing(self.desk).do(write, said)


def _urgency(promise: Promise, desk: Desk) -> str:
    """The colour role of the direction's arrow: late, due within three days, or neither."""
    if promise.due_on is None:
        return "ink2"
    days = (promise.due_on - desk.today).days
    return "overdue" if days < 0 else "due" if days <= _SOON_DAYS else "ink2"
