"""The long sheet of people: only what is seen is asked for and painted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from time import perf_counter
from types import ModuleType

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from planner.ui.cards import grid_card, row_card
from planner.ui.cards.cached import CardPictures
from planner.ui.cards.card_style import CardLook
from planner.ui.cards.facts import CardFacts
from planner.ui.people.grouping import Group
from planner.ui.people.heading import heading_of
from planner.ui.people.look import Look
from planner.ui.people.sheet import Density, Measures, Sheet, Spot, lay_out
from planner.ui.theme import Theme
from planner.ui.widgets.group_heading import HEIGHT as HEADING
from planner.ui.widgets.group_heading import HeadingLook, paint_group_heading

Ask = Callable[[list[int]], dict[int, CardFacts]]
MARGIN = 20
_GAP = 10
_KEPT_FACTS = 600
_WHOLE_WIDTH = 10_000
_FRAME_SECONDS = 0.006
"""How long cards are painted in a frame while one scrolls; a frame has 16 ms for everything."""
_A_FRAME = 8
"""Of so many people a frame asks while one scrolls."""
_DRAWN: dict[Density, tuple[ModuleType, Callable[[Theme], int], int, int]] = {
    Density.ROWS: (row_card, lambda theme: theme.px(row_card.HEIGHT), _WHOLE_WIDTH, 0),
    Density.CARDS: (grid_card, grid_card.height, 272, _GAP),
    Density.SPACIOUS: (grid_card, grid_card.spacious_height, 340, _GAP),
}
"""Painter, height, least width and gap of each density."""


class GridSheet(QAbstractScrollArea):
    """Cards or rows by group. `ask` fetches the facts of people when they come into view.

    This is what is seen; `Grid` adds the hand and the keys.
    """

    selection_changed = Signal()

    def __init__(self, theme: Theme, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._ask = ask
        self._look = Look()
        self.groups: list[Group] = []
        self.names: Mapping[int, str] = {}
        self._people: list[int] = []
        self._facts: OrderedDict[int, CardFacts] = OrderedDict()
        self._pictures = CardPictures(theme, grid_card.paint)
        self.sheet: Sheet = lay_out((), 1, self._measures(), frozenset())
        self.selected: dict[int, None] = {}
        self.spot = Spot(0)
        self._scrolls = False
        self._waiting: dict[tuple[int, int, bool], QPixmap] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.viewport().update)
        self.hovered: int | None = None
        self.hovered_heading: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("People")
        self.viewport().setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.lay_out)

    # What is shown

    def show_groups(self, found: list[Group], look: Look, names: Mapping[int, str]) -> None:
        """Show these groups in a look; the focus and the selection stay with their people.

        `names` are everybody's, folded: for jumping to them.
        """
        self.names = names
        group = self.groups[self.spot.group].key if self.spot.group < len(self.groups) else ""
        focused = self.focused
        if look.density is not self._look.density:
            self._pictures = CardPictures(self.theme, _DRAWN[look.density][0].paint)
            self._facts.clear()
        self.groups, self._look = found, look
        self.lay_out()
        there = {person for each in found for person in each.people}
        if not there.issuperset(self.selected):
            self.selected = {each: None for each in self.selected if each in there}
        self.spot = self._spot_again(group, focused)
        self.selection_changed.emit()

    def forget(self, people: Iterable[int] | None) -> None:
        """Ask for these anew when they are next seen; None is everybody."""
        if people is None:
            self._facts.clear()
            return
        for each in people:
            self._facts.pop(each, None)

    def _spot_again(self, group: str, focused: int | None) -> Spot:
        """Where the group, and the person in it, are now; the person may have gone to another group."""
        if not self.groups:
            return Spot(0)
        number = next((place for place, each in enumerate(self.groups) if each.key == group), None)
        if focused is None:
            return Spot(0, 0 if self.sheet.cards else None) if number is None else Spot(number)
        for place in [*([] if number is None else [number]), *range(len(self.groups))]:
            placed = self.sheet.placed[place]
            if placed.shown and focused in placed.group.people:
                return Spot(place, placed.first + placed.group.people.index(focused))
        return Spot(0, 0 if self.sheet.placed[0].shown else None)

    @property
    def focused(self) -> int | None:
        """The person whose card has the focus."""
        card = self.spot.card
        return self._people[card] if card is not None and card < len(self._people) else None

    @property
    def people(self) -> list[int]:
        """Everybody on the sheet, in reading order; those in folded groups are not."""
        return self._people

    def facts_of(self, person: int) -> CardFacts | None:
        """What the card of somebody says."""
        self._fetch([person])
        return self._facts.get(person)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        painter.translate(0, -top)
        seen = self.sheet.visible(top, top + height)
        if not self._paint_cards(painter, seen):
            self._soon.start()
        self._paint_headings(painter, top, height)
        painter.end()

    def _paint_cards(self, painter: QPainter, seen: range) -> bool:
        """Paint the cards in view. While one scrolls, a frame has only so long: what would take longer waits
        for the next one, and False is the answer."""
        begun = perf_counter()
        complete = self._fetch([self._people[index] for index in seen], _A_FRAME if self._scrolls else None)
        for index in seen:
            rect, facts = self.rect_of(index), self._facts.get(self._people[index])
            look = self.look_of(index)
            late = self._scrolls and perf_counter() - begun > _FRAME_SECONDS
            if facts is None or (late and not self._pictures.has(painter, rect, facts, look)):
                complete = False
                self._paint_waiting(painter, rect)
            else:
                self._pictures.paint(painter, rect, facts, look)
        self._scrolls = self._scrolls and not complete
        return complete

    @property
    def is_complete(self) -> bool:
        """Whether every card in view is painted, after a scroll too."""
        return not self._scrolls

    def _paint_waiting(self, painter: QPainter, rect: QRectF) -> None:
        size = rect.size().toSize()
        key = (size.width(), size.height(), self.theme.dark)
        if key not in self._waiting:
            made = QPixmap(size * self.devicePixelRatio())
            made.setDevicePixelRatio(self.devicePixelRatio())
            made.fill(self.theme.palette.paper)
            drawing = QPainter(made)
            self.drawn.paint_waiting(drawing, QRectF(0, 0, rect.width(), rect.height()), self.theme)
            drawing.end()
            self._waiting = {key: made}
        painter.drawPixmap(rect.topLeft(), self._waiting[key])

    def _paint_headings(self, painter: QPainter, top: int, height: int) -> None:
        """The headings in view; that of the group at the top stays while its cards pass below it."""
        if not self.sheet.placed:
            return
        begin, end = self.sheet.group_at(top) or 0, self.sheet.group_at(top + height) or 0
        for number in range(begin, end + 1):
            group = self.sheet.placed[number].group
            look = HeadingLook(
                folded=group.key in self._look.folded,
                hovered=number == self.hovered_heading,
                focused=self.hasFocus() and self.spot == Spot(number),
                adds=True,
            )
            place = self.heading_rect(number)
            paint_group_heading(painter, place, heading_of(group), self.theme, look)

    def heading_rect(self, number: int) -> QRectF:
        """Where a heading is: at the top of the window while its cards are there."""
        placed, top = self.sheet.placed[number], self.verticalScrollBar().value()
        high = self.sheet.measures.heading
        y = min(max(placed.top, top), max(placed.top, placed.bottom - high))
        return QRectF(MARGIN, y, self.viewport().width() - 2 * MARGIN + self._bar_width(), high)

    def look_of(self, index: int) -> CardLook:
        """How a card looks at the moment."""
        return CardLook(
            hovered=index == self.hovered,
            focused=self.hasFocus() and index == self.spot.card,
            selected=self._people[index] in self.selected,
        )

    def rect_of(self, index: int) -> QRectF:
        """Where a card is on the sheet."""
        return QRectF(*self.sheet.rect(index))

    @property
    def drawn(self) -> ModuleType:
        """The module that paints a card and knows what is where on it."""
        return _DRAWN[self._look.density][0]

    def _fetch(self, people: list[int], most: int | None = None) -> bool:
        """Learn what the cards of these say, of at most so many now; whether all are known then."""
        missing = [each for each in people if each not in self._facts]
        if missing:
            self._facts.update(self._ask(missing[:most]))
            while len(self._facts) > _KEPT_FACTS:
                self._facts.popitem(last=False)
        return most is None or len(missing) <= most

    # Laying out

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def lay_out(self) -> None:
        """Place everything anew for the present width and look."""
        width = self.viewport().width() + self._bar_width()
        self.sheet = lay_out(self.groups, width, self._measures(), self._look.folded)
        self._people = [
            person for placed in self.sheet.placed if placed.shown for person in placed.group.people
        ]
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self.sheet.height - self.viewport().height()))
        bar.setPageStep(max(1, self.viewport().height() - self.sheet.measures.heading))
        bar.setSingleStep(self.theme.px(40))
        self.viewport().update()

    def _measures(self) -> Measures:
        theme = self.theme
        _, height, least, gap = _DRAWN[self._look.density]
        return Measures(theme.px(HEADING), height(theme), theme.px(least), gap, MARGIN, gap)

    def _bar_width(self) -> int:
        """The scroll bar lies in the margin, so that the cards end where the header above them does."""
        return self.width() - self.viewport().width()

    def reveal(self, spot: Spot) -> None:
        """Bring a card or a heading into view."""
        if not self.sheet.placed:
            return
        bar, high = self.verticalScrollBar(), self.sheet.measures.heading
        if spot.card is None:
            top = self.sheet.placed[spot.group].top
            bottom = top + high
        else:
            place = self.rect_of(spot.card)
            top, bottom = int(place.top()) - high - _GAP, int(place.bottom()) + 2 * _GAP
        if top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + self.viewport().height():
            bar.setValue(bottom - self.viewport().height())

    def on_sheet(self, position: QPointF) -> QPointF:
        """A position in the window as one on the sheet."""
        return position + QPointF(0, self.verticalScrollBar().value())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._scrolls = True
        self.hovered = self.hovered_heading = None
        self.viewport().update()

    def corner_of(self, spot: Spot) -> QPoint:
        """Where a menu for a card or heading opens, on the screen."""
        place = self.heading_rect(spot.group) if spot.card is None else self.rect_of(spot.card)
        below = place.bottomLeft() - QPointF(0, self.verticalScrollBar().value())
        return self.viewport().mapToGlobal(below.toPoint() + QPoint(12, -8))
