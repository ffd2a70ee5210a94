"""The long sheet of cards: only what is seen is asked for and painted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from planner.domain.rhythm import State
from planner.ui.cards import grid_card
from planner.ui.cards.cached import CardPictures
from planner.ui.cards.card_style import CardLook
from planner.ui.cards.facts import CardFacts
from planner.ui.cards.quick_actions import CardAction
from planner.ui.people.model import Group, Placed, Sheet, lay_out
from planner.ui.theme import Theme
from planner.ui.widgets.plain import plain_tooltip
from planner.ui.widgets.ring import paint_swatch
from planner.ui.widgets.state_shape import paint_state, state_width
from planner.ui.widgets.text import draw_text

Ask = Callable[[list[int]], dict[int, CardFacts]]
_HEADING, _GAP, _MARGIN = 40, 10, 20
_SAID = (
    (frozenset({State.OVERDUE, State.QUIET}), "overdue"),
    (frozenset({State.DUE}), "due"),
    (frozenset({State.ON_RHYTHM}), "on rhythm"),
)


class Grid(QAbstractScrollArea):
    """Cards by group. `ask` fetches the facts of people when they come into view."""

    opened = Signal(object)
    acted = Signal(str, object)
    menu_wanted = Signal(object, QPoint)
    selection_changed = Signal()

    def __init__(self, theme: Theme, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._ask = ask
        self._groups: list[Group] = []
        self._people: list[int] = []
        self._facts: dict[int, CardFacts] = {}
        self._sheet: Sheet | None = None
        self._pictures = CardPictures(theme, grid_card.paint)
        self.selected: list[int] = []
        self._focus = 0
        self._anchor = 0
        self._hovered: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("People")
        self.viewport().setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._lay_out)

    def show_groups(self, found: list[Group]) -> None:
        """Show these groups; the focus and the selection stay with their people."""
        focused = self.focused
        self._groups = found
        self._people = [person for group in found for person in group.people]
        self._facts = {}
        present = set(self._people)
        self.selected = [each for each in self.selected if each in present]
        self._focus = self._people.index(focused) if focused in present else 0
        self._lay_out()
        self.selection_changed.emit()

    @property
    def focused(self) -> int | None:
        """The person whose card has the focus."""
        return self._people[self._focus] if self._focus < len(self._people) else None

    @property
    def people(self) -> list[int]:
        """Everybody on the sheet, in reading order."""
        return self._people

    def clear_selection(self) -> None:
        """Select nobody."""
        self._select([])

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._sheet is None:
            return
        painter = QPainter(self.viewport())
        top = self.verticalScrollBar().value()
        painter.translate(0, -top)
        for placed in self._sheet.placed:
            if placed.bottom >= top and placed.top <= top + self.viewport().height():
                self._paint_heading(painter, placed)
        seen = self._sheet.visible(top, top + self.viewport().height())
        self._fetch([self._people[index] for index in seen])
        for index in seen:
            self._paint_card(painter, index)
        painter.end()

    def _paint_heading(self, painter: QPainter, placed: Placed) -> None:
        theme, palette = self.theme, self.theme.palette
        heading = theme.px(_HEADING)
        middle = placed.top + heading / 2
        x = float(_MARGIN)
        if placed.group.layer:
            painter.save()
            paint_swatch(painter, QRectF(x, middle - 8, 16, 16), placed.group.layer.hue, palette)
            painter.restore()
            x += 26
        top = middle - theme.line("heading") / 2
        x += draw_text(painter, x, top, placed.group.name, "heading", theme, palette.ink) + 10
        number = len(placed.group.people)
        said = "1 person" if number == 1 else f"{number} people"
        draw_text(painter, x, middle - theme.line("body") / 2, said, "body", theme, palette.ink3)
        right = float(self.viewport().width() - _MARGIN)
        for states, word in _SAID:
            amount = sum(placed.group.states[state] for state in states)
            if amount:
                text = f"{amount} {word}"
                width = state_width(theme, text)
                right -= width
                state = State.OVERDUE if State.QUIET in states else next(iter(states))
                paint_state(painter, right, middle, state, text, theme)
                right -= 12
        line = placed.top + heading - 1
        painter.fillRect(_MARGIN, line, self.viewport().width() - 2 * _MARGIN, 1, palette.line)

    def _paint_card(self, painter: QPainter, index: int) -> None:
        facts = self._facts.get(self._people[index])
        if facts is not None:
            self._pictures.paint(painter, self._rect(index), facts, self._look(index))

    def _look(self, index: int) -> CardLook:
        return CardLook(
            hovered=index == self._hovered,
            focused=self.hasFocus() and index == self._focus,
            selected=self._people[index] in self.selected,
        )

    def _rect(self, index: int) -> QRectF:
        assert self._sheet is not None
        return QRectF(*self._sheet.rect(index))

    def _fetch(self, people: list[int]) -> None:
        missing = [each for each in people if each not in self._facts]
        if missing:
            self._facts |= self._ask(missing)

    # Laying out

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self.theme
        self._sheet = lay_out(
            self._groups,
            self.viewport().width(),
            card_height=theme.px(grid_card.HEIGHT),
            heading=theme.px(_HEADING),
            gap=_GAP,
            margin=_MARGIN,
        )
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._sheet.height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(theme.px(40))
        self.viewport().update()

    # Pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._at(event.position())
        if index is None:
            if event.button() == Qt.MouseButton.LeftButton:
                self.clear_selection()
            return
        if event.button() == Qt.MouseButton.LeftButton:
            action = self._action_at(index, event.position())
            if action is not None:
                self._go(index)
                self.acted.emit(action.value, self._people[index])
                return
            self._click(index, event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self._at(event.position())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self._people[index])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self._focus
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            found = self._at(QPointF(event.pos()))
            if found is None:
                return
            index = found
        if index < len(self._people):
            self._go(index)
            self.menu_wanted.emit(self._people[index], event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            index = self._hovered
            facts = self._facts.get(self._people[index]) if index is not None else None
            if index is not None and facts is not None:
                place = QPointF(self.viewport().mapFromGlobal(self.cursor().pos()))
                text = grid_card.tooltip_at(self.theme, facts, self._rect(index), self._on_sheet(place))
                QToolTip.showText(self.cursor().pos(), plain_tooltip(text), self)
            return True
        return super().viewportEvent(event)

    def _click(self, index: int, modifiers: Qt.KeyboardModifier) -> None:
        person = self._people[index]
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            first, last = sorted((self._anchor, index))
            self._focus = index
            self._select(self._people[first : last + 1])
            return
        self._anchor = index
        self._go(index)
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            rest = [each for each in self.selected if each != person]
            self._select(rest if person in self.selected else [*self.selected, person])
        else:
            self.opened.emit(person)

    def _action_at(self, index: int, position: QPointF) -> CardAction | None:
        facts = self._facts.get(self._people[index])
        if facts is None:
            return None
        return grid_card.action_at(
            self.theme, facts, self._rect(index), self._look(index), self._on_sheet(position)
        )

    def _on_sheet(self, position: QPointF) -> QPointF:
        return position + QPointF(0, self.verticalScrollBar().value())

    def _at(self, position: QPointF) -> int | None:
        place = self._on_sheet(position)
        return self._sheet.at(int(place.x()), int(place.y())) if self._sheet else None

    def _hover(self, index: int | None) -> None:
        if index != self._hovered:
            self._hovered = index
            self.viewport().update()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns = self._sheet.columns if self._sheet else 1
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: columns,
            Qt.Key.Key_Up: -columns,
        }
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        elif key in steps and self._people:
            index = max(0, min(len(self._people) - 1, self._focus + steps[key]))
            self._go(index)
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                first, last = sorted((self._anchor, index))
                self._select(self._people[first : last + 1])
            else:
                self._anchor = index
        elif key == Qt.Key.Key_Space and self.focused is not None:
            self._click(self._focus, Qt.KeyboardModifier.ControlModifier)
        elif key == Qt.Key.Key_Escape and self.selected:
            self.clear_selection()
        else:
            super().keyPressEvent(event)

    def _go(self, index: int) -> None:
        """Give a card the focus and bring it into view."""
        self._focus = index
        bar, place = self.verticalScrollBar(), self._rect(index)
        if place.top() - self.theme.px(_HEADING) < bar.value():
            bar.setValue(int(place.top()) - self.theme.px(_HEADING) - _GAP)
        elif place.bottom() + 2 * _GAP > bar.value() + self.viewport().height():
            bar.setValue(int(place.bottom()) + 2 * _GAP - self.viewport().height())
        self._fetch([self._people[index]])
        facts = self._facts.get(self._people[index])
        self.setAccessibleDescription(facts.accessible if facts else "")
        self.viewport().update()

    def _select(self, people: list[int]) -> None:
        self.selected = people
        self.selection_changed.emit()
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._hovered = None
        self.viewport().update()
