"""Contact logs to hold forecasts against: read from CSV, and cut at origins: nothing later is known."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from planner.domain.contacts import local_day
from planner.domain.forecast import END_OF_DAY
from planner.domain.gaps_many import (
    DayColumns,
    GapColumns,
    StatisticsColumns,
    gaps_of_many,
    statistics_of_many,
)
from planner.domain.two_habits_many import Floats, Numbers

MOST_SILENT_DAYS = 180
"""Relations silent for longer at an origin are not asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """The contact-days of pairs, as ordinals; the number of each pair, and whose it is."""

    pair: Numbers
    ego: Numbers
    columns: DayColumns
    first: int
    last: int

    def of(self, egos: Iterable[int]) -> Log:
        """Only the pairs of some egos."""
        chosen = np.isin(self.ego, list(egos))
        columns = self.columns.at(np.flatnonzero(chosen))
        return replace(self, pair=self.pair[chosen], ego=self.ego[chosen], columns=columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """All relations at an origin: what is known by then, and how long the next contact took.

    `wait` is inf where no contact followed; then it is known for `watched` days that there was none.
    """

    origin: int
    pair: Numbers
    ego: Numbers
    contacts: Numbers
    since: Floats
    age: Floats
    gaps: GapColumns
    statistics: StatisticsColumns
    wait: Floats
    watched: int

    def __len__(self) -> int:
        return len(self.pair)

    def happened(self, days: int) -> NDArray[np.bool_]:
        """Whether a contact followed within so many days."""
        return self.wait <= days


def read_log(file: Path, zone: str = "UTC") -> Log:
    """A log from CSV with the columns ego, alter and unix_time, by the days of a time zone."""
    met: dict[tuple[str, str], set[int]] = {}
    with file.open(newline="", encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            moment = datetime.fromtimestamp(float(row["unix_time"]), UTC)
            met.setdefault((row["ego"], row["alter"]), set()).add(local_day(moment, zone).toordinal())
    if not met:
        raise SystemExit(f"{file} has no rows with ego, alter and unix_time.")
    pairs = sorted(met)
    names = {name: number for number, name in enumerate(sorted({ego for ego, _ in pairs}))}
    return log_of([names[ego] for ego, _ in pairs], [sorted(met[pair]) for pair in pairs])


def log_of(egos: Sequence[int], days: Sequence[Sequence[int]]) -> Log:
    """A log from lists of contact-days, one a pair."""
    starts = np.cumsum([0, *map(len, days)])
    flat = np.fromiter((day for each in days for day in each), dtype=np.int32, count=int(starts[-1]))
    return Log(
        pair=np.arange(len(egos)),
        ego=np.array(egos),
        columns=DayColumns(starts, flat),
        first=int(flat.min()),
        last=int(flat.max()),
    )


def default_origins(log: Log, horizon: int) -> tuple[int, ...]:
    """Every 60 days from day 180 on, or from a third of a shorter log, as long as all can come due."""
    span = log.last - log.first
    begin = min(180, span // 3)
    return tuple(log.first + day for day in range(begin, span - horizon + 1, 60))


def split_egos(log: Log, seed: int) -> tuple[set[int], set[int]]:
    """Half of the egos to learn from, half to be asked about; a single ego is asked about itself."""
    egos = sorted({int(each) for each in log.ego})
    if len(egos) < 2:
        return set(egos), set(egos)
    random.Random(seed).shuffle(egos)
    return set(egos[: len(egos) // 2]), set(egos[len(egos) // 2 :])


def cases_at(log: Log, origin: int) -> Cases:
    """What is known at the end of a day, of relations that were not silent for too long."""
    known = log.columns.until(date.fromordinal(origin))
    asked = np.flatnonzero((known.number > 0) & (origin - known.last() <= MOST_SILENT_DAYS))
    past = known.at(asked)
    firsts = past.days[past.starts[:-1]]
    starts, days = log.columns
    upcoming = starts[asked] + known.number[asked]
    followed = upcoming < starts[asked + 1]
    wait = np.full(len(asked), np.inf)
    wait[followed] = days[upcoming[followed]] - origin
    gaps = gaps_of_many(past)
    return Cases(
        origin=origin,
        pair=log.pair[asked],
        ego=log.ego[asked],
        contacts=past.number,
        since=origin - past.last() + END_OF_DAY,
        age=origin - firsts + END_OF_DAY,
        gaps=gaps,
        statistics=statistics_of_many(gaps),
        wait=wait,
        watched=log.last - origin,
    )


def recent_rate(log: Log, origin: int, days: int) -> float:
    """The base rate of the recent past: of the relations so many days ago, the share met since."""
    before = cases_at(log, origin - days)
    return float(before.happened(days).mean()) if len(before) else 0.5
