"""The other person's own time on the card of a call."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from planner.actions.people import PersonForm, add_person
from planner.actions.plans import PlanForm, plan_conversation
from planner.actions.settings import set_owner
from planner.domain.channels import Channel
from planner.domain.their_time import their_time
from planner.library import Library
from planner.queries.week import week_board
from planner.ui.board.facts import day_tile

DAY = date(2026, 9, 18)


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_the_clock_elsewhere() -> None:
    at = time(9, 30)
    assert their_time(DAY, at, "Europe/Amsterdam", "Asia/Singapore") == wall("2026-09-18 15:30")
    assert their_time(DAY, time(1), "Europe/Amsterdam", "America/New_York") == wall("2026-09-17 19:00")
    assert their_time(DAY, at, "Europe/Amsterdam", "Europe/Zurich") is None
    assert their_time(DAY, at, "Europe/Amsterdam", "") is None
    assert their_time(DAY, at, "Europe/Amsterdam", "Nowhere/Atlantis") is None
    assert their_time(date.min, time(0), "Asia/Singapore", "America/New_York") is None


@pytest.mark.parametrize(
    ("channel", "zone", "badge"),
    [
        (Channel.CALL, "Asia/Singapore", "15:30 for Mei-Ling"),
        (Channel.VIDEO, "Pacific/Kiritimati", "21:30 for Mei-Ling"),
        (Channel.IN_PERSON, "Asia/Singapore", None),
        (Channel.CALL, "Europe/Zurich", None),
        (Channel.CALL, "", None),
    ],
)
def test_a_card_shows_it_where_it_differs(
    library: Library, today: date, channel: Channel, zone: str, badge: str | None
) -> None:
    set_owner(library, zone="Europe/Amsterdam")
    person = add_person(library, PersonForm(name="Mei-Ling Zhao", zone=zone), today=today)
    form = PlanForm(people=(person,), day=DAY, starts=time(9, 30), channel=channel)
    plan_conversation(library, form, today=today)
    (card,) = week_board(library, today).days[4].cards
    tile = day_tile(card, today)
    clocks = [each.text for each in tile.facts.badges if each.icon == "clock"]
    assert clocks == ([badge] if badge else [])
    if badge:
        assert badge in tile.facts.badges[0].tooltip
        assert badge in tile.facts.accessible


def test_the_sample_shows_the_time_in_india_and_london(sample: Library, today: date) -> None:
    cards = [card for day in week_board(sample, today).days for card in day.cards if card.there]
    assert [(card.standing.name, f"{card.there:%H:%M}") for card in cards if card.there] == [
        ("Deepak Iyer", "18:30"),
        ("Priya Raman", "13:30"),
    ]
