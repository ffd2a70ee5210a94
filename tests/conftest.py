"""What most tests need: a clock that stands still, a fresh library, and private files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from planner.library import Library
from tests.offline import stay_on_this_computer

stay_on_this_computer()  # P15: no test reaches a network, whatever it starts to do

# Other work on the machine must not make a property fail: what is slow shows in the benchmarks.
settings.register_profile(
    "any machine",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,  # the whole check throws the same dice each time
)
settings.load_profile("any machine")

TODAY = date(2026, 9, 15)
NOW = datetime(2026, 9, 15, 7, 20, tzinfo=timezone(timedelta(hours=2)))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """After a long run: what came of every promise."""
    if config.option.markexpr == "long":
        from tests.promises import figures, keep

        ran = [
            each
            for outcome in ("passed", "failed")
            for each in terminalreporter.getreports(outcome)
            if each.when == "call" or each.failed
        ]
        terminalreporter.section("what Rapport promises")
        terminalreporter.write_line("\n".join(figures(ran)))
        if os.environ.get("KEEP_FIGURES"):
            keep(ran, datetime.now().astimezone().date().isoformat())


@pytest.fixture(autouse=True)
def _as_the_program_begins(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is made is nobody else's to read; and the tests live in UTC wherever they run."""
    monkeypatch.setenv("TZ", "UTC")
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def clock() -> Callable[[], datetime]:
    return lambda: NOW


@pytest.fixture
def library(tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Library]:
    """A fresh library with its six layers and nobody in it."""
    with Library(tmp_path / "test.rapport", clock=clock) as opened:
        yield opened


@pytest.fixture
def sample(tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Library]:
    """The sample library on Tuesday 15 September 2026."""
    from planner.actions.sample import write_sample

    with Library(tmp_path / "sample.rapport", clock=clock) as opened:
        write_sample(opened, today=TODAY)
        yield opened
