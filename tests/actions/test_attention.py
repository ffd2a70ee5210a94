"""Choosing intended shares, and what they add up to."""

from __future__ import annotations

from datetime import date

import pytest

from planner.actions.attention import intend
from planner.domain.errors import KnownError
from planner.library import Library
from planner.queries.cadence.attention import attention


def layer(library: Library, hue: str) -> int:
    return int(library.value("SELECT id FROM layer WHERE hue = ?", (hue,)))


def share(library: Library, hue: str) -> float | None:
    found: float | None = library.value("SELECT intended_share FROM layer WHERE hue = ?", (hue,))
    return found


def test_a_share_is_changed_as_one_step_and_its_sum_said_in_words(library: Library, today: date) -> None:
    assert attention(library, today).intended_words == ""
    intend(library, {layer(library, "team"): 0.4})
    assert share(library, "team") == 0.4
    assert library.history()[0].label == "Change the intended share of Own team"
    assert attention(library, today).intended_words == "The shares add up to 110 percent: 10 too many."
    library.undo()
    assert share(library, "team") == 0.3


def test_several_shares_are_one_step(library: Library, today: date) -> None:
    steps = len(library.history())
    intend(library, {layer(library, "team"): 0.2, layer(library, "peers"): None})
    assert len(library.history()) == steps + 1
    assert (share(library, "team"), share(library, "peers")) == (0.2, None)
    assert "one layer has none yet" in attention(library, today).intended_words


@pytest.mark.parametrize("wrong", [-0.1, 1.1, 60])
def test_what_is_no_share_changes_nothing(library: Library, wrong: float) -> None:
    with pytest.raises(KnownError, match="between 0 and 100"):
        intend(library, {layer(library, "peers"): 0.1, layer(library, "team"): wrong})
    assert share(library, "peers") == 0.22
    with pytest.raises(KnownError, match="no longer"):
        intend(library, {1: 0.1})
