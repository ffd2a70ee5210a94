"""A filter of people in one line."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.errors import KnownError
from planner.domain.people_filter import Term, terms_of

ANA = {
    "name": ("ana ferreira", "annie"),
    "role": ("chief financial officer",),
    "organisation": ("norvane",),
    "city": ("rotterdam",),
    "layer": ("business peers", "peers"),
    "tag": ("closest circle", "chess"),
    "state": ("overdue",),
}


def fits(text: str) -> bool:
    return all(term.fits(ANA) for term in terms_of(text))


@pytest.mark.parametrize(
    "text",
    [
        *("", "  ", "ana", "FERREIRA", '"ana f"', "annie", "norv", "financial rotter", "name:ana"),
        *("layer:peers", "Layer:Business", 'layer:"business peers"', "tag:chess", 'tag:"closest circle"'),
        *("state:overdue", "-tag:board", "-luca", "org:norvane -city:porto role:chief"),
    ],
)
def test_who_is_let_through(text: str) -> None:
    assert fits(text)


@pytest.mark.parametrize(
    "text",
    [
        "luca",
        "-ana",
        "tag:che",
        "state:over",
        "layer:board",
        "ana luca",
        '"ferreira ana"',
        "city:porto",
        "-tag:chess",
    ],
)
def test_who_is_not(text: str) -> None:
    assert not fits(text)


def test_a_filter_that_there_is_not_is_said() -> None:
    with pytest.raises(KnownError, match="There is no filter “shoe:”; there are person:, layer:"):
        terms_of("ana shoe:41")


def test_terms() -> None:
    assert terms_of('-org:"Van  Dijk" Ål') == (
        Term(field="organisation", wanted="van dijk", unwanted=True),
        Term(field="", wanted="al"),
    )


@given(st.text(max_size=60))
def test_no_text_raises_more_than_a_known_error(text: str) -> None:
    with suppress(KnownError):
        fits(text)
