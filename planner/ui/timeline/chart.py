"""The swim-lanes: only what is in view is asked for and painted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from planner.queries.lane_heads import LaneHead
from planner.queries.lanes import Away
from planner.ui.desk import Desk
from planner.ui.timeline import head_paint
from planner.ui.timeline.label_paint import Labels
from planner.ui.timeline.lane import Lane
from planner.ui.timeline.lane_paint import Ground, paint_above, paint_below
from planner.ui.timeline.marks import Sprites
from planner.ui.timeline.measures import sizes
from planner.ui.timeline.scale import PAST_SHARE, Grade, Limits, Scale, grade_of, of_grade, ticks
from planner.ui.timeline.spots import Spot, What, day_of, spot_at
from planner.ui.timeline.store import LaneStore, furthest
from planner.ui.widgets.fill import fill

BAR = 10
"""How wide the scroll bar is: without one, so much stays free beside the lanes."""
_PAST_DAYS = 76 * 7
_WAITING = 0.6
_RING = 2


class LaneChart(QAbstractScrollArea):
    """Lanes on a line of time. `scaled` is heard when other days are seen, `chose_grade` when
    another distance was chosen.

    This is what is seen; `LaneHand` adds the pointer and the keys.
    """

    scaled = Signal()
    chose_grade = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.theme = desk, desk.theme
        self.heads: Sequence[LaneHead] = ()
        self.today = desk.today.toordinal()
        self.store = LaneStore(desk, self)
        self.limits = Limits(self.today - _PAST_DAYS, furthest(desk.today).toordinal())
        self.grade = Grade.MONTHS
        self.scale = of_grade(self.grade, 1, self.today)
        self._seen = False
        self.focused = 0
        self.hovered = -1
        self.spot = Spot(0)
        self.by_keyboard = True
        self._dress()
        self._glide = QVariantAnimation(self)
        self._glide.valueChanged.connect(self._glided)
        self._from = self._to = self.scale
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Timeline")
        self.store.came.connect(self.viewport().update)
        self.theme.changed.connect(self._follow_theme)

    # What is shown

    def show_people(self, heads: Sequence[LaneHead]) -> None:
        """Show these lanes; the keyboard stays with its person where they are still there."""
        before = self.person
        self.heads = heads
        self.store.show(heads)
        there = next((number for number, each in enumerate(heads) if each.person_id == before), 0)
        if there != self.focused or before != self.person:
            self.spot = Spot(there)
        self.focused, self.hovered = there, -1
        self._lay_out()
        self.store.see(*self.in_view)

    def show_again(self) -> None:
        """Show what is known anew of the same people."""
        self.store.see(*self.in_view)
        self.viewport().update()

    def begin_day(self) -> None:
        """Another day is today."""
        self.store.forget(None)
        self.today = self.desk.today.toordinal()
        self.viewport().update()

    @property
    def person(self) -> int | None:
        """The person whose lane the keyboard is in."""
        return self.heads[self.focused].person_id if self.focused < len(self.heads) else None

    def lane_of(self, number: int) -> Lane | None:
        """The lane with this number, if it is known by now."""
        return self.store.lane(self.heads[number].person_id) if 0 <= number < len(self.heads) else None

    @property
    def trips(self) -> tuple[Away, ...]:
        """The trips that lie over all lanes."""
        return self.store.trips

    # Time

    @property
    def time_width(self) -> int:
        """How wide the line of time is."""
        return max(1, self.viewport().width() - self.sizes.label)

    def set_scale(self, scale: Scale) -> None:
        """Show other days now."""
        self._glide.stop()
        self._set(scale)

    def glide_to(self, scale: Scale, motion: str = "reflow") -> None:
        """Show other days, moving there; a movement under way goes on from where it is."""
        length = self.theme.duration(motion)
        self._glide.stop()
        self._from, self._to = self.scale, scale.within(self.limits, self.time_width)
        if not length or not self.isVisible():
            self.set_scale(self._to)
            return
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setDuration(length)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.start()

    def _glided(self, share: object) -> None:
        if isinstance(share, float):
            self._set(self._to if share >= 1 else self._from.between(self._to, share))

    def _set(self, scale: Scale) -> None:
        self.scale = scale.within(self.limits, self.time_width)
        self.grade = grade_of(self.scale, self.time_width)
        self.viewport().update()
        self.scaled.emit()

    @property
    def going_to(self) -> Scale:
        """The scale that is shown, or where a movement is going."""
        return self._to if self._glide.state() is QVariantAnimation.State.Running else self.scale

    def show_grade(self, grade: Grade) -> None:
        """Look from another distance; today stays in sight where it is."""
        self.chose_grade.emit(grade)
        scale = self.going_to
        at = scale.middle(self.today) / self.time_width
        day = self.today if 0 <= at <= 1 else scale.day(self.time_width / 2)
        self.glide_to(of_grade(grade, self.time_width, day, at if 0 <= at <= 1 else 0.5))

    def show_today(self) -> None:
        """Bring today back to where it was at first."""
        left = self.today + 0.5 - PAST_SHARE * self.time_width / self.going_to.per_day
        self.glide_to(Scale(left, self.going_to.per_day))

    def set_limits(self, limits: Limits) -> None:
        """Let other days be reached."""
        self.limits = limits
        self._set(self.scale)

    # Geometry

    def fineness(self) -> float:
        """How many pixels there are for each one of the layout."""
        return self.devicePixelRatioF()

    def _dress(self) -> None:
        ratio = self.fineness()
        self.sizes = sizes(self.theme)
        self._sprites = Sprites(self.theme.palette, self.theme.text_scale, ratio)
        self._labels = Labels(self.theme, self.sizes, ratio)
        self._ratio = ratio

    def _follow_theme(self) -> None:
        before = self.sizes
        self._dress()
        if self.sizes != before:
            self._lay_out()
        self.viewport().update()

    def _lay_out(self) -> None:
        room = self.viewport().height() - self.sizes.head
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, len(self.heads) * self.sizes.row + 1 - room))
        bar.setPageStep(max(1, room))
        bar.setSingleStep(self.sizes.row)
        spare = 0 if bar.maximum() else BAR
        if self.viewportMargins().right() != spare:
            self.setViewportMargins(0, 0, spare, 0)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.time_width
        if not self._seen:
            self.scale = of_grade(self.grade, width, self.today + 0.5)
        self._set(self.scale)
        self._lay_out()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.store.rest()

    def top_of(self, number: int) -> int:
        """Where a lane begins in the viewport."""
        return self.sizes.head + number * self.sizes.row - self.verticalScrollBar().value()

    def number_at(self, y: float) -> int:
        """The lane at a height of the viewport; -1 for none."""
        if y < self.sizes.head:
            return -1
        number = int(y - self.sizes.head + self.verticalScrollBar().value()) // self.sizes.row
        return number if 0 <= number < len(self.heads) else -1

    def at(self, place: QPointF) -> Spot | None:
        """What lies at a place of the viewport; None outside all lanes."""
        number = self.number_at(place.y())
        if number < 0:
            return None
        lane, x = self.lane_of(number), place.x() - self.sizes.label
        if lane is None or x < 0:
            return Spot(number)
        return spot_at(number, lane, x, place.y() - self.top_of(number), self.scale, self.sizes)

    def trip_at(self, place: QPointF) -> Away | None:
        """The trip whose column or name is at a place of the head."""
        day = self.scale.day(place.x() - self.sizes.label)
        inside = place.y() < self.sizes.head and place.x() >= self.sizes.label
        found = (each for each in self.trips if each.first.toordinal() <= day < each.last.toordinal() + 1)
        return next(found, None) if inside else None

    def place_of(self, spot: Spot) -> QPointF:
        """Where a thing lies in the viewport; the head of its lane where it lies on no day."""
        lane = self.lane_of(spot.lane)
        day = day_of(spot, lane) if lane else None
        y = self.top_of(spot.lane) + self.sizes.middle
        return QPointF(self.sizes.label / 2 if day is None else self.sizes.label + self.scale.middle(day), y)

    def day_at(self, x: float) -> date:
        """The day at a place across the viewport."""
        return date.fromordinal(int(self.scale.day(x - self.sizes.label)))

    @property
    def in_view(self) -> tuple[int, int]:
        """The first and last lane that are seen, even in part."""
        height, row = self.viewport().height() - self.sizes.head, self.sizes.row
        top = self.verticalScrollBar().value()
        return top // row, min(len(self.heads) - 1, ceil((top + height) / row) - 1)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lanes in view, and where the keyboard is."""
        if self.fineness() != self._ratio:
            self._dress()
        self._seen = True
        self.store.see(*self.in_view)
        painter = QPainter(self.viewport())
        self.draw(painter)
        self.paint_over(painter, self._ground())
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Draw the lanes in view from 0, 0 on, and what lies over all of them."""
        ground, (first, last) = self._ground(), self.in_view
        height = self.viewport().height()
        bottom = min(height, self.top_of(len(self.heads)))
        several = ticks(self.scale, ground.width, self.theme.text_scale)
        painter.setClipRect(0, self.sizes.head, self.viewport().width(), height - self.sizes.head)
        self._paint_rows(painter, first, last)
        painter.setClipRect(ground.left, 0, ground.width, height)
        head_paint.paint_lines(painter, several, ground, bottom)
        head_paint.paint_trips(painter, self.trips, ground, bottom)
        painter.setClipRect(ground.left, self.sizes.head, ground.width, height - self.sizes.head)
        self._paint_lanes(painter, first, last, ground)
        painter.setClipping(False)
        head_paint.paint_names(painter, several, ground)
        head_paint.paint_today(painter, ground, bottom)

    def _ground(self) -> Ground:
        return Ground(
            theme=self.theme,
            sizes=self.sizes,
            sprites=self._sprites,
            scale=self.scale,
            left=self.sizes.label,
            width=self.time_width,
            today=self.today,
        )

    def _paint_rows(self, painter: QPainter, first: int, last: int) -> None:
        palette, width, row = self.theme.palette, self.viewport().width(), self.sizes.row
        for number in range(first, last + 1):
            y, head = self.top_of(number), self.heads[number]
            if number == self.hovered:
                fill(painter, QRectF(0, y, width, row), palette.hover)
            new = number == 0 or self.heads[number - 1].layer_id != head.layer_id
            head_paint.paint_row_line(painter, y, width, self.theme, strong=new)
            lane = self.store.lane(head.person_id)
            painter.drawPixmap(0, y, self._labels.picture(head, lane))
        end = self.top_of(len(self.heads))
        head_paint.paint_row_line(painter, end, width, self.theme, strong=True)

    def _paint_lanes(self, painter: QPainter, first: int, last: int, ground: Ground) -> None:
        hatch = self._sprites.hatch
        origin = -ground.scale.x(self.today) % (hatch.texture().width() * hatch.transform().m11())
        painter.setBrushOrigin(QPointF(-origin, 0))
        for number in range(first, last + 1):
            lane, top = self.lane_of(number), self.top_of(number)
            if lane is None:
                height = self.sizes.band * _WAITING
                y = top + self.sizes.middle - height / 2
                fill(painter, QRectF(ground.left, y, ground.width, height), self.theme.palette.sunken)
                continue
            paint_below(painter, lane, top, ground)
            paint_above(painter, lane, top, ground, held=self.held_plan)

    @property
    def held_plan(self) -> int:
        """The plan that hangs under the pointer, 0 for none."""
        return 0

    def paint_over(self, painter: QPainter, _ground: Ground) -> None:
        """The ring of the keyboard's focus: around the lane, and around the thing it is on."""
        if not self.hasFocus() or not self.by_keyboard or self.focused >= len(self.heads):
            return
        painter.setClipRect(0, self.sizes.head, self.viewport().width(), self.viewport().height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.palette.accent, _RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        y, width = self.top_of(self.focused), self.viewport().width()
        painter.drawRoundedRect(QRectF(1, y + 2, width - 2, self.sizes.row - 3), 4, 4)
        if self.spot.what is not What.LANE:
            reach = self.sizes.reach
            place = self.place_of(self.spot)
            if self.spot.what is What.FLAG:
                place -= QPointF(-3 * self.sizes.scale, self.sizes.middle - self.sizes.flag + 6)
            painter.drawEllipse(place, reach, reach)
