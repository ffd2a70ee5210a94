"""The panels beside the stream, in two columns where the width allows, else in one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.queries.person_known import PersonKnown
from planner.ui.desk import Desk
from planner.ui.person.as_person_panel import AsPersonPanel, Details, ReachPanel
from planner.ui.person.commitments_panel import CommitmentsPanel
from planner.ui.person.connections_panel import ConnectionsPanel
from planner.ui.person.depend_panel import DependPanel
from planner.ui.person.gaps_panel import GapsPanel
from planner.ui.person.giving_panel import GivingPanel
from planner.ui.person.next_panel import NextPanel
from planner.ui.person.trust_panel import TrustPanel
from planner.ui.person.understanding_panel import UnderstandingPanel

_COLUMN, _BETWEEN, _SCROLL_BAR = 300, 12, 10
_THREE_FROM = 1200


class Side(QWidget):
    """`facts_wanted` asks for the sheet of facts under something, as a panel's does."""

    facts_wanted = Signal(object, object, object)

    def __init__(self, desk: Desk, details: Details) -> None:
        super().__init__()
        self.setProperty("region", "side")
        self._desk = desk
        self.next = NextPanel(desk)
        self.commitments = CommitmentsPanel(desk)
        self.connections = ConnectionsPanel(desk)
        self.as_person = AsPersonPanel(desk, details)
        self.reach = ReachPanel(desk, details)
        self.trust = TrustPanel(desk)
        self.understanding = UnderstandingPanel(desk)
        self.giving = GivingPanel(desk)
        self.depend = DependPanel(desk)
        self.gaps = GapsPanel(desk)
        self._first = (self.next, self.commitments, self.connections, self.as_person, self.reach)
        self._second = (self.trust, self.understanding, self.giving, self.depend, self.gaps)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, _SCROLL_BAR, 20)
        self._columns = (QVBoxLayout(), QVBoxLayout())
        self._arrange()
        for panel in (*self._first, *self._second[:-1]):
            panel.facts_wanted.connect(self.facts_wanted)
        self.next.ask_wanted.connect(self.understanding.open_asking)

    def show_known(self, known: PersonKnown) -> None:
        """Show a person in every panel."""
        for panel in (*self._first, self.trust, self.understanding, self.giving, self.depend):
            panel.show_known(known)
        self.gaps.show_page(known.page)

    def place_in(self, width: int) -> int:
        """Two columns in a page of this width, or all panels in one; returns how wide they are."""
        theme = self._desk.theme
        two = width >= theme.px(_THREE_FROM)
        second = self._columns[1 if two else 0]
        for panel in self._second:
            if second.indexOf(panel) < 0:
                second.insertWidget(second.count() - 1, panel)
        self._row.setSpacing(_BETWEEN if two else 0)
        self._row.setStretch(1, 1 if two else 0)
        return theme.px(_COLUMN) * (2 if two else 1) + (_BETWEEN if two else 0) + _SCROLL_BAR

    def _arrange(self) -> None:
        for column, panels in zip(self._columns, (self._first, self._second), strict=True):
            column.setSpacing(10)
            self._row.addLayout(column, 1)
            for panel in panels:
                column.addWidget(panel)
            column.addStretch(1)
