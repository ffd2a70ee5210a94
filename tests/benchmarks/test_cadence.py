"""The cadence's speed: the benchmark runs, and at full length it stays within what is allowed."""

from __future__ import annotations

import sys

import pytest

from tests.benchmarks import cadence


def test_the_benchmark_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["cadence", "--people", "60", "--conversations", "3000", "--runs", "1"])
    assert cadence.main() in (0, 1)  # so small a library says nothing about speed
    written = capsys.readouterr().out
    assert written.startswith("60 people") and "ratio" in written and "after one conversation" in written


@pytest.mark.long
@pytest.mark.timeout(600)
def test_everybodys_cadence_takes_at_most_twice_as_long_as_reading_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "argv", ["cadence"])
    assert cadence.main() == 0
