"""What an understood line says of itself."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from planner.domain.one_line import every_language
from planner.domain.one_line.names import Known, NameIndex
from planner.domain.one_line.rows import Kind, Understood
from planner.domain.one_line.spoken import hours, promised, title
from planner.domain.one_line.understanding import understand

NAMES = NameIndex([Known(1, "Ana Ferreira", "", "she"), Known(2, "Luca Steiner", "", "he")])
NOW = datetime(2026, 9, 15, 9, tzinfo=UTC)


def read(line: str) -> Understood:
    return understand(line, list(every_language()), NAMES, now=NOW)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("lunch with Ana yesterday", "Log a conversation"),
        (
            "lunch with Ana yesterday; she will send the plan by Friday",
            "Log a conversation and one commitment",
        ),
        ("call Luca Friday", "Plan a conversation"),
        ("I owe Luca the costs; I owe Ana the deck", "Note two commitments"),
        ("let Ana rest until October", "Let them rest"),
        ("Ana worries about audit", "Note what you learned"),
    ],
)
def test_the_title_of_a_line(line: str, said: str) -> None:
    assert title(read(line).statements) == said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("lunch with Ana yesterday; she will send the plan by Friday", "Ana will send the plan"),
        ("Ana promised to send the forecast", "Ana will send the forecast"),
        ("I owe Luca the exit costs by 30 Sep", "You owe Luca the exit costs"),
        ("Luca owes me the exit costs", "Luca owes you the exit costs"),
        ("Ana sends the deck by Friday", "Ana: send the deck"),
    ],
)
def test_a_promise_as_a_sentence(line: str, said: str) -> None:
    understood = read(line)
    place = next(at for at, each in enumerate(understood.statements) if each.kind is Kind.COMMITMENT)
    assert promised(understood, place) == said


def test_lengths_as_one_says_them() -> None:
    assert [hours(each) for each in (None, 45, 60, 90, 120)] == [
        "not said",
        "45 min",
        "1 hour",
        "1 h 30",
        "2 hours",
    ]
