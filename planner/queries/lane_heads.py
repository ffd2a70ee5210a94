"""What stands at the head of a timeline's lanes, and how busy its weeks were and will be. Loads numpy."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from planner.domain.channels import Channel, ReachedOut
from planner.domain.two_habits_many import Numbers
from planner.domain.week import monday_of
from planner.library import Library

_LAST = 1 << 30


class LaneHead(NamedTuple):
    """A person as the label of a lane."""

    person_id: int
    name: str
    pronouns: str
    hue: str
    layer_id: int


def lane_heads(library: Library, people: Sequence[int]) -> list[LaneHead]:
    """These people in the order of lanes: by layer, in it the most frequent rhythm first, then by name."""
    rows = library.rows(
        "SELECT p.id, p.name, p.pronouns, coalesce(l.hue, ''), coalesce(p.layer_id, 0) FROM person p"
        " LEFT JOIN layer l ON l.id = p.layer_id WHERE p.id IN (SELECT value FROM json_each(:people))"
        " ORDER BY coalesce(l.position, :last), p.layer_id, coalesce(p.rhythm_days, l.rhythm_days, :last),"
        " p.folded, p.id",
        {"people": json.dumps(list(people)), "last": _LAST},
    )
    return [LaneHead(*row) for row in rows]


def talk_count(library: Library, people: Sequence[int]) -> int:
    """How many conversations the lanes of these people hold: counted without reading any."""
    asked = (json.dumps(list(people)),)
    where = "WHERE person_id IN (SELECT value FROM json_each(?))"
    return int(library.value(f"SELECT count(*) FROM participation {where}", asked))


class Weeks(NamedTuple):
    """Conversations and open plans by week, the first of which begins on the Monday `first`."""

    first: date
    talks: Numbers
    plans: Numbers


def weeks_of(library: Library, people: Sequence[int], today: date) -> Weeks:
    """How many conversations with these people each week had, and how many are planned.

    A conversation with several of them counts once. Plans of past days are not counted.
    """
    asked = {"people": json.dumps(list(people)), "today": today.isoformat()}
    talks = _by_day(library, _TALKS, asked)
    plans = _by_day(library, _PLANS, asked)
    days = [*talks, *plans, today.toordinal()]
    first = monday_of(date.fromordinal(min(days)))
    length = (max(days) - first.toordinal()) // 7 + 1
    return Weeks(first, _weekly(talks, first, length), _weekly(plans, first, length))


def plans_again(library: Library, people: Sequence[int], today: date, known: Weeks) -> Weeks:
    """The weeks with their plans as they are now; the conversations are those that are known."""
    asked = {"people": json.dumps(list(people)), "today": today.isoformat()}
    plans = _by_day(library, _PLANS, asked)
    length = max(len(known.talks), (max(plans, default=0) - known.first.toordinal()) // 7 + 1)
    talks = np.zeros(length, dtype=np.int64)
    talks[: len(known.talks)] = known.talks
    return Weeks(known.first, talks, _weekly(plans, known.first, length))


_TALKS = """
SELECT day, count(DISTINCT conversation_id) FROM participation
WHERE person_id IN (SELECT value FROM json_each(:people)) AND day <= :today GROUP BY day
"""
_PLANS = """
SELECT p.day, count(DISTINCT p.id) FROM plan_person x JOIN plan p ON p.id = x.plan_id
WHERE x.person_id IN (SELECT value FROM json_each(:people)) AND p.status = 'open' AND p.day >= :today
GROUP BY p.day
"""


def _by_day(library: Library, question: str, asked: dict[str, str]) -> dict[int, int]:
    return {date.fromisoformat(day).toordinal(): count for day, count in library.rows(question, asked)}


def _weekly(counts: dict[int, int], first: date, length: int) -> Numbers:
    found = np.zeros(length, dtype=np.int64)
    for day, count in counts.items():
        found[(day - first.toordinal()) // 7] += count
    return found


class Told(NamedTuple):
    """What may be said of a conversation in passing: a private topic is left out."""

    day: date
    channel: Channel
    reached_out: ReachedOut | None
    minutes: int | None
    topic: str


def told(library: Library, conversations: Sequence[int]) -> list[Told]:
    """These conversations, oldest first."""
    rows = library.rows(
        "SELECT day, channel, reached_out, minutes, CASE WHEN private THEN '' ELSE topic END"
        " FROM conversation WHERE id IN (SELECT value FROM json_each(?)) ORDER BY day, id",
        (json.dumps(list(conversations)),),
    )
    return [
        Told(
            day=date.fromisoformat(day),
            channel=Channel(channel),
            reached_out=ReachedOut(reached) if reached else None,
            minutes=minutes,
            topic=topic,
        )
        for day, channel, reached, minutes, topic in rows
    ]
