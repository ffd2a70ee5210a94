"""From entries to the drafts of all their instances, with the work of recurrences weighed and limited."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from planner.domain import words
from planner.exchange.drafts import EventDraft
from planner.exchange.icalendar.entries import MOST_DAYS, Entry
from planner.exchange.icalendar.groups import Series, Single, grouped
from planner.exchange.icalendar.process import Answer, work_out_apart
from planner.exchange.icalendar.rules import is_finer_than_daily, steps
from planner.exchange.icalendar.series import MOST_INSTANCES, Instance, SeriesText, work_out
from planner.exchange.icalendar.times import instance_key, length
from planner.exchange.icalendar.zones import Zones
from planner.exchange.problems import ProblemList

MOST_EVENTS = 100_000
MOST_STEPS_EACH = 20_000
MOST_STEPS_IN_ALL = 100_000
_LONG = 2 * MOST_INSTANCES
_MOST_MOVES = 20
_NEARLY_ALL = 0.9
_FINER = "This entry repeats more often than daily; only its first time was kept."
_UNREADABLE = "How this entry repeats could not be read; only its first time was kept."
_TOO_SLOW = "Working out how this entry repeats failed or took too long; only its first time was kept."
_TOO_MANY = "With its recurrences this calendar has more than 100,000 events; the rest were left out."


class Recurrences:
    """Makes the drafts of one file, of which no more than 100,000 and no two for one instance."""

    def __init__(self, zones: Zones, until: date, problems: ProblemList) -> None:
        self._owner_name = zones.owner.name
        self._owner = zones.owner.rules
        self._until = until
        self._problems = problems
        self._steps_left = MOST_STEPS_IN_ALL
        self._drafts: dict[tuple[str, str], EventDraft] = {}
        self._full = False

    def drafts(self, entries: Sequence[Entry], tell: Callable[[float], None]) -> tuple[EventDraft, ...]:
        """All instances in the order of the file; `tell` hears the share of the work that is done."""
        apart: list[Series] = []
        groups = grouped(entries, self._owner)
        for done, group in enumerate(groups):
            tell(done / len(groups))
            if isinstance(group, Single):
                self._add(_single(group))
            elif self._is_sound(group):
                self._settle(group, apart)
        self._settle_apart(apart, lambda: tell(_NEARLY_ALL))
        return tuple(sorted(self._drafts.values(), key=lambda each: (each.line, each.day, each.instance)))

    def _is_sound(self, series: Series) -> bool:
        """Whether the rules can be worked out at all; else the first time is kept, and a problem."""
        rules = series.master.rules
        if None not in rules and not any(is_finer_than_daily(rule) for rule in rules if rule):
            return True
        self._refuse(series, _UNREADABLE if None in rules else _FINER)
        return False

    def _settle(self, series: Series, apart: list[Series]) -> None:
        """Work the series out here where that is sure to be short, else leave it for a process of its own."""
        weight = _weight(series, self._until)
        if self._full:
            return
        if weight is None or weight > min(MOST_STEPS_EACH, self._steps_left):
            apart.append(series)
            return
        self._steps_left -= weight
        try:
            self._add_answer(series, work_out(self._text(series), long=weight > _LONG))
        except Exception:  # the library fails in many ways on dates that do not go together
            self._refuse(series, _UNREADABLE)

    def _settle_apart(self, apart: Sequence[Series], go_on: Callable[[], None]) -> None:
        answers = work_out_apart([self._text(series) for series in apart], go_on) if apart else []
        for series, answer in zip(apart, answers, strict=True):
            self._add_answer(series, answer)

    def _text(self, series: Series) -> SeriesText:
        return series.text(self._until, self._owner_name)

    def _add_answer(self, series: Series, answer: Answer) -> None:
        if answer is None:
            self._refuse(series, _TOO_SLOW)
            return
        if len(answer) > MOST_INSTANCES:
            last = words.short_day(self._until, date.min)
            cut = f"This entry repeats more than 1,000 times; the latest 1,000 up to {last} were kept."
            self._problems.add(series.master.number, cut)
        for instance in answer[-MOST_INSTANCES:]:
            self._add(self._instance(series, instance))

    def _refuse(self, series: Series, why: str) -> None:
        self._problems.add(series.master.number, why)
        for single in series.without_rules(self._owner):
            self._add(_single(single))

    def _add(self, draft: EventDraft | None) -> None:
        if draft is None or self._full:
            return
        self._drafts.setdefault((draft.uid, draft.instance), draft)
        if len(self._drafts) == MOST_EVENTS:
            self._full = True
            self._problems.add(0, _TOO_MANY)

    def _instance(self, series: Series, instance: Instance) -> EventDraft | None:
        """One recurrence: what its entry says, on its own day."""
        entry = series.entries[instance.index]
        if entry.cancelled:
            return None
        key = instance_key(instance.original, floating=series.master.floating, owner=self._owner)
        start, end = instance.start, instance.end
        if not isinstance(start, datetime) or not isinstance(end, datetime):
            return _draft(entry, key, start, None, None, min(MOST_DAYS, length(start, end).days))
        starts = start.astimezone(ZoneInfo(entry.zone or self._owner_name))
        minutes = int((end - start).total_seconds() // 60)
        return _draft(entry, key, start.astimezone(self._owner).date(), starts, minutes, 1)


def _weight(series: Series, until: date) -> int | None:
    """How many steps working the series out takes at most; None where nobody can tell."""
    lines = [line for entry in series.entries for line in entry.lines]
    if sum(";RANGE=" in line for line in lines) > _MOST_MOVES:
        return None
    weight = len(lines) + sum(line.count(",") for line in lines)
    for rule in series.master.rules:
        taken = steps(rule, series.master.start, until) if rule else None
        if taken is None:
            return None
        weight += taken
    return weight


def _single(single: Single) -> EventDraft | None:
    entry = single.entry
    if entry.cancelled:
        return None
    starts = entry.start if isinstance(entry.start, datetime) else None
    return _draft(entry, single.instance, entry.day, starts, entry.minutes, entry.days)


def _draft(
    entry: Entry, instance: str, day: date, starts: datetime | None, minutes: int | None, days: int
) -> EventDraft:
    return EventDraft(
        uid=entry.uid,
        instance=instance,
        title=entry.title,
        day=day,
        starts=starts,
        zone=entry.zone,
        minutes=minutes,
        days=days,
        place=entry.place,
        notes=entry.notes,
        attendees=entry.attendees,
        free=entry.free,
        line=entry.number,
    )
