"""`rapport board`: the week in text and JSON."""

from __future__ import annotations

from planner.cli.json_help import ANSWERS, PARTS
from planner.library import Library
from planner.library.tables import Conversation
from planner.queries.week import week_board
from tests.cli.conftest import Terminal
from tests.conftest import NOW, TODAY


def test_the_week_has_its_days_with_times_and_what_is_planned(sample_terminal: Terminal) -> None:
    written = sample_terminal("board")
    assert written.startswith("14 – 20 September, week 38: 8 h 45 planned of 11 h set aside.\n")
    assert "\nTue 15 Sep, today: 2 h 45 of 3 h\n  11:00  Daniel Meier  in person, 45 min" in written
    assert "\nWed 16 Sep: 15 min over\n" in written
    assert "45 min, did you talk?  The booking review" in written
    assert "call, 30 min, 18:30 for Deepak" in written
    assert "Zurich, Tue 15 Sep to Wed 16 Sep." in written
    assert "\nTo engage: 6\n  Tobias Lindner" in written and "\nLater: 14\n  Mon 21 Sep  10:00" in written
    assert "Sat 19 Sep" not in written


def test_its_json_is_the_board_in_the_documented_keys(sample_terminal: Terminal) -> None:
    answer = sample_terminal.json("board", "--week", "2026-09-17")
    assert list(answer) == list(ANSWERS["board"])
    days, later = answer["days"], answer["later"]
    cards = [card for day in days for card in day["cards"]]
    assert len(days) == 7 and all(list(day) == list(PARTS["board", "days"]) for day in days)
    assert all(list(card) == list(PARTS["board", "cards"]) for card in (*cards, *later))
    with Library(sample_terminal.library, clock=lambda: NOW) as library:
        shown = week_board(library, TODAY)
    assert [len(day["cards"]) for day in days] == [len(day.cards) for day in shown.days]
    assert [each["person"] for each in answer["to_engage"]] == [each.name for each in shown.engage.people]
    assert {card["kind"] for card in cards} == {"plan", "done", "ask"}


def test_another_week_and_a_quiet_one(sample_terminal: Terminal) -> None:
    written = sample_terminal("board", "--week", "in 30 weeks")
    assert written.count("Nothing planned. Quiet days are allowed.") == 5
    assert "\nLater" not in written


def test_the_place_of_a_private_talk_stays_inside(sample_terminal: Terminal) -> None:
    assert "Lunch at the Maas quay" in sample_terminal("board", "--json")
    with Library(sample_terminal.library, clock=lambda: NOW) as library, library.change("Hide"):
        Conversation.update(private=True).where(Conversation.place == "Lunch at the Maas quay").execute()
    assert "Maas quay" not in sample_terminal("board", "--json")
