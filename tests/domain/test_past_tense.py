"""Purposes of plans, said as what took place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.past_tense import as_past


@pytest.mark.parametrize(
    ("planned", "told"),
    [
        ("Ask how the return-to-site rollout is going.", "Asked how the return-to-site rollout is going."),
        (
            "Thank him for the forum seat; ask about Luca.",
            "Thanked him for the forum seat; asked about Luca.",
        ),
        ("Walk him through the audit findings.", "Walked him through the audit findings."),
        ("Walk through the Basel outage calmly.", "Walked through the Basel outage calmly."),
        ("Agree one message. Hear her out.", "Agreed one message. Heard her out."),
        ("Go through her forecast.", "Went through her forecast."),
        ("Apologise for the delay", "Apologised for the delay"),
    ],
)
def test_verbs_that_begin_are_told_as_past(planned: str, told: str) -> None:
    assert as_past(planned) == told


@pytest.mark.parametrize(
    "text",
    [
        "Walk in the park",
        "Talk of the town",
        "Offer for the pilot",
        "Review of Q3",
        "Q3 budget. She sends the forecast by Friday.",
        "The ask for two more people",
        "How to cover the Zurich days",
        "Ask",
        "Meeting room plan",
        "",
    ],
)
def test_what_may_be_no_verb_stays(text: str) -> None:
    assert as_past(text) == text


@given(st.text())
def test_it_takes_any_text_and_changes_nothing_twice(text: str) -> None:
    told = as_past(text)
    assert as_past(told) == told
