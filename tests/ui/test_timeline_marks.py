"""What the timeline paints: shapes by channel, bands, windows, flags, trips; and both ends of its frame."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QNativeGestureEvent, QPainter, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.domain.channels import Channel
from planner.queries.lanes import CHANNELS, LaneFlag, LanePlan
from planner.ui.theme import Theme
from planner.ui.timeline.lane import Lane
from planner.ui.timeline.lane_paint import Ground, paint_above, paint_below
from planner.ui.timeline.marks import Sprites
from planner.ui.timeline.measures import Sizes
from planner.ui.timeline.scale import Scale
from planner.ui.timeline.spots import Spot, What
from planner.ui.timeline.view import TimelineScreen
from planner.ui.window import Window
from tests.conftest import TODAY
from tests.ui.empty_lane import empty_lane
from tests.ui.pictures import picture, shows
from tests.ui.timeline_screens import timeline_screen

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SIZES = Sizes(scale=1, label=100, row=35, head=46, trips=22, band=12, middle=20.5, flag=16, gap=8, reach=9)
NOW = TODAY.toordinal()
BEGIN = NOW - 40
PER_DAY = 8.0


def talked(*ago: int) -> Lane:
    """A lane with a call so many days ago each."""
    days = np.array([NOW - each for each in ago], dtype=np.int32)
    return replace(
        empty_lane(), days=days, kinds=np.full(len(days), 2, np.uint8), conversations=np.arange(len(days))
    )


def painted(lane: Lane, theme: Theme) -> QImage:
    """The lane from forty days ago on."""
    sprites = Sprites(theme.palette, 1.0, 1.0)
    ground = Ground(theme, SIZES, sprites, Scale(BEGIN, PER_DAY), SIZES.label, 500, NOW)

    def paint(painter: QPainter, _area: QRectF) -> None:
        paint_below(painter, lane, 0, ground)
        paint_above(painter, lane, 0, ground)

    return picture(600, 36, paint)


def column(day: float) -> int:
    """Where a day lies in the picture."""
    return round(SIZES.label + (day - BEGIN) * PER_DAY)


def between(image: QImage, first: float, last: float) -> QImage:
    """The part of the picture from a day to a day."""
    return image.copy(column(first), 0, column(last) - column(first), image.height())


def test_every_channel_has_a_shape_of_its_own_hollow_where_they_reached_out(dressed: Theme) -> None:
    palette = dressed.palette
    sprites = Sprites(palette, 1.0, 1.0)
    pictures = [each.toImage() for each in sprites.talks]
    mine, theirs = pictures[::2], pictures[1::2]
    middle = QPoint(sprites.middle, sprites.middle)
    for shapes, inside in ((mine, palette.ink2), (theirs, palette.surface)):
        apart = [one != other for one, other in combinations(shapes[: len(Channel)], 2)]
        assert len(shapes) == len(CHANNELS) and all(apart)
        assert {each.pixelColor(middle).name() for each in shapes} == {inside.name()}
    plan = sprites.plans[Channel.CALL].toImage()
    assert plan.pixelColor(middle) == palette.surface and shows(plan, palette.accent) > 4


def test_a_stretch_that_was_quiet_too_long_is_hatched(dressed: Theme) -> None:
    lane = talked(38, 5)
    quiet = replace(lane, quiet_first=np.array([NOW - 24]), quiet_last=np.array([NOW - 6]))
    palette = dressed.palette
    before, after = painted(lane, dressed), painted(quiet, dressed)
    hatched = between(after, NOW - 23, NOW - 7)
    assert shows(before, palette.overdue.tint) == 0 and shows(hatched, palette.overdue.tint) > 200
    row = [hatched.pixelColor(x, 20) for x in range(hatched.width())]
    changes = sum(one != other for one, other in pairwise(row))
    assert changes > 20, "slanted lines, no plain ground"
    kept = between(after, NOW - 37, NOW - 25)
    assert shows(kept, palette.sunken) > 200 and shows(kept, palette.overdue.tint) == 0


def test_the_days_on_which_somebody_falls_due_are_dashed(dressed: Theme) -> None:
    lane = talked(5)
    due = replace(lane, windows=((NOW + 6.0, NOW + 13.0),))
    ahead = between(painted(due, dressed), NOW + 6, NOW + 13)
    assert painted(due, dressed) != painted(lane, dressed)
    top = round(SIZES.middle - SIZES.band / 2)
    line = [ahead.pixelColor(x, y) != QColor("white") for y in (top, top + 1) for x in range(4, 50)]
    assert 0.2 < sum(line) / len(line) < 0.8, "neither nothing nor a whole line"
    assert ahead.pixelColor(28, 20) == QColor("white"), "and hollow"


@pytest.mark.parametrize(
    ("outcome", "day", "colour"),
    [
        ("kept", TODAY - timedelta(days=9), "on_rhythm"),
        ("broken", TODAY - timedelta(days=9), "overdue"),
        ("kept late", TODAY - timedelta(days=9), "overdue"),
        (None, TODAY - timedelta(days=9), "overdue"),
        (None, TODAY + timedelta(days=9), None),
    ],
)
def test_a_commitment_is_a_flag_on_its_day(
    dressed: Theme, outcome: str | None, day: date, colour: str | None
) -> None:
    palette = dressed.palette
    flag = LaneFlag(id=1, lane=0, day=day, yours=True, what="the slides", outcome=outcome)
    around = between(
        painted(replace(talked(30), flags=(flag,)), dressed), day.toordinal(), day.toordinal() + 2
    )
    inks = {each: shows(around, getattr(palette, each).ink) for each in ("on_rhythm", "overdue")}
    assert {each for each, found in inks.items() if found > 10} == ({colour} if colour else set())
    if colour is None:
        assert shows(around, palette.surface) > 10 and shows(around, palette.ink2) > 0


# In the window


@pytest.fixture
def timeline(window: Window, qtbot: QtBot) -> TimelineScreen:
    return timeline_screen(window, qtbot)


def test_a_trip_is_a_column_over_all_lanes(timeline: TimelineScreen) -> None:
    lanes = timeline.lanes
    (trip, *_) = (each for each in lanes.trips if each.place == "Zurich")
    port = lanes.viewport()
    inside = lanes.sizes.label + round(lanes.scale.middle(trip.first.toordinal()))
    outside = lanes.sizes.label + round(lanes.scale.middle(trip.last.toordinal() + 2))
    image = port.grab().toImage()
    rows = range(lanes.sizes.head + 2, lanes.top_of(15), 5)
    apart = [image.pixelColor(inside, y) != image.pixelColor(outside, y) for y in rows]
    assert sum(apart) / len(apart) > 0.8


def test_two_fingers_zoom_at_the_pointer(timeline: TimelineScreen) -> None:
    lanes = timeline.lanes
    before, spot = lanes.scale, QPointF(700, 200)
    port = lanes.viewport()
    pinch = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        spot,
        QPointF(port.mapTo(timeline.window(), spot.toPoint())),
        QPointF(port.mapToGlobal(spot.toPoint())),
        0.5,
        QPointF(),
    )
    QApplication.sendEvent(port, pinch)
    x = spot.x() - lanes.sizes.label
    assert lanes.scale.per_day == pytest.approx(before.per_day * 1.5)
    assert lanes.scale.day(x) == pytest.approx(before.day(x))


def test_the_left_end_of_the_frame_is_a_handle_too(timeline: TimelineScreen) -> None:
    lanes, mini = timeline.lanes, timeline.minimap
    before, last = lanes.scale, lanes.scale.right(lanes.time_width)
    left = QPoint(round(mini.frame().left()), 15)
    QTest.mousePress(mini, LEFT, PLAIN, left)
    QTest.mouseMove(mini, left + QPoint(40, 0))
    QTest.mouseRelease(mini, LEFT, PLAIN, left + QPoint(40, 0))
    assert lanes.scale.left > before.left + 20 and lanes.scale.per_day > before.per_day
    assert lanes.scale.right(lanes.time_width) == pytest.approx(last)


def test_the_frame_lies_over_a_bar_for_each_week(timeline: TimelineScreen) -> None:
    mini, palette = timeline.minimap, timeline.desk.theme.palette
    image = mini.grab().toImage()
    assert shows(image, palette.ink_disabled) > 500, "conversations"
    grips = [
        image.pixelColor(round(x), round(mini.frame().center().y()))
        for x in (mini.frame().left(), mini.frame().right())
    ]
    assert {each.name() for each in grips} == {palette.accent.name()}


def a_plan(timeline: TimelineScreen) -> tuple[int, LanePlan]:
    """The lane and the plan of the first one that lies ahead."""
    lanes = timeline.lanes
    return next(
        (number, plan)
        for number in range(len(lanes.heads))
        if (lane := lanes.lane_of(number)) is not None
        for plan in lane.plans
        if plan.day > TODAY + timedelta(days=3)
    )


def test_what_is_said_makes_room_for_a_plan_in_the_hand(timeline: TimelineScreen, window: Window) -> None:
    lanes, (number, plan) = timeline.lanes, a_plan(timeline)
    window.desk.said.emit("Planned Ana for Thursday", True)
    assert window.toast.isVisible()
    lanes.take(number, plan)
    assert not window.toast.isVisible()
    lanes.let_go()


def test_a_plan_that_moved_is_counted_in_its_new_week(
    timeline: TimelineScreen, window: Window, qtbot: QtBot
) -> None:
    lanes, (number, plan) = timeline.lanes, a_plan(timeline)
    qtbot.waitUntil(lambda: timeline.count.weeks is not None)
    before = timeline.count.weeks
    assert before is not None
    lanes.go(Spot(number, What.PLAN, plan.id))
    window.run("week_later", timeline.subject())
    qtbot.waitUntil(lambda: timeline.count.weeks is not before)
    after = timeline.count.weeks
    assert after is not None and list(after.talks) == list(before.talks)
    week = (plan.day - before.first).days // 7
    assert (after.plans[week], after.plans[week + 1]) == (before.plans[week] - 1, before.plans[week + 1] + 1)


def test_a_plan_held_at_an_end_of_the_line_goes_on_in_time(timeline: TimelineScreen, qtbot: QtBot) -> None:
    lanes, (number, plan) = timeline.lanes, a_plan(timeline)
    port, at = lanes.viewport(), lanes.place_of(Spot(number, What.PLAN, plan.id)).toPoint()
    QTest.mousePress(port, LEFT, PLAIN, at)
    for x in (at.x() + 20, port.width() - 60, port.width() - 6):
        QTest.mouseMove(port, QPoint(x, at.y()))
    left = lanes.scale.left
    qtbot.waitUntil(lambda: lanes.scale.left > left + 5)
    assert lanes.held_plan == plan.id
    QTest.keyClick(lanes, Qt.Key.Key_Escape)
    QTest.mouseRelease(port, LEFT, PLAIN, at)
    stopped = lanes.scale.left
    qtbot.wait(60)
    assert lanes.scale.left == stopped and not lanes.held_plan
