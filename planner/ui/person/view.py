"""The person page: who it is, what happened and what is planned, what was promised, and how things stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QMouseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.domain.errors import KnownError
from planner.domain.names import first_name
from planner.library import Changed
from planner.queries.person import Recent
from planner.queries.person_history import person_history
from planner.queries.person_known import WATCHED, PersonKnown, person_known, tables_touched
from planner.ui.desk import Desk
from planner.ui.keys import follow
from planner.ui.person.as_person_panel import Details
from planner.ui.person.facts_sheet import Ask, FactsSheet
from planner.ui.person.handy import Hands
from planner.ui.person.header import PersonHeader
from planner.ui.person.kept_fields import KeptFields
from planner.ui.person.photo_button import picture_of
from planner.ui.person.side import Side
from planner.ui.person.stream import Tab, Told, rows_of
from planner.ui.person.stream_row import About, StreamRow
from planner.ui.person.stream_view import StreamView
from planner.ui.person.tabs import Tabs
from planner.ui.person.year_strip import YearStrip, year_facts
from planner.ui.screen import Screen, Subject
from planner.ui.widgets.add_row import AddRow
from planner.ui.widgets.in_place import InPlace

_YEAR = timedelta(days=372)
_MOST_TALKS = 400
_STEPS_AT_ONCE = 100
_SCROLL_BAR = 10
_BETWEEN = 12


class PersonScreen(Screen):
    """One person at a time; going from person to person is remembered, and Esc goes back."""

    watches = WATCHED
    does = frozenset({"chart_table"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._person_id = 0
        self._before: list[int] = []
        self._known: PersonKnown | None = None
        self._asked_on: date | None = None
        self._touched: frozenset[str] = frozenset()
        self._steps = _STEPS_AT_ONCE
        self._sheet: FactsSheet | None = None
        self._kept = KeptFields(self)
        self._gives_back = False
        self.details = Details(desk)
        self.header = PersonHeader(desk, self.details, self)
        self.tabs = Tabs(desk.theme)
        self.year = YearStrip(desk.theme)
        self.stream = StreamView(desk)
        self.hands = self.stream.handy = Hands(desk)
        self.side = Side(desk, self.details)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.stream)

    def show_person(self, person_id: int) -> None:
        """Show somebody; coming from another person, Esc returns to them first.

        What was kept of their page when Rapport ended is shown again where it was typed.
        """
        self._gives_back = True
        if not self.isVisible():
            self._before.clear()
        elif self._person_id and self._person_id != person_id:
            self._before.append(self._person_id)
        self._go(person_id)

    @property
    def person_id(self) -> int:
        """Who is shown, 0 before anybody is."""
        return self._person_id

    def keep_field(self, field: InPlace | AddRow) -> None:
        """Keep what is typed in a field of the page."""
        self._kept.keep(field)

    def find_row(self, about: About) -> StreamRow | None:
        """The row of the stream about something, among all there ever was where it must be."""
        if self.tabs.current is not Tab.EVERYTHING:
            self.tabs.choose(Tab.EVERYTHING)
            self._show_rows()
        if self.stream.row_of(about) is None and self.tabs.year_only:
            self._show_year_only(False)
        return self.stream.row_of(about)

    def subject(self) -> Subject:
        """The person, with the plan, conversation or promise of the row that has the focus."""
        return self.stream.subject() if self._person_id else Subject()

    def do(self, command_id: str) -> None:
        """Show the gaps as a table, or as a chart again."""
        self.side.gaps.toggle_table()

    def refresh(self) -> None:
        """Ask for what changed about the person, or for everything; leave where they are gone."""
        if not self._person_id:
            return
        today, touched = self.desk.today, self._touched
        still = bool(touched) and self._asked_on == today
        try:
            self._known = person_known(
                *(self.desk.library, self._person_id, today),
                recent=self._recent(),
                known=self._known if still else None,
                touched=touched,
            )
        except KnownError:
            self._known = None
            if self.isVisible():
                self.go_back()
            return
        self._asked_on, self._touched = today, frozenset()
        self._show(self._known)
        if self._gives_back:
            self._gives_back = False
            QTimer.singleShot(0, self, self._kept.give_back)

    def takes_files(self, files: Sequence[Path]) -> str:
        """One picture becomes the photo."""
        known = self._known
        if known is None or picture_of(files) is None:
            return ""
        return f"Drop to make it the photo of {first_name(known.page.standing.name)}"

    def take_files(self, files: Sequence[Path]) -> None:
        """Take the picture."""
        found = picture_of(files)
        if found is not None:
            self.header.avatar.take_file(found)

    def go_back(self) -> None:
        """To the person before, else to the place one came from."""
        if self._before:
            self._go(self._before.pop())
        else:
            self.desk.place_wanted.emit("back")

    @property
    def sheet(self) -> FactsSheet:
        """What opens under a figure, made when it is first wanted."""
        if self._sheet is None:
            self._sheet = FactsSheet(self.desk, self.window())
            self._sheet.keeps = self._kept.keep
        return self._sheet

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing of a person stays open over another place."""
        super().hideEvent(event)
        if self._sheet is not None:
            self._sheet.close_sheet()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside a field leaves it, and so saves what is typed in it."""
        typing = self.window().focusWidget()
        if isinstance(typing, QLineEdit | QPlainTextEdit) and self.isAncestorOf(typing):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One or two columns of panels."""
        super().resizeEvent(event)
        self._place_panels()

    def _library_changed(self, changed: Changed) -> None:
        """Ask again only for what hangs on the tables by which this person may be otherwise."""
        touched = tables_touched(self.desk.library, changed, self._person_id)
        if touched:
            self._touched |= touched
            self.refresh_soon()

    def _show(self, known: PersonKnown) -> None:
        page = known.page
        self.setAccessibleName(page.standing.name)
        self.details.show(page)
        self.header.show_page(page)
        self.tabs.show_counts(
            {
                Tab.CONVERSATIONS: len(page.contacts),
                Tab.COMMITMENTS: len(page.promises),
                Tab.NOTES: len(page.dated_notes),
            }
        )
        self.year.show_year(year_facts(page, self.desk.today))
        self.hands.known = known
        self._show_rows()
        self.side.show_known(known)

    def _go(self, person_id: int) -> None:
        if person_id != self._person_id:
            self._finish_typing()
            self._person_id = person_id
            self._known, self._touched, self._steps = None, frozenset(), _STEPS_AT_ONCE
            self._scroll.verticalScrollBar().setValue(0)
            self.tabs.show_year_only(True)
            self.tabs.choose(Tab.EVERYTHING)
            if self._sheet is not None:
                self._sheet.close_sheet()
        self._touched = frozenset()
        self.refresh_soon()

    def _finish_typing(self) -> None:
        """Save what is typed about this person before another one is shown."""
        for field in self.findChildren(InPlace):
            field.finish()
        for line in self.findChildren(AddRow):
            line.finish()

    def _recent(self) -> Recent | None:
        """The conversations of a year, or all there are."""
        return Recent(self.desk.today - _YEAR, _MOST_TALKS) if self.tabs.year_only else None

    def _show_rows(self) -> None:
        known, tab, today = self._known, self.tabs.current, self.desk.today
        if known is None:
            return
        history = None
        if tab is Tab.HISTORY:
            history = person_history(self.desk.library, self._person_id, today, limit=self._steps)
        told = Told(
            page=known.page,
            today=today,
            learned=tuple(fact for angle in known.understanding.angles for fact in angle.facts),
            given=known.given,
            marks={each.conversation_id: each.mark for each in known.trust.marks},
            since=today - _YEAR if self.tabs.year_only else None,
            history=history,
            zone=self.desk.now.tzinfo or UTC,
        )
        self.stream.show_rows(self._person_id, rows_of(told, tab))
        self.year.setVisible(tab not in (Tab.COMMITMENTS, Tab.HISTORY))

    def _show_year_only(self, year_only: bool) -> None:
        self.tabs.show_year_only(year_only)
        self._touched = frozenset()
        self.refresh_soon()

    def _show_older(self) -> None:
        if self.tabs.current is Tab.HISTORY:
            self._steps += _STEPS_AT_ONCE
            self._show_rows()
        else:
            self._show_year_only(False)

    def _open_facts(self, under: QWidget, ask: Ask, foot: QWidget | None) -> None:
        self.sheet.open_under(under, ask, foot)

    def _write_note(self) -> None:
        self.desk.command_wanted.emit("note", self.header.menu_subject())

    def _connect(self) -> None:
        self.header.back_wanted.connect(self.go_back)
        self.tabs.chosen.connect(lambda _tab: self._show_rows())
        self.tabs.year_chosen.connect(self._show_year_only)
        self.tabs.note_wanted.connect(self._write_note)
        follow(self.desk.keys, "note", partial(self.tabs.note.set_tooltip, "Write a note"))
        self.stream.acted.connect(self.desk.command_wanted)
        self.stream.older_wanted.connect(self._show_older)
        self.side.facts_wanted.connect(self._open_facts)
        self.side.commitments.all_wanted.connect(lambda: self.tabs.choose(Tab.COMMITMENTS))
        self.desk.theme.changed.connect(self._place_panels)
        for keys, done in (("Esc", self.go_back), ("Ctrl+V", self.header.avatar.paste)):
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
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.side)
        self._scroll.viewport().setAutoFillBackground(False)
        self.side.setAutoFillBackground(False)
        below = QHBoxLayout()
        below.setContentsMargins(20, 0, 20 - _SCROLL_BAR, 0)
        below.setSpacing(_BETWEEN)
        below.addLayout(middle, 1)
        below.addWidget(self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.header)
        column.addLayout(below, 1)

    def bring_into_view(self, part: QWidget) -> None:
        """Scroll the panels until a part of them is seen, as the keyboard's focus does."""
        self._scroll.ensureWidgetVisible(part)

    def _place_panels(self) -> None:
        self._scroll.setFixedWidth(self.side.place_in(self.width()))
