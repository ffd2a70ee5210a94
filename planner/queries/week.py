"""The week board: whom to engage, seven days with their plans and conversations, and what comes later."""

import json
from collections import defaultdict
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple, Protocol
from zoneinfo import ZoneInfo

from planner.domain.channels import Channel
from planner.domain.week import DEFAULT_MINUTES, Span, monday_of, proposed_start
from planner.library import Library
from planner.queries.days_off import DaysOff, Leave, days_off
from planner.queries.engage import ToEngage, to_engage
from planner.queries.only import Only, bound
from planner.queries.standing import Standing, standings
from planner.queries.their_times import their_times
from planner.queries.timely import Shares

ENGAGE_SHOWN = 60
LATER_SHOWN = 40


class CardKind(StrEnum):
    """What a card on a day is: intended, done, or past and waiting for an answer to 'Did you talk?'"""

    PLAN = "plan"
    DONE = "done"
    ASK = "ask"


class DayCard(NamedTuple):
    """One card on a day. `standing` is of the first person; `others` names the rest; `people` are all ids.

    `plan_id` is 0 for a conversation that was never planned, `conversation_id` 0 for an open plan.
    `starts` is None where the time is open or not known; `minutes` None where not known. `there` is the
    first person's wall clock at the start of a plan, where it differs from the owner's.
    """

    kind: CardKind
    plan_id: int
    conversation_id: int
    standing: Standing
    people: tuple[int, ...]
    others: tuple[str, ...]
    day: date
    starts: time | None
    minutes: int | None
    channel: Channel
    why: str
    place: str
    there: datetime | None = None


class DayRoom(Protocol):
    """One day: how much of it is planned or done and set aside, and what is busy anyway.

    Nothing is set aside on a `holiday`, '' where the day is none, nor while the owner is `on_leave`.
    """

    @property
    def day(self) -> date: ...
    @property
    def planned_minutes(self) -> int: ...
    @property
    def set_aside_minutes(self) -> int: ...
    @property
    def busy(self) -> tuple[Span, ...]: ...
    @property
    def holiday(self) -> str: ...
    @property
    def on_leave(self) -> bool: ...


class DayColumn(NamedTuple):
    """A DayRoom with its cards by time."""

    day: date
    planned_minutes: int
    set_aside_minutes: int
    busy: tuple[Span, ...]
    cards: tuple[DayCard, ...]
    holiday: str = ""
    on_leave: bool = False

    @property
    def spans(self) -> tuple[Span, ...]:
        """When the planned conversations are."""
        return tuple(
            Span(starts=card.starts, minutes=card.minutes or 0)
            for card in self.cards
            if card.starts is not None
        )


class TripBand(NamedTuple):
    """A trip that touches the week: its place and days, and how many people known live there."""

    id: int
    place: str
    first_day: date
    last_day: date
    people_there: int


class WeekBoard(NamedTuple):
    """Everything the board shows, from one moment."""

    today: date
    monday: date
    engage: ToEngage
    days: tuple[DayColumn, ...]
    trips: tuple[TripBand, ...]
    later: tuple[DayCard, ...]
    later_total: int
    leave: tuple[Leave, ...] = ()

    @property
    def planned_minutes(self) -> int:
        """Minutes planned or done in the week."""
        return sum(day.planned_minutes for day in self.days)

    @property
    def set_aside_minutes(self) -> int:
        """Minutes set aside in the week."""
        return sum(day.set_aside_minutes for day in self.days)


def week_board(
    library: Library,
    today: date,
    monday: date | None = None,
    *,
    only: Only = None,
    shares: Shares | None = None,
    engage_shown: int = ENGAGE_SHOWN,
) -> WeekBoard:
    """The board of the week that begins on `monday` (default: today's).

    `only` narrows whom to engage and what comes later; the days are whole, for what is planned takes its
    time whoever is looked for. `shares` spares a question to everybody where `timely` was asked already; of
    those to engage the first `engage_shown` are answered.
    """
    first = monday_of(monday or today)
    last = first + timedelta(days=6)
    engage = to_engage(library, today, limit=engage_shown, known=shares, only=only)
    after = max(last, today) + timedelta(days=1) if first <= today else last + timedelta(days=1)
    later, later_total = _later(library, after, only)
    drafts = drafts_between(library, first, last)
    known = standings(library, today, [each.people[0][0] for each in (*drafts, *later)])
    there = their_times(library, (each.plan_id for each in drafts if not each.conversation_id))
    cards: defaultdict[date, list[DayCard]] = defaultdict(list)
    for draft in drafts:
        if draft.people[0][0] in known:
            card = _card(draft, known, today)
            cards[draft.day].append(card._replace(there=there.get((card.plan_id, card.people[0]))))
    aside = dict(library.rows("SELECT weekday, minutes FROM time_set_aside"))
    busy = busy_spans(library, first, last)
    off = days_off(library, first, last)
    week = (first + timedelta(days=each) for each in range(7))
    return WeekBoard(
        today=today,
        monday=first,
        engage=engage,
        days=tuple(_column(day, cards, aside.get(day.weekday(), 0), busy, off) for day in week),
        trips=trips_between(library, first, last),
        later=tuple(_card(each, known, today) for each in later if each.people[0][0] in known),
        later_total=later_total,
        leave=off.leave,
    )


class Draft(NamedTuple):
    """A plan or conversation of a day with the ids and names of its people, before it becomes a card."""

    plan_id: int
    conversation_id: int
    day: date
    starts: time | None
    minutes: int | None
    channel: Channel
    text: str
    place: str
    people: tuple[tuple[int, str], ...]


_PLANS = """
SELECT p.id, 0, p.day, p.starts, p.minutes, p.channel, p.purpose, p.place,
    (SELECT json_group_array(json_array(q.id, q.name)) FROM plan_person x JOIN person q ON q.id = x.person_id
     WHERE x.plan_id = p.id)
FROM plan p
"""
_TALKS = """
SELECT coalesce(p.id, 0), c.id, c.day, c.starts_at, c.minutes, c.channel,
    CASE WHEN c.private = 0 AND c.topic <> '' THEN c.topic ELSE coalesce(p.purpose, '') END,
    CASE WHEN c.private = 0 THEN c.place ELSE '' END,
    (SELECT json_group_array(json_array(q.id, q.name)) FROM participation x JOIN person q
     ON q.id = x.person_id WHERE x.conversation_id = c.id),
    c.zone, CASE WHEN p.day = c.day THEN p.starts END
FROM conversation c
LEFT JOIN plan p ON p.id = (SELECT min(id) FROM plan WHERE conversation_id = c.id)
WHERE c.day BETWEEN :first AND :last
"""


def drafts_between(
    library: Library, first: date, last: date, *, most: int | None = None, only: Only = None
) -> list[Draft]:
    """Open plans, then what took place, of these days: a talk is on its own day, whatever the plan said.

    With `most`, only so many talks of a day, its earliest ones, are asked for: of these people, with `only`.
    """
    return _plans(library, first, last) + _talks(library, first, last, most, only)


def later_cards(
    library: Library, today: date, after: date, only: Only = None
) -> tuple[tuple[DayCard, ...], int]:
    """The next open plans from a day on, and how many there are in all."""
    later, total = _later(library, after, only)
    known = standings(library, today, [each.people[0][0] for each in later])
    return tuple(_card(each, known, today) for each in later if each.people[0][0] in known), total


def _plans(library: Library, first: date, last: date) -> list[Draft]:
    rows = library.rows(
        f"{_PLANS} WHERE p.day BETWEEN ? AND ? AND p.status = 'open'"
        " ORDER BY p.day, p.starts IS NULL, p.starts, p.id",
        (first.isoformat(), last.isoformat()),
    )
    return _drafts(rows)


_LATER = """
p.day >= :after AND p.status = 'open' AND (:only IS NULL OR p.id IN (SELECT plan_id FROM plan_person
    WHERE person_id IN (SELECT value FROM json_each(:only))))
"""


def _later(library: Library, after: date, only: Only) -> tuple[list[Draft], int]:
    asked = {"after": after.isoformat(), "only": bound(only), "most": LATER_SHOWN}
    rows = library.rows(
        f"{_PLANS} WHERE {_LATER} ORDER BY p.day, p.starts IS NULL, p.starts LIMIT :most", asked
    )
    return _drafts(rows), library.value(f"SELECT count(*) FROM plan p WHERE {_LATER}", asked)


WITH_SOME = """
(:only IS NULL OR c.id IN (SELECT conversation_id FROM participation
    WHERE day BETWEEN :first AND :last AND person_id IN (SELECT value FROM json_each(:only))))
"""
"""Whether a conversation `c` of these days is with one of the people bound as `only`."""
_EARLIEST = f"""
AND c.id IN (SELECT id FROM (
    SELECT id, row_number() OVER (PARTITION BY day ORDER BY starts_at IS NULL, starts_at, id) AS place
    FROM conversation c WHERE day BETWEEN :first AND :last AND {WITH_SOME}) WHERE place <= :most)
"""


def _talks(library: Library, first: date, last: date, most: int | None, only: Only) -> list[Draft]:
    """What took place; without a time of its own it has the one of the plan of its day."""
    asked = {"first": first.isoformat(), "last": last.isoformat(), "most": most, "only": bound(only)}
    rows = library.rows(_TALKS if most is None else f"{_TALKS} {_EARLIEST}", asked)
    found = _drafts((*row[:3], local_time(row[3], row[9]) or row[10], *row[4:9]) for row in rows)
    return sorted(
        found, key=lambda each: (each.day, each.starts is None, each.starts or time(), each.conversation_id)
    )


def local_time(instant: str | None, zone: str) -> str | None:
    """'HH:MM' of a stored instant in the zone it happened in; None where the time is not known."""
    if instant is None:
        return None
    moment = datetime.fromisoformat(instant)
    return moment.astimezone(ZoneInfo(zone or "UTC")).strftime("%H:%M")


def _drafts(rows: object) -> list[Draft]:
    found = []
    for plan_id, conversation_id, day, starts, minutes, channel, text, place, people in rows:  # type: ignore[attr-defined]
        named = tuple((identity, name) for identity, name in json.loads(people))
        if named:
            found.append(
                Draft(
                    plan_id=plan_id,
                    conversation_id=conversation_id,
                    day=date.fromisoformat(day),
                    starts=time.fromisoformat(starts) if starts else None,
                    minutes=minutes,
                    channel=Channel(channel),
                    text=text,
                    place=place,
                    people=named,
                )
            )
    return found


def kind_of(draft: Draft, today: date) -> CardKind:
    """What became of it, or is to become of it."""
    if draft.conversation_id:
        return CardKind.DONE
    return CardKind.ASK if draft.day < today else CardKind.PLAN


def _card(draft: Draft, known: dict[int, Standing], today: date) -> DayCard:
    standing = known[draft.people[0][0]]
    kind = kind_of(draft, today)
    return DayCard(
        kind=kind,
        plan_id=draft.plan_id,
        conversation_id=draft.conversation_id,
        standing=standing,
        people=tuple(identity for identity, _ in draft.people),
        others=tuple(name for _, name in draft.people[1:]),
        day=draft.day,
        starts=draft.starts,
        minutes=draft.minutes,
        channel=draft.channel,
        why=draft.text or ("" if kind is CardKind.DONE else standing.reason),
        place=draft.place,
    )


def _column(
    day: date,
    cards: dict[date, list[DayCard]],
    set_aside: int,
    busy: dict[date, tuple[Span, ...]],
    off: DaysOff,
) -> DayColumn:
    shown = sorted(cards.get(day, ()), key=lambda card: (card.starts is None, card.starts or time()))
    return DayColumn(
        day=day,
        cards=tuple(shown),
        planned_minutes=sum(card.minutes or 0 for card in shown if card.kind is not CardKind.ASK),
        set_aside_minutes=0 if off.covers(day) else set_aside,
        busy=busy.get(day, ()),
        holiday=off.holiday(day),
        on_leave=off.on_leave(day),
    )


def busy_spans(library: Library, first: date, last: date) -> dict[date, tuple[Span, ...]]:
    """When calendar entries without people take time, by day; all-day entries take none."""
    found: defaultdict[date, tuple[Span, ...]] = defaultdict(tuple)
    rows = library.rows(
        "SELECT day, starts_at, zone, minutes FROM busy_time"
        " WHERE day BETWEEN ? AND ? AND starts_at IS NOT NULL AND minutes > 0 ORDER BY starts_at",
        (first.isoformat(), last.isoformat()),
    )
    for day, starts_at, zone, minutes in rows:
        starts = time.fromisoformat(local_time(starts_at, zone) or "00:00")
        found[date.fromisoformat(day)] += (Span(starts=starts, minutes=minutes),)
    return found


def free_start(library: Library, day: date, minutes: int = DEFAULT_MINUTES) -> time:
    """The time that a new plan on this day is proposed: after the last one, clear of busy time."""
    rows = library.rows(
        "SELECT p.starts, p.minutes FROM plan p LEFT JOIN conversation c ON c.id = p.conversation_id"
        " WHERE p.day = ? AND p.starts IS NOT NULL AND (p.status = 'open' OR c.day = p.day)",
        (day.isoformat(),),
    )
    planned = [Span(starts=time.fromisoformat(starts), minutes=length) for starts, length in rows]
    return proposed_start(planned, busy_spans(library, day, day).get(day, ()), minutes=minutes)


def trips_between(library: Library, first: date, last: date) -> tuple[TripBand, ...]:
    """The trips that touch these days, both included, first begun first."""
    rows = library.rows(
        "SELECT t.id, t.place, t.first_day, t.last_day,"
        " (SELECT count(*) FROM person p WHERE p.archived = 0 AND p.trashed_on IS NULL"
        "  AND p.city = t.place COLLATE NOCASE)"
        " FROM trip t WHERE t.first_day <= ? AND t.last_day >= ? ORDER BY t.first_day",
        (last.isoformat(), first.isoformat()),
    )
    return tuple(
        TripBand(
            id=row[0],
            place=row[1],
            first_day=date.fromisoformat(row[2]),
            last_day=date.fromisoformat(row[3]),
            people_there=row[4],
        )
        for row in rows
    )
