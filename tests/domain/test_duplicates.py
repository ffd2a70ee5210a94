"""Who is likely one person: what speaks for it and against, without comparing everybody with everybody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rapidfuzz import fuzz

from planner.domain.duplicates import Entry, keys_of, likeness, name_words, pairs

A, B = 1, 2


def alike(one: str, two: str) -> float:
    return fuzz.ratio(one, two) / 100


def entry(number: int, name: str, *emails: str, **rest: object) -> Entry:
    return Entry(number, name, emails=frozenset(emails), **rest)  # type: ignore[arg-type]


def test_titles_and_particles_tell_nobody_apart() -> None:
    assert name_words("dr. pieter van rijn jr.") == ("pieter", "rijn")
    assert name_words("ferreira, ana") == ("ana", "ferreira")


@pytest.mark.parametrize(
    ("one", "two", "strength", "why"),
    [
        (entry(A, "ana ferreira"), entry(B, "ferreira, ana"), 2, "Same name."),
        (
            entry(A, "ana ferreira", "a@x.example"),
            entry(B, "ana maria ferreira", "a@x.example"),
            4,
            "One name holds the other, same e-mail a@x.example.",
        ),
        (
            entry(A, "ana ferreira", organisation="norvane"),
            entry(B, "ana fereira", organisation="norvane"),
            2,
            "Nearly the same name, same organisation.",
        ),
        (
            entry(A, "ana ferreira", phones=frozenset({"351912345678"})),
            entry(B, "a. ferreira", phones=frozenset({"0912345678"})),
            3,
            "One name holds the other, same number 351912345678.",
        ),
        (
            entry(A, "ana ferreira", "f@x.example"),
            entry(B, "rui ferreira", "f@x.example"),
            1,
            "Same e-mail f@x.example.",
        ),
        (
            entry(A, "robert hale", nickname="bob", organisation="n"),
            entry(B, "bob hale", organisation="n"),
            2,
            "One is called like the other, same organisation.",
        ),
        (
            entry(A, "ana ferreira", organisation="norvane"),
            entry(B, "ana ferreira", organisation="contoso"),
            1,
            "Same name, but other organisations.",
        ),
        (
            entry(A, "ana ferreira", organisation="norvane"),
            entry(B, "ana ferreira", organisation="norvane ag"),
            3,
            "Same name, same organisation.",
        ),
        (
            entry(A, "ana ferreira", organisation="contoso gmbh & co. kg"),
            entry(B, "ana ferreira", organisation="contoso, inc."),
            3,
            "Same name, same organisation.",
        ),
        (
            entry(A, "ana ferreira", birthday="1980-05-03"),
            entry(B, "ana m. ferreira", birthday="1980-05-03"),
            2,
            "One name holds the other, same birthday.",
        ),
    ],
)
def test_what_speaks_for_it_is_said(one: Entry, two: Entry, strength: int, why: str) -> None:
    found = likeness(one, two, alike)
    assert found is not None
    assert (found.strength, found.why) == (strength, why)
    assert found == likeness(two, one, alike) or "number" in why, "whichever way round"
    assert list(pairs([two, one])) == [(one, two)], "they meet under a key"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (entry(A, "ana ferreira"), entry(B, "rui ferreira")),
        (entry(A, "ana ferreira", organisation="n"), entry(B, "rui ferreira", organisation="n")),
        (entry(A, "bianca o. bianchi", organisation="n"), entry(B, "bianca t. bianchi", organisation="n")),
        (entry(A, "ana ferreira", organisation="n"), entry(B, "ana maria ferreira", organisation="c")),
        (entry(A, "ana ferreira", birthday="1980-05-03"), entry(B, "ana ferreira", birthday="1981-05-03")),
        (entry(A, "ana", phones=frozenset({"123"})), entry(B, "rui", phones=frozenset({"123"}))),
    ],
)
def test_what_is_not_enough(one: Entry, two: Entry) -> None:
    assert likeness(one, two, alike) is None


@pytest.mark.parametrize(("one", "two"), [("meier", "mayr"), ("philip", "filip"), ("schmidt", "schmitt")])
def test_names_that_sound_alike_share_a_key(one: str, two: str) -> None:
    assert keys_of(entry(A, f"anna {one}")) & keys_of(entry(B, f"a. {two}"))


def test_a_common_key_compares_nobody() -> None:
    """A reception's number of 60 people would make 1,770 pairs."""
    crowd = [entry(each, f"p{each} q{each}", phones=frozenset({"4930123456"})) for each in range(60)]
    assert sum(1 for _ in pairs(crowd)) < 10


def test_ten_thousand_people_make_few_pairs() -> None:
    """Two thousand family names with every letter before them: far from 50 million comparisons."""
    letters: Callable[[int], str] = lambda each: "abcdefghijklmnopqrst"[each % 20]  # noqa: E731
    crowd = [entry(each, f"{letters(each)}x{each % 97} family{each % 2000}") for each in range(10_000)]
    assert sum(1 for _ in pairs(crowd)) < 300_000
