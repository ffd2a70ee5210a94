"""The person page: who it is, what happened and what is planned, what was promised, and the rhythm."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner.domain.errors import KnownError
from planner.queries.person import PersonPage, person_page
from planner.ui.desk import Desk
from planner.ui.person.commitments_panel import CommitmentsPanel
from planner.ui.person.gaps_panel import GapsPanel
from planner.ui.person.header import PersonHeader
from planner.ui.person.panels import AsPersonPanel, ConnectionsPanel, NextPanel, ReachPanel
from planner.ui.person.stream import Tab, rows_of
from planner.ui.person.stream_view import StreamView
from planner.ui.person.tabs import Tabs
from planner.ui.person.year_strip import YearStrip, year_facts
from planner.ui.screen import Screen, Subject

_COLUMN = 300
_BETWEEN = 12
_THREE_FROM = 1200
_SCROLL_BAR = 10


class PersonScreen(Screen):
    """One person at a time; going from person to person is remembered, and Esc goes back."""

    watches = frozenset(
        {"person", "layer", "organisation", "person_tag", "contact_point", "conversation"}
        | {"participation", "plan", "plan_person", "commitment", "connection", "owner"}
        | {"leave", "absence", "setting"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._person_id = 0
        self._before: list[int] = []
        self._page: PersonPage | None = None
        self.header = PersonHeader(desk, self)
        self.tabs = Tabs(desk.theme)
        self.year = YearStrip(desk.theme)
        self.stream = StreamView(desk)
        self.next = NextPanel(desk)
        self.commitments = CommitmentsPanel(desk)
        self.connections = ConnectionsPanel(desk)
        self.gaps = GapsPanel(desk)
        self.reach = ReachPanel(desk)
        self.as_person = AsPersonPanel(desk)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.stream)

    def show_person(self, person_id: int) -> None:
        """Show somebody; coming from another person, Esc returns to them first."""
        if not self.isVisible():
            self._before.clear()
        elif self._person_id and self._person_id != person_id:
            self._before.append(self._person_id)
        self._go(person_id)

    def subject(self) -> Subject:
        """The person, with the plan or conversation of the row that has the focus."""
        return self.stream.subject() if self._person_id else Subject()

    def refresh(self) -> None:
        """Ask for the person again; leave where they are gone."""
        if not self._person_id:
            return
        try:
            page = person_page(self.desk.library, self._person_id, self.desk.today)
        except KnownError:
            self._page = None
            if self.isVisible():
                self.go_back()
            return
        self._page = page
        self.setAccessibleName(page.standing.name)
        self.header.show_page(page)
        self.tabs.show_counts(len(page.talks), len(page.promises))
        self.year.show_year(year_facts(page, self.desk.today))
        self._show_rows()
        for panel in (self.next, self.commitments, self.connections, self.gaps, self.reach, self.as_person):
            panel.show_page(page)

    def go_back(self) -> None:
        """To the person before, else to the place one came from."""
        if self._before:
            self._go(self._before.pop())
        else:
            self.desk.place_wanted.emit("back")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One or two columns of panels."""
        super().resizeEvent(event)
        self._place_panels()

    def _go(self, person_id: int) -> None:
        if person_id != self._person_id:
            self._person_id = person_id
            self._side.verticalScrollBar().setValue(0)
            self.tabs.choose(Tab.EVERYTHING)
        self.refresh_soon()

    def _show_rows(self) -> None:
        if self._page is not None:
            rows = rows_of(self._page, self.tabs.current, self.desk.today)
            self.stream.show_rows(self._person_id, rows)
            self.year.setVisible(self.tabs.current is not Tab.COMMITMENTS)

    def _connect(self) -> None:
        self.header.back_wanted.connect(self.go_back)
        self.tabs.chosen.connect(lambda _tab: self._show_rows())
        self.stream.acted.connect(self.desk.command_wanted)
        self.commitments.all_wanted.connect(lambda: self.tabs.choose(Tab.COMMITMENTS))
        self.desk.theme.changed.connect(self._place_panels)
        for keys, done in (("Esc", self.go_back), ("Shift+T", self.gaps.toggle_table)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(done)

    def _arrange(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.tabs)
        middle.addSpacing(8)
        middle.addWidget(self.year)
        middle.addSpacing(8)
        middle.addWidget(self.stream, 1)
        self._side = QScrollArea(self)
        self._side.setWidgetResizable(True)
        self._side.setFrameShape(QFrame.Shape.NoFrame)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ground = self._panels()
        self._side.setWidget(self._ground)
        self._side.viewport().setAutoFillBackground(False)
        self._ground.setAutoFillBackground(False)
        below = QHBoxLayout()
        below.setContentsMargins(20, 0, 20 - _SCROLL_BAR, 0)
        below.setSpacing(_BETWEEN)
        below.addLayout(middle, 1)
        below.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.header)
        column.addLayout(below, 1)

    def _panels(self) -> QWidget:
        ground = QWidget()
        self._row = QHBoxLayout(ground)
        self._row.setContentsMargins(0, 0, _SCROLL_BAR, 20)
        self._columns = [QVBoxLayout(), QVBoxLayout()]
        for each in self._columns:
            each.setSpacing(10)
            self._row.addLayout(each, 1)
        for column, panels in zip(
            self._columns,
            ((self.next, self.commitments, self.connections), (self.gaps, self.as_person, self.reach)),
            strict=True,
        ):
            for panel in panels:
                column.addWidget(panel)
            column.addStretch(1)
        return ground

    def _place_panels(self) -> None:
        """Two columns where the width allows, else all panels in one."""
        theme = self.desk.theme
        two = self.width() >= theme.px(_THREE_FROM)
        second = self._columns[1 if two else 0]
        for panel in (self.gaps, self.as_person, self.reach):
            if second.indexOf(panel) < 0:
                second.insertWidget(second.count() - 1, panel)
        width = theme.px(_COLUMN) * (2 if two else 1) + (_BETWEEN if two else 0)
        self._side.setFixedWidth(width + _SCROLL_BAR)
        self._row.setSpacing(_BETWEEN if two else 0)
        self._row.setStretch(1, 1 if two else 0)
