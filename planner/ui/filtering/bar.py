"""The bar by which a screen narrows whom it shows: chips, a field to type in, and the sheet of + Filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.filter_counts import FIELDS, Left, left_by
from planner.domain.filter_words import Names
from planner.domain.filters import EVERYBODY, Brief, Filter, narrowed
from planner.domain.rhythm import State
from planner.library import Changed
from planner.queries.people import LayerCount, layers
from planner.queries.saved_filters import SavedFilter, initiative_names, saved_filters
from planner.ui.desk import Desk
from planner.ui.filtering.chips import COUNTED, ChipRow
from planner.ui.filtering.field import FilterField
from planner.ui.filtering.saved import change_saved, save_as

if TYPE_CHECKING:
    from planner.ui.filtering.options import Option
    from planner.ui.filtering.popover import FilterSheet


class FilterBar(QWidget):
    """Belongs to one screen; `place` names it among the saved filters.

    `changed` fires when another filter is chosen. The screen then shows `shown()`, and calls `refresh`
    whenever it asks anew. `field` is the line to type in; the screen puts it where it likes. A `spare` bar
    shows few chips.
    """

    changed = Signal()

    def __init__(self, desk: Desk, place: str, parent: QWidget | None = None, *, spare: bool = False) -> None:
        super().__init__(parent)
        self.desk = desk
        self._place = place
        self._filter = EVERYBODY
        self._saved: list[tuple[SavedFilter, int]] = []
        self._states: set[State] = set()
        self._layers: list[LayerCount] = []
        self._names = Names()
        self._edition = -1
        self._sheet: FilterSheet | None = None
        self._typed = ""
        self.chips = ChipRow(desk, self, spare=spare)
        self.field = FilterField(desk.theme, self)
        self.field.follow_keys(desk.keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chips)
        self.setAccessibleName("Filters")
        self.chips.wanted.connect(self.choose)
        self.chips.saved_asked.connect(self._change_saved)
        self.chips.more_wanted.connect(self.open_sheet)
        self.field.typed.connect(lambda text: self.choose(self._filter._replace(text=text)))
        desk.changed.connect(self._library_changed)

    # The filter

    @property
    def filter(self) -> Filter:
        """Whom to show."""
        return self._filter

    def choose(self, wanted: Filter) -> None:
        """Choose another filter."""
        if wanted == self._filter:
            self._show()  # the click has switched a chip all the same
            return
        self._filter = wanted
        self.field.show_text(wanted.text)
        self._show()
        self.changed.emit()

    def clear(self) -> None:
        """Show everybody again."""
        self.choose(EVERYBODY)

    def choose_hue(self, hue: str) -> None:
        """Narrow to the layer of a hue alone, or to all layers again where it was this one."""
        found = frozenset(each.id for each in self._layers if each.hue == hue)
        self.choose(self._filter._replace(layers=frozenset() if self._filter.layers == found else found))

    def shown(self) -> list[Brief]:
        """Those whom the filter shows, by name."""
        return narrowed(self._filter, self._people())

    def refresh(self) -> None:
        """Count every choice anew."""
        self._show()

    # Showing

    def _people(self) -> list[Brief]:
        return self.desk.roster.people(self.desk.today)

    def _show(self) -> None:
        people = self._people()
        self._know(people)
        offering = self._sheet is not None and self._sheet.isVisible()
        left = left_by(self._filter, people, FIELDS if offering else COUNTED)
        self.chips.show_filter(self._filter, left, self._names, self._saved, self._states)
        if offering:
            self._offer(left)

    def _know(self, people: list[Brief]) -> None:
        """Learn what is called what, and count the saved filters, once for every edition of the roster."""
        edition = self.desk.roster.edition(self.desk.today)
        if edition == self._edition:
            return
        self._edition = edition
        library = self.desk.library
        self._layers = layers(library)
        self._states = {each.state for each in people if not each.archived}
        saved = saved_filters(library, self._place)
        self._saved = [(each, len(narrowed(each.filter, people))) for each in saved]
        self._names = Names(
            layers={each.id: each.short_name or each.name for each in self._layers},
            organisations={each.organisation_id: each.organisation for each in people},
            initiatives=initiative_names(library),
            cities={each.folded_city: each.city for each in people},
        )

    def _library_changed(self, changed: Changed) -> None:
        if changed.touches("saved_filter", "initiative", "layer"):
            self._edition = -1
            if self.isVisible():
                self._show()

    # The field and the sheet

    def open_field(self) -> None:
        """Type in the field."""
        self.field.open()

    def open_sheet(self) -> None:
        """Open the sheet with all there is to choose from."""
        self.sheet.open_under(self.chips.more)

    @property
    def sheet(self) -> FilterSheet:
        """The sheet of + Filter, made when it is first wanted."""
        if self._sheet is None:
            from planner.ui.filtering.popover import FilterSheet

            self._sheet = FilterSheet(self.desk.theme, self.window())
            self._sheet.typed.connect(self._find)
            self._sheet.ticked.connect(self._tick)
            self._sheet.clear_wanted.connect(self.clear)
            self._sheet.save_wanted.connect(self._save)
            self._sheet.closed.connect(self.chips.more.setFocus)
        return self._sheet

    def _find(self, typed: str) -> None:
        self._typed = typed
        self._offer(left_by(self._filter, self._people()), first=True)

    def _offer(self, left: Left, *, first: bool = False) -> None:
        from planner.ui.filtering.options import options

        found = options(self._filter, left, self._layers, self._names, self._typed)
        self.sheet.show_options(found, self._filter, first=first)

    def _tick(self, option: Option) -> None:
        from planner.ui.filtering.options import toggled

        self.choose(toggled(self._filter, option))

    # Saved filters

    def _save(self, name: str) -> None:
        save_as(self.desk, self._place, name, self._filter)

    def _change_saved(self, saved: SavedFilter, what: str) -> None:
        change_saved(self.desk, self._place, saved, what, self._filter, self)
