"""Names, days and sentences as people read them."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import words
from planner.domain.names import first_name, fold, initials
from planner.domain.reasons import Facts, OpenCommitment, reason
from planner.domain.repair import Mending
from planner.domain.rhythm import State
from planner.domain.week import Span, monday_of, moved_by, proposed_start

TODAY = date(2026, 9, 15)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ana Ferreira", "AF"),
        ("Pieter van Rijn", "PR"),
        ("Wim de Bruijn", "WB"),
        ("Mei-Ling Zhao", "MZ"),
        ("Dr Beatrix Keller", "BK"),
        ("Madonna", "M"),
        ("Dr. Jürgen Karl Größmann jun.", "JG"),
        ("Ida Wells, PhD", "IW"),
        ("  ", "?"),
        ("李小龙", "李"),
        ("(Bob) O'Neill", "BO"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_first_names() -> None:
    assert first_name("Dr. Ana Ferreira") == "Ana"
    assert first_name("Prince") == "Prince"


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once_and_never_fails(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    initials(text)
    first_name(text)


def test_spellings_meet() -> None:
    assert fold(" Gdańsk ") == fold("gdansk")
    assert fold("Bałtyk") == "baltyk"
    assert fold("STRASSE") == fold("Straße")


def test_day_words() -> None:
    assert words.day_words(date(2026, 9, 16), TODAY) == "Wed 16 Sep"
    assert words.day_words(date(2027, 1, 4), TODAY) == "Mon 4 Jan 2027"
    assert words.week_title(date(2026, 9, 14)) == "14 – 20 September"
    assert words.week_title(date(2026, 9, 28)) == "28 September – 4 October"
    assert words.week_title(date(2026, 12, 28)) == "28 December 2026 – 3 January 2027"
    assert words.length(90) == "1 h 30" and words.length(120) == "2 h" and words.length(45) == "45 min"
    assert words.days_ago(1) == "yesterday" and words.days_ago(23) == "23 days ago"
    assert words.rhythm_words(28) == "Every 4 weeks" and words.rhythm_words(30) == "Every month"


def facts(**more: object) -> Facts:
    known: dict[str, object] = {
        "name": "Tobias Lindner",
        "pronouns": "he/him",
        "state": State.OVERDUE,
        "days_since": 23,
        "rhythm_days": 14,
        "last_topic": "",
        "they_reached_out": False,
        "known_for_days": 400,
    }
    return Facts(**(known | more))  # type: ignore[arg-type]


def promise(what: str, due: date | None, *, yours: bool = True) -> OpenCommitment:
    return OpenCommitment(id=1, person_id=1, yours=yours, what=what, made_on=date(2026, 8, 1), due_on=due)


def test_your_own_overdue_promise_comes_before_everything() -> None:
    late = promise("the terminal outage review", date(2026, 9, 4))
    other = promise("an introduction", date(2026, 9, 1), yours=False)
    assert (
        reason(facts(commitments=(other, late), last_topic="the pilot"), TODAY)
        == "You promised him the terminal outage review by 4 September; it is still open."
    )


def test_a_promise_that_is_no_noun_is_quoted_and_unknown_pronouns_become_the_name() -> None:
    late = promise("send the forecast.", date(2026, 9, 4))
    assert (
        reason(facts(pronouns="", commitments=(late,)), TODAY)
        == "You promised Tobias “send the forecast” by 4 September; it is still open."
    )


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"last_topic": "The cutover"}, "23 days since you spoke about the cutover; ask what came of it."),
        ({"last_topic": "One Booking"}, "23 days since you spoke about One Booking; ask what came of it."),
        ({}, "23 days since you spoke, 9 days past the rhythm you chose."),
        ({"they_reached_out": True}, "23 days since you spoke, and he reached out then; it is your turn."),
        (
            {"state": State.NOT_STARTED, "days_since": None},
            "You added Tobias 400 days ago and have not spoken yet.",
        ),
        ({"state": State.ON_RHYTHM, "days_since": 1, "last_topic": "Q3"}, "You spoke yesterday about Q3."),
        (
            {"state": State.ON_RHYTHM, "commitments": (promise("two names", date(2026, 9, 30)),)},
            "You promised him two names by 30 September.",
        ),
    ],
)
def test_reasons(more: dict[str, object], sentence: str) -> None:
    assert reason(facts(**more), TODAY) == sentence


def test_mending_comes_before_what_they_owe_you_and_asks_nothing() -> None:
    theirs = promise("an introduction", date(2026, 9, 1), yours=False)
    mending = Mending(begun_on=date(2026, 9, 3), kept=0)
    assert reason(facts(commitments=(theirs,), mending=mending), TODAY) == (
        "You are mending trust with him since 3 September; promise something small, and keep it."
    )
    yours = promise("two names", date(2026, 9, 30))
    assert reason(facts(commitments=(yours, theirs), mending=mending), TODAY) == (
        "You are mending trust with him since 3 September; two kept promises end it."
    )
    nearly = facts(commitments=(yours,), mending=mending._replace(kept=1))
    assert reason(nearly, TODAY).endswith("; one kept promise ends it.")
    late = promise("the review", date(2026, 9, 4))
    assert reason(facts(commitments=(late,), mending=mending), TODAY).startswith(
        "You promised him the review"
    )


def test_monday() -> None:
    assert monday_of(date(2026, 9, 20)) == date(2026, 9, 14)


def test_a_start_is_proposed_after_the_last_plan() -> None:
    assert proposed_start([]) == time(9)
    assert proposed_start([Span(starts=time(9), minutes=45)]) == time(10)
    assert proposed_start([Span(starts=time(11), minutes=45), Span(starts=time(9), minutes=30)]) == time(12)


def test_busy_time_is_stepped_over() -> None:
    busy = [Span(starts=time(9), minutes=60), Span(starts=time(10), minutes=50)]
    assert proposed_start([], busy) == time(11)


def test_a_full_day_still_gets_a_time() -> None:
    assert proposed_start([Span(starts=time(23, 30), minutes=60)]) == time(21)


spans = st.builds(
    Span,
    starts=st.builds(time, st.integers(0, 23), st.sampled_from((0, 20, 45))),
    minutes=st.integers(1, 300),
)


@given(st.lists(spans, max_size=6), st.lists(spans, max_size=6))
def test_a_proposed_start_is_a_quarter_of_an_hour(planned: list[Span], busy: list[Span]) -> None:
    assert proposed_start(planned, busy).minute % 15 == 0


def test_moving_stays_within_the_day() -> None:
    assert moved_by(time(9, 30), 15) == time(9, 45)
    assert moved_by(time(23, 50), 15) == time(23, 45)
    assert moved_by(time(0, 5), -15) == time(0, 0)
    assert monday_of(TODAY) == TODAY - timedelta(days=1)
