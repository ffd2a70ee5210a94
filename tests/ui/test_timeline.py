"""The timeline through the real window: lanes, filters, time, plans that move, the table."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, add_person
from planner.actions.plans import when
from planner.domain.filters import Filter
from planner.library import Library
from planner.queries.lanes import LanePlan
from planner.queries.people import person_called
from planner.ui.memory import Memory
from planner.ui.timeline.hand import LaneHand
from planner.ui.timeline.scale import PAST_SHARE, Grade
from planner.ui.timeline.spots import Spot, What
from planner.ui.timeline.view import TimelineScreen
from planner.ui.timeline.zoom_slider import ZOOM_STEP
from planner.ui.window import Window
from tests.conftest import TODAY
from tests.ui.timeline_screens import timeline_screen

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def timeline(window: Window, qtbot: QtBot) -> TimelineScreen:
    screen = timeline_screen(window, qtbot)
    closest = next(chip for chip in screen.filter_bar.chips.saved.values() if "Closest" in chip.text())
    closest.click()
    screen.lanes.setFocus()
    QApplication.processEvents()
    return screen


def lane_number(lanes: LaneHand, name: str) -> int:
    return next(number for number, head in enumerate(lanes.heads) if head.name == name)


def plan_of(lanes: LaneHand, name: str) -> tuple[Spot, LanePlan]:
    number = lane_number(lanes, name)
    lane = lanes.lane_of(number)
    assert lane is not None
    plan = next(each for each in lane.plans if each.day > TODAY)
    return Spot(number, What.PLAN, plan.id), plan


def place(lanes: LaneHand, spot: Spot) -> QPoint:
    return lanes.place_of(spot).toPoint()


def drag(lanes: LaneHand, spot: Spot, days: int) -> QPoint:
    """Press a plan and carry it by days; where it is held then."""
    port, begin = lanes.viewport(), place(lanes, spot)
    end = begin + QPoint(round(days * lanes.scale.per_day), 3)
    QTest.mousePress(port, LEFT, PLAIN, begin)
    for share in (0.3, 0.7, 1.0):
        QTest.mouseMove(port, begin + (end - begin) * share)
    return end


def test_the_closest_circle_has_a_lane_each_by_layer(timeline: TimelineScreen, window: Window) -> None:
    assert timeline.header.context.text() == "18 of 41 people"
    assert [head.name for head in timeline.lanes.heads[:3]] == [
        "Ana Ferreira",
        "Priya Raman",
        "Tobias Lindner",
    ]
    hues = [head.hue for head in timeline.lanes.heads]
    assert hues == sorted(hues, key=("peers", "board", "customers", "vendors", "team", "partners").index)
    assert window.navigation._places["timeline"].isChecked()
    assert timeline.lanes.in_view == (0, 17), "all of them are seen at once"


def test_whoever_matches_nothing_leaves_one_sentence(timeline: TimelineScreen) -> None:
    timeline.show_table(True)
    timeline.filter_bar.choose(Filter(text="xyz"))
    assert timeline._nobody.isVisible() and timeline._nobody.said.text() == "Nobody matches."
    timeline._nobody.clear.click()
    assert len(timeline.lanes.heads) == 41 and timeline.lanes.isVisible()


def test_a_layer_of_the_navigation_narrows_the_lanes(timeline: TimelineScreen, window: Window) -> None:
    timeline.filter_bar.clear()
    window.navigation.layer_chosen.emit("board")
    assert window.places.current == "timeline"
    assert {head.hue for head in timeline.lanes.heads} == {"board"}


def test_the_wheel_with_ctrl_zooms_at_the_pointer(timeline: TimelineScreen) -> None:
    lanes = timeline.lanes
    spot, before = QPointF(700, 200), lanes.scale
    event = QWheelEvent(
        spot,
        lanes.viewport().mapToGlobal(spot),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        CONTROL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(lanes.viewport(), event)
    x = spot.x() - lanes.sizes.label
    assert lanes.scale.per_day > before.per_day * 1.2
    assert abs(lanes.scale.day(x) - before.day(x)) < 1e-6


def test_a_drag_of_the_ground_pans_and_stays_within_the_limits(timeline: TimelineScreen) -> None:
    lanes = timeline.lanes
    before, port = lanes.scale, lanes.viewport()
    begin = QPoint(500, lanes.top_of(3) + 4)
    QTest.mousePress(port, LEFT, PLAIN, begin)
    for step in (20, 60, 100):
        QTest.mouseMove(port, begin + QPoint(step, 0))
    QTest.mouseRelease(port, LEFT, PLAIN, begin + QPoint(100, 0))
    assert abs((before.left - lanes.scale.left) * before.per_day - 100) < 1
    lanes.set_scale(before.panned(-1e6))
    assert lanes.scale.left == lanes.limits.first


def test_keys_pan_zoom_and_come_back_to_today(timeline: TimelineScreen, qtbot: QtBot) -> None:
    lanes = timeline.lanes
    first = lanes.scale
    QTest.keyClick(lanes, Qt.Key.Key_Right)
    assert lanes.scale.left > first.left
    QTest.keyClick(lanes, Qt.Key.Key_Plus)
    assert lanes.scale.per_day > first.per_day
    QTest.keyClick(lanes, Qt.Key.Key_Minus)
    assert abs(lanes.scale.per_day - first.per_day) < 1e-6
    QTest.keyClick(lanes, Qt.Key.Key_Home)
    assert abs(lanes.scale.middle(lanes.today) / lanes.time_width - PAST_SHARE) < 0.001
    QTest.keyClick(lanes, Qt.Key.Key_0)
    assert timeline.count.weeks is not None and lanes.scale.left <= timeline.count.weeks.first.toordinal()


def test_the_grades_and_the_slider_show_each_other(timeline: TimelineScreen) -> None:
    lanes, header = timeline.lanes, timeline.header
    header.grade.choose(Grade.QUARTERS)
    header.grade.chosen.emit(Grade.QUARTERS)
    assert round(lanes.scale.right(lanes.time_width) - lanes.scale.left) == 731
    shown = header.zoom.slider.value()
    header.zoom.slider.setValue(shown + 40)
    assert lanes.grade is not Grade.QUARTERS and header.grade.current == lanes.grade


def test_tab_goes_from_lane_to_lane_and_leaves_after_the_last(timeline: TimelineScreen) -> None:
    lanes = timeline.lanes
    QTest.keyClick(lanes, Qt.Key.Key_Tab)
    QTest.keyClick(lanes, Qt.Key.Key_Down)
    assert lanes.focused == 2 and lanes.accessibleDescription().startswith("Tobias Lindner, every 2 weeks")
    QTest.keyClick(lanes, Qt.Key.Key_End, CONTROL)
    assert lanes.focused == 17
    QTest.keyClick(lanes, Qt.Key.Key_Tab)
    assert not lanes.hasFocus()


def test_enter_and_a_click_open_the_person(timeline: TimelineScreen, window: Window, sample: Library) -> None:
    lanes = timeline.lanes
    opened: list[int] = []
    lanes.opened.connect(opened.append)
    QTest.mouseClick(lanes.viewport(), LEFT, PLAIN, QPoint(60, lanes.top_of(2) + 12))
    window.places.go("timeline")
    lanes.go(Spot(4))
    QTest.keyClick(lanes, Qt.Key.Key_Return)
    assert opened == [person_called(sample, name).id for name in ("Tobias Lindner", "Beatrix Keller")]
    assert window.places.current == "person"


def test_a_click_on_a_plan_chooses_it_and_esc_lets_it_go(timeline: TimelineScreen) -> None:
    lanes = timeline.lanes
    spot, plan = plan_of(lanes, "Samuel Okafor")
    QTest.mouseClick(lanes.viewport(), LEFT, PLAIN, place(lanes, spot))
    assert timeline.subject().plan_id == plan.id and timeline.isVisible()
    QTest.keyClick(lanes, Qt.Key.Key_Escape)
    assert timeline.subject().plan_id == 0 and timeline.subject().people == (lanes.person,)


def test_hovering_tells_what_lies_there(timeline: TimelineScreen) -> None:
    lanes = timeline.lanes
    number = lane_number(lanes, "Beatrix Keller")
    lane = lanes.lane_of(number)
    assert lane is not None
    last = Spot(number, What.TALK, len(lane.days) - 1)
    lanes.tell_at(QPointF(place(lanes, last)))
    assert lanes.tips.tip is not None
    assert lanes.tips.tip.words == (
        "Beatrix Keller, call: Thu 20 Aug, 25 min. The resilience paper. They reached out"
    )
    lanes.tell_at(QPointF(lanes.sizes.label + lanes.scale.middle(TODAY.toordinal()), 10))
    assert lanes.tips.tip is not None and lanes.tips.tip.name == "Zurich"
    lanes.tell_at(QPointF(60, lanes.top_of(2) + 12))
    assert lanes.tips.tip is None


def test_a_plan_is_dragged_to_another_day_and_back_by_undo(
    timeline: TimelineScreen, window: Window, sample: Library
) -> None:
    lanes = timeline.lanes
    spot, plan = plan_of(lanes, "Samuel Okafor")
    end = drag(lanes, spot, 7)
    tip = lanes.tips.tip
    assert tip is not None and tip.said == ", call: Fri 25 Sep to Fri 2 Oct"
    assert tip.more[0] == "Inside his 4-week rhythm. Alt + arrow moves it a day." and "left" in tip.more[1]
    QTest.mouseRelease(lanes.viewport(), LEFT, PLAIN, end)
    assert when(sample, plan.id) == (plan.day + timedelta(days=7), plan.starts)
    assert plan_of(lanes, "Samuel Okafor")[1].day == date(2026, 10, 2), "the lane shows it at once"
    window.run("undo")
    assert when(sample, plan.id) == (plan.day, plan.starts)


def test_a_day_that_has_passed_refuses_and_esc_puts_back(timeline: TimelineScreen, sample: Library) -> None:
    lanes = timeline.lanes
    spot, plan = plan_of(lanes, "Samuel Okafor")
    end = drag(lanes, spot, -30)
    assert lanes.tips.tip is not None and lanes.tips.tip.refused
    QTest.mouseRelease(lanes.viewport(), LEFT, PLAIN, end)
    drag(lanes, spot, 5)
    QTest.keyClick(lanes, Qt.Key.Key_Escape)
    QTest.mouseRelease(lanes.viewport(), LEFT, PLAIN, end)
    assert when(sample, plan.id) == (plan.day, plan.starts) and lanes.held_plan == 0


def test_keys_step_to_a_plan_and_move_it(timeline: TimelineScreen, sample: Library, qtbot: QtBot) -> None:
    lanes = timeline.lanes
    spot, plan = plan_of(lanes, "Samuel Okafor")
    lanes.go(Spot(spot.lane))
    while lanes.spot.what is not What.PLAN:
        QTest.keyClick(lanes, Qt.Key.Key_Right, CONTROL)
    assert timeline.subject().plan_id == plan.id
    assert "call planned: Fri 25 Sep" in lanes.accessibleDescription()
    QTest.keyClick(lanes, Qt.Key.Key_Right, ALT)
    assert when(sample, plan.id)[0] == plan.day + timedelta(days=1)
    QTest.keyClick(lanes, Qt.Key.Key_Left, ALT | SHIFT)
    assert when(sample, plan.id)[0] == plan.day - timedelta(days=6)
    assert lanes.spot == spot, "the keyboard stays on it"


def test_the_menu_of_a_plan_moves_it_too(timeline: TimelineScreen) -> None:
    spot, _ = plan_of(timeline.lanes, "Samuel Okafor")
    timeline.lanes.go(spot)
    timeline.lanes.menu_wanted.emit(QPoint(10, 10))
    menu = timeline.findChild(QMenu)
    assert menu is not None
    texts = [action.text().split("\t")[0] for action in menu.actions()]
    menu.close()
    assert {"Move to …", "Move a day later", "Move a week earlier", "Let the plan go", "Look closer"} <= set(
        texts
    )


def test_the_minimap_pushes_and_pulls_what_is_shown(timeline: TimelineScreen) -> None:
    lanes, mini = timeline.lanes, timeline.minimap
    before = lanes.scale
    frame = mini.frame()
    QTest.mousePress(mini, LEFT, PLAIN, frame.center().toPoint())
    QTest.mouseMove(mini, frame.center().toPoint() - QPoint(60, 0))
    QTest.mouseRelease(mini, LEFT, PLAIN, frame.center().toPoint() - QPoint(60, 0))
    assert lanes.scale.left < before.left - 30 and abs(lanes.scale.per_day - before.per_day) < 1e-6
    right = QPoint(round(mini.frame().right()), 15)
    last = lanes.scale.right(lanes.time_width)
    QTest.mousePress(mini, LEFT, PLAIN, right)
    QTest.mouseMove(mini, right - QPoint(80, 0))
    QTest.mouseRelease(mini, LEFT, PLAIN, right - QPoint(80, 0))
    assert lanes.scale.per_day > before.per_day and lanes.scale.right(lanes.time_width) < last - 40
    mini.setFocus()
    left = lanes.scale.left
    QTest.keyClick(mini, Qt.Key.Key_Right)
    assert abs(lanes.scale.left - left - 30) < 0.01
    assert mini.accessibleName().startswith("Two years, conversations per week. The lanes show")


def test_the_table_says_the_same_and_can_be_copied(timeline: TimelineScreen, qtbot: QtBot) -> None:
    QTest.keyClick(timeline.lanes, Qt.Key.Key_T, SHIFT)
    assert timeline.as_table and timeline.table.hasFocus()
    timeline.table.copy()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].startswith("Person\tRhythm\tState\tTalks") and len(lines) == 19
    beatrix = next(line.split("\t") for line in lines if line.startswith("Beatrix Keller"))
    assert beatrix[1:3] == ["every 4 weeks", "due"] and "20 Aug call, they reached out" in beatrix[9]
    assert int(beatrix[3]) == beatrix[9].count(";") + 1
    QTest.keyClick(timeline.table, Qt.Key.Key_T, SHIFT)
    assert timeline.lanes.hasFocus() and timeline.lanes.isVisible()


def test_the_table_follows_the_time_that_is_shown(timeline: TimelineScreen) -> None:
    timeline.show_table(True)
    before = timeline.table.text()
    timeline.header.zoom.closer.click()
    timeline.header.zoom.closer.click()
    assert timeline.table.text() != before and timeline.as_table


def test_the_distance_is_remembered(timeline: TimelineScreen, tmp_path: Path) -> None:
    desk = timeline.desk
    desk.memory = Memory(tmp_path / "memory.ini")
    timeline.lanes.show_grade(Grade.WEEKS)
    assert TimelineScreen(desk, timeline).lanes.grade is Grade.WEEKS


def test_light_and_dark_and_the_text_size_switch_live(timeline: TimelineScreen) -> None:
    lanes = timeline.lanes
    theme, row = lanes.theme, lanes.sizes.row
    spot, _ = plan_of(lanes, "Samuel Okafor")
    inside = lanes.viewport().mapTo(timeline.window(), place(lanes, spot))

    def lightness() -> float:
        picture = timeline.window().grab().toImage()
        return float(picture.pixelColor(inside).lightnessF())

    light = lightness()
    theme.set_dark(True)
    assert lightness() < light - 0.5
    theme.set_text_scale(1.5)
    assert lanes.sizes.row > row * 1.4
    theme.set_text_scale(1.0)
    theme.set_dark(False)


def test_only_lanes_near_those_in_view_are_asked_for(
    timeline: TimelineScreen, sample: Library, qtbot: QtBot
) -> None:
    lanes = timeline.lanes
    with sample.change("Add many people"):
        for number in range(150):
            add_person(sample, PersonForm(name=f"Zoe {number:03}"), today=TODAY)
    timeline.filter_bar.clear()
    assert lanes.lane_of(0) is not None and lanes.lane_of(lanes.in_view[1]) is not None
    qtbot.waitUntil(lambda: lanes.lane_of(60) is not None and not lanes.store.waiting)
    assert lanes.lane_of(150) is None, "far away"
    lanes.verticalScrollBar().setValue(lanes.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: lanes.lane_of(190) is not None)


def test_a_movement_goes_on_from_where_it_is(timeline: TimelineScreen, qtbot: QtBot) -> None:
    lanes = timeline.lanes
    first = lanes.scale
    lanes.theme.set_reduced_motion(False)
    try:
        lanes.zoom_in()
        assert abs(lanes.scale.per_day - first.per_day) < 1e-6 and lanes.going_to.per_day > first.per_day
        lanes.zoom_in()
        wanted = lanes.going_to
        assert abs(wanted.per_day / first.per_day - ZOOM_STEP**2) < 1e-6
        qtbot.waitUntil(lambda: abs(lanes.scale.per_day - wanted.per_day) < 1e-9)
    finally:
        lanes.theme.set_reduced_motion(True)


def test_a_plan_that_has_passed_asks_whether_you_talked(
    timeline: TimelineScreen, sample: Library, qtbot: QtBot
) -> None:
    lanes = timeline.lanes
    timeline.filter_bar.clear()
    number = lane_number(lanes, "Hanna Weber")
    lanes.store.know([lanes.heads[number].person_id])
    lane = lanes.lane_of(number)
    assert lane is not None
    plan = next(each for each in lane.plans if each.day < TODAY)
    lanes.go(Spot(number, What.PLAN, plan.id))
    assert lanes.accessibleDescription().endswith("Did you talk? J logs it as planned")
    lanes.setFocus()
    QTest.keyClick(lanes, Qt.Key.Key_J)
    assert timeline.subject().plan_id == 0, "it is no plan any more"
    qtbot.waitUntil(lambda: lanes.lane_of(number) is not None)  # it is asked for anew
    again = lanes.lane_of(number)
    assert again is not None and plan.id not in [each.id for each in again.plans]
    assert date.fromordinal(int(again.days[-1])) >= plan.day
