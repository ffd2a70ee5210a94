"""Why to talk to somebody, in one line of a card."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest

from planner.domain.reasons import Facts, OpenCommitment
from planner.domain.reasons_short import Coming, in_short
from planner.domain.repair import Mending
from planner.domain.rhythm import State

TODAY = date(2026, 9, 15)
FACTS = Facts(
    name="Ana Ferreira",
    pronouns="she/her",
    state=State.ON_RHYTHM,
    days_since=9,
    rhythm_days=14,
    last_topic="the Q3 budget",
    they_reached_out=False,
    known_for_days=400,
)


def promise(days: int | None, *, yours: bool = True, what: str = "The outage review") -> OpenCommitment:
    due = None if days is None else TODAY + timedelta(days=days)
    return OpenCommitment(id=1, person_id=1, yours=yours, what=what, made_on=TODAY, due_on=due)


def said(coming: Coming | None = None, **facts: Any) -> str:
    return in_short(FACTS._replace(**facts), coming, TODAY)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "The Q3 budget."),
        ({"last_topic": ""}, ""),
        ({"commitments": (promise(-11),)}, "The outage review is still open."),
        (
            {"commitments": (promise(-11, what="Name two successors"),)},
            "“Name two successors” is still open.",
        ),
        ({"commitments": (promise(-11), promise(-2))}, "Two promises of yours are overdue."),
        ({"commitments": (promise(-1, yours=False),)}, "The outage review from Ana is overdue."),
        ({"commitments": (promise(3),)}, "By Friday: the outage review."),
        ({"commitments": (promise(0),)}, "By today: the outage review."),
        ({"commitments": (promise(16),)}, "By 1 Oct: the outage review."),
        ({"commitments": (promise(3, yours=False),)}, "By Friday from Ana: the outage review."),
        ({"commitments": (promise(None),)}, "The Q3 budget."),
        ({"state": State.OVERDUE}, "No word since the Q3 budget."),
        ({"state": State.QUIET, "last_topic": "The pilot."}, "No word since the pilot."),
        ({"state": State.DUE, "last_topic": ""}, "No word for 9 days."),
        (
            {"state": State.DUE, "last_topic": "", "they_reached_out": True},
            "Ana reached out last; it is your turn.",
        ),
        ({"state": State.NOT_STARTED, "days_since": None}, "You have not spoken yet."),
        ({"mending": Mending(begun_on=TODAY, kept=1)}, "You are mending trust."),
    ],
)
def test_each_reason(facts: dict[str, Any], words: str) -> None:
    assert said(**facts) == words


def test_what_is_planned_this_week_comes_before_the_silence() -> None:
    council = Coming(TODAY + timedelta(days=3), time(14, 30), "Customer council: one message")
    assert said(council, state=State.OVERDUE) == "Customer council: one message, Fri 14:30."
    assert said(council._replace(day=TODAY, starts=None)) == "Customer council: one message, today."
    long = council._replace(purpose="Customer council: agree what all of us will say.")
    assert said(long) == "Customer council: agree what all of us will say."
    assert said(council._replace(purpose="")) == "The Q3 budget."
    assert said(council._replace(day=TODAY + timedelta(days=7))) == "The Q3 budget."


def test_your_own_overdue_promise_comes_before_everything() -> None:
    council = Coming(TODAY, None, "Council")
    assert said(council, commitments=(promise(-1),), state=State.QUIET) == "The outage review is still open."
