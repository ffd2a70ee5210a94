"""The people screen: everybody by layer, narrowed by state, layer or text."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.domain import words
from planner.domain.rhythm import State
from planner.queries.people import Brief, LayerCount, layers, overview
from planner.queries.standing import standings
from planner.ui.cards.facts import CardFacts
from planner.ui.cards.from_standing import grid_facts
from planner.ui.desk import Desk
from planner.ui.menus import command_menu
from planner.ui.people.grid import Grid
from planner.ui.people.model import OVERDUE, Filter, counts, groups
from planner.ui.screen import Screen, Subject
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.chip import Chip
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.selection_bar import SelectionBar

_STATES: tuple[tuple[str, frozenset[State], State | None], ...] = (
    ("Everyone", frozenset(), None),
    ("Overdue", OVERDUE, State.OVERDUE),
    ("Due", frozenset({State.DUE}), State.DUE),
    ("On rhythm", frozenset({State.ON_RHYTHM}), State.ON_RHYTHM),
    ("Resting", frozenset({State.RESTING}), State.RESTING),
    ("Not started", frozenset({State.NOT_STARTED, State.NO_RHYTHM}), State.NOT_STARTED),
)
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

    watches = frozenset(
        (
            "person",
            "organisation",
            "layer",
            "conversation",
            "participation",
            "plan",
            "plan_person",
            "commitment",
        )
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._everybody: list[Brief] = []
        self._layers: list[LayerCount] = []
        self._filter = Filter()
        self._context = StyledLabel(theme, "", "body", "ink3")
        self._text = QLineEdit()
        self._text.setPlaceholderText("Filter by name, organisation or city")
        self._text.setAccessibleName("Filter by name, organisation or city")
        self._text.setClearButtonEnabled(False)
        self._text.setFixedWidth(theme.px(250))
        self._text.textChanged.connect(lambda text: self._narrow(text=text))
        self._chips = {name: self._chip(name, states, state) for name, states, state in _STATES}
        self._layer_chip = Chip(theme, "", dashed=True)
        self._layer_chip.clicked.connect(lambda: self._narrow(hue=""))
        self._layer_chip.hide()
        self.grid = Grid(theme, self._ask)
        self._clear = Button(theme, "Clear filters", "link")
        self._clear.clicked.connect(self._clear_filters)
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
        head.addWidget(self._text)
        add = Button(theme, "Add a person", "primary", icon="plus")
        add.clicked.connect(lambda: self.desk.command_wanted.emit("add_person", Subject()))
        head.addWidget(add)
        chips = QHBoxLayout()
        chips.setContentsMargins(20, 0, 20, 8)
        chips.setSpacing(6)
        for chip in (*self._chips.values(), self._layer_chip):
            chips.addWidget(chip)
        chips.addStretch(1)
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
        self.grid.opened.connect(self.desk.person_wanted)
        self.grid.acted.connect(self._act)
        self.grid.menu_wanted.connect(self._menu)
        self.grid.selection_changed.connect(self._say_selection)
        self._bar.chosen.connect(self._run_on_selection)
        self._bar.cleared.connect(self.grid.clear_selection)

    # What the window calls

    def refresh(self) -> None:
        """Ask for everybody and keep filter, focus and selection."""
        self._everybody = overview(self.desk.library, self.desk.today)
        self._layers = layers(self.desk.library)
        used = sum(bool(layer.people) for layer in self._layers)
        said = words.count(len(self._everybody), "person", "people")
        self._context.setText(
            f"{said} in {words.small(used)} {'layer' if used == 1 else 'layers'}" if used else said
        )
        found = counts(self._everybody)
        for name, states, _ in _STATES:
            amount = sum(found[state] for state in states) if states else len(self._everybody)
            self._chips[name].set_count(amount)
            self._chips[name].setVisible(amount > 0 or not states)
        self._show()

    def subject(self) -> Subject:
        """The selection, else the focused card."""
        if self.grid.selected:
            return Subject(people=tuple(self.grid.selected))
        focused = self.grid.focused
        return Subject(people=(focused,) if focused is not None else ())

    def show_layer(self, hue: str) -> None:
        """Narrow to one layer, or to all again where it was this one."""
        self._narrow(hue="" if self._filter.hue == hue else hue)

    # Filters

    def _chip(self, name: str, states: frozenset[State], state: State | None) -> Chip:
        chip = Chip(self.desk.theme, name, state=state)
        chip.setChecked(not states)
        chip.clicked.connect(partial(self._choose_states, states))
        return chip

    def _choose_states(self, states: frozenset[State]) -> None:
        self._narrow(states=frozenset() if states == self._filter.states else states)

    def _narrow(
        self, *, states: frozenset[State] | None = None, hue: str | None = None, text: str | None = None
    ) -> None:
        self._filter = Filter(
            states=self._filter.states if states is None else states,
            hue=self._filter.hue if hue is None else hue,
            text=self._filter.text if text is None else text,
        )
        self._show()

    def _clear_filters(self) -> None:
        self._text.clear()
        self._filter = Filter()
        self._show()

    def _show(self) -> None:
        for name, states, _ in _STATES:
            self._chips[name].setChecked(states == self._filter.states)
        layer = next((each for each in self._layers if each.hue == self._filter.hue), None)
        self._layer_chip.setVisible(layer is not None)
        if layer is not None:
            self._layer_chip.setText(f"{layer.name}, all layers again")
            self._layer_chip.setChecked(True)
        found = groups(self._everybody, self._layers, self._filter)
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
        if event.key() == Qt.Key.Key_Escape and self._filter:
            self._clear_filters()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.grid.setFocus(event.reason())
