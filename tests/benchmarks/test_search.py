"""Search answers at every key: at full length the benchmark stays within what is allowed."""

from __future__ import annotations

import sys

import pytest

from tests.benchmarks import search


@pytest.mark.long
@pytest.mark.timeout(900)
def test_a_million_notes_are_searched_within_thirty_milliseconds_a_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "argv", ["search"])
    assert search.main() == 0
