"""The timeline's lanes in columns: everything that happened or is planned with some people, by day.

A thousand people and a million conversations stay numbers: a lane, a day, a channel. Loads numpy.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

import numpy as np
from numpy.typing import NDArray

from planner.domain.channels import Channel, ReachedOut
from planner.domain.gaps_many import Days
from planner.domain.intervals import DueWindow, due_window
from planner.domain.quiet_many import StretchColumns, quiet_stretches_of_many
from planner.domain.rhythm import Pause, used_up_on
from planner.domain.two_habits_many import Numbers
from planner.library import Library
from planner.queries.cadence.contact_days import contact_days, ordinals
from planner.queries.pauses import own_leave
from planner.queries.standing import Measure, measures

CHANNELS: tuple[Channel, ...] = tuple(Channel)
"""What the codes of channels mean: the place in here."""
UNKNOWN, YOU, THEY = 0, 1, 2
"""The codes of who reached out."""
_ZERO = ord("0")


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkColumns:
    """Conversations by lane and day, ascending. `day` is an ordinal; `channel` and `reached` are codes."""

    lane: NDArray[np.int32]
    day: Days
    channel: NDArray[np.uint8]
    reached: NDArray[np.uint8]
    conversation: Numbers

    def between(self, first: date, last: date) -> TalkColumns:
        """Only those of some days, both included."""
        inside = (self.day >= first.toordinal()) & (self.day <= last.toordinal())
        return _kept(self, np.flatnonzero(inside))


@dataclass(frozen=True, slots=True, kw_only=True)
class LanePlan:
    """An open plan on one lane."""

    id: int
    lane: int
    day: date
    starts: time | None
    channel: Channel
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneFlag:
    """A commitment on one lane, on its due day; `outcome` is None while it is open."""

    id: int
    lane: int
    day: date
    yours: bool
    what: str
    outcome: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneDue:
    """The next time a lane falls due, and the times after it if the rhythm is kept from then on."""

    lane: int
    windows: tuple[DueWindow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """A trip of yours: a column over all lanes."""

    id: int
    place: str
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """The lanes of some people, in the order in which they were asked for; `measures` by lane."""

    as_of: date
    people: tuple[int, ...]
    measures: tuple[Measure, ...]
    talks: TalkColumns
    quiet: StretchColumns
    plans: tuple[LanePlan, ...]
    flags: tuple[LaneFlag, ...]
    due: tuple[LaneDue, ...]
    trips: tuple[Away, ...]


def lanes(
    library: Library, people: Sequence[int], today: date, *, ahead_days: int = 120, past: bool = True
) -> Lanes:
    """The lanes of these people; whoever is gone is left out. Due windows reach `ahead_days` ahead.

    Without the `past` there are no conversations and no quiet stretches: for whoever has them already.
    """
    taken = {each.person_id: each for each in measures(library, today, people)}
    there = tuple(each for each in dict.fromkeys(people) if each in taken)
    measured = tuple(taken[each] for each in there)
    lane_of = {person_id: lane for lane, person_id in enumerate(there)}
    plans = _plans(library, lane_of)
    return Lanes(
        as_of=today,
        people=there,
        measures=measured,
        talks=_talks(library, there, lane_of, today) if past else _sorted(()),
        quiet=_quiet(library, there if past else (), measured if past else (), today),
        plans=plans,
        flags=_flags(library, lane_of),
        due=_due(library, measured, plans, today, today + timedelta(days=ahead_days)),
        trips=_trips(library),
    )


_TALKS = f"""
SELECT person_id, group_concat(day, ''), group_concat(told, ''), group_concat(id, ',')
FROM (SELECT x.person_id, c.day, c.id, CASE c.channel
        {" ".join(f"WHEN '{channel.value}' THEN '{code}'" for code, channel in enumerate(CHANNELS))} END
        || CASE c.reached_out WHEN '{ReachedOut.YOU.value}' THEN '{YOU}'
            WHEN '{ReachedOut.THEY.value}' THEN '{THEY}' ELSE '{UNKNOWN}' END AS told
    FROM participation x JOIN conversation c ON c.id = x.conversation_id
    WHERE x.person_id IN (SELECT value FROM json_each(:people)) AND x.day <= :today)
GROUP BY person_id
"""
"""A text for each person, not a row for each conversation: a million rows as objects are too many."""


def _talks(library: Library, people: Sequence[int], lane_of: dict[int, int], today: date) -> TalkColumns:
    asked = {"today": today.isoformat(), "people": json.dumps(people)}
    return _sorted(
        [_talks_of(lane_of[person_id], *texts) for person_id, *texts in library.rows(_TALKS, asked)]
    )


def _talks_of(lane: int, days: str, told: str, ids: str) -> TalkColumns:
    codes = np.frombuffer(told.encode("ascii"), dtype=np.uint8).reshape(-1, 2) - _ZERO
    return TalkColumns(
        lane=np.full(len(codes), lane, dtype=np.int32),
        day=ordinals(days),
        channel=codes[:, 0],
        reached=codes[:, 1],
        conversation=np.array(ids.split(","), dtype=np.int64),
    )


def _sorted(parts: Sequence[TalkColumns]) -> TalkColumns:
    if not parts:
        none = np.zeros(0, dtype=np.int64)
        small = none.astype(np.uint8)
        day = none.astype(np.int32)
        return TalkColumns(lane=day, day=day, channel=small, reached=small, conversation=none)
    whole = TalkColumns(
        lane=np.concatenate([each.lane for each in parts]),
        day=np.concatenate([each.day for each in parts]),
        channel=np.concatenate([each.channel for each in parts]),
        reached=np.concatenate([each.reached for each in parts]),
        conversation=np.concatenate([each.conversation for each in parts]),
    )
    return _kept(whole, np.lexsort((whole.conversation, whole.day, whole.lane)))


def _kept(talks: TalkColumns, which: Numbers) -> TalkColumns:
    return TalkColumns(
        lane=talks.lane[which],
        day=talks.day[which],
        channel=talks.channel[which],
        reached=talks.reached[which],
        conversation=talks.conversation[which],
    )


def _quiet(
    library: Library, people: Sequence[int], measured: Sequence[Measure], today: date
) -> StretchColumns:
    columns = contact_days(library, people).of(np.array(people, dtype=np.int64)).until(today)
    rhythms = np.array([each.rhythm_days or 0 for each in measured], dtype=np.int64)
    leave = own_leave(library)
    pauses = {
        lane: (*each.own_pauses, *leave) for lane, each in enumerate(measured) if each.own_pauses or leave
    }
    return quiet_stretches_of_many(columns, rhythms, pauses, today)


def _plans(library: Library, lane_of: dict[int, int]) -> tuple[LanePlan, ...]:
    rows = library.rows(
        "SELECT p.id, x.person_id, p.day, p.starts, p.channel, p.minutes FROM plan_person x"
        " JOIN plan p ON p.id = x.plan_id WHERE p.status = 'open'"
        " AND x.person_id IN (SELECT value FROM json_each(?)) ORDER BY p.day, p.starts, p.id",
        (json.dumps(list(lane_of)),),
    )
    return tuple(
        LanePlan(
            id=identity,
            lane=lane_of[person_id],
            day=date.fromisoformat(day),
            starts=time.fromisoformat(starts) if starts else None,
            channel=Channel(channel),
            minutes=minutes,
        )
        for identity, person_id, day, starts, channel, minutes in rows
    )


def _flags(library: Library, lane_of: dict[int, int]) -> tuple[LaneFlag, ...]:
    rows = library.rows(
        "SELECT id, person_id, due_on, by, what, outcome FROM commitment WHERE due_on IS NOT NULL"
        " AND person_id IN (SELECT value FROM json_each(?)) ORDER BY due_on, id",
        (json.dumps(list(lane_of)),),
    )
    return tuple(
        LaneFlag(
            id=identity,
            lane=lane_of[person_id],
            day=date.fromisoformat(day),
            yours=by == "you",
            what=what,
            outcome=outcome,
        )
        for identity, person_id, day, by, what, outcome in rows
    )


def _due(
    library: Library, measured: Sequence[Measure], plans: Sequence[LanePlan], today: date, until: date
) -> tuple[LaneDue, ...]:
    leave = own_leave(library)
    planned: defaultdict[int, list[date]] = defaultdict(list)
    for plan in plans:
        planned[plan.lane].append(plan.day)
    return tuple(
        LaneDue(lane=lane, windows=_windows(each, planned[lane], (*each.own_pauses, *leave), today, until))
        for lane, each in enumerate(measured)
        if each.rhythm_days and each.last_day and not each.resting
    )


def _windows(
    measure: Measure, planned: Sequence[date], pauses: Sequence[Pause], today: date, until: date
) -> tuple[DueWindow, ...]:
    """The due windows ahead; a plan before one counts as the conversation that it means."""
    base, rhythm = measure.last_day, measure.rhythm_days
    assert base is not None and rhythm
    windows = []
    while (day := used_up_on(base, rhythm, pauses)) is not None and day <= until:
        if meant := [each for each in planned if max(base, today - timedelta(days=1)) < each <= day]:
            base = meant[-1]
            continue
        if day >= today:
            windows.append(due_window(measure.person_id, day, rhythm))
        base = max(day, today)
    return tuple(windows)


def _trips(library: Library) -> tuple[Away, ...]:
    rows = library.rows("SELECT id, place, first_day, last_day FROM trip ORDER BY first_day, id")
    return tuple(
        Away(id=row[0], place=row[1], first=date.fromisoformat(row[2]), last=date.fromisoformat(row[3]))
        for row in rows
    )
