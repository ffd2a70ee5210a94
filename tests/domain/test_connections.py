"""A connection said from either side."""

from __future__ import annotations

import pytest

from planner.domain.connections import KINDS, connection_words, is_directed


def said(kind: str, *, outwards: bool = True, directed: bool | None = None, since: str | None = None) -> str:
    return connection_words(
        kind,
        directed=bool(is_directed(kind)) if directed is None else directed,
        outwards=outwards,
        name="Beatrix Keller",
        other="Samuel Okafor",
        pronouns="he/him",
        since=since,
    )


@pytest.mark.parametrize(
    ("kind", "outwards", "words"),
    [
        ("trusts", True, "Beatrix trusts him"),
        ("trusts", False, "Trusts Beatrix"),
        ("reports to", False, "Reports to Beatrix"),
        ("sat together", True, "They sat together"),
        ("sat together", False, "They sat together"),
        ("in conflict", True, "They are in conflict"),
    ],
)
def test_both_sides_of_a_kind(kind: str, outwards: bool, words: str) -> None:
    assert said(kind, outwards=outwards) == words


def test_a_kind_of_ones_own_is_said_as_it_is_written() -> None:
    assert is_directed("sails with") is None
    assert said("sails with", directed=False) == "Sails with"
    assert said("sails with", directed=True, since="2021") == "Beatrix sails with him since 2021"


def test_every_kind_offered_knows_its_direction() -> None:
    assert all(is_directed(kind) is not None for kind in KINDS)
    assert len(set(KINDS)) == len(KINDS)
