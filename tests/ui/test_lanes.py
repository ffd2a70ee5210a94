"""The week by layers: lanes and counts, drops within them, refusals between them, by mouse and by keys."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.actions.leave import Stretch, take_leave
from planner.actions.people import PersonForm, add_person
from planner.actions.plans import PlanForm, plan_conversation
from planner.library import Library
from planner.queries.people import layers
from planner.ui.board.lane_cell import NO_LAYER, LaneCell, refusal
from planner.ui.board.lanes import Lane, LanesArea
from planner.ui.board.lanes_view import LanesScreen
from planner.ui.board.view import WeekScreen
from planner.ui.desk import Desk
from planner.ui.window import Window
from tests.conftest import TODAY
from tests.journeys.hand import keys
from tests.ui.dragging import drop, find, hold, leave
from tests.ui.week_plans import plan_of

THURSDAY = 3


@pytest.fixture
def screen(sample_desk: Desk, qtbot: QtBot) -> LanesScreen:
    made = LanesScreen(sample_desk)
    qtbot.addWidget(made)
    made.resize(1292, 848)
    with qtbot.waitExposed(made):
        made.show()
    return made


def lane(screen: LanesScreen, layer: str) -> Lane:
    assert isinstance(screen.area, LanesArea)
    return next(each for each in screen.area.lanes if each.cells[0].layer == layer)


def cell(screen: LanesScreen, layer: str, day: int) -> LaneCell:
    return lane(screen, layer).cells[day]


def names(at: LaneCell) -> list[str]:
    return [tile.facts.name for tile in at.cards.tiles]


def test_every_layer_has_a_lane_with_its_counts(screen: LanesScreen, sample: Library) -> None:
    for layer in layers(sample):
        head = lane(screen, layer.name).head
        assert head.isVisible() and head.accessibleName().startswith(layer.name)
    assert lane(screen, "Business peers").head.accessibleName() == (
        "Business peers, 2 planned, 1 talked, 2 h, 3 of 8 people"
    )
    assert not lane(screen, "").head.isVisible(), "nobody is in no layer"
    assert names(cell(screen, "Customers", 2)) == ["Nadia Haddad"]
    assert names(cell(screen, "Business peers", 4)) == ["Sofie Brandt", "Priya Raman"]
    assert names(cell(screen, "Board & shareholders", 0)) == []
    week = {tile.key for tile in screen.state.tiles.values() if tile.day is not None}
    assert len(week) == 13 + len(screen.later.cards.tiles)


def test_somebody_in_no_layer_has_a_lane_at_the_end(screen: LanesScreen, sample: Library) -> None:
    ada = add_person(sample, PersonForm(name="Ada Byron"), today=TODAY)
    plan_conversation(sample, PlanForm(people=(ada,), day=TODAY), today=TODAY)
    last = lane(screen, "")
    assert last.head.isVisible() and last.head.accessibleName() == f"{NO_LAYER}, 1 planned, 30 min"
    assert names(last.cells[1]) == ["Ada Byron"]
    sample.undo()
    assert not last.head.isVisible()


def test_a_drop_in_the_own_lane_plans_on_that_day(screen: LanesScreen, sample: Library) -> None:
    _, kat = find(screen, "Katarzyna Wolska")
    at = cell(screen, "Customers", THURSDAY)
    offer = hold(at, [kat], y=20)
    assert (
        offer is not None and offer.slot.title == "15:45, 30 m" and offer.slot.words.endswith("after this.")
    )
    assert drop(at, [kat], y=20)
    assert plan_of(sample, "Katarzyna Wolska") == ("2026-09-17", "15:45", 30, "message")
    assert names(at) == ["Katarzyna Wolska"]
    assert screen.walk.current() is not None and screen.walk.cards is at.cards


def test_a_drop_in_another_lane_is_refused_in_words(screen: LanesScreen, sample: Library) -> None:
    _, kat = find(screen, "Katarzyna Wolska")
    at = cell(screen, "Business peers", THURSDAY)
    steps = len(sample.history())
    offer = hold(at, [kat], y=20)
    assert offer is not None and offer.slot.refused
    assert offer.slot.title == "Katarzyna is in Customers"
    assert offer.slot.words.startswith("A drop changes the day, never the layer.")
    assert not drop(at, [kat], y=20)
    assert len(sample.history()) == steps and plan_of(sample, "Katarzyna Wolska") is None


def test_a_refusal_counts_the_strangers_and_knows_those_without_a_layer(screen: LanesScreen) -> None:
    _, kat = find(screen, "Katarzyna Wolska")
    _, tobias = find(screen, "Tobias Lindner")
    assert refusal((tobias,), "Business peers") is None
    several = refusal((tobias, kat), "Business peers")
    assert several is not None and several.title == "1 of 2 are in other layers"
    nobodys = refusal((kat._replace(facts=kat.facts._replace(layer="")),), "Customers")
    assert nobodys is not None and nobodys.title == "Katarzyna is in no layer yet"


def test_a_drop_on_the_ground_below_the_lanes_takes_several_layers(
    screen: LanesScreen, sample: Library
) -> None:
    tiles = [find(screen, name)[1] for name in ("Katarzyna Wolska", "Tobias Lindner")]
    ground = screen.area.days[THURSDAY]
    offer = hold(ground, tiles, y=800)
    assert offer is not None and offer.acts
    assert cell(screen, "Customers", THURSDAY).target is not None, "the slot opens in the lane"
    leave(ground)
    assert cell(screen, "Customers", THURSDAY).target is None
    assert drop(ground, tiles, y=800)
    found = [plan_of(sample, tile.facts.name) for tile in tiles]
    assert [plan[:2] for plan in found if plan] == [("2026-09-17", "15:45"), ("2026-09-17", "16:30")]


def test_a_lane_is_as_high_as_its_fullest_day_and_makes_room_for_a_slot(screen: LanesScreen) -> None:
    peers = lane(screen, "Business peers")
    before = peers.cells[4].height()
    assert len({each.height() for each in peers.cells}) == 1
    assert before > lane(screen, "Vendors").cells[0].height()
    _, tobias = find(screen, "Tobias Lindner")
    hold(peers.cells[4], [tobias], y=10)
    assert peers.cells[4].height() > before + 60
    leave(peers.cells[4])
    assert peers.cells[4].height() == before


def test_dragging_between_two_cards_of_a_cell_takes_the_time_between(
    screen: LanesScreen, sample: Library
) -> None:
    _, tobias = find(screen, "Tobias Lindner")
    at = cell(screen, "Business peers", 4)
    second = at.cards.card_rect(1)
    assert drop(at, [tobias], y=round(second.top()) - 4)
    assert plan_of(sample, "Tobias Lindner") == ("2026-09-18", "11:45", 30, "in person")
    assert names(at) == ["Sofie Brandt", "Tobias Lindner", "Priya Raman"]


def test_arrows_go_sideways_in_a_lane_and_down_through_the_lanes(screen: LanesScreen, qtbot: QtBot) -> None:
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)

    def here() -> str:
        tile = screen.walk.current()
        return tile.facts.name if tile else ""

    found = find(screen, "Ana Ferreira")[1]
    screen.walk.focus_key(found.key)
    for key, name in (
        ("Right", "Sofie Brandt"),
        ("Down", "Priya Raman"),
        ("Down", "Beatrix Keller"),
        ("Left", "Luca Steiner"),
        ("Down", "Daniel Meier"),
        ("Up", "Luca Steiner"),
        ("Up", "Ana Ferreira"),
        ("Left", "Tobias Lindner"),
        ("Right", "Ana Ferreira"),
        ("Right", "Sofie Brandt"),
        ("Right", "Grace Kimani"),
    ):
        keys(key)
        assert here() == name, key
    keys("Left")
    assert screen.walk.cards in [each.cards for each in screen.area.columns]


def test_alt_and_arrows_move_a_card_within_its_lane(sample: Library, window: Window, qtbot: QtBot) -> None:
    window.run("lanes")
    screen = window.pages.currentWidget()
    assert isinstance(screen, LanesScreen)
    screen.walk.focus_key(find(screen, "Sofie Brandt")[1].key)
    qtbot.keyClick(screen.walk.cards, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert plan_of(sample, "Sofie Brandt") == ("2026-09-17", "11:00", 30, "in person")
    assert names(cell(screen, "Business peers", THURSDAY)) == ["Sofie Brandt"]
    assert screen.walk.cards is cell(screen, "Business peers", THURSDAY).cards


def test_the_key_and_the_button_lead_there_and_back_in_the_same_week(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    week = window.pages.currentWidget()
    assert isinstance(week, WeekScreen) and not week.header.lanes.isChecked()
    week.show_week(date(2026, 9, 23))
    keys("H")
    lanes = window.pages.currentWidget()
    assert isinstance(lanes, LanesScreen) and lanes.monday == date(2026, 9, 21)
    assert lanes.header.lanes.isChecked()
    lanes.next_week()
    lanes.header.lanes.click()
    assert window.pages.currentWidget() is week and week.monday == date(2026, 9, 28)
    assert lanes.header.lanes.isChecked() and not week.header.lanes.isChecked()
    window.run("lanes")
    window.run("go_people")
    window.run("go_plan")
    assert window.pages.currentWidget() is lanes, "the board that was shown last"
    window.run("week_view")
    assert window.pages.currentWidget() is week


def test_the_weekend_opens_in_lanes_too(screen: LanesScreen, sample: Library) -> None:
    saturday = TODAY + timedelta(days=4)
    kat = find(screen, "Katarzyna Wolska")[1].person_id
    plan_conversation(sample, PlanForm(people=(kat,), day=saturday), today=TODAY)
    assert not cell(screen, "Customers", 5).isVisible()
    screen.weekend()
    assert cell(screen, "Customers", 5).isVisible()
    assert names(cell(screen, "Customers", 5)) == ["Katarzyna Wolska"]


def test_adding_in_a_line_stays_in_the_lanes(window: Window, sample: Library, qtbot: QtBot) -> None:
    window.run("lanes")
    screen = window.pages.currentWidget()
    assert isinstance(screen, LanesScreen)
    screen.walk.focus_key(find(screen, "Jasper Kuiper")[1].key)
    window.run("quick_add")
    line = screen.adding.line
    assert window.pages.currentWidget() is screen and line.isVisible()
    assert line.day == date(2026, 9, 17), "the day that the keyboard is in"
    qtbot.keyClicks(line.line, "Leila 16:00 the budget")
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert "Leila Benali" in names(cell(screen, "Own team", THURSDAY))
    assert screen.walk.cards is cell(screen, "Own team", THURSDAY).cards


def test_trips_and_leave_lie_above_the_lanes(screen: LanesScreen, sample: Library) -> None:
    take_leave(sample, Stretch(first_day=date(2026, 9, 17), last_day=date(2026, 9, 18)), today=TODAY)
    bands = screen.area.bands
    assert "On leave" in bands.accessibleName() and "Zurich" in bands.accessibleName()
    assert isinstance(screen.area, LanesArea)
    assert screen.area.body.y() >= bands.y() + bands.height()


def test_a_layer_that_is_new_gets_its_lane(screen: LanesScreen, sample: Library, qtbot: QtBot) -> None:
    from planner.library.tables import Layer

    with sample.change("Add a layer"):
        made = Layer.create(hue="partners", name="Press", short_name="Press", rhythm_days=30, position=9)
    ada = add_person(sample, PersonForm(name="Ada Byron", layer_id=int(made.id)), today=TODAY)
    plan_conversation(sample, PlanForm(people=(ada,), day=TODAY), today=TODAY)
    at = cell(screen, "Press", 1)
    assert names(at) == ["Ada Byron"] and lane(screen, "Press").head.isVisible()
    screen.walk.focus_key(at.cards.tiles[0].key)
    assert screen.walk.cards is at.cards, "the keyboard knows the new lane"
