"""The plan made without a solver: always within the constraints, never far from the best."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.channels import Channel
from planner.domain.planning import Choice, Deadline, Instance, PlanDay, Solution, Stretch, value_of
from planner.domain.planning_fallback import filled, most_possible
from planner.domain.planning_places import free_stretches, placed, start_times
from planner.domain.planning_words import brief, gap_words, sentence, why_left_out
from planner.domain.week import Span
from tests.domain.planning_instances import (
    ANA,
    BEN,
    CEM,
    MONDAY,
    TUESDAY,
    broken,
    chance_instance,
    one_stretch,
    option,
    worked,
)
from tests.domain.test_planning_value import ANA as ANA_HERSELF
from tests.domain.test_planning_value import TODAY, TOMORROW


def test_day_by_day_comes_near_the_best_of_the_worked_instance() -> None:
    found = filled(worked())
    assert round(found.objective, 6) == 35.8
    assert found.bound >= 38.8
    assert not broken(worked(), found.choices)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10**6), st.integers(1, 12), st.integers(1, 5), st.sampled_from([1, 4]))
def test_every_constraint_is_kept(seed: int, people: int, days: int, most_stretches: int) -> None:
    instance = chance_instance(seed, people=people, days=days, most_stretches=most_stretches)
    found = filled(instance)
    assert not broken(instance, found.choices)
    assert found.objective == value_of(instance, found.choices)
    assert found.objective <= most_possible(instance) + 1e-9


def test_the_same_instance_gets_the_same_plan_in_any_order_of_its_options() -> None:
    instance = chance_instance(7, people=20, days=5, most_stretches=3)
    turned = replace(instance, options=instance.options[::-1])
    assert filled(instance) == filled(turned)


def test_swaps_find_what_the_days_alone_miss() -> None:
    """Tuesday is better for Ben, but only Monday can hold both."""
    instance = Instance(
        days=(one_stretch(MONDAY, 30), one_stretch(TUESDAY, 30)),
        options=(
            option(BEN, MONDAY, Channel.VIDEO, 10.0),
            option(BEN, TUESDAY, Channel.VIDEO, 9.0),
            option(ANA, MONDAY, Channel.VIDEO, 8.0),
        ),
    )
    assert filled(instance).objective == 17.0


def test_a_promise_comes_before_everything_else() -> None:
    due = replace(worked(), deadlines=(Deadline(person_id=CEM, by=MONDAY),))
    kept = [each.option for each in filled(due).choices if each.option.person_id == CEM]
    assert kept and kept[0].day == MONDAY


def test_rejected_people_stay_out_and_pinned_ones_in() -> None:
    assert ANA not in filled(replace(worked(), rejected=frozenset({ANA}))).people
    assert CEM in filled(replace(worked(), pinned=frozenset({CEM}))).people


def test_it_stops_when_asked() -> None:
    assert filled(worked(), lambda: True).choices == ()


def test_the_gap_is_a_share_of_what_was_found() -> None:
    assert Solution(choices=(), objective=100.0, bound=102.0).gap == 0.02
    assert Solution(choices=(), objective=0.0, bound=0.0).gap == 0.0


def test_what_is_free_lies_between_what_is_taken_on_quarters() -> None:
    taken = [Span(starts=time(9, 50), minutes=30), Span(starts=time(9, 55), minutes=5)]
    found = free_stretches(540, 1080, [*taken, Span(starts=time(17, 50), minutes=60)])
    assert [(each.begin, each.end) for each in found] == [(540, 585), (630, 1065)]
    assert free_stretches(600, 600, []) == ()


def test_the_longest_is_placed_first_and_what_does_not_fit_is_said() -> None:
    stretches = (Stretch(begin=540, end=600), Stretch(begin=660, end=690))
    day = PlanDay(day=MONDAY, free_minutes=90, stretches=stretches)
    deep, video = option(1, MONDAY, Channel.IN_PERSON, 1.0), option(2, MONDAY, Channel.VIDEO, 1.0, 0, 1)
    assert placed(day, [video, deep]) is not None
    assert placed(day, [video, deep, option(3, MONDAY, Channel.MESSAGE, 1.0)]) is None
    assert placed(day, [deep], 0) is None


def test_starts_leave_a_pause_where_there_is_room() -> None:
    day = one_stretch(MONDAY, 75)
    calls = [Choice(option=option(each, MONDAY, Channel.CALL, 1.0), stretch=0) for each in (1, 2, 3)]
    message = Choice(option=option(4, MONDAY, Channel.MESSAGE, 1.0), stretch=None)
    assert start_times(day, [*calls, message]) == {1: time(9), 2: time(9, 30), 3: time(10), 4: None}
    tight = start_times(one_stretch(MONDAY, 45), calls)
    assert list(tight.values()) == [time(9), time(9, 15), time(9, 30)]


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10**6))
def test_starts_lie_in_free_stretches_and_never_overlap(seed: int) -> None:
    instance = chance_instance(seed, people=12, days=2, most_stretches=4)
    choices = filled(instance).choices
    for day in instance.days:
        here = [each for each in choices if each.option.day == day.day]
        starts = start_times(day, here)
        spans = sorted(
            (at.hour * 60 + at.minute, at.hour * 60 + at.minute + each.option.minutes)
            for each in here
            if (at := starts[each.option.person_id])
        )
        assert all(end <= begin for (_, end), (begin, _) in pairwise(spans))
        assert all(any(s.begin <= a and b <= s.end for s in day.stretches) for a, b in spans)


def test_the_sentence_of_a_pick() -> None:
    meet = option(1, TOMORROW, Channel.IN_PERSON, 16.5)
    assert sentence(ANA_HERSELF, meet, TODAY) == (
        "Meet Ana on Wed 16 Sep (60 min): last conversation 19 days ago, rhythm 14 days; if nothing happens, "
        "expect 13 overdue days in the next four weeks, this cuts it to 5. Evidence: 4 conversations."
    )
    new = replace(ANA_HERSELF, spoken=False, rhythm_days=None, gap_days=(), reason="You promised her a book.")
    assert sentence(new, option(1, TOMORROW, Channel.MESSAGE, 1.0), TODAY) == (
        "Write to Ana on Wed 16 Sep (5 min): added 19 days ago, not spoken yet, no rhythm yet. "
        "You promised her a book. Evidence: 0 conversations."
    )


def test_days_of_rest_are_named_and_not_counted_as_silence() -> None:
    rested = replace(ANA_HERSELF, paused_days=11)
    said = sentence(rested, option(1, TOMORROW, Channel.IN_PERSON, 16.5), TODAY)
    assert "last conversation 30 days ago, 11 of them at rest, rhythm 14 days; if" in said


def test_a_card_says_a_fact_and_what_it_is_good_for() -> None:
    meet = option(1, TOMORROW, Channel.IN_PERSON, 16.5)
    assert brief(ANA_HERSELF, meet, TODAY) == (
        "19 days since you spoke, rhythm 14; this cuts 13 overdue days to 5."
    )
    slow = replace(ANA_HERSELF, days_since=50, rhythm_days=56, gap_days=())
    assert brief(slow, meet, TODAY) == "50 days since you spoke, rhythm 56; this spares 21 overdue days."
    owed = replace(ANA_HERSELF, yours_due=(TODAY,), reason="You promised her a book.")
    assert brief(owed, meet, TODAY) == "You promised her a book."
    born = replace(ANA_HERSELF, days_since=1, rhythm_days=90, birthday=(TOMORROW.month, TOMORROW.day))
    assert brief(born, meet, TODAY) == "Wednesday is Ana's birthday."
    assert "Wednesday is Ana's birthday. Evidence" in sentence(born, meet, TODAY)
    new = replace(ANA_HERSELF, spoken=False, gap_days=(), rhythm_days=None)
    assert brief(new, meet, TODAY) == "Added 19 days ago, not spoken yet."


def test_how_good_a_plan_is_proven_to_be() -> None:
    assert gap_words(0.0) == "proven the best possible"
    assert gap_words(0.034) == "at most 3.4% below the best possible"


def test_why_somebody_is_left_out() -> None:
    best = (
        Choice(option=worked().options[0], stretch=0),
        Choice(option=worked().options[4], stretch=0),
    )
    cem = replace(ANA_HERSELF, person_id=CEM, name="Cem")
    said = why_left_out(worked(), best, cem, {ANA: "Ana Ferreira", BEN: "Ben Okri"})
    assert said == (
        "Needs 5 more minutes on Monday, or Ben's place: this is worth 5.5 overdue days, Ben's 16.0."
    )
    out = replace(worked(), rejected=frozenset({CEM}))
    assert why_left_out(out, best, cem, {}) == "You took this one out."
    none = replace(worked(), options=())
    long_ago = replace(cem, days_since=120)
    assert why_left_out(none, (), long_ago, {}).startswith("After 120 days, what is possible")
    assert why_left_out(none, (), replace(cem, rhythm_days=90), {}).startswith("Is not expected")
    full = Instance(days=(PlanDay(day=MONDAY, free_minutes=0, stretches=()),), options=())
    assert why_left_out(full, (), cem, {}) == "No time that you set aside is left on these days."
