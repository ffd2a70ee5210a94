"""A typed line is understood at once: the benchmark runs, and at full length stays within what is allowed."""

from __future__ import annotations

import sys

import pytest

from tests.benchmarks import one_line


def test_the_benchmark_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["one_line", "--people", "60", "--rounds", "1"])
    monkeypatch.setattr(one_line, "CONVERSATIONS", 1_000)
    assert one_line.main() in (0, 1)  # so few people say nothing about speed
    written = capsys.readouterr().out
    assert "60 people read into the index" in written and "slowest 95th percentile" in written


@pytest.mark.long
@pytest.mark.timeout(600)
def test_a_line_takes_less_than_five_milliseconds_with_ten_thousand_people(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "argv", ["one_line"])
    assert one_line.main() == 0
