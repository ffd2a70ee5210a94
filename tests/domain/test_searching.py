"""What a typed search asks for, and the part of a text that is shown for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.names import fold
from planner.domain.searching import MOST_WORDS, Asked, Filter, asked, goes_on
from planner.domain.snippets import LENGTH, hits_in, snippet
from tests.busy import worked_seconds


@pytest.mark.parametrize(
    ("typed", "phrases", "typing", "without"),
    [
        ("budget", (), ("budget",), ()),
        ("budget ", (("budget",),), (), ()),
        ("Q3 Bud", (("q3",),), ("bud",), ()),
        ('"q3 bud', (), ("q3", "bud"), ()),
        ('"q3 budget"', (("q3", "budget"),), (), ()),
        ("Łódź mü", (("lodz",),), ("mu",), ()),
        ("budget -q3", (("budget",),), (), ("q3",)),
        ("budget NOT q3", (("budget",),), (), ("q3",)),
        ("costs OR budget", (("costs",),), ("budget",), ()),
        ("One-Book", (), ("one", "book"), ()),
        ("-", (), (), ()),
        ("  ", (), (), ()),
    ],
)
def test_words_phrases_and_what_is_left_out(
    typed: str, phrases: tuple[tuple[str, ...], ...], typing: tuple[str, ...], without: tuple[str, ...]
) -> None:
    found = asked(typed)
    assert (found.phrases, found.typing, found.without) == (phrases, typing, frozenset(without))


def test_filters_are_taken_out_of_the_words() -> None:
    found = asked('Person:"Ana Ferreira" budget -layer:team before: after:2026-06 ')
    assert found.words == "budget"
    assert found.filters == (
        Filter("person", "Ana Ferreira", False),
        Filter("layer", "team", True),
        Filter("after", "2026-06", False),
    )
    assert asked("topic:budget").words == "topic:budget"
    assert not asked("layer:") and asked("layer:board")


@given(st.text())
def test_any_text_is_a_search(text: str) -> None:
    found = asked(text)
    assert bool(found) == bool(found.terms or found.filters)
    assert all(fold(word) == word for word in found.terms)
    snippet(text, found)


def test_a_word_being_typed_goes_on_at_the_beginning_of_a_word() -> None:
    fits = goes_on(("q3", "bud")).search
    assert fits("the q3 budget") and fits("q3_budget") and fits("q3, budget")
    assert not fits("q3 the budget") and not fits("aq3 budget")


LONG = "Agreed the frame for the third quarter; the forecast decides the rest of the year. " * 4


def test_a_short_text_is_shown_whole_with_every_hit() -> None:
    found = snippet("Q3 budget:\n  the Budgets", asked("budg"))
    assert found.text == "Q3 budget: the Budgets"
    assert [found.text[start:end] for start, end in found.marks] == ["budget", "Budgets"]


def test_a_long_text_is_cut_around_the_hits() -> None:
    found = snippet(f"{LONG} The Zürich office moves. {LONG}", asked("zurich office"))
    assert found.text.startswith("… ") and found.text.endswith(" …")
    assert [found.text[start:end] for start, end in found.marks] == ["Zürich", "office"]


def test_words_of_a_phrase_are_marked_only_in_a_row() -> None:
    text = "the quarter, the third quarter"
    assert [text[start:end] for start, end in hits_in(text, asked('"the third quarter"'))] == [
        "the third quarter"
    ]
    assert hits_in(text, asked("the -third ")) == [(0, 3), (13, 16)]


@given(st.text(), st.text(min_size=1), st.integers(20, 200))
def test_marks_lie_in_the_text_in_order(text: str, words: str, length: int) -> None:
    found = snippet(text, asked(words), length)
    assert len(found.text) <= length + 4
    places = [place for mark in found.marks for place in mark]
    assert places == sorted(places) and all(0 <= place <= len(found.text) for place in places)


def test_of_a_pasted_page_the_beginning_is_looked_for_and_marked_soon() -> None:
    page = "of the many words " * 5_000
    wanted = asked(page)
    assert len(wanted.phrases) == MOST_WORDS and not wanted.typing
    begun = worked_seconds()
    assert snippet(page, wanted).marks
    assert worked_seconds() - begun < 1


def test_a_text_without_a_hit_begins_at_its_beginning() -> None:
    found = snippet(LONG, Asked())
    assert found.text.startswith("Agreed the frame") and len(found.text) <= LENGTH + 2 and not found.marks
