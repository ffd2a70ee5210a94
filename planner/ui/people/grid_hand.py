"""The hand and the keys on the sheet of people."""

from __future__ import annotations

from collections.abc import Iterable
from time import monotonic

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from planner.domain.names import fold
from planner.domain.rhythm import State
from planner.ui.cards.quick_actions import CardAction
from planner.ui.people import walk
from planner.ui.people.grid import GridSheet
from planner.ui.people.heading import counts_of, heading_of
from planner.ui.people.sheet import Spot
from planner.ui.widgets.group_heading import plus_rect, told_rects
from planner.ui.widgets.plain import plain_tooltip

_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_TYPING_SECONDS = 1.0
_ROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_CARDS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN = frozenset({*_ROWS, *_CARDS, *_PAGES, *_ENDS, *_OPENS, Qt.Key.Key_Space})
"""Keys that mean something else elsewhere in the window."""


class Grid(GridSheet):
    """A click opens; Ctrl, Shift, the avatar and Space choose; Shift and letters jump to a name. A count in a
    heading opens to whom it counts.
    """

    opened = Signal(object)
    acted = Signal(str, object)
    menu_wanted = Signal(QPoint)
    fold_wanted = Signal(str)  # a group's key
    add_wanted = Signal(str)
    count_wanted = Signal(str, object)  # a group's key, and the states that the count stands for

    _anchor: int | None = None
    _column = 0
    _typed = ""
    _typed_at = 0.0

    # Choosing

    def clear_selection(self) -> None:
        """Choose nobody."""
        self.choose(())

    def choose(self, people: Iterable[int]) -> None:
        """Choose exactly these."""
        self.selected = dict.fromkeys(people)
        self.selection_changed.emit()
        self.viewport().update()

    def toggle(self, index: int) -> None:
        """Choose a card's person too, or no longer."""
        person = self.people[index]
        rest = [each for each in self.selected if each != person]
        self.choose(rest if person in self.selected else [*self.selected, person])

    def _choose_range(self, index: int) -> None:
        first, last = sorted((self._anchor if self._anchor is not None else index, index))
        self.choose(self.people[first : last + 1])

    # Pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.on_sheet(event.position())
        number = self._heading_at(place)
        self._hover(None if number is not None else self._card_at(place), number)
        if number is not None and self._counted_at(number, place) is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None, None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.on_sheet(event.position())
        number = self._heading_at(place)
        index = None if number is not None else self._card_at(place)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if number is not None:
            self._click_heading(number, place)
        elif index is None:
            self.clear_selection()
        else:
            self._click(index, place, event.modifiers())

    def _click_heading(self, number: int, place: QPointF) -> None:
        group, counted = self.groups[number], self._counted_at(number, place)
        self.go(Spot(number))
        if counted is not None:
            self.count_wanted.emit(group.key, counted[1])
        elif plus_rect(self.heading_rect(number), heading_of(group), self.theme).contains(place):
            self.add_wanted.emit(group.key)
        else:
            self.fold_wanted.emit(group.key)

    def _counted_at(self, number: int, place: QPointF) -> tuple[str, frozenset[State]] | None:
        """What is counted at a point of a heading, and the states of whom it counts."""
        group = self.groups[number]
        boxes = told_rects(self.heading_rect(number), heading_of(group), self.theme)
        found = zip(counts_of(group), boxes, strict=True)
        return next((counted for counted, box in found if box.contains(place)), None)

    def _click(self, index: int, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        rect, look = self.rect_of(index), self.look_of(index)
        facts = self.facts_of(self.people[index])
        if facts is None:
            return
        action: CardAction | None = self.drawn.action_at(self.theme, facts, rect, look, place)
        disc: QRectF = self.drawn.disc_of(self.theme, rect)
        self.go(walk.card_spot(self.sheet, index))
        if action is not None:
            self.acted.emit(action.value, self.people[index])
        elif modifiers & _SHIFT:
            self._choose_range(index)
        elif modifiers & _CONTROL or disc.contains(place):
            self._anchor = index
            self.toggle(index)
        else:
            self._anchor = index
            self.opened.emit(self.people[index])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            place = self.on_sheet(QPointF(event.pos()))
            number = self._heading_at(place)
            index = None if number is not None else self._card_at(place)
            if number is None and index is None:
                return
            self.go(Spot(number) if number is not None else walk.card_spot(self.sheet, index or 0))
        elif self.groups:
            where = self.corner_of(self.spot)
        if self.groups:
            self.menu_wanted.emit(where)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            place = self.on_sheet(QPointF(self.viewport().mapFromGlobal(self.cursor().pos())))
            if said := self._tip_at(place):
                QToolTip.showText(self.cursor().pos(), plain_tooltip(said), self)
            return True
        return super().viewportEvent(event)

    def _tip_at(self, place: QPointF) -> str:
        """What is told of the card or the count under the pointer."""
        if self.hovered_heading is not None:
            found = self._counted_at(self.hovered_heading, place)
            return f"Show the {found[0]}" if found else ""
        facts = self.facts_of(self.people[self.hovered]) if self.hovered is not None else None
        if self.hovered is None or facts is None:
            return ""
        said: str = self.drawn.tooltip_at(self.theme, facts, self.rect_of(self.hovered), place)
        return said

    def _card_at(self, place: QPointF) -> int | None:
        return self.sheet.at(int(place.x()), int(place.y()))

    def _heading_at(self, place: QPointF) -> int | None:
        """The heading under a point, also where it stays at the top over its cards."""
        number = self.sheet.group_at(int(place.y()))
        return number if number is not None and self.heading_rect(number).contains(place) else None

    def _hover(self, index: int | None, number: int | None) -> None:
        if (index, number) != (self.hovered, self.hovered_heading):
            self.hovered, self.hovered_heading = index, number
            self.viewport().update()

    # Keys

    def event(self, event: QEvent) -> bool:
        """Claim the keys that move and open before the window's commands do."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._is_own(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def _is_own(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~_KEYPAD
        if modifiers == _CONTROL:
            return event.key() in (Qt.Key.Key_A, *_ENDS)
        if modifiers not in (Qt.KeyboardModifier.NoModifier, _SHIFT):
            return False
        return event.key() in _OWN or self._letter(event) != ""

    def _letter(self, event: QKeyEvent) -> str:
        """A letter typed to jump: with Shift, or right after one that was."""
        typed = fold(event.text())
        goes_on = bool(self._typed) and monotonic() - self._typed_at < _TYPING_SECONDS
        shifted = bool(event.modifiers() & _SHIFT)
        return typed if typed.isalpha() and (shifted or goes_on) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self._is_own(event) or not self.groups:
            if key == Qt.Key.Key_Escape and self.selected:
                self.clear_selection()
            else:
                super().keyPressEvent(event)
        elif event.modifiers() & _CONTROL and key == Qt.Key.Key_A:
            self.choose(self.people)
        elif letter := self._letter(event):
            self._jump(letter)
        elif key == Qt.Key.Key_Space or key in _OPENS:
            self._use(key)
        else:
            self._move(key, extending=bool(event.modifiers() & _SHIFT))

    def _use(self, key: Qt.Key) -> None:
        card = self.spot.card
        if card is None:
            self.fold_wanted.emit(self.groups[self.spot.group].key)
        elif key == Qt.Key.Key_Space:
            self._anchor = card
            self.toggle(card)
        else:
            self.opened.emit(self.people[card])

    def _move(self, key: Qt.Key, *, extending: bool) -> None:
        if self.spot.card is None and key in _CARDS:
            folds = self.sheet.placed[self.spot.group].shown > 0
            if folds == (key == Qt.Key.Key_Left):
                self.fold_wanted.emit(self.groups[self.spot.group].key)
            return
        before = self.spot.card
        self.go(self._led_to(key), keep_column=key in _ROWS or key in _PAGES)
        if extending and self.spot.card is not None:
            self._anchor = before if self._anchor is None else self._anchor
            self._choose_range(self.spot.card)
        elif not extending:
            self._anchor = self.spot.card

    def _led_to(self, key: Qt.Key) -> Spot:
        sheet, spot = self.sheet, self.spot
        if key in _CARDS:
            return walk.next_card(sheet, spot, _CARDS[key])
        if key in _ROWS:
            return walk.next_row(sheet, spot, _ROWS[key], self._column)
        if key in _PAGES:
            rows = max(1, (self.viewport().height() - sheet.measures.heading) // sheet.step)
            return walk.page(sheet, spot, _PAGES[key] * rows, self._column)
        if not sheet.cards:
            return Spot(0 if _ENDS[key] == 0 else len(sheet.placed) - 1)
        return walk.card_spot(sheet, 0 if _ENDS[key] == 0 else sheet.cards - 1)

    def _jump(self, letter: str) -> None:
        now = monotonic()
        self._typed = self._typed + letter if now - self._typed_at < _TYPING_SECONDS else letter
        self._typed_at = now
        names = [self.names[each] for each in self.people]
        found = walk.beginning_with(names, self._typed, self.spot.card or 0)
        if found is not None:
            self._anchor = found
            self.go(walk.card_spot(self.sheet, found))

    def go(self, spot: Spot, *, keep_column: bool = False) -> None:
        """Give a card or a heading the focus, bring it into view, and say what it is."""
        self.spot = spot
        if not keep_column and spot.card is not None:
            self._column = walk.column_of(self.sheet, spot)
        self.reveal(spot)
        self.say()
        self.viewport().update()

    def go_to(self, person: int) -> bool:
        """Give the card of somebody the focus; False where they are not on the sheet."""
        if person not in self.people:
            return False
        self.go(walk.card_spot(self.sheet, self.people.index(person)))
        return True

    def say(self) -> None:
        """Tell assistive technology what has the focus."""
        focused = self.focused
        if focused is not None:
            facts = self.facts_of(focused)
            chosen = ", chosen" if focused in self.selected else ""
            self.setAccessibleDescription(f"{facts.accessible}{chosen}" if facts else "")
        elif self.spot.group < len(self.groups):
            said = heading_of(self.groups[self.spot.group])
            self.setAccessibleDescription(said.spoken(folded=not self.sheet.placed[self.spot.group].shown))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.say()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
