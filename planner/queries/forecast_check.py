"""How the forecasts of the log held up: the monthly self-check (SCIENCE 1.9)."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import fsum
from typing import TypeVar

from planner.domain import words
from planner.domain.forecast_check import (
    FEWEST,
    Bin,
    Resolved,
    Waited,
    base_rate,
    brier,
    calibration,
    calibration_slope,
    concordance,
    rate_forecast,
    skill,
)
from planner.domain.gaps import statistics_of
from planner.library import Library
from planner.queries.recalibrated import Correcting, correcting

Key = TypeVar("Key", int, date)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A forecast that has come due, with what simpler rules would have said at that time.

    `mean_gap` and `smoothed_gap` are chances, None where there was no gap yet. `waited` is in days.
    """

    made_on: date
    person_id: int
    horizon_days: int
    chance: float
    happened: bool
    mean_gap: float | None
    smoothed_gap: float | None
    waited: int
    ended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Some forecasts held against what happened.

    A skill is 1 - Brier / Brier of a rule: above 0 the forecasts were better than it; None where it cannot be
    said. Those of the gaps speak of the forecasts about people who had one. `happened` is the base rate.
    """

    forecasts: int
    happened: float
    brier: float
    skill: float | None
    skill_mean_gap: float | None
    skill_smoothed_gap: float | None
    slope: float | None
    concordance: float | None
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastCheck:
    """The self-check as of a day.

    `counted` are those without a suggestion beside them: only they say what happens if nobody acts, and they
    are a selected part. `whole` is None while it is too early. Horizons and months have their own figures
    where there are enough.
    """

    as_of: date
    waiting: int
    prompted: int
    counted: int
    whole: Check | None
    horizons: tuple[tuple[int, Check], ...]
    months: tuple[tuple[date, Check], ...]
    correcting: Correcting

    @property
    def too_early(self) -> bool:
        """Whether fewer than fifty have come due."""
        return self.whole is None

    @property
    def sentence(self) -> str:
        """What the check finds, in words."""
        if self.whole is None:
            return f"Too early to tell: {self.counted} of {FEWEST} forecasts have come due."
        better = self.whole.skill is not None and self.whole.skill > 0
        than = "better than" if better else "no better than"
        return (
            f"Of {self.whole.forecasts} forecasts that nobody was prompted by, what was told as "
            f"{_percent(self.whole)} on average happened in {words.percent(self.whole.happened)}; they were "
            f"{than} always saying the usual rate."
        )


def _percent(check: Check) -> str:
    told = fsum(each.told * each.number for each in check.bins) / check.forecasts
    return words.percent(told)


def forecast_check(library: Library, today: date) -> ForecastCheck:
    """What has come of the forecasts up to a day."""
    found = cases(library, today)
    whole = check_of(found) if len(found) >= FEWEST else None
    return ForecastCheck(
        as_of=today,
        waiting=library.value("SELECT count(*) FROM forecast WHERE happened IS NULL"),
        prompted=library.value("SELECT count(*) FROM forecast WHERE happened IS NOT NULL AND suggested = 1"),
        counted=len(found),
        whole=whole,
        horizons=_enough((each.horizon_days, each) for each in found),
        months=_enough((each.made_on.replace(day=1), each) for each in found),
        correcting=correcting(library),
    )


def _enough(keyed: Iterable[tuple[Key, Case]]) -> tuple[tuple[Key, Check], ...]:
    sorted_in: defaultdict[Key, list[Case]] = defaultdict(list)
    for key, case in keyed:
        sorted_in[key].append(case)
    return tuple((key, check_of(those)) for key, those in sorted(sorted_in.items()) if len(those) >= FEWEST)


def check_of(found: Sequence[Case]) -> Check:
    """Hold forecasts against what happened, and against the simpler rules."""
    told = [Resolved(each.chance, each.happened) for each in found]
    rate, score = base_rate(told), brier(told)
    return Check(
        forecasts=len(told),
        happened=rate,
        brier=score,
        skill=skill(score, brier(Resolved(rate, each.happened) for each in told)),
        skill_mean_gap=_skill_over(found, [each.mean_gap for each in found]),
        skill_smoothed_gap=_skill_over(found, [each.smoothed_gap for each in found]),
        slope=calibration_slope(told),
        concordance=concordance([Waited(each.chance, each.waited, each.ended) for each in found]),
        bins=calibration(told),
    )


def _skill_over(found: Sequence[Case], rule: Sequence[float | None]) -> float | None:
    pairs = [(case, said) for case, said in zip(found, rule, strict=True) if said is not None]
    if not pairs:
        return None
    ours = brier(Resolved(case.chance, case.happened) for case, _ in pairs)
    return skill(ours, brier(Resolved(said, case.happened) for case, said in pairs))


_CASES = """
SELECT made_on, person_id, horizon_days, chance, happened FROM forecast
WHERE happened IS NOT NULL AND suggested = 0 AND made_on < ? ORDER BY made_on, person_id, horizon_days
"""
_DAYS = """
SELECT x.person_id, x.day, min(substr(c.recorded_at, 1, 10))
FROM participation x JOIN conversation c ON c.id = x.conversation_id
WHERE x.person_id IN (SELECT value FROM json_each(?)) AND x.day <= ? GROUP BY 1, 2 ORDER BY 1, 2
"""


def cases(library: Library, today: date) -> list[Case]:
    """The forecasts that count, oldest first.

    The simpler rules know only what was dated and written down by then: never what was imported later.
    """
    rows = list(library.rows(_CASES, (today.isoformat(),)))
    known: defaultdict[int, list[tuple[date, date]]] = defaultdict(list)
    people = json.dumps(sorted({row[1] for row in rows}))
    for person_id, day, recorded in library.rows(_DAYS, (people, today.isoformat())):
        known[person_id].append((date.fromisoformat(day), date.fromisoformat(recorded)))
    gaps: dict[tuple[int, date], tuple[float | None, float | None]] = {}
    found = []
    for made, person_id, horizon, chance, happened in rows:
        made_on = date.fromisoformat(made)
        origin = (person_id, made_on)
        if origin not in gaps:
            gaps[origin] = _gaps_at(known[person_id], made_on)
        mean, smoothed = gaps[origin]
        waited, ended = _wait(known[person_id], made_on, today)
        found.append(
            Case(
                made_on=made_on,
                person_id=person_id,
                horizon_days=horizon,
                chance=chance,
                happened=bool(happened),
                mean_gap=rate_forecast(mean, horizon),
                smoothed_gap=rate_forecast(smoothed, horizon),
                waited=waited,
                ended=ended,
            )
        )
    return found


def _gaps_at(days: Sequence[tuple[date, date]], origin: date) -> tuple[float | None, float | None]:
    """The mean gap and the smoothed gap as they were known on a day."""
    known = [day for day, recorded in days if day <= origin and recorded <= origin]
    lengths = [(later - sooner).days for sooner, later in pairwise(known)]
    statistics = statistics_of(lengths)
    return statistics.mean, statistics.smoothed


def _wait(days: Sequence[tuple[date, date]], origin: date, today: date) -> tuple[int, bool]:
    """How many days it took to the next contact, or how many passed until today without one."""
    place = bisect_right(days, (origin, date.max))
    return ((days[place][0] - origin).days, True) if place < len(days) else ((today - origin).days, False)
