"""What stays off the page because it is private, one by one, each with its tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from planner.domain import words
from planner.queries.brief_private import PrivateThing
from planner.queries.meeting_brief import MeetingBrief
from planner.ui.desk import Desk
from planner.ui.widgets import veil
from planner.ui.widgets.labels import StyledLabel

_INDENT = 24


class PrivateList(QWidget):
    """The private things of a brief. What one says is read only where it is ticked. `ticked` on a change."""

    ticked = Signal()

    def __init__(self, desk: Desk, brief: MeetingBrief) -> None:
        super().__init__()
        self._rows = [_Row(desk, each, _whose(brief, each)) for each in brief.private]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        number = len(self._rows)
        column.addWidget(StyledLabel(desk.theme, "Left out because it is private", "heading"))
        said = (
            "Tick one to read it here and to put it on the page."
            if number
            else "Nothing about them is marked private."
        )
        column.addWidget(StyledLabel(desk.theme, said, "caption", "ink3", wrap=True))
        column.addSpacing(6)
        column.addWidget(_scrolled(self._rows), 1)
        for row in self._rows:
            row.tick.toggled.connect(lambda _on: self.ticked.emit())

    @property
    def keys(self) -> frozenset[str]:
        """What was ticked."""
        return frozenset(row.thing.key for row in self._rows if row.tick.isChecked())

    @property
    def ticks(self) -> tuple[QCheckBox, ...]:
        """The boxes, newest thing first."""
        return tuple(row.tick for row in self._rows)


class _Row(QWidget):
    def __init__(self, desk: Desk, thing: PrivateThing, whose: str) -> None:
        super().__init__()
        self.thing = thing
        day = words.short_day(thing.day, desk.today)
        named = f"{thing.kind} of {day}" if thing.kind != "Learned" else f"Learned on {day}"
        self.tick = QCheckBox(veil.shown(f"{whose}{named}").replace("&", "&&"))
        self.tick.setFont(desk.theme.font("body"))
        self.said = StyledLabel(desk.theme, thing.words, "caption", "ink2", wrap=True)
        self.said.setContentsMargins(_INDENT, 0, 0, 6)
        self.said.hide()
        self.tick.toggled.connect(self.said.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(2)
        column.addWidget(self.tick)
        column.addWidget(self.said)


def _whose(brief: MeetingBrief, thing: PrivateThing) -> str:
    if len(brief.people) == 1:
        return ""
    return next(f"{each.first}, " for each in brief.people if each.person_id == thing.person_id)


def _scrolled(rows: Sequence[QWidget]) -> QScrollArea:
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 10, 0)
    column.setSpacing(2)
    for row in rows:
        column.addWidget(row)
    column.addStretch(1)
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(inner)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    inner.setAutoFillBackground(False)
    return area
