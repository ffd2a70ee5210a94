"""Trust, as far as you can tell: the band, what speaks for and against, and your own view beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.domain import words
from planner.domain.commitments import By
from planner.domain.dimensions import Dimension
from planner.domain.trust_band import stage_of
from planner.queries.person_known import PersonKnown
from planner.queries.trust import Trust
from planner.queries.trust_facts import DimensionKnown
from planner.queries.trust_lines import Line
from planner.ui.desk import Desk
from planner.ui.person.adding import Adding, Link, foot
from planner.ui.person.fact_lists import FactLists
from planner.ui.person.line_row import LineRow
from planner.ui.person.mending import MendingRow, open_mending
from planner.ui.person.panel import Hairline, PersonPanel
from planner.ui.person.trust_band import TrustBand
from planner.ui.screen import Subject
from planner.ui.widgets.keyed import Keyed
from planner.ui.widgets.text_button import TextButton

SHOWN = 4
PRIVATE = "Something private, opens with Enter"
_SIGNS = {True: "+", False: "−", None: "·"}


class TrustPanel(PersonPanel):
    """It has no score: a band, words and facts, and each of them opens to what is behind it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "", "Trust, as far as you can tell")
        self._lists = FactLists(desk)
        self._person_id = 0
        self.mending = MendingRow(desk)
        self.band = TrustBand(desk.theme)
        self.width_words = self._words(self._open_band)
        lines, dimensions = QVBoxLayout(), QVBoxLayout()
        self.lines: Keyed[Line, LineRow] = Keyed(lines, self._line_row, _show_line)
        self.more = self._words(self._open_band)
        self.dimensions: Keyed[DimensionKnown, LineRow] = Keyed(
            dimensions, self._dimension_row, _show_dimension
        )
        self.notice = self._words(lambda under: self._open_record(under, By.THEY))
        self.own = self._words(self._open_views)
        self._arrange(lines, dimensions)
        self.differently = self.add_link("I see it differently")
        self.differently.clicked.connect(lambda: self._open_views(self.differently))
        self.band.clicked.connect(lambda: self._open_band(self.band))
        self.mending.clicked.connect(self._open_mending)
        for each, name in (
            *((each, "band") for each in (self.band, self.width_words, self.more)),
            *((each, "views") for each in (self.own, self.differently)),
            *((self.notice, "record"), (self.mending, "mending")),
        ):
            each.setObjectName(name)

    def show_known(self, known: PersonKnown) -> None:
        """Show what is known of trust with a person."""
        trust = known.trust
        self._person_id = known.page.standing.person_id
        self.mending.show_trust(trust, self.desk.today)
        self.band.show_trust(trust)
        self.width_words.show_words(trust.width)
        self.lines.show_items((_key(each), each) for each in trust.lines[:SHOWN])
        more = len(trust.lines) - SHOWN
        self.more.show_words(f"and {more} more")
        self.more.setVisible(more > 0)
        self.dimensions.show_items((each.dimension, each) for each in trust.dimensions)
        self.notice.show_words(trust.notice)
        self.notice.setVisible(bool(trust.notice))
        self._show_own(trust)

    def _show_own(self, trust: Trust) -> None:
        own = trust.own
        if own is not None:
            on = words.short_day(own.on, self.desk.today)
            self.own.show_words(f"Your own view since {on}: {stage_of(own.value)}. {own.fact}")
        self.own.setVisible(own is not None)

    def _line_row(self, line: Line) -> LineRow:
        row = LineRow(self.theme)
        row.clicked.connect(lambda: self._open_line(row, line))
        row.setObjectName(f"line {_key(line)}")
        return row

    def _dimension_row(self, known: DimensionKnown) -> LineRow:
        row = LineRow(self.theme)
        row.clicked.connect(lambda: self._open_dimension(row, known.dimension))
        row.setObjectName(f"dimension {known.dimension}")
        return row

    # What opens

    def _open_line(self, under: QWidget, line: Line) -> None:
        person, lists = self._person_id, self._lists
        if line.record is not None:
            self._open_record(under, line.record)
        elif line.evidence_id or line.commitment_id:
            self.facts_wanted.emit(
                under, lambda: lists.line(person, line.evidence_id, line.commitment_id), None
            )
        else:
            self.facts_wanted.emit(under, lambda: lists.reaching_out(person), None)

    def _open_band(self, under: QWidget) -> None:
        person, lists = self._person_id, self._lists
        adds = foot(self.theme, Adding(self.desk, person).evidence())
        self.facts_wanted.emit(under, lambda: lists.band(person), adds)

    def _open_record(self, under: QWidget, by: By) -> None:
        person, lists = self._person_id, self._lists
        adds = foot(self.theme, Adding(self.desk, person).keeps_word()) if by is By.THEY else None
        self.facts_wanted.emit(under, lambda: lists.record(person, by), adds)

    def _open_dimension(self, under: QWidget, dimension: Dimension) -> None:
        person, lists = self._person_id, self._lists
        adds = foot(self.theme, Adding(self.desk, person).evidence(dimension))
        self.facts_wanted.emit(under, lambda: lists.dimension(person, dimension), adds)

    def _open_views(self, under: QWidget) -> None:
        person, lists = self._person_id, self._lists
        adding = Adding(self.desk, person)
        check = Link("Check all that you expect of people", "eye", self._check)
        adds = foot(self.theme, adding.own_view(), adding.keeps_word(), adding.closeness(), links=[check])
        self.facts_wanted.emit(under, lambda: lists.views(person), adds)

    def _check(self) -> None:
        self.desk.command_wanted.emit("objectivity", Subject())

    def _open_mending(self) -> None:
        self.facts_wanted.emit(self.mending, *open_mending(self.desk, self._person_id))

    # Layout

    def _words(self, opens: Callable[[QWidget], None]) -> TextButton:
        button = TextButton(self.theme, "", "caption", "ink3", wrap=True)
        button.clicked.connect(lambda: opens(button))
        return button

    def _arrange(self, lines: QVBoxLayout, dimensions: QVBoxLayout) -> None:
        for column in (lines, dimensions):
            column.setSpacing(0)
        for each in (self.mending, self.band, self.width_words):
            self.content.addWidget(each)
        self.content.addSpacing(1)
        self.content.addLayout(lines)
        self.content.addWidget(self.more)
        ruled = QHBoxLayout()
        ruled.setContentsMargins(0, 4, 0, 3)
        ruled.addWidget(Hairline(self.theme))
        self.content.addLayout(ruled)
        self.content.addLayout(dimensions)
        for each in (self.notice, self.own):
            self.content.addWidget(each)


def _key(line: Line) -> tuple[object, ...]:
    return line.record, line.evidence_id, line.commitment_id


def _show_line(row: LineRow, line: Line) -> None:
    row.show_line(PRIVATE if line.private else line.words, line.when, _SIGNS[line.speaks_for])


def _show_dimension(row: LineRow, known: DimensionKnown) -> None:
    name = known.dimension.capitalize()
    row.show_line(name, known.words, spoken=f"{name}: {known.words}")
