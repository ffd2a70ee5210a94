"""The people screen: everybody in groups, narrowed by filters, chosen and acted upon several at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.domain import words
from planner.domain.filters import Brief, Filter, narrowed
from planner.domain.rhythm import State
from planner.library import Changed
from planner.queries.people import layers
from planner.queries.saved_filters import initiative_names
from planner.queries.standing import standings
from planner.queries.touched import people_touched
from planner.ui.cards.facts import CardFacts
from planner.ui.cards.grid_facts import grid_facts
from planner.ui.day_watch import DayWatch
from planner.ui.desk import Desk
from planner.ui.filtering.bar import FilterBar
from planner.ui.keys import follow
from planner.ui.people import wishes
from planner.ui.people.grid_hand import Grid
from planner.ui.people.grouping import About, Order, grouped, ordered
from planner.ui.people.header import PeopleHeader
from planner.ui.people.heading import opened
from planner.ui.people.look import Look, look_of, look_text
from planner.ui.people.sheet import Density, Spot
from planner.ui.screen import Screen, Subject
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.selection_bar import SelectionBar

if TYPE_CHECKING:
    from planner.ui.people.add_line import AddLine


class PeopleScreen(Screen):
    """Everybody."""

    watches = wishes.WATCHED
    filter_bar: FilterBar

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._look = look_of(desk.memory.view("people"))
        self._about = About((), {})
        self._kept: tuple[int, Order, bool] | None = None
        self._sorted: list[Brief] = []
        self._names: dict[int, str] = {}
        self.filter_bar = FilterBar(desk, "people", self)
        self.header = PeopleHeader(theme, self.filter_bar.field, self)
        follow(desk.keys, "go_commitments", partial(self.header.commitments.set_tooltip, "Commitments"))
        self.grid = Grid(theme, self._ask)
        self._nobody = _Nobody(desk, self)
        self._bar = SelectionBar(theme, self, [(label, "") for label in (*wishes.BAR, wishes.BAR_MORE)])
        self._bar.follow_keys(desk.keys, wishes.BAR)
        self._add_line: AddLine | None = None
        self.day = DayWatch(desk, self)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.grid)

    def _arrange(self) -> None:
        chips = QHBoxLayout()
        chips.setContentsMargins(20, 0, 20, 10)
        chips.addWidget(self.filter_bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(chips)
        column.addWidget(self._nobody, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.grid, 1)

    def _connect(self) -> None:
        self.filter_bar.changed.connect(self._show)
        self.filter_bar.field.left.connect(self.grid.setFocus)
        self._nobody.clear.clicked.connect(self.filter_bar.clear)
        self.header.look_wanted.connect(self.see)
        self.header.add_wanted.connect(lambda: self.desk.command_wanted.emit("add_person", Subject()))
        self.header.place_wanted.connect(self.desk.place_wanted)
        self.header.commitments.clicked.connect(lambda: self.desk.place_wanted.emit("commitments"))
        self.grid.opened.connect(self.desk.person_wanted)
        self.grid.acted.connect(self._act)
        self.grid.menu_wanted.connect(self._menu)
        self.grid.fold_wanted.connect(self._fold)
        self.grid.add_wanted.connect(self.quick_add)
        self.grid.count_wanted.connect(self._open_count)
        self.grid.selection_changed.connect(self._say_selection)
        self._bar.chosen.connect(self._run_on_selection)
        self._bar.cleared.connect(self.grid.clear_selection)
        self.day.turned.connect(self._begin_day)

    # What the window calls

    def refresh(self) -> None:
        """Show everybody as they are now and keep filter, focus and selection."""
        library = self.desk.library
        self._about = About(layers(library), initiative_names(library))
        self.filter_bar.refresh()
        self.header.context.setText(self._counted())
        self._show()

    def subject(self) -> Subject:
        """The selection, else the focused card."""
        if self.grid.selected:
            return Subject(people=tuple(self.grid.selected))
        focused = self.grid.focused
        return Subject(people=(focused,) if focused is not None else ())

    def show_layer(self, hue: str) -> None:
        """Narrow to one layer, or to all again where it was this one."""
        self.filter_bar.choose_hue(hue)

    def narrow(self, wanted: Filter) -> None:
        """Show those whom this filter lets through."""
        self.filter_bar.choose(wanted)

    def quick_add(self, key: str = "") -> None:
        """Open the line that adds somebody by name alone, to a group or to the one the keyboard is in."""
        groups = {each.key: each for each in self.grid.groups}
        number = self.grid.spot.group
        here = self.grid.groups[number] if number < len(self.grid.groups) else None
        self.add_line.begin(self.grid.groups, groups.get(key, here))

    @property
    def add_line(self) -> AddLine:
        """The line that adds somebody, made when it is first wanted."""
        if self._add_line is None:
            from planner.ui.people.add_line import AddLine

            self._add_line = AddLine(self.desk, self)
            self._add_line.added.connect(self._added)
            self._add_line.left.connect(self.grid.setFocus)
        return self._add_line

    def _library_changed(self, changed: Changed) -> None:
        if changed.touches(*self.watches):
            self.grid.forget(people_touched(self.desk.library, changed))
        super()._library_changed(changed)

    def _begin_day(self) -> None:
        self.grid.forget(None)
        self.refresh_soon()

    # Showing

    def _show(self) -> None:
        found = grouped(narrowed(self.filter_bar.filter, self._in_order()), self._look.grouping, self._about)
        self.header.show_look(self._look)
        self._nobody.setVisible(not found)
        self.grid.setVisible(bool(found))
        self.grid.show_groups(found, self._look, self._names)

    def _in_order(self) -> list[Brief]:
        """Everybody in the order of the look: sorted once, for every filter."""
        kept = (self.desk.roster.edition(self.desk.today), self._look.order, self._look.turned)
        if kept != self._kept:
            self._kept = kept
            people = self.desk.roster.people(self.desk.today)
            self._sorted = ordered(people, self._look.order, turned=self._look.turned)
            self._names = {each.id: each.folded for each in people}
        return self._sorted

    def _counted(self) -> str:
        everybody = [each for each in self.desk.roster.people(self.desk.today) if not each.archived]
        used = len({each.layer_id for each in everybody if each.layer_id})
        said = words.count(len(everybody), "person", "people")
        return f"{said} in {words.small(used)} {'layer' if used == 1 else 'layers'}" if used else said

    def see(self, look: Look) -> None:
        """Look at the people in another way, and remember it."""
        if look.grouping is not self._look.grouping:
            look = look._replace(folded=frozenset())
        self._look = look
        self.desk.memory.remember_view("people", look_text(look))
        self._show()

    def _fold(self, key: str) -> None:
        self.see(self._look._replace(folded=self._look.folded ^ {key}))
        number = next((place for place, each in enumerate(self.grid.groups) if each.key == key), 0)
        self.grid.go(Spot(number))

    def _open_count(self, key: str, states: frozenset[State]) -> None:
        """Show those of a group whom a count in its heading stands for."""
        group = next(each for each in self.grid.groups if each.key == key)
        self.filter_bar.choose(opened(self.filter_bar.filter, group, states))

    def _ask(self, people: list[int]) -> dict[int, CardFacts]:
        today = self.desk.today
        in_full = self._look.density is Density.SPACIOUS
        found = standings(self.desk.library, today, people)
        return {each: grid_facts(standing, today, in_full=in_full) for each, standing in found.items()}

    # Acting

    def _act(self, action: str, person_id: int) -> None:
        self.desk.command_wanted.emit(wishes.ACTIONS[action], Subject(people=(person_id,)))

    def _menu(self, where: QPoint) -> None:
        spot, focused = self.grid.spot, self.grid.focused
        if spot.card is None:
            menu = wishes.heading_menu(self.grid, self._look, spot.group)
            menu.see.connect(self.see)
            menu.count.connect(partial(self._open_count, self.grid.groups[spot.group].key))
            menu.popup(where)
        elif focused is not None:
            chosen = tuple(self.grid.selected) if focused in self.grid.selected else (focused,)
            wishes.people_menu(self.desk, chosen, self).popup(where)

    def _say_selection(self) -> None:
        self._bar.show_selection(wishes.chosen_words(self.desk, list(self.grid.selected)))

    def _run_on_selection(self, label: str) -> None:
        command = wishes.BAR.get(label, wishes.MORE)
        if command == wishes.MORE:
            corner = self._bar.buttons[label].mapToGlobal(QPoint(0, 0))
            menu = wishes.people_menu(self.desk, self.subject().people, self)
            menu.popup(corner - QPoint(0, menu.sizeHint().height() + 8))
        else:
            self.desk.command_wanted.emit(command, self.subject())

    def _added(self, person_id: int, name: str) -> None:
        if not self.grid.go_to(person_id):
            self.desk.said.emit(f"Added {name}, whom the filters leave out at the moment.", True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.filter_bar.filter:
            self.filter_bar.clear()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.grid.setFocus(event.reason())


class _Nobody(QWidget):
    """What is said in place of the people where the filters leave nobody."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.clear = Button(desk.theme, "Clear filters", "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 20, 20, 0)
        row.setSpacing(4)
        row.addWidget(StyledLabel(desk.theme, "Nobody matches.", "body", "ink3"))
        row.addWidget(self.clear)
        row.addStretch(1)
