"""Objectivity: the owner's own ratings held against the evidence, for one person and over the portfolio.

Source: SCIENCE 2.6. z = (r - m) / sqrt(v^2 + sigma^2), where r is the rating of keeping promises, m and v are
mean and standard deviation of the evidence's belief, and sigma is the noise of a rating.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean

from planner.domain import words
from planner.domain.belief import Belief

SHUFFLES = 1000
SEED = 26
"""The shuffles are the same at every look, so that the answer is, too."""
FEWEST_PEOPLE, FEWEST_A_GROUP = 10, 3
LARGEST_SHOWN = 3
NOTICE_GAP = 0.15
_RATING_NOISE = 0.10
_NOTICE_Z, _NOTICE_EVIDENCE = 1.64, 5.0
_SIGN = 0.05

_POWER: tuple[tuple[int, str, str], ...] = (
    (40, "52–61 %", "93–97 %"),
    (20, "32–35 %", "69–77 %"),
    (10, "20–22 %", "36–50 %"),
)
"""From so many people on: how often the check finds a bias of 0.1, and of 0.2 (SCIENCE 2.6, simulated)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A rating held against its evidence: `gap` is r - m, `z` the gap in standard deviations of both."""

    rating: float
    mean: float
    gap: float
    z: float
    evidence: float

    @property
    def is_noticed(self) -> bool:
        """Whether it is worth saying, gently: most such gaps of one person are chance."""
        return abs(self.z) >= _NOTICE_Z and abs(self.gap) >= NOTICE_GAP and self.evidence >= _NOTICE_EVIDENCE


def notice_words(held: Held, kept: int, counted: int) -> str:
    """'You expect 95 %; 7 of 10 promises kept.': the rating beside the count, without a verdict."""
    expected = f"You expect {round(100 * held.rating)} %"
    return f"{expected}; {kept} of {words.count(counted, 'promise')} kept."


def held_against(rating: float, found: Belief) -> Held | None:
    """A rating in 0 to 1 against the belief about the same question; None without evidence."""
    if not found.is_known:
        return None
    gap = rating - found.mean
    return Held(
        rating=rating,
        mean=found.mean,
        gap=gap,
        z=gap / sqrt(found.spread**2 + _RATING_NOISE**2),
        evidence=found.evidence,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """A person with a gap between rating and record; `close` None where closeness was not marked."""

    person_id: int
    gap: float
    close: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """The check over everybody: `difference` is mean gap of the close less that of the others.

    `chance` is the one-sided p of a difference at least as large if closeness meant nothing. Both are None,
    and `missing` says what for, where there are too few people.
    """

    people: int
    close: int
    difference: float | None
    chance: float | None
    missing: str
    power: str
    largest: tuple[Rated, ...]
    underrated: tuple[Rated, ...]


def check_portfolio(rated: Sequence[Rated]) -> Portfolio:
    """Hold the ratings of people one is close to against those of the others; the order does not matter."""
    known = sorted(rated, key=lambda each: each.person_id)
    marked = [each for each in known if each.close is not None]
    close = sum(bool(each.close) for each in marked)
    missing = _missing(len(marked), close)
    difference = None if missing else _difference(marked)
    return Portfolio(
        people=len(marked),
        close=close,
        difference=difference,
        chance=None if difference is None else _chance(marked, difference),
        missing=missing,
        power="" if missing else power_words(len(marked)),
        largest=tuple(sorted(known, key=lambda each: -abs(each.gap))[:LARGEST_SHOWN]),
        underrated=tuple(sorted((e for e in known if e.gap <= -NOTICE_GAP), key=lambda each: each.gap)),
    )


def _missing(people: int, close: int) -> str:
    if people < FEWEST_PEOPLE:
        return (
            f"Needs {FEWEST_PEOPLE} people whom you rated, marked as close or not, and who promised you "
            f"something; there are {people}."
        )
    if min(close, people - close) < FEWEST_A_GROUP:
        return f"Needs at least {FEWEST_A_GROUP} people close to you and {FEWEST_A_GROUP} others."
    return ""


def _difference(marked: Sequence[Rated]) -> float:
    return fmean(e.gap for e in marked if e.close) - fmean(e.gap for e in marked if not e.close)


def _chance(marked: Sequence[Rated], difference: float) -> float:
    """p = (1 + count) / (N + 1) over N shuffles of who is close."""
    gaps = [each.gap for each in marked]
    close = sum(bool(each.close) for each in marked)
    others, total = len(gaps) - close, sum(gaps)
    chance = random.Random(SEED)
    count = 0
    for _ in range(SHUFFLES):
        among = sum(chance.sample(gaps, close))
        count += among / close - (total - among) / others >= difference - 1e-12
    return (1 + count) / (SHUFFLES + 1)


def power_words(people: int) -> str:
    """What a check of so many people can find, in one sentence."""
    from_people, small, large = next(row for row in _POWER if people >= row[0])
    return (
        f"A check of {from_people} people finds a bias of .1 in {small} of cases and one of .2 in {large}; "
        f"yours has {people}. Finding nothing is no proof."
    )


def finding(portfolio: Portfolio) -> str:
    """What the check says, in one or two sentences."""
    if portfolio.difference is None or portfolio.chance is None:
        return portfolio.missing
    size = f"{abs(portfolio.difference):.2f}".lstrip("0")
    chance = "< .01" if portfolio.chance < 0.01 else f"{portfolio.chance:.2f}".lstrip("0")
    counted = f"({portfolio.people} people, p {chance})"
    if portfolio.chance >= _SIGN:
        return f"No sign that you rate people you are close to higher than their record {counted}."
    return (
        f"You rate people you are close to {size} higher than their record {counted}. "
        "Liking and merit can go together; look at the three largest gaps."
    )
