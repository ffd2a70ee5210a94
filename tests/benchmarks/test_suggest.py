"""The speed of a suggested plan: the benchmark runs, and at full length it stays within what is allowed."""

from __future__ import annotations

import sys

import pytest

from tests.benchmarks import suggest


def test_the_benchmark_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["suggest", "--people", "20", "--days", "3", "--runs", "1"])
    assert suggest.main() == 0
    written = capsys.readouterr().out
    assert written.startswith("20 people, 3 days") and "gap 0.00%" in written and "slowest" in written


@pytest.mark.long
def test_ten_days_with_150_people_are_planned_within_three_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["suggest"])
    assert suggest.main() == 0
