"""How people are grouped and sorted, where each lies, and where the keys lead."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.filters import Brief, Filter, narrowed
from planner.domain.rhythm import State
from planner.queries.people import LayerCount
from planner.ui.people import walk
from planner.ui.people.grouping import About, Group, Grouping, Order, grouped, ordered
from planner.ui.people.look import Look, look_of, look_text
from planner.ui.people.sheet import Density, Measures, Sheet, Spot, lay_out

DAY = date(2026, 9, 15)
LAYERS = [
    LayerCount(id=1, hue="peers", name="Peers", short_name="Peers", rhythm_days=14, people=2),
    LayerCount(id=2, hue="board", name="Board", short_name="Board", rhythm_days=30, people=1),
]
ABOUT = About(LAYERS, {8: "Yard", 9: "One Booking"})
MEASURES = Measures(heading=40, card=134, least=272, gap=10, margin=20, below_heading=10)


def brief(identity: int, name: str, **more: Any) -> Brief:
    folded = name.lower()
    base: dict[str, Any] = {"id": identity, "name": name, "folded": folded, "said": folded}
    return Brief(**base | {"state": State.DUE} | more)


ANA = brief(1, "Ana", layer_id=2, city="Zürich", folded_city="zurich", stands=((9, "neutral"), (8, "")))
LUCA = brief(2, "Luca", layer_id=1, state=State.QUIET, organisation_id=7, organisation="norvane")
MEI = brief(3, "Mei", layer_id=1, city="Oslo", folded_city="oslo", state=State.RESTING)
OLGA = brief(4, "Olga", city="Zurich", folded_city="zurich", organisation_id=5, organisation="Alpen")
CAST = [ANA, LUCA, MEI, OLGA]


def shape(found: list[Group]) -> list[tuple[str, tuple[int, ...]]]:
    return [(each.name, each.people) for each in found]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (Grouping.LAYER, [("Peers", (2, 3)), ("Board", (1,)), ("No layer yet", (4,))]),
        (Grouping.CITY, [("Oslo", (3,)), ("Zürich", (1, 4)), ("No city yet", (2,))]),
        (
            Grouping.ORGANISATION,
            [("Alpen", (4,)), ("norvane", (2,)), ("No organisation yet", (1, 3))],
        ),
        (Grouping.STATE, [("Overdue", (2,)), ("Due", (1, 4)), ("Resting", (3,))]),
        (
            Grouping.INITIATIVE,
            [("One Booking", (1,)), ("Yard", (1,)), ("In no initiative", (2, 3, 4))],
        ),
        (Grouping.NOTHING, [("Everybody", (1, 2, 3, 4))]),
    ],
)
def test_groups(by: Grouping, expected: list[tuple[str, tuple[int, ...]]]) -> None:
    assert shape(grouped(CAST, by, ABOUT)) == expected
    assert grouped([], by, ABOUT) == []
    keys = [each.key for each in grouped(CAST, by, ABOUT)]
    assert len(set(keys)) == len(keys)


def test_a_group_counts_states_and_knows_what_a_new_person_would_have() -> None:
    peers, *_ = grouped(CAST, Grouping.LAYER, ABOUT)
    assert peers.states == {State.QUIET: 1, State.RESTING: 1} and peers.hue == "peers" and peers.layer_id == 1
    _, zurich, none = grouped(CAST, Grouping.CITY, ABOUT)
    assert zurich.city == "Zürich" and none.city == ""


def names(order: Order, *, turned: bool = False, people: list[Brief]) -> list[str]:
    return [each.name for each in ordered(people, order, turned=turned)]


def test_orders() -> None:
    people = [
        brief(1, "Ana", share=1.4, last_day=DAY, city="b", folded_city="b"),
        brief(2, "Luca", share=0.2, owes_since=DAY, next_plan=(DAY, time(9)), organisation="x"),
        brief(3, "Mei", share=2.0, state=State.RESTING, next_plan=(DAY, None), city="a", folded_city="a"),
        brief(4, "Olga", last_day=DAY - timedelta(days=9), next_plan=(DAY + timedelta(days=1), time(8))),
    ]
    assert names(Order.NAME, people=people) == ["Ana", "Luca", "Mei", "Olga"]
    assert names(Order.NEXT, people=people) == ["Luca", "Mei", "Olga", "Ana"]
    assert names(Order.TIMELY, people=people) == ["Luca", "Ana", "Mei", "Olga"]
    assert names(Order.LAST, people=people)[:2] == ["Olga", "Ana"]
    assert names(Order.LAST, turned=True, people=people) == ["Ana", "Olga", "Luca", "Mei"]
    assert names(Order.CITY, turned=True, people=people)[:2] == ["Ana", "Mei"]
    assert names(Order.ORGANISATION, people=people)[0] == "Luca"


# Layout


def sheet_of(*sizes: int, folded: frozenset[str] = frozenset(), width: int = 1292) -> Sheet:
    groups, first = [], 0
    for number, size in enumerate(sizes):
        people = [brief(first + each, f"p{first + each}") for each in range(size)]
        (made,) = grouped(people, Grouping.NOTHING, ABOUT)
        groups.append(Group(key=f"g{number}", name="", people=made.people, states=made.states))
        first += size
    return lay_out(groups, width, MEASURES, folded)


@given(st.lists(st.integers(1, 40), min_size=1, max_size=5), st.integers(300, 2400), st.integers(0, 4))
def test_every_card_is_found_where_it_lies(sizes: list[int], width: int, folded: int) -> None:
    sheet = sheet_of(*sizes, width=width, folded=frozenset({f"g{folded}"}))
    assert sheet.cards == sum(size for number, size in enumerate(sizes) if number != folded)
    for index in range(sheet.cards):
        left, top, across, down = sheet.rect(index)
        assert sheet.at(left, top) == index == sheet.at(left + across - 1, top + down - 1)
        assert index in sheet.visible(top, top + 1)
        assert left >= 0 and left + across <= width and top + down <= sheet.height
    for number, placed in enumerate(sheet.placed):
        assert sheet.group_at(placed.top) == number
    assert sheet.at(2, 2) is None


def test_columns_fill_the_width() -> None:
    sheet = sheet_of(9)
    assert sheet.columns == 4
    assert sheet.edges[0][0] == 20 and sheet.edges[-1][1] == 1292 - 20


def test_ten_thousand_people_are_laid_out_and_found() -> None:
    everybody = [
        Brief(id=each, name="", folded="", said=f"person {each}", layer_id=1, state=State.DUE)
        for each in range(10_000)
    ]
    found = grouped(narrowed(Filter(text="person 99"), everybody), Grouping.LAYER, ABOUT)
    assert len(found[0].people) == 280
    sheet = lay_out(grouped(everybody, Grouping.LAYER, ABOUT), 1292, MEASURES, frozenset())
    for index in (0, 3, 4, 5_001, 9_999):
        left, top, *_ = sheet.rect(index)
        assert sheet.at(left, top) == index and len(sheet.visible(top, top + 900)) < 40


# Walking


def test_down_and_up_pass_the_heading_and_keep_the_column() -> None:
    sheet = sheet_of(6, 3)
    spot = Spot(0, 2)
    trail = []
    for _ in range(4):
        spot = walk.next_row(sheet, spot, 1, 2)
        trail.append(spot)
    assert trail == [Spot(0, 5), Spot(1), Spot(1, 8), Spot(1, 8)]
    back = []
    for _ in range(4):
        spot = walk.next_row(sheet, spot, -1, 2)
        back.append(spot)
    assert back == [Spot(1), Spot(0, 5), Spot(0, 2), Spot(0)]


def test_right_and_left_cross_groups_and_stop_at_the_ends() -> None:
    sheet = sheet_of(2, 2)
    assert walk.next_card(sheet, Spot(0, 1), 1) == Spot(1, 2)
    assert walk.next_card(sheet, Spot(1, 2), -1) == Spot(0, 1)
    assert walk.next_card(sheet, Spot(1, 3), 1) == Spot(1, 3)
    assert walk.next_card(sheet, Spot(1), 1) == Spot(1, 2)
    assert walk.next_card(sheet, Spot(1), -1) == Spot(0, 1)


def test_folded_groups_are_walked_by_their_headings() -> None:
    sheet = sheet_of(3, 3, 3, folded=frozenset({"g0", "g1", "g2"}))
    assert walk.next_row(sheet, Spot(0), 1, 0) == Spot(1)
    assert walk.next_row(sheet, Spot(2), 1, 0) == Spot(2)
    assert walk.next_row(sheet, Spot(1), -1, 0) == Spot(0)
    assert walk.next_row(sheet, Spot(0), -1, 0) == Spot(0)
    assert walk.next_card(sheet, Spot(1), 1) == Spot(1)


def test_a_page_leaves_headings_out() -> None:
    sheet = sheet_of(8, 8)
    assert walk.page(sheet, Spot(0, 1), 2, 1) == Spot(1, 9)
    assert walk.page(sheet, Spot(1, 13), -3, 1) == Spot(0, 1)


@given(
    st.lists(st.integers(1, 12), min_size=1, max_size=4),
    st.sets(st.integers(0, 3)),
    st.lists(st.tuples(st.sampled_from(("row", "card")), st.sampled_from((1, -1))), max_size=30),
)
def test_no_key_leads_off_the_sheet(sizes: list[int], folded: set[int], steps: list[tuple[str, int]]) -> None:
    sheet = sheet_of(*sizes, folded=frozenset(f"g{each}" for each in folded))
    spot = Spot(0)
    for kind, by in steps:
        step = walk.next_card(sheet, spot, by) if kind == "card" else walk.next_row(sheet, spot, by, 1)
        spot = step
        assert 0 <= spot.group < len(sheet.placed)
        if spot.card is not None:
            assert sheet.group_of(spot.card) == spot.group and 0 <= spot.card < sheet.cards


def test_typing_jumps_to_the_next_of_that_name() -> None:
    people = ["ana ferreira", "luca steiner", "ana lind", "mei-ling zhao"]
    assert walk.beginning_with(people, "a", 0) == 2
    assert walk.beginning_with(people, "a", 2) == 0
    assert walk.beginning_with(people, "an", 0) == 0
    assert walk.beginning_with(people, "zh", 0) == 3
    assert walk.beginning_with(people, "x", 0) is None
    assert walk.beginning_with([], "a", 0) is None


# Remembered


def test_a_look_is_remembered_without_anything_of_people() -> None:
    look = Look(
        grouping=Grouping.CITY,
        order=Order.LAST,
        turned=True,
        density=Density.ROWS,
        folded=frozenset({"layer:1", "city:zurich", "organisation:7"}),
    )
    text = look_text(look)
    assert "zurich" not in text and "organisation:7" not in text
    assert look_of(text) == look._replace(folded=frozenset({"layer:1"}))


@pytest.mark.parametrize("text", ["", "x", "[]", '{"grouping": "moon", "folded": [1], "density": 3}'])
def test_what_is_not_understood_is_as_at_first(text: str) -> None:
    assert look_of(text) == Look()
