"""The head of the people screen: how many, the field, order, groups, density, and adding somebody."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from planner.ui import icons
from planner.ui.people.grouping import ORDER_WORDS, Grouping, Order
from planner.ui.people.look import Look
from planner.ui.people.sheet import Density
from planner.ui.theme import Theme
from planner.ui.widgets.buttons import Button, IconButton
from planner.ui.widgets.labels import ElidedLabel, StyledLabel
from planner.ui.widgets.plain import set_tooltip
from planner.ui.widgets.segment import Choice, Segment

_MARGIN, _GAP = 20, 12
_DENSITIES = (
    Choice(key=Density.ROWS, words="Rows", icon="rows"),
    Choice(key=Density.CARDS, words="Cards", icon="cards"),
    Choice(key=Density.SPACIOUS, words="Spacious cards", icon="spacious"),
)


class PeopleHeader(QWidget):
    """Shows a look and says which other one was wanted."""

    look_wanted = Signal(object)  # a Look
    place_wanted = Signal(str)
    add_wanted = Signal()

    def __init__(self, theme: Theme, field: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("region", "head")
        self.theme = theme
        self._look = Look()
        self.title = StyledLabel(theme, "People", "title")
        self.context = ElidedLabel(theme, "", "body", "ink3")
        self.order = Button(theme, "", "quiet", icon="sort")
        self.group = Button(theme, "", "quiet", opens=True)
        self.density = Segment(theme, _DENSITIES, self)
        self.commitments = IconButton(theme, "flag", "Commitments")
        self.more = IconButton(theme, "more", "Duplicates and the trash")
        self.add = Button(theme, "Add a person", "primary", icon="plus")
        self.order.clicked.connect(lambda: _drop(self.order, self.order_menu()))
        self.group.clicked.connect(lambda: _drop(self.group, self.group_menu()))
        self.density.chosen.connect(self._choose_density)
        self.more.clicked.connect(lambda: _drop(self.more, self.more_menu()))
        self.add.clicked.connect(self.add_wanted)
        set_tooltip(self.order, "What people are sorted by")
        set_tooltip(self.group, "What people are grouped by")
        self._arrange(field)
        self.show_look(self._look)

    def _arrange(self, field: QWidget) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 16, _MARGIN, 9)
        row.setSpacing(_GAP)
        self.context.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        row.addWidget(self.title)
        row.addWidget(self.context)
        row.addStretch(1)
        row.addWidget(self.commitments)
        row.addWidget(self.more)
        for widget in (field, self.order, self.group, self.density, self.add):
            row.addWidget(widget)

    def show_look(self, look: Look) -> None:
        """Say how the people are looked at."""
        self._look = look
        self.density.choose(look.density)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out first how many people there are, then 'Group:', then what they are sorted by."""
        order, grouping = ORDER_WORDS[self._look.order], self._look.grouping
        for counted, group, sorted_by in (
            (True, f"Group: {grouping}", order),
            (False, f"Group: {grouping}", order),
            (False, grouping.capitalize(), order),
            (False, grouping.capitalize(), ""),
        ):
            self.context.setVisible(counted)
            self.group.set_words(group)
            self.order.set_words(sorted_by)
            if self._needed() <= self.width():
                break
        self.group.setAccessibleName(f"Group: {grouping}")
        self.order.setAccessibleName(f"Sorted by {order.lower()}")

    def _needed(self) -> int:
        """The width that everything shown takes."""
        row = self.layout()
        items = [row.itemAt(place) for place in range(row.count())] if row is not None else []
        shown = [item for item in items if item is not None and not item.isEmpty()]
        return sum(item.sizeHint().width() for item in shown) + _GAP * (len(shown) - 1) + 2 * _MARGIN

    def order_menu(self) -> QMenu:
        """What to sort by, and from which end."""
        menu = self._menu(self.order, ORDER_WORDS.items(), self._look.order, self._choose_order)
        menu.addSeparator()
        turned = QAction("From the other end", menu)
        turned.setCheckable(True)
        turned.setChecked(self._look.turned)
        turned.triggered.connect(lambda on: self.look_wanted.emit(self._look._replace(turned=on)))
        menu.addAction(turned)
        return menu

    def group_menu(self) -> QMenu:
        """What to group by."""
        words = [(each, each.capitalize()) for each in Grouping]
        return self._menu(self.group, words, self._look.grouping, self._choose_grouping)

    def more_menu(self) -> QMenu:
        """The pages that keep everybody in order."""
        menu = QMenu(self.more)
        for place, said, icon in (("duplicates", "Duplicates", "copy"), ("trash", "Trash", "trash")):
            action = QAction(icons.icon(icon, self.theme.palette.ink2), said, menu)
            action.triggered.connect(lambda _on=False, place=place: self.place_wanted.emit(place))
            menu.addAction(action)
        return menu

    def _menu(
        self, button: QWidget, choices: Iterable[tuple[str, str]], chosen: str, choose: Callable[[str], None]
    ) -> QMenu:
        menu = QMenu(button)
        for key, words in choices:
            action = QAction(words, menu)
            action.setCheckable(True)
            action.setChecked(key == chosen)
            action.triggered.connect(lambda _on=False, key=key: choose(key))
            menu.addAction(action)
        return menu

    def _choose_order(self, key: str) -> None:
        self.look_wanted.emit(self._look._replace(order=Order(key), turned=False))

    def _choose_grouping(self, key: str) -> None:
        self.look_wanted.emit(self._look._replace(grouping=Grouping(key)))

    def _choose_density(self, key: str) -> None:
        self.look_wanted.emit(self._look._replace(density=Density(key)))


def _drop(button: QWidget, menu: QMenu) -> None:
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
