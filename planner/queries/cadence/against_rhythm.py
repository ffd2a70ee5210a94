"""How long ago you spoke with everybody, against their rhythm."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from planner.domain.rhythm import QUIET_FROM, State
from planner.queries.cadence.everybody import Everybody

BIN_WIDTH = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class RhythmBin:
    """The people whose silence is from `low` to below `high` rhythms; the last bin has no upper end."""

    low: float
    high: float | None
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgainstRhythm:
    """As of a day: everybody with a rhythm and a conversation, by the share of the rhythm used.

    `states` has the people in each state; those who rest, have no rhythm or were never spoken with are in no
    bin. `longest_share` is None where nobody is in one.
    """

    as_of: date
    bins: tuple[RhythmBin, ...]
    states: dict[State, tuple[int, ...]]
    longest_share: float | None


def against_rhythm(known: Everybody, *, people: Iterable[int] | None = None) -> AgainstRhythm:
    """The silences of everybody, or of some, in quarters of their rhythm up to twice it, and beyond."""
    wanted = None if people is None else frozenset(people)
    measured = [each for each in known.measures if wanted is None or each.person_id in wanted]
    states: dict[State, list[int]] = {state: [] for state in State}
    count = round(QUIET_FROM / BIN_WIDTH)
    bins: list[list[int]] = [[] for _ in range(count + 1)]
    shares = []
    for each in measured:
        states[each.state].append(each.person_id)
        if each.share is not None and each.last_day is not None and each.state is not State.RESTING:
            bins[min(count, int(each.share / BIN_WIDTH))].append(each.person_id)
            shares.append(each.share)
    return AgainstRhythm(
        as_of=known.today,
        bins=tuple(
            RhythmBin(
                low=place * BIN_WIDTH,
                high=(place + 1) * BIN_WIDTH if place < count else None,
                people=tuple(inside),
            )
            for place, inside in enumerate(bins)
        ),
        states={state: tuple(those) for state, those in states.items()},
        longest_share=max(shares, default=None),
    )
