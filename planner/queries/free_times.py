"""Times for several new conversations on one day."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime, time

from planner.domain.channels import Channel
from planner.domain.week import FIRST_START, Span, earliest, proposed_start
from planner.library import Library
from planner.queries.week import busy_spans


def free_starts(
    library: Library, day: date, lengths: Iterable[int], *, now: datetime, without: Iterable[int] = ()
) -> tuple[time, ...]:
    """A time for each of these lengths, one after the other behind what is planned, clear of busy time.

    Nothing is proposed for today that has passed. The plans `without` count as if they were not there.
    """
    rows = library.rows(
        "SELECT p.starts, p.minutes FROM plan p LEFT JOIN conversation c ON c.id = p.conversation_id"
        " WHERE p.day = ? AND p.starts IS NOT NULL AND (p.status = 'open' OR c.day = p.day)"
        " AND p.id NOT IN (SELECT value FROM json_each(?))",
        (day.isoformat(), json.dumps(list(without))),
    )
    placed = [Span(starts=time.fromisoformat(starts), minutes=length) for starts, length in rows]
    busy = busy_spans(library, day, day).get(day, ())
    begin = earliest(day, now)
    found = []
    for minutes in lengths:
        proposed = proposed_start(placed, busy, minutes=minutes, not_before=max(FIRST_START, begin))
        starts = max(proposed, begin)
        placed.append(Span(starts=starts, minutes=minutes))
        found.append(starts)
    return tuple(found)


def usual_channels(library: Library, people: Iterable[int]) -> dict[int, Channel]:
    """How you talked with each of these people last; nothing for those with whom you never did."""
    rows = library.rows(
        "SELECT w.value, c.channel FROM json_each(?) w JOIN conversation c ON c.id = ("
        " SELECT x.conversation_id FROM participation x WHERE x.person_id = w.value"
        " ORDER BY x.day DESC, x.conversation_id DESC LIMIT 1)",
        (json.dumps(list(people)),),
    )
    return {person_id: Channel(channel) for person_id, channel in rows}
