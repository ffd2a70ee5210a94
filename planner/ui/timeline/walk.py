"""The keys on the timeline: from lane to lane, along the days, and from thing to thing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.queries.lanes import LanePlan
from planner.ui.desk import Desk
from planner.ui.timeline.chart import LaneChart
from planner.ui.timeline.facts import lane_words, spot_tip
from planner.ui.timeline.spots import Spot, What, day_of, stops
from planner.ui.timeline.tip import TipBox
from planner.ui.timeline.zoom_slider import ZOOM_STEP

_NO, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_PAN_SHARE = 0.125
_PANS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LANES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_OWN = frozenset({*_PANS, *_PAGES, *_OPENS, *_ENDS, Qt.Key.Key_Up, Qt.Key.Key_Down})


class LaneWalk(LaneChart):
    """Tab and the arrows up and down go from lane to lane, left and right pan, with Ctrl they step from
    thing to thing on a lane. Home is today, Enter opens the person.
    """

    opened = Signal(object)  # a person's id

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.tips = TipBox(desk.theme, self)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Claim the keys that move before the window's commands do, and Tab before it leaves."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._is_own(event):
                event.accept()
                return True
            tab = Qt.Key(event.key()) in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if event.type() == QEvent.Type.KeyPress and tab and self._tab(event):
                return True
        return super().event(event)

    def _is_own(self, event: QKeyEvent) -> bool:
        modifiers, key = event.modifiers() & ~_KEYPAD, Qt.Key(event.key())
        if modifiers == _CONTROL:
            return key in _PANS or key in _ENDS
        return modifiers == _NO and key in _OWN

    def _tab(self, event: QKeyEvent) -> bool:
        """Go to the next lane; beyond the last one Tab leaves."""
        there = self.focused + _LANES[Qt.Key(event.key())]
        if event.modifiers() & _CONTROL or not 0 <= there < len(self.heads):
            return False
        self.by_keyboard = True
        self.go(Spot(there))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self._is_own(event) or not self.heads:
            super().keyPressEvent(event)
            return
        self.by_keyboard = True
        self.tips.hide()
        stepping = bool(event.modifiers() & _CONTROL)
        if key in _PANS and stepping:
            self._step(_PANS[key])
        elif key in _PANS:
            pixels = _PANS[key] * _PAN_SHARE * self.time_width
            self.glide_to(self.going_to.panned(pixels))
        elif key in _OPENS:
            self.opened.emit(self.heads[self.focused].person_id)
        elif key in _ENDS:
            self._go_to_end(key, stepping)
        else:
            self._go_by(key)

    def _go_to_end(self, key: Qt.Key, stepping: bool) -> None:
        """Home is today; with Ctrl, Home and End are the first and the last lane."""
        if stepping:
            self.go(Spot(0 if key == Qt.Key.Key_Home else len(self.heads) - 1))
        elif key == Qt.Key.Key_Home:
            self.show_today()
        else:
            last = self.limits.last - self.time_width / self.going_to.per_day
            self.glide_to(self.going_to._replace(left=last))

    def _go_by(self, key: Qt.Key) -> None:
        page = max(1, (self.viewport().height() - self.sizes.head) // self.sizes.row - 1)
        by = _LANES[key] if key in _LANES else _PAGES[key] * page
        self.go(Spot(max(0, min(len(self.heads) - 1, self.focused + by))))

    def zoom(self, factor: float) -> None:
        """Zoom around what the keyboard is on, else around today or the middle."""
        scale = self.going_to
        lane = self.lane_of(self.focused)
        day = day_of(self.spot, lane) if lane else None
        x = scale.middle(self.today if day is None else day)
        self.glide_to(scale.zoomed(factor, x if 0 <= x <= self.time_width else self.time_width / 2))

    def zoom_in(self) -> None:
        """A step closer."""
        self.zoom(ZOOM_STEP)

    def zoom_out(self) -> None:
        """A step further away."""
        self.zoom(1 / ZOOM_STEP)

    def _step(self, by: int) -> None:
        """To the next thing on the lane, as seen from the one the keyboard is on, else from today."""
        self.store.know([self.heads[self.focused].person_id])
        lane = self.lane_of(self.focused)
        found = stops(self.focused, lane) if lane else []
        if not found:
            return
        spots = [spot for _, spot in found]
        same = [place for place, spot in enumerate(spots) if spot[:3] == self.spot[:3]]
        if same:
            there = same[0] + by
        else:
            later = sum(day <= self.today for day, _ in found)
            there = later if by > 0 else later - 1
        self.go(spots[max(0, min(len(spots) - 1, there))])

    # The keyboard's place

    def go(self, spot: Spot) -> None:
        """Give a lane, or a thing on it, the keyboard; bring it into view and say what it is."""
        self.focused, self.spot = spot.lane, spot
        self._reveal()
        self.say()
        self.viewport().update()

    def leave_talk(self) -> None:
        """The conversations are others: the keyboard goes back from one of them to its lane."""
        if self.spot.what is What.TALK:
            self.spot = Spot(self.focused)
            self.tips.hide()

    def _reveal(self) -> None:
        bar, row = self.verticalScrollBar(), self.sizes.row
        top, room = self.focused * row, self.viewport().height() - self.sizes.head
        bar.setValue(max(top + row + 1 - room, min(top, bar.value())))
        lane = self.lane_of(self.focused)
        day = day_of(self.spot, lane) if lane else None
        if day is not None:
            x, near = self.going_to.middle(day), 3 * self.sizes.reach
            if not near <= x <= self.time_width - near:
                self.glide_to(self.going_to.panned(x - self.time_width / 2))

    def say(self) -> None:
        """Tell assistive technology where the keyboard is."""
        if self.focused >= len(self.heads):
            return
        head, lane = self.heads[self.focused], self.lane_of(self.focused)
        tip = spot_tip(self.spot, head, lane, self.desk.library, self.desk.today) if lane else None
        said = tip.words if tip else lane_words(head, lane, self.desk.today)
        self.setAccessibleDescription(said)
        if tip is not None and self.by_keyboard and self.hasFocus():
            self.tips.tell(tip, self.place_of(self.spot))
        elif tip is None:
            self.tips.hide()

    def _plan_of(self, spot: Spot) -> LanePlan | None:
        lane = self.lane_of(spot.lane)
        return next((each for each in lane.plans if each.id == spot.which), None) if lane else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.say()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.tips.hide()
        self.viewport().update()
