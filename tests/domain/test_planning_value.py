"""The silence to expect, what talking is worth, when both sides work: worked numbers and properties."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.channels import Channel
from planner.domain.planning import LEAST_GAIN, PlanDay, Stretch
from planner.domain.planning_options import Hours, OpenDay, instance_of, known_zone, overlap
from planner.domain.planning_value import (
    Candidate,
    gain_of_a_call,
    overdue_days,
    overdue_days_after,
    silent_chances,
    value_of_talk,
)
from planner.domain.planning_words import why_left_out
from planner.domain.rhythm import Pause

MESSAGE, CALL, VIDEO, MEET = Channel.MESSAGE, Channel.CALL, Channel.VIDEO, Channel.IN_PERSON
TODAY = date(2026, 9, 15)
TOMORROW = TODAY + timedelta(days=1)
ANA = Candidate(
    person_id=1, name="Ana", days_since=19, rhythm_days=14, gap_days=(14, 14, 14), weight=2.0, city="Zurich"
)


def test_overdue_days_with_and_without_talking() -> None:
    silent = silent_chances(ANA)
    assert overdue_days(ANA, silent) == pytest.approx(13.087, abs=0.002)
    after = {channel: overdue_days_after(ANA, silent, 1, channel) for channel in Channel}
    assert after[Channel.IN_PERSON] == pytest.approx(4.830, abs=0.002)
    assert after[Channel.VIDEO] == pytest.approx(6.499, abs=0.002)
    assert after[Channel.CALL] == pytest.approx(8.374, abs=0.002)
    assert after[Channel.MESSAGE] == pytest.approx(12.202, abs=0.002)
    assert overdue_days_after(ANA, silent, 5, Channel.IN_PERSON) == pytest.approx(6.305, abs=0.002)


@pytest.mark.parametrize(
    ("ahead", "channel", "value"),
    [
        (1, Channel.IN_PERSON, 16.514),
        (1, Channel.VIDEO, 13.176),
        (1, Channel.CALL, 9.426),
        (1, Channel.MESSAGE, 1.769),
        (5, Channel.IN_PERSON, 13.564),
    ],
)
def test_the_value_of_talking(ahead: int, channel: Channel, value: float) -> None:
    day = TODAY + timedelta(days=ahead)
    assert value_of_talk(ANA, silent_chances(ANA), day, channel, TODAY) == pytest.approx(value, abs=0.002)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.integers(1, 200), max_size=12),
    st.integers(0, 400),
    st.integers(1, 200),
    st.integers(0, 13),
    st.sampled_from(Channel),
)
def test_talking_never_does_harm(
    gaps: list[int], since: int, rhythm: int, ahead: int, channel: Channel
) -> None:
    who = Candidate(person_id=1, name="", days_since=since, rhythm_days=rhythm, gap_days=tuple(gaps))
    value = value_of_talk(who, silent_chances(who), TODAY + timedelta(days=ahead), channel, TODAY)
    assert value >= 0
    if since + 28 <= rhythm:
        assert value == 0


def test_whom_you_neglected_most_is_not_given_up() -> None:
    """Past two rhythms a talk gains the same however long the silence: a call little, a meeting much."""
    gains = []
    for since in (61, 300, 3000):
        who = replace(ANA, days_since=since, rhythm_days=30, weight=1.0, gap_days=())
        silent = silent_chances(who)
        gains.append(
            [value_of_talk(who, silent, TOMORROW, channel, TODAY) for channel in (MESSAGE, CALL, VIDEO, MEET)]
        )
    for message, call, video, meet in gains:
        assert message == 0
        assert 3 < call < 8 < 12 < video < 20 < meet
    assert gains[2] > gains[1] > gains[0], "the less somebody is likely to call, the more it gains"


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 2000), st.integers(1, 200), st.integers(0, 13), st.sampled_from(Channel))
def test_a_longer_silence_never_makes_talking_worth_nothing(
    since: int, rhythm: int, ahead: int, channel: Channel
) -> None:
    who = replace(ANA, days_since=since, rhythm_days=rhythm)
    later = replace(ANA, days_since=since + 500, rhythm_days=rhythm)
    day = TODAY + timedelta(days=ahead)
    if since >= 2 * rhythm and value_of_talk(who, silent_chances(who), day, channel, TODAY):
        assert value_of_talk(later, silent_chances(later), day, channel, TODAY)


def test_what_a_call_gains_at_a_glance() -> None:
    assert gain_of_a_call(30, 30) == pytest.approx(27 - (0.4 * 31 + 27 - 30) + 1)
    assert gain_of_a_call(2, 30) == 0
    assert gain_of_a_call(300, 30) == pytest.approx(28 - (0.4 * 60 + 27 - 30))
    assert gain_of_a_call(300, 7) == pytest.approx(28 - (0.4 * 14 + 27 - 7))


def test_what_gains_next_to_nothing_is_no_option_and_an_hour_only_where_it_gains_more() -> None:
    just = Candidate(person_id=1, name="Ana", days_since=1, rhythm_days=28, gap_days=(28,) * 9)
    assert instance_of([just], [a_day()], TODAY).options == ()
    near = replace(ANA, days_since=13, rhythm_days=14, gap_days=(14,) * 9, weight=1.0)
    found = instance_of([near], [a_day()], TODAY).options
    worth = [each.value for each in sorted(found, key=lambda each: each.minutes)]
    assert worth and all(later >= sooner + LEAST_GAIN for sooner, later in pairwise([0.0, *worth]))
    assert len(found) < len(Channel) - 1


def test_nobody_is_talked_to_while_away() -> None:
    days = [a_day(), replace(a_day(), plan_day=replace(a_day().plan_day, day=TOMORROW))]
    gone = replace(ANA, away=(Pause(first=TODAY, last=TODAY),))
    assert {each.day for each in instance_of([gone], days, TODAY).options} == {TOMORROW}
    out = replace(ANA, away=(Pause(first=TODAY, last=None),))
    left = instance_of([out], days, TODAY)
    assert left.options == ()
    assert why_left_out(left, (), out, {}) == "Is away on all of these days."


def test_a_promise_and_a_birthday_add_to_the_value() -> None:
    who = Candidate(person_id=1, name="", days_since=1, rhythm_days=None, yours_due=(TOMORROW,), weight=2.0)
    silent = silent_chances(who)
    assert value_of_talk(who, silent, TOMORROW, Channel.CALL, TODAY) == 10
    assert value_of_talk(who, silent, TOMORROW + timedelta(days=1), Channel.CALL, TODAY) == 0
    born = Candidate(person_id=1, name="", days_since=1, rhythm_days=None, birthday=(9, 16))
    assert value_of_talk(born, silent, TOMORROW, Channel.CALL, TODAY) == 1


def test_somebody_never_met_is_silent_until_you_talk() -> None:
    who = Candidate(person_id=1, name="", days_since=40, rhythm_days=30, spoken=False)
    assert overdue_days(who, silent_chances(who)) == 28


@pytest.mark.parametrize(
    ("mine", "theirs", "minutes"),
    [
        ("Europe/Zurich", "America/New_York", 180),
        ("Europe/Zurich", "Asia/Singapore", 180),
        ("America/New_York", "Asia/Singapore", 0),
    ],
)
def test_the_hours_in_which_both_work(mine: str, theirs: str, minutes: int) -> None:
    both = overlap(date(2025, 7, 1), Hours(zone=mine), Hours(zone=theirs))
    assert (both[1] - both[0] if both else 0) == minutes


def test_the_overlap_is_in_my_time_and_follows_the_clocks_of_the_day() -> None:
    here, there = Hours(zone="Europe/Zurich"), Hours(zone="America/New_York", ends=time(17))
    assert overlap(date(2026, 9, 15), here, there) == (15 * 60, 18 * 60)
    assert overlap(date(2026, 3, 16), here, there) == (14 * 60, 18 * 60), "a week in March it is an hour less"


def a_day(city: str = "Zurich") -> OpenDay:
    stretches = (Stretch(begin=540, end=1080),)
    day = PlanDay(day=TOMORROW, free_minutes=120, stretches=stretches)
    return OpenDay(plan_day=day, city=city, hours=Hours(zone="Europe/Zurich"))


def channels_on(candidate: Candidate, day: OpenDay) -> set[Channel]:
    return {each.channel for each in instance_of([candidate], [day], TODAY).options}


def test_in_person_only_where_both_are_known_to_be_in_one_city() -> None:
    assert Channel.IN_PERSON in channels_on(ANA, a_day("zürich".replace("ü", "u")))
    assert Channel.IN_PERSON not in channels_on(ANA, a_day("Lisbon"))
    nowhere = Candidate(person_id=1, name="Ana", days_since=19, rhythm_days=14)
    assert channels_on(nowhere, a_day("")) == {Channel.VIDEO, Channel.CALL, Channel.MESSAGE}


def test_calls_lie_within_the_hours_of_both() -> None:
    far = Candidate(person_id=2, name="Ben", days_since=30, rhythm_days=14, zone="America/New_York")
    found = instance_of([ANA, far], [a_day()], TODAY)
    assert found.days[0].stretches == (Stretch(begin=540, end=900), Stretch(begin=900, end=1080))
    places = {(each.person_id, each.channel): each.stretches for each in found.options}
    assert places[2, Channel.CALL] == (1,)
    assert places[1, Channel.CALL] == (0, 1)
    never = Candidate(person_id=2, name="Ben", days_since=15, rhythm_days=14, zone="Pacific/Auckland")
    assert channels_on(never, a_day()) == {Channel.MESSAGE}


def test_a_zone_that_is_none_limits_nothing() -> None:
    assert known_zone("Europe/Zurich") == "Europe/Zurich"
    assert {known_zone(each) for each in ("", "Middle/Earth", "../etc", "a\0b")} == {""}


def test_promises_fall_due_on_their_day_and_late_ones_at_the_end() -> None:
    who = Candidate(
        person_id=1,
        name="",
        days_since=1,
        rhythm_days=None,
        yours_due=(TODAY - timedelta(days=3), TODAY, TODAY + timedelta(days=9)),
    )
    assert [each.by for each in instance_of([who], [a_day()], TODAY).deadlines] == [TOMORROW, TODAY]
