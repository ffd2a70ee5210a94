"""The hand on the timeline: panning, zooming, telling, and moving plans to another day."""

from __future__ import annotations

from datetime import date
from math import exp

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from planner.queries.lanes import LanePlan
from planner.ui.desk import Desk
from planner.ui.timeline.facts import moved_tip, spot_tip, trip_tip
from planner.ui.timeline.lane_paint import Ground
from planner.ui.timeline.marks import Ink, paint_mark
from planner.ui.timeline.spots import Spot, What
from planner.ui.timeline.walk import LaneWalk

_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_TOLD_AFTER_MS = 200
_FAR = 4
_NOTCH, _WHOLE_NOTCH = 0.0015, 120
_EDGE, _EDGE_PIXELS, _EDGE_MS = 40, 14, 16
_HELD_LARGER = 1.38


class LaneHand(LaneWalk):
    """A click opens the person, on a plan it chooses that; a drag pans, a plan that is dragged moves; Esc
    puts it back.
    """

    menu_wanted = Signal(QPoint)
    moved = Signal(object, object)  # the LanePlan that was moved, and the day it goes to
    lifted = Signal()

    _plan: tuple[int, LanePlan] | None = None  # here, since Qt sends events before all is made
    _plan_day: date | None = None

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._pressed: QPointF | None = None
        self._at = QPointF()
        self._under: Spot | None = None
        self._panning = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_TOLD_AFTER_MS)
        self._soon.timeout.connect(self._tell)
        self._edge = QTimer(self)
        self._edge.setInterval(_EDGE_MS)
        self._edge.timeout.connect(self._pan_at_edge)

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.by_keyboard = False
        self.tips.hide()
        self._pressed = self._at = event.position()
        self._under = self.at(event.position())
        self._panning = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._pressed is None:
            self._hover(place)
        elif self._plan is not None:
            self._carry(place)
        elif self._panning:
            self._pan(place)
        elif (place - self._pressed).manhattanLength() >= _FAR:
            self._begin(place)
        self._at = place

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        if self._plan is not None:
            self._put_down(event.position())
        elif not self._panning and self._under is not None:
            self._click(self._under, event.position())
        self._pressed, self._panning = None, False
        self._show_cursor(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        self._soon.stop()
        self.tips.hide()
        self._set_hovered(-1)
        super().leaveEvent(event)

    def _click(self, spot: Spot, place: QPointF) -> None:
        self.go(spot)
        on_label = place.x() < self.sizes.label
        if on_label or spot.what in (What.TALK, What.FLAG):
            self.opened.emit(self.heads[spot.lane].person_id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A plan, which one click only chooses, is opened by two."""
        spot = self.at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and spot is not None and spot.what is What.PLAN:
            self.opened.emit(self.heads[spot.lane].person_id)

    def _begin(self, place: QPointF) -> None:
        """The pointer moved far enough: a plan is taken, or time is."""
        spot = self._under
        if spot is not None and spot.what is What.PLAN and (plan := self._plan_of(spot)) is not None:
            self.take(spot.lane, plan)
            self._carry(place)
        elif self._pressed is not None and self._pressed.x() >= self.sizes.label:
            self._panning = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._pan(place)

    def _pan(self, place: QPointF) -> None:
        self.set_scale(self.scale.panned(self._at.x() - place.x()))
        self._scroll(self._at.y() - place.y())

    def _hover(self, place: QPointF) -> None:
        self._set_hovered(self.number_at(place.y()))
        self._show_cursor(place)
        self.tips.hide()
        self._soon.start()

    def _show_cursor(self, place: QPointF) -> None:
        spot = self.at(place)
        if spot is not None and (place.x() < self.sizes.label or spot.what in (What.TALK, What.FLAG)):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        elif spot is not None and spot.what is What.PLAN:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.viewport().unsetCursor()

    def _set_hovered(self, number: int) -> None:
        if number != self.hovered:
            self.hovered = number
            self.viewport().update()

    def _tell(self) -> None:
        """Say what is under the pointer."""
        place = QPointF(self.viewport().mapFromGlobal(self.cursor().pos()))
        self.tell_at(place if self.viewport().rect().contains(place.toPoint()) else self._at)

    def tell_at(self, place: QPointF) -> None:
        """Say what lies at a place of the viewport."""
        spot, today = self.at(place), self.desk.today
        tip = None
        if spot is not None and (lane := self.lane_of(spot.lane)) is not None:
            tip = spot_tip(spot, self.heads[spot.lane], lane, self.desk.library, today)
        elif (trip := self.trip_at(place)) is not None:
            tip = trip_tip(trip, today)
        self.tips.tell(tip, place)

    def _scroll(self, pixels: float) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(pixels))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it zooms at the pointer; sideways and with Shift it pans; else it scrolls the lanes."""
        delta, fine = event.angleDelta(), event.pixelDelta()
        self.tips.hide()
        if event.modifiers() & _CONTROL:
            self._zoom_at(event.position().x(), delta.y() or delta.x())
        elif event.modifiers() & _SHIFT or abs(delta.x()) > abs(delta.y()):
            along = fine.x() or fine.y() if not fine.isNull() else (delta.x() or delta.y()) / 2
            self.set_scale(self.scale.panned(-along))
        elif self.verticalScrollBar().maximum() == 0:
            self.set_scale(self.scale.panned(-delta.y() / 2))
        else:
            self._scroll(-fine.y() if not fine.isNull() else -delta.y() / 2)
        event.accept()

    def _zoom_at(self, x: float, turned: int) -> None:
        """Zoom at a place of the viewport; a whole notch of a wheel is a short movement, not a jump."""
        scale = self.going_to.zoomed(exp(turned * _NOTCH), max(0.0, x - self.sizes.label))
        if abs(turned) >= _WHOLE_NOTCH:
            self.glide_to(scale, "select")
        else:
            self.set_scale(scale)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                x = event.position().x() - self.sizes.label
                self.set_scale(self.scale.zoomed(1 + event.value(), max(0.0, x)))
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.heads:
            return
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            spot = self.at(QPointF(self.viewport().mapFromGlobal(where)))
            if spot is None:
                return
            self.go(spot)
        else:
            where = self.viewport().mapToGlobal(self.place_of(self.spot).toPoint())
        self.menu_wanted.emit(where)

    # Moving a plan

    @property
    def held_plan(self) -> int:
        """The plan that hangs under the pointer, 0 for none."""
        return self._plan[1].id if self._plan else 0

    def take(self, lane: int, plan: LanePlan) -> None:
        """Take a plan up."""
        self._plan, self._plan_day = (lane, plan), plan.day
        self.go(Spot(lane, What.PLAN, plan.id))
        self.lifted.emit()
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _carry(self, place: QPointF) -> None:
        if self._plan is None:
            return
        lane_number, plan = self._plan
        self._plan_day = self.day_at(max(place.x(), float(self.sizes.label)))
        lane = self.lane_of(lane_number)
        if lane is not None:
            head, today = self.heads[lane_number], self.desk.today
            tip = moved_tip(plan, self._plan_day, head, lane, self.desk.library, today)
            x = self.sizes.label + self.scale.middle(self._plan_day.toordinal())
            self.tips.tell(tip, QPointF(x, self.top_of(lane_number) + self.sizes.middle))
        inside = self.viewport().width() - _EDGE > place.x() > self.sizes.label + _EDGE
        if inside:
            self._edge.stop()
        elif not self._edge.isActive():
            self._edge.start()
        self.viewport().update()

    def _pan_at_edge(self) -> None:
        """Go on while a plan is held at an end of the line."""
        later = self._at.x() > self.viewport().width() / 2
        self.set_scale(self.scale.panned(_EDGE_PIXELS if later else -_EDGE_PIXELS))
        self._carry(self._at)

    def _put_down(self, place: QPointF) -> None:
        held, day = self._plan, self._plan_day
        inside = self.viewport().rect().contains(place.toPoint())
        self.let_go()
        if held is not None and day is not None and inside and day != held[1].day and day >= self.desk.today:
            self.moved.emit(held[1], day)

    def let_go(self) -> None:
        """Hold nothing any more, and change nothing."""
        self._plan = self._plan_day = None
        self._edge.stop()
        self.tips.hide()
        self.viewport().unsetCursor()
        self.viewport().update()

    def paint_over(self, painter: QPainter, ground: Ground) -> None:
        """The focus; and of a plan that is held, where it was, the way, and where it would go."""
        if self._plan is None or self._plan_day is None:
            super().paint_over(painter, ground)
            return
        number, plan = self._plan
        palette, scale = self.theme.palette, self.sizes.scale
        y = self.top_of(number) + self.sizes.middle
        was = self.sizes.label + self.scale.middle(plan.day.toordinal())
        goes = self.sizes.label + self.scale.middle(self._plan_day.toordinal())
        painter.setClipRect(QRectF(ground.left - 8, 0, ground.width + 8, self.viewport().height()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dashed = QPen(palette.ink_disabled, 1)
        dashed.setDashPattern([2, 2])
        painter.setPen(dashed)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = 4 * scale
        painter.drawRoundedRect(QRectF(was - half, y - half, 2 * half, 2 * half), 1, 1)
        if abs(goes - was) > 4 * half:
            way = QPen(palette.accent, 1)
            way.setDashPattern([2, 2])
            painter.setPen(way)
            side = 1 if goes > was else -1
            painter.drawLine(QPointF(was + side * 7 * scale, y), QPointF(goes - side * 8 * scale, y))
        ink = palette.overdue.ink if self._plan_day < self.desk.today else palette.accent
        paint_mark(painter, QPointF(goes, y), plan.channel, Ink(ink, palette.surface), _HELD_LARGER * scale)

    def event(self, event: QEvent) -> bool:
        """While a plan is held, every key is for the hand."""
        if self._plan is not None and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
                self.let_go()
                self._pressed = None
            event.accept()
            return True
        return super().event(event)
