"""Which ways to talk are possible on which day: who is where, when both sides work (SCIENCE 1.11, 4.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from planner.domain.channels import Channel
from planner.domain.names import fold
from planner.domain.planning import LEAST_GAIN, LENGTHS, Deadline, Instance, Option, PlanDay, Stretch
from planner.domain.planning_value import Candidate, silent_chances, value_of_talk
from planner.domain.week import STEP_MINUTES

WORKS_FROM, WORKS_UNTIL = time(9, 0), time(18, 0)
"""When somebody is taken to work whose hours are not known. A convention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Working hours in a time zone (an IANA name)."""

    zone: str
    begins: time = WORKS_FROM
    ends: time = WORKS_UNTIL


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDay:
    """A day to plan, where you are on it, and when you work there; `city` is '' where not known."""

    plan_day: PlanDay
    city: str
    hours: Hours


def known_zone(name: str) -> str:
    """The zone, or '' where there is none of this name: then it limits nothing."""
    try:
        return ZoneInfo(name).key if name else ""
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ""


def overlap(day: date, mine: Hours, theirs: Hours) -> tuple[int, int] | None:
    """When both work on a date, in my minutes since midnight; each zone counts as it is on that date."""
    begin = max(_instant(day, mine.begins, mine.zone), _instant(day, theirs.begins, theirs.zone))
    end = min(_instant(day, mine.ends, mine.zone), _instant(day, theirs.ends, theirs.zone))
    if end <= begin:
        return None
    midnight = _instant(day, time(), mine.zone)
    return int((begin - midnight).total_seconds()) // 60, int((end - midnight).total_seconds()) // 60


def _instant(day: date, at: time, zone: str) -> datetime:
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)


def instance_of(candidates: Sequence[Candidate], days: Sequence[OpenDay], today: date) -> Instance:
    """The programme for these people and days; the days' stretches are cut where somebody's hours end."""
    windows = {
        (each.plan_day.day, zone): _window(each, zone)
        for each in days
        for zone in sorted({candidate.zone for candidate in candidates})
    }
    cut = [_cut(each, [windows[key] for key in windows if key[0] == each.plan_day.day]) for each in days]
    options = [option for candidate in candidates for option in _options(candidate, cut, windows, today)]
    return Instance(
        days=tuple(each.plan_day for each in cut),
        options=tuple(options),
        deadlines=tuple(_deadlines(candidates, cut, today)),
        layer_of=tuple((each.person_id, each.layer) for each in candidates if each.layer),
    )


def _window(day: OpenDay, zone: str) -> tuple[int, int] | None:
    """When one may call into a zone, on quarters of an hour; an unknown zone limits nothing."""
    both = overlap(day.plan_day.day, day.hours, Hours(zone=zone)) if zone else (0, 24 * 60)
    if both is None:
        return None
    begin, end = -(-both[0] // STEP_MINUTES) * STEP_MINUTES, both[1] // STEP_MINUTES * STEP_MINUTES
    return (begin, end) if end > begin else None


def _cut(day: OpenDay, windows: Iterable[tuple[int, int] | None]) -> OpenDay:
    """The day with its stretches cut where a window begins or ends: each piece is inside one or outside."""
    marks = sorted({mark for window in windows if window for mark in window})
    pieces: list[Stretch] = []
    for stretch in day.plan_day.stretches:
        inner = [mark for mark in marks if stretch.begin < mark < stretch.end]
        ends = [stretch.begin, *inner, stretch.end]
        pieces += [Stretch(begin=first, end=last) for first, last in pairwise(ends)]
    plan_day = PlanDay(day=day.plan_day.day, free_minutes=day.plan_day.free_minutes, stretches=tuple(pieces))
    return OpenDay(plan_day=plan_day, city=day.city, hours=day.hours)


def _options(
    candidate: Candidate,
    days: Iterable[OpenDay],
    windows: dict[tuple[date, str], tuple[int, int] | None],
    today: date,
) -> list[Option]:
    silent = silent_chances(candidate)
    return [
        option
        for each in days
        if not any(pause.covers(each.plan_day.day) for pause in candidate.away)
        for option in _ways(candidate, each, silent, windows[each.plan_day.day, candidate.zone], today)
    ]


def _ways(
    candidate: Candidate,
    open_day: OpenDay,
    silent: Sequence[float],
    window: tuple[int, int] | None,
    today: date,
) -> Iterator[Option]:
    """The ways to talk on a day, the shortest first: each longer one only where it gains more."""
    day, reached = open_day.plan_day, 0.0
    for channel, minutes in sorted(LENGTHS.items(), key=lambda each: each[1]):
        places = _places(candidate, open_day, channel, window)
        if minutes > day.free_minutes or not (places or channel is Channel.MESSAGE):
            continue
        value = value_of_talk(candidate, silent, day.day, channel, today)
        if value >= reached + LEAST_GAIN:
            reached = value
            yield Option(
                person_id=candidate.person_id,
                day=day.day,
                channel=channel,
                minutes=minutes,
                value=value,
                stretches=places,
            )


def _places(
    candidate: Candidate, open_day: OpenDay, channel: Channel, window: tuple[int, int] | None
) -> tuple[int, ...]:
    """In person only where both are in one city; calls only while both work."""
    if channel is Channel.MESSAGE:
        return ()
    if channel is Channel.IN_PERSON:
        if not candidate.city or fold(candidate.city) != fold(open_day.city):
            return ()
        window = (0, 24 * 60)
    if window is None:
        return ()
    return tuple(
        place
        for place, stretch in enumerate(open_day.plan_day.stretches)
        if window[0] <= stretch.begin and stretch.end <= window[1] and stretch.minutes >= LENGTHS[channel]
    )


def _deadlines(candidates: Iterable[Candidate], days: Sequence[OpenDay], today: date) -> list[Deadline]:
    """Your promises that fall due while the plan lasts; what is late already counts on all of its days."""
    if not days:
        return []
    last = max(each.plan_day.day for each in days)
    return [
        Deadline(person_id=each.person_id, by=last if due < today else due)
        for each in candidates
        for due in each.yours_due
        if due <= last
    ]
