"""The row of filter chips: everybody, states, promises, saved filters, and all else that the filter says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from planner.domain.filter_counts import Left
from planner.domain.filter_words import STATE_WORDS, Names, Said, said_by, without
from planner.domain.filters import EVERYBODY, Filter, Owed, saying
from planner.domain.rhythm import State
from planner.queries.saved_filters import SavedFilter
from planner.ui.desk import Desk
from planner.ui.filtering.saved import SavedChip
from planner.ui.theme import Theme
from planner.ui.widgets.chip import Chip
from planner.ui.widgets.flow import FlowLayout
from planner.ui.widgets.themed import ThemedWidget

SavedCounts = Sequence[tuple[SavedFilter, int]]
"""The saved filters in their order, each with how many people it shows."""

_OWED: tuple[tuple[str, Owed], ...] = (("You promised", Owed.YOURS), ("Promised to you", Owed.THEIRS))
COUNTED = ("states", "owed")
"""The fields of which the row shows counts; the sheet of + Filter counts the others."""
_ALWAYS = "Overdue"
_GAP = 6
_ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class ChipRow(QWidget):
    """Shows a filter and says which other one a click would make.

    A click on a chip chooses it alone in its field, or takes it back; with Ctrl or Shift it adds. A `spare`
    row has only the filters that were saved, Overdue, and what is chosen: the sheet has all the others.
    """

    wanted = Signal(object)  # a Filter
    saved_asked = Signal(object, str)  # a SavedFilter, and what is to be done with it
    more_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget, *, spare: bool = False) -> None:
        super().__init__(parent)
        self._desk = desk
        self._spare = spare
        self._filter = EVERYBODY
        self.everyone = Chip(desk.theme, "Everyone", parent=self)
        self.everyone.clicked.connect(lambda: self.wanted.emit(EVERYBODY))
        self.states = {
            words: Chip(desk.theme, words, state=shape(states), parent=self) for words, states in STATE_WORDS
        }
        for words, states in STATE_WORDS:
            self.states[words].clicked.connect(partial(self._click, "states", states))
        self.owed = {words: Chip(desk.theme, words, parent=self) for words, _ in _OWED}
        for words, owed in _OWED:
            self.owed[words].clicked.connect(partial(self._click, "owed", frozenset({owed})))
        self.saved: dict[int, SavedChip] = {}
        self.said: dict[tuple[str, ...], Chip] = {}
        self.more = Chip(desk.theme, "Filter", icon="plus", checkable=False, dashed=True, parent=self)
        self.more.clicked.connect(self.more_wanted)
        self._dividers = (_Divider(desk.theme, self), _Divider(desk.theme, self))
        self._row = FlowLayout(_GAP, self)
        for each in (self.everyone, *self._dividers):
            each.setVisible(not spare)

    def show_filter(
        self, wanted: Filter, left: Left, names: Names, saved: SavedCounts, states: set[State]
    ) -> None:
        """Show what is chosen, and for every choice how many people it would leave.

        `states` are those that somebody is in; the chips of the others stay away.
        """
        self._filter = wanted
        self.everyone.set_count(left.everybody)
        self.everyone.setChecked(not wanted)
        for words, group in STATE_WORDS:
            count = sum(left.states[each] for each in group)
            _show(self.states[words], count, group <= wanted.states)
            present = not group.isdisjoint(states) and (not self._spare or words == _ALWAYS)
            self.states[words].setVisible(group <= wanted.states or present)
        for words, owed in _OWED:
            _show(self.owed[words], left.owed[owed], owed in wanted.owed)
            self.owed[words].setVisible(owed in wanted.owed or not self._spare)
        chosen = next((each for each, _ in saved if each.filter == wanted), None)
        self._show_saved(saved, chosen)
        own = [] if chosen else [each for each in said_by(wanted, names) if self._is_own(each)]
        self._show_said(own, left.shown)
        self._arrange()

    def length(self) -> int:
        """How wide all chips are in one line."""
        shown = [self._row.itemAt(place) for place in range(self._row.count())]
        return sum(
            each.sizeHint().width() + _GAP for each in shown if each is not None and not each.isEmpty()
        )

    def _show_saved(self, saved: SavedCounts, chosen: SavedFilter | None) -> None:
        _forget(self.saved, {each.id for each, _ in saved})
        before, self.saved = self.saved, {}
        for each, count in saved:
            chip = before.get(each.id)
            if chip is None:
                chip = SavedChip(self._desk, each, self)
                chip.clicked.connect(partial(self._click_saved, chip))
                chip.asked.connect(partial(self._ask_saved, chip))
            chip.show_saved(each)
            _show(chip, count, each is chosen)
            self.saved[each.id] = chip

    def _show_said(self, said: Sequence[Said], count: int) -> None:
        _forget(self.said, {each.about for each in said})
        before, self.said = self.said, {}
        for each in said:
            chip = before.get(each.about)
            if chip is None:
                chip = Chip(self._desk.theme, each.words, closes=True, parent=self)
                chip.clicked.connect(partial(self._take_back, each.about))
            chip.set_words(each.words)
            _show(chip, count, True)
            self.said[each.about] = chip

    def _is_own(self, said: Said) -> bool:
        """Whether neither a chip that is always there nor the field says it."""
        if said.about == ("states",):
            told = {state for _, states in STATE_WORDS if states <= self._filter.states for state in states}
            return told != self._filter.states
        if said.about == ("owed",):
            return Owed.OVERDUE in self._filter.owed
        return said.about != ("text",)

    def _arrange(self) -> None:
        """Set the chips in their order, which is the order of Tab too."""
        own = [*self.saved.values(), *self.said.values()]
        fixed = [self.everyone, *self.states.values(), self._dividers[0], *self.owed.values()]
        wanted: list[QWidget] = [*fixed, self._dividers[1], *own, self.more]
        if self._spare:
            wanted = [*own, *self.states.values(), *self.owed.values(), self.more]
        there = [self._row.itemAt(place) for place in range(self._row.count())]
        if [item.widget() for item in there if item is not None] != wanted:
            while self._row.takeAt(0) is not None:
                pass
            for widget in wanted:
                self._row.addWidget(widget)
            for before, after in pairwise(wanted):
                QWidget.setTabOrder(before, after)
            for chip in own:
                chip.show()
        self._row.invalidate()

    # What a click makes

    def _click(self, about: str, choices: frozenset[Any]) -> None:
        before: frozenset[Any] = getattr(self._filter, about)
        if QApplication.keyboardModifiers() & _ADDING:
            chosen = before - choices if choices <= before else before | choices
        else:
            chosen = frozenset() if choices == before else choices
        self.wanted.emit(saying(self._filter, **{about: chosen}))

    def _click_saved(self, chip: SavedChip) -> None:
        self.wanted.emit(EVERYBODY if chip.saved.filter == self._filter else chip.saved.filter)

    def _ask_saved(self, chip: SavedChip, what: str) -> None:
        self.saved_asked.emit(chip.saved, what)

    def _take_back(self, about: tuple[str, ...]) -> None:
        self.wanted.emit(without(self._filter, about))


def shape(states: frozenset[State]) -> State:
    """The state whose shape stands for several."""
    return next(each for each in State if each in states)


def _show(chip: Chip, count: int, chosen: bool) -> None:
    chip.set_count(count)
    chip.setChecked(chosen)


def _forget(chips: dict[Any, Any], wanted: set[Any]) -> None:
    for gone in [each for each in chips if each not in wanted]:
        chip = chips.pop(gone)
        chip.hide()
        chip.deleteLater()


class _Divider(ThemedWidget):
    """A thin upright line between groups of chips."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setProperty("divides", True)

    def sizeHint(self) -> QSize:
        """4 px of room on both sides, as high as a chip."""
        return QSize(9, self.theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line."""
        painter = QPainter(self)
        painter.fillRect(4, (self.height() - 18) // 2, 1, 18, self.theme.palette.line_strong)
        painter.end()
