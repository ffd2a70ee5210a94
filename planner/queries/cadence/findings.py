"""What each cadence answer says, in one sentence that is true of it: the titles of the charts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from planner.domain import words
from planner.domain.names import first_name
from planner.domain.rhythm import QUIET_FROM
from planner.queries.cadence.against_rhythm import AgainstRhythm
from planner.queries.cadence.attention import Attention, Capacity, LayerTime
from planner.queries.cadence.going_quiet import Quiet
from planner.queries.cadence.heat import Heat
from planner.queries.cadence.kept import EVERYBODY, Kept, KeptLine, KeptPoint
from planner.queries.cadence.reached_out import Beginnings, ReachedOutFirst

_MOST_NAMES = 4
_MONTH, _WEEK = 30, 7
_WORTH_SAYING = 0.08
"""A share has changed, or is off, from here on. A convention."""
_MANY = 3
"""So many conversations more on one side are worth a sentence. A convention."""
TOO_LITTLE = "Not enough history yet."


def heat_finding(heat: Heat) -> str:
    """Who has gone longest without a conversation, past the rhythm."""
    silent = heat.silences
    if not heat.people:
        return TOO_LITTLE
    if not silent:
        return "Nobody here has been quiet for longer than their rhythm"
    named = silent[:_MOST_NAMES]
    names = words.in_a_row([first_name(heat.people[place].name) for place, _days in named])
    has = "has" if len(named) == 1 else "have"
    return f"{names} {has} gone {_length(named[-1][1])} without a conversation"


def _length(days: int) -> str:
    """'two months', 'three weeks', 'nine days': whole ones that have passed."""
    if days >= 2 * _MONTH:
        return words.small_count(days // _MONTH, "month")
    return words.small_count(days // _WEEK, "week") if days >= 2 * _WEEK else words.small_count(days, "day")


def kept_finding(kept: Kept) -> str:
    """Which layer slipped most from its best month, and which rose most from its worst."""
    moved = list(filter(None, map(_moved, kept.lines)))
    slipped = min(moved, key=lambda each: each.slipped, default=None)
    risen = max(moved, key=lambda each: each.risen, default=None)
    parts = []
    if slipped and slipped.slipped <= -_WORTH_SAYING:
        parts.append(f"{slipped.name} slipped {slipped.since_the_best}")
    if risen and risen.risen >= _WORTH_SAYING and risen is not slipped:
        since = risen.from_the_worst if parts else risen.since_the_worst
        parts.append(f"{risen.name} rose {since}")
    if parts:
        return "; ".join(parts)
    return _together(kept)


def _together(kept: Kept) -> str:
    """What is to be said of all layers together, where no layer says anything."""
    moved = _moved(KeptLine(layer=EVERYBODY, points=kept.everybody))
    now = kept.everybody[-1].share if kept.everybody else None
    if now is None:
        return TOO_LITTLE
    if moved and moved.slipped <= -_WORTH_SAYING:
        return f"Rhythms kept slipped {moved.since_the_best}"
    if moved and moved.risen >= _WORTH_SAYING:
        return f"Rhythms kept rose {moved.since_the_worst}"
    said = f"{_percent(now)} percent of the rhythms were kept"
    return f"{said}, much as before" if moved else said


def slipped_most(kept: Kept) -> int | None:
    """The place of the line that slipped most, among those shown; None where none did enough to be said."""
    moved = [(found.slipped, place) for place, line in enumerate(kept.shown) if (found := _moved(line))]
    slipped, place = min(moved, default=(0.0, 0))
    return place if slipped <= -_WORTH_SAYING else None


class _Moved(NamedTuple):
    """How a layer's newest share stands to its best and its worst month before."""

    name: str
    now: float
    best: KeptPoint
    worst: KeptPoint

    @property
    def slipped(self) -> float:
        return self.now - (self.best.share or 0.0)

    @property
    def risen(self) -> float:
        return self.now - (self.worst.share or 0.0)

    @property
    def since_the_best(self) -> str:
        return self._said(self.best)

    @property
    def since_the_worst(self) -> str:
        return self._said(self.worst)

    @property
    def from_the_worst(self) -> str:
        """'from 71 to 93', where the sentence has said percent already."""
        return f"from {_percent(self.worst.share or 0.0)} to {_percent(self.now)}"

    def _said(self, before: KeptPoint) -> str:
        """'from 84 to 57 percent since March'."""
        then = _percent(before.share or 0.0)
        return f"from {then} to {_percent(self.now)} percent since {words.long_month(before.day)}"


def _moved(line: KeptLine) -> _Moved | None:
    """None where there is nothing to say of a layer now, or nothing to hold it against."""
    known = [each for each in line.points if each.share is not None]
    if len(known) < 2 or known[-1] is not line.points[-1]:
        return None
    latest_first = known[-2::-1]
    return _Moved(
        line.layer.short_name,
        known[-1].share or 0.0,
        max(latest_first, key=lambda each: each.share or 0.0),
        min(latest_first, key=lambda each: each.share or 0.0),
    )


def _percent(share: float) -> int:
    return round(100 * share)


def against_rhythm_finding(found: AgainstRhythm) -> str:
    """How many are past their rhythm, and how many by more than twice."""
    past = [each for each in found.bins if each.low >= 1]
    twice = sum(len(each.people) for each in past if each.low >= QUIET_FROM)
    count = sum(len(each.people) for each in past)
    if found.longest_share is None:
        return TOO_LITTLE
    if not count:
        return "Everybody is within their rhythm"
    people = words.small_count(count, "person is", "people are").capitalize()
    if not twice:
        return f"{people} past their rhythm, but none by twice or more"
    return f"{people} past their rhythm, {words.small(twice)} of them by twice or more"


def attention_finding(found: Attention, *, narrowed: bool = False) -> str:
    """Which layer takes most more, or less, of the time than was intended.

    Where nothing was intended, and where the time is `narrowed` to some people: which has most of it.
    """
    if found.spread is None:
        return "No time with anybody is written down for this quarter"
    whole = sum(each.layer.intended_share or 0.0 for each in found.layers)
    if narrowed or not whole:
        return _most_time(found, "this time" if narrowed else "your time")

    def off(each: LayerTime) -> float:
        return (each.share or 0.0) - (each.layer.intended_share or 0.0) / whole

    far = max(found.layers, key=lambda each: abs(off(each)))
    if abs(off(far)) < _WORTH_SAYING:
        return "Your time is spread much as you meant it"
    meant = _percent((far.layer.intended_share or 0.0) / whole)
    only = "" if off(far) > 0 else "Only "
    return (
        f"{only}{_percent(far.share or 0.0)} percent of your time goes to {far.layer.name}; "
        f"you meant it to be {meant}"
    )


def _most_time(found: Attention, whose: str) -> str:
    most = max(found.layers, key=lambda each: each.minutes)
    if sum(each.minutes > 0 for each in found.layers) == 1:
        return f"All of {whose} goes to {most.layer.name}"
    return f"Most of {whose} goes to {most.layer.name}: {_percent(most.share or 0.0)} percent"


def asked_words(found: Capacity) -> str:
    """What all rhythms ask for, against the time set aside."""
    asked = words.length(round(60 * found.demanded_hours))
    if found.load is None:
        return f"Your rhythms ask for {asked} a week; no time is set aside yet."
    aside = words.length(round(60 * found.set_aside_hours))
    return f"Your rhythms ask for {asked} a week; {aside} are set aside."


def capacity_finding(found: Capacity) -> str:
    """Whether all rhythms fit into the time set aside, and which single change would make them fit."""
    said = asked_words(found)
    if not found.reliefs:
        over = found.load is not None and found.load > 1
        return f"{said} No change of a single rhythm is enough." if over else said
    best = found.reliefs[0]
    whose = best.layer or "people in no layer"
    return f"{said} It fits if {whose} is every {best.rhythm_days} days instead of {best.now_days}."


def quiet_finding(found: Quiet) -> str:
    """How many may go quiet, and by when."""
    by = words.long_day(found.until, found.as_of)
    if not found.likely_total:
        return f"Nobody is likely to go quiet by {by}"
    people = words.small_count(found.likely_total, "person", "people").capitalize()
    return f"{people} may go quiet by {by} unless you plan something"


def reached_out_finding(found: ReachedOutFirst) -> str:
    """Whom you reach out to most one-sidedly, and who does so to you."""
    yours = _most_one_sided(found.people, lambda each: each.you - each.they)
    theirs = _most_one_sided(found.people, lambda each: each.they - each.you)
    if yours and theirs:
        return f"You reach out to {yours}; {theirs} reaches out to you"
    if yours:
        return f"You reach out to {yours}, more than the other way round"
    if theirs:
        return f"{theirs} reaches out to you, more than the other way round"
    if not found.you + found.they:
        return TOO_LITTLE
    return f"You reached out {found.you} times, they {found.they}"


def _most_one_sided(people: Sequence[Beginnings], lead: Callable[[Beginnings], int]) -> str:
    """The first name of whoever is ahead most, '' where nobody is by much."""
    ahead = max(people, key=lead, default=None)
    return first_name(ahead.name) if ahead is not None and lead(ahead) >= _MANY else ""
