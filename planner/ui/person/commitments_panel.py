"""Promises both ways, each with what became of it a click away."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from planner.domain.names import first_name
from planner.queries.person import PersonPage, Promise
from planner.ui.desk import Desk
from planner.ui.person.outcomes import outcome_menu
from planner.ui.person.panel import PanelIcon, PersonPanel
from planner.ui.person.stream import due_words
from planner.ui.screen import Subject
from planner.ui.widgets.buttons import IconButton
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.themed import ThemedWidget

_SHOWN = 6
_SOON_DAYS = 3


class CommitmentsPanel(PersonPanel):
    """Open promises, yours first. `all_wanted` asks for the rest of them."""

    all_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "flag", "Commitments")
        self.content.setSpacing(0)

    def show_page(self, page: PersonPage) -> None:
        """Show a person's open promises in both directions."""
        self.empty()
        called = first_name(page.standing.name)
        still_open = [each for each in page.promises if each.outcome is None]
        self.side.setText(kept_words(page.promises))
        for yours, caption in ((True, f"You promised {called}"), (False, f"{called} promised you")):
            self._show_direction(caption, [each for each in still_open if each.yours is yours])
        if not still_open:
            self.add_text("Nothing open in either direction.")
        button = self.add_link("Add a commitment", "plus")
        subject = Subject(people=(page.standing.person_id,))
        button.clicked.connect(lambda: self.desk.command_wanted.emit("promise", subject))

    def _show_direction(self, caption: str, promises: list[Promise]) -> None:
        if not promises:
            return
        label = self.add_text(caption, "caption", "ink3")
        label.setContentsMargins(0, 4, 0, 1)
        for promise in promises[:_SHOWN]:
            self.content.addWidget(CommitmentRow(self.desk, promise))
        if len(promises) > _SHOWN:
            more = self.add_link(f"and {len(promises) - _SHOWN} more")
            more.clicked.connect(self.all_wanted)


class CommitmentRow(ThemedWidget):
    """One open promise: direction, what, until when; the menu says how it ended."""

    def __init__(self, desk: Desk, promise: Promise) -> None:
        super().__init__(desk.theme)
        self._desk, self._promise = desk, promise
        due = due_words(promise, desk.today)
        colour = _urgency(promise, desk)
        arrow = PanelIcon(desk.theme, "out" if promise.yours else "inn", 13, colour)
        arrow.setContentsMargins(0, 2, 0, 0)
        self.menu_button = IconButton(desk.theme, "more", f"How “{promise.what}” ended", size=24)
        self.menu_button.clicked.connect(self._open_menu)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(StyledLabel(desk.theme, promise.what, "body", wrap=True))
        late = "overdue" if colour == "overdue" else "ink3"
        told.addWidget(StyledLabel(desk.theme, due, "caption", late, wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(8)
        row.addWidget(arrow, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(told, 1)
        row.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignTop)
        who = "your promise" if promise.yours else "their promise"
        self.setAccessibleName(f"{promise.what}, {who}, {due}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline above."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self.theme.palette.line)
        painter.end()

    def _open_menu(self) -> None:
        menu = outcome_menu(self._desk, self._promise.id, ended=False, parent=self)
        menu.exec(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height())))
        menu.deleteLater()


def _urgency(promise: Promise, desk: Desk) -> str:
    """The colour role of the direction's arrow: late, due within three days, or neither."""
    if promise.due_on is None:
        return "ink2"
    days = (promise.due_on - desk.today).days
    return "overdue" if days < 0 else "due" if days <= _SOON_DAYS else "ink2"


def kept_words(promises: tuple[Promise, ...]) -> str:
    """'8 of 9 kept': your promises that ended, those kept on time; '' before the first."""
    ended = [each for each in promises if each.yours and each.outcome in ("kept", "kept late", "broken")]
    if not ended:
        return ""
    return f"{sum(each.outcome == 'kept' for each in ended)} of {len(ended)} kept"
