"""The index: what a search finds is what FTS5 finds, however it is asked to find it sooner."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.searching import asked
from planner.library import Library, bulk, search
from planner.library.search import Where, holding, newest
from tests.conftest import NOW

TALKS = 1_300
WORDS = (
    "budget",
    "budgets",
    "budapest",
    "budding",
    "forecast",
    "Zürich",
    "zug",
    "straße",
    "costs",
    "the",
    "q3",
)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Many conversations of two people: 'budget' in a third of them, 'budapest' in the oldest alone."""
    with Library(tmp_path_factory.mktemp("search") / "many.rapport", clock=lambda: NOW) as library:
        bulk.fill(library, [_people(), *_talks()])
        yield library


def _people() -> bulk.Batch:
    rows = [
        (1, "Ana Ferreira", "ana ferreira", "2026-01-01"),
        (2, "Luca Steiner", "luca steiner", "2026-01-01"),
    ]
    return bulk.Batch(table="person", columns=("id", "name", "folded", "created_on"), rows=rows)


def _talks() -> Iterator[bulk.Batch]:
    talks = [
        (number, _day(number), "call", _words(number), "2026-01-01T00:00:00Z") for number in range(1, TALKS)
    ]
    yield bulk.Batch(
        table="conversation", columns=("id", "day", "channel", "notes", "recorded_at"), rows=talks
    )
    there = [(number, number, 2 if number % 650 == 3 else 1, _day(number)) for number in range(1, TALKS)]
    yield bulk.Batch(table="participation", columns=("id", "conversation_id", "person_id", "day"), rows=there)


def _day(number: int) -> str:
    return date.fromordinal(738_000 + number).isoformat()


def _words(number: int) -> str:
    picked = [WORDS[number % len(WORDS)], WORDS[number * 7 % 9]]
    return " ".join(["budding", *picked, "Budapest"] if number == 5 else picked)


def plainly(library: Library, words: str) -> list[int]:
    rows = library.rows(
        "SELECT rowid FROM conversation_search WHERE conversation_search MATCH ? ORDER BY rowid DESC",
        (words,),
    )
    return [row[0] for row in rows]


@pytest.mark.parametrize("limit", [1, 7, 5_000])
@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("th", "th*"),
        ("budg", "budg*"),
        ("budge", "budge*"),
        ("budapes", "budapes*"),
        ("zuri", "zuri*"),
        ("zürich ", "zurich"),
        ("the forec", "the AND forec*"),
        ('"the forec', '"the forec" *'),
        ("budget -forecast", "budget NOT forecast"),
        ("costs OR fore", "costs OR fore*"),
        ("q3 nowhere", "q3 AND nowhere*"),
    ],
)
def test_the_newest_hits_are_those_of_the_whole_index(
    written: Library, typed: str, words: str, limit: int
) -> None:
    assert holding(written, "conversation", asked(typed), limit) == plainly(written, words)[:limit]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3), cut=st.integers(2, 9))
def test_beginnings_of_any_length_find_what_fts5_finds(written: Library, words: list[str], cut: int) -> None:
    *before, last = words
    expected = " AND ".join([*(f'"{each}"' for each in before), f'"{last[:cut]}" *'])
    assert (
        holding(written, "conversation", asked(" ".join([*before, last[:cut]])), 40)
        == plainly(written, expected)[:40]
    )


@given(text=st.text())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_upsets_the_index(written: Library, text: str) -> None:
    wanted = asked(text)
    assert len(holding(written, "conversation", wanted, 3)) <= 3
    assert len(search.people(written, wanted.words, 3)) <= 3


def test_only_those_about_the_people_meant(written: Library) -> None:
    of_luca = [number for number in range(1, TALKS) if number % 650 == 3]
    assert newest(written, "conversation", 50, Where(people=(2,))) == sorted(of_luca, reverse=True)
    of_ana = [each for each in plainly(written, "budget*") if each not in of_luca]
    for limit in (5, 5_000):
        assert holding(written, "conversation", asked("budget"), limit, Where(people=(1,))) == of_ana[:limit]
    word = _words(of_luca[0]).split()[0]
    assert set(of_luca) & set(plainly(written, word)) == set(
        holding(written, "conversation", asked(f"{word} "), 50, Where(people=(2,)))
    )


def test_a_day_narrows_also_where_everything_newer_holds_the_word(written: Library) -> None:
    where = Where(condition="t.day < :before", parameters={"before": _day(700)}, before=_day(700))
    expected = [each for each in plainly(written, "budget*") if each < 700]
    for limit in (3, 5_000):
        assert holding(written, "conversation", asked("budg"), limit, where) == expected[:limit]


def test_a_single_letter_finds_nothing_and_takes_nothing_away(written: Library) -> None:
    assert holding(written, "conversation", asked("b"), 5) == []
    assert holding(written, "conversation", asked("forecast b"), 5) == plainly(written, "forecast")[:5]


def test_undo_takes_words_out_of_the_index(library: Library, now: datetime) -> None:
    from planner.actions.conversations import ConversationForm, log_conversation
    from planner.actions.people import PersonForm, add_person

    ana = add_person(library, PersonForm(name="Ana"), today=now.date())
    log_conversation(library, ConversationForm(people=(ana,), day=now.date(), notes="needle"), now=now)
    assert len(holding(library, "conversation", asked("needle"), 5)) == 1
    library.undo()
    assert holding(library, "conversation", asked("needle"), 5) == []
