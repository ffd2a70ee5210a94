"""The people screen: everybody by layer, narrowed by state, layer or text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.domain import words
from planner.queries.people import layers
from planner.queries.standing import standings
from planner.queries.touched import WATCHED
from planner.ui.cards.facts import CardFacts
from planner.ui.cards.from_standing import grid_facts
from planner.ui.desk import Desk
from planner.ui.filtering.bar import FilterBar
from planner.ui.menus import command_menu
from planner.ui.people.grid import Grid
from planner.ui.people.model import groups
from planner.ui.screen import Screen, Subject
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.selection_bar import SelectionBar

_MENU = ("open", "-", "log", "plan", "message", "promise", "-", "rest", "rhythm", "edit", "-", "remove")
_BAR = (
    ("Plan on", "P", "plan"),
    ("Log", "L", "log"),
    ("Draft message", "M", "message"),
    ("Let rest", "R", "rest"),
    ("Change rhythm", "T", "rhythm"),
)


class PeopleScreen(Screen):
    """Everybody."""

    watches = WATCHED
    filter_bar: FilterBar

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._context = StyledLabel(theme, "", "body", "ink3")
        self.filter_bar = FilterBar(desk, "people", self)
        self.grid = Grid(theme, self._ask)
        self._clear = Button(theme, "Clear filters", "link")
        self._clear.clicked.connect(self.filter_bar.clear)
        self._bar = SelectionBar(theme, self, [(label, keys) for label, keys, _ in _BAR])
        self._arrange()
        self._connect()
        self.setFocusProxy(self.grid)

    def _arrange(self) -> None:
        theme = self.desk.theme
        head = QHBoxLayout()
        head.setContentsMargins(20, 15, 20, 9)
        head.setSpacing(12)
        head.addWidget(StyledLabel(theme, "People", "title"))
        head.addWidget(self._context)
        head.addStretch(1)
        head.addWidget(self.filter_bar.field)
        add = Button(theme, "Add a person", "primary", icon="plus")
        add.clicked.connect(lambda: self.desk.command_wanted.emit("add_person", Subject()))
        head.addWidget(add)
        chips = QHBoxLayout()
        chips.setContentsMargins(20, 0, 20, 8)
        chips.addWidget(self.filter_bar)
        self._nobody = QWidget(self)
        nobody = QHBoxLayout(self._nobody)
        nobody.setContentsMargins(20, 20, 20, 0)
        nobody.addWidget(StyledLabel(theme, "Nobody matches.", "body", "ink3"))
        nobody.addWidget(self._clear)
        nobody.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(chips)
        column.addWidget(self._nobody, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.grid, 1)

    def _connect(self) -> None:
        self.filter_bar.changed.connect(self._show)
        self.filter_bar.field.left.connect(self.grid.setFocus)
        self.grid.opened.connect(self.desk.person_wanted)
        self.grid.acted.connect(self._act)
        self.grid.menu_wanted.connect(self._menu)
        self.grid.selection_changed.connect(self._say_selection)
        self._bar.chosen.connect(self._run_on_selection)
        self._bar.cleared.connect(self.grid.clear_selection)

    # What the window calls

    def refresh(self) -> None:
        """Show everybody as they are now and keep filter, focus and selection."""
        self.filter_bar.refresh()
        self._layers = layers(self.desk.library)
        everybody = [each for each in self.desk.roster.people(self.desk.today) if not each.archived]
        used = len({each.layer_id for each in everybody if each.layer_id})
        said = words.count(len(everybody), "person", "people")
        self._context.setText(
            f"{said} in {words.small(used)} {'layer' if used == 1 else 'layers'}" if used else said
        )
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

    def _show(self) -> None:
        found = groups(self.filter_bar.shown(), self._layers)
        self._nobody.setVisible(not found)
        self.grid.setVisible(bool(found))
        self.grid.show_groups(found)

    # Cards

    def _ask(self, people: list[int]) -> dict[int, CardFacts]:
        today = self.desk.today
        found = standings(self.desk.library, today, people)
        return {each: grid_facts(standing, today) for each, standing in found.items()}

    def _act(self, action: str, person_id: int) -> None:
        command = {"Log": "log", "Plan": "plan", "Message": "message"}[action]
        self.desk.command_wanted.emit(command, Subject(people=(person_id,)))

    def _menu(self, person_id: int, where: QPoint) -> None:
        chosen = self.grid.selected if person_id in self.grid.selected else [person_id]
        command_menu(self.desk, _MENU, Subject(people=tuple(chosen)), self).popup(where)

    def _say_selection(self) -> None:
        number = len(self.grid.selected)
        self._bar.show_selection(f"{number} selected" if number else "")

    def _run_on_selection(self, label: str) -> None:
        command = next(command for name, _, command in _BAR if name == label)
        self.desk.command_wanted.emit(command, self.subject())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.filter_bar.filter:
            self.filter_bar.clear()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.grid.setFocus(event.reason())
