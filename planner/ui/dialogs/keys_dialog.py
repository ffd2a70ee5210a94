"""All keys on one sheet, made from the table of commands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.ui.commands import COMMANDS, Command, Needs
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.widgets.keycap import KeyCap
from planner.ui.widgets.labels import StyledLabel

_GROUPS: tuple[tuple[str, tuple[Needs, ...]], ...] = (
    ("With the focused or selected people", (Needs.PERSON,)),
    (
        "With a plan, a talk or a commitment",
        (Needs.PLAN, Needs.PLANS, Needs.CONVERSATION, Needs.COMMITMENT),
    ),
    ("Anywhere", (Needs.NOTHING,)),
)
_MOVING: tuple[tuple[str, str], ...] = (
    ("Arrows", "Move between cards"),
    ("Shift Arrows", "Extend the selection"),
    ("Space", "Select or leave out"),
    ("Ctrl A", "Select everybody shown"),
    ("Home", "First, with End the last"),
    ("Shift A–Z", "Jump to a name"),
    ("Ctrl Arrows", "Step from thing to thing on a lane"),
    ("F2", "Change words where they stand"),
    ("Shift F2", "Change what a talk was about"),
    ("Ctrl V", "Paste a photo on a person's page"),
    ("Esc", "Clear, close, cancel a drag"),
    ("Shift F10", "All actions for a card"),
)


class KeysDialog(Dialog):
    """Every key and what it does. Plain letters work where a card, row or page has the focus."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(desk, "All keys", parent, primary="Close", width=760, scrolls=True)
        self.cancel.hide()
        columns = QHBoxLayout()
        columns.setSpacing(34)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(18)
            columns.addLayout(column, 1)
        for number, (title, needs) in enumerate(_GROUPS):
            rows = [_row(desk, each) for each in COMMANDS if each.needs in needs and desk.keys.of(each.id)]
            (right if number == 2 else left).addLayout(self._group(title, rows))
        left.addLayout(self._group("Moving about and changing", list(_MOVING)))
        for column in (left, right):
            column.addStretch(1)
        self.body.addLayout(columns)

    def save(self) -> None:
        """Close."""
        self.accept()

    def _group(self, title: str, rows: list[tuple[str, str]]) -> QVBoxLayout:
        theme = self.desk.theme
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(StyledLabel(theme, title, "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for number, (keys, words) in enumerate(rows):
            grid.addWidget(StyledLabel(theme, words, "body", "ink2"), number, 0)
            grid.addWidget(KeyCap(theme, keys), number, 1, Qt.AlignmentFlag.AlignRight)
        column.addLayout(grid)
        return column


def _row(desk: Desk, command: Command) -> tuple[str, str]:
    return desk.keys.shown(command.id), command.words.replace(" …", "")
