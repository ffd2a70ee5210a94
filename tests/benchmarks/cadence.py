"""How long everybody's cadence takes, against reading the rows it is made from; and after one change.

    python -m tests.benchmarks.cadence [--people N] [--conversations M] [--runs N] [--library FILE]

In turn, in one run: reading whose conversation it was and on which day, in order, from the library; and
everybody's contact-days, gaps, statistics, states and forecasts. A ratio of 2 or less is the aim. Then a
conversation is logged, again and again, and the cadence brought up to date: under 5 ms is the aim.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.sample import write_sample
from planner.library import Library
from planner.library.changes import Changed
from planner.queries.cadence.everybody import Everybody, as_of, everybody, refreshed
from planner.queries.cadence.going_quiet import going_quiet

TODAY = date(2026, 9, 15)
NOW = datetime(2026, 9, 15, 12, tzinfo=UTC)
MOST_RATIO = 2.0
MOST_SECONDS = 0.005
_CHANGES = 25

_ROWS = "SELECT person_id, day FROM participation ORDER BY person_id, day"


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    begun = perf_counter()
    work()
    return perf_counter() - begun


def whole(library: Library) -> Everybody:
    """Everybody's cadence with all that is told of it."""
    known = everybody(library, TODAY)
    known.statistics()
    return known


def ratio(library: Library, runs: int) -> float:
    """Read the rows and make the cadence, in turn; the first round is not counted."""
    pairs = [
        (seconds(lambda: list(library.rows(_ROWS))), seconds(lambda: whole(library))) for _ in range(runs + 1)
    ][1:]
    rows, ours = (median(column) for column in zip(*pairs, strict=True))
    people = library.value("SELECT count(*) FROM person")
    talks = library.value("SELECT count(*) FROM participation")
    print(f"{people:,} people, {talks:,} times that somebody talked with somebody")
    print(f"reading the rows          {rows:.3f} s")
    print(f"everybody's cadence       {ours:.3f} s")
    found = median(mine / theirs for theirs, mine in pairs)
    print(f"ratio                     {found:.2f}, allowed {MOST_RATIO:.0f}")
    return found


def after_a_change(library: Library) -> float:
    """Log conversations with the busiest person and others, and bring the cadence up to date each time."""
    known = whole(library)
    people = [
        row[0]
        for row in library.rows(
            "SELECT person_id FROM participation GROUP BY person_id ORDER BY count(*) DESC LIMIT ?",
            (_CHANGES,),
        )
    ]
    heard: list[Changed] = []
    stop = library.listen(heard.append)
    times = []
    for number, who in enumerate(people):
        form = ConversationForm(people=(who,), day=TODAY - timedelta(days=number % 3))
        log_conversation(library, form, now=NOW)
        changed, before = heard.pop(), known
        times.append(seconds(lambda changed=changed, before=before: refreshed(library, before, changed)))  # type: ignore[misc]
        known = refreshed(library, before, changed)
    stop()
    found = median(times)
    print(f"after one conversation    {found * 1000:.1f} ms ({max(times) * 1000:.1f} at most), allowed 5")
    return found


def beside(library: Library) -> None:
    """What else the screens ask, for orientation."""
    known = whole(library)
    past = TODAY - timedelta(days=91)
    print(f"as of a quarter before    {seconds(lambda: as_of(library, known, past)):.3f} s")
    print(f"who may go quiet          {seconds(lambda: going_quiet(library, known)):.3f} s")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--conversations", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--library", type=Path, help="a library that is there; conversations are added to it")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = wanted.library or Path(folder) / "cadence.rapport"
        with Library(path, clock=lambda: NOW) as library:
            if wanted.library is None:
                write_sample(library, today=TODAY, people=wanted.people, conversations=wanted.conversations)
            sound = ratio(library, wanted.runs) <= MOST_RATIO
            sound &= after_a_change(library) <= MOST_SECONDS
            beside(library)
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
