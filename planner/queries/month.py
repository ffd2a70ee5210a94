"""The month as the board shows it: six weeks of days, light enough to be asked for at every change."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from planner.domain.channels import Channel
from planner.domain.week import Span, monday_of
from planner.library import Library
from planner.queries.days_off import DaysOff, Leave, days_off
from planner.queries.engage import ToEngage, to_engage
from planner.queries.only import Only, bound, shows
from planner.queries.timely import Shares
from planner.queries.week import (
    ENGAGE_SHOWN,
    WITH_SOME,
    CardKind,
    DayCard,
    Draft,
    TripBand,
    busy_spans,
    drafts_between,
    kind_of,
    later_cards,
    trips_between,
)

WEEKS = 6
MOST_SHOWN = 12
"""How many conversations of a day are asked for; the others are only counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCard:
    """One plan or conversation of a day. Role, organisation and hue are of the first of its people.

    `plan_id` is 0 for a conversation that was never planned, `conversation_id` 0 for an open plan.
    """

    kind: CardKind
    plan_id: int
    conversation_id: int
    people: tuple[int, ...]
    names: tuple[str, ...]
    role: str
    organisation: str
    hue: str
    day: date
    starts: time | None
    minutes: int | None
    channel: Channel
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthDay:
    """A DayRoom with its cards by time, those without a time last: as many as can be shown, of `count`.

    `hidden` are the open plans with people whom the board does not show; they take their time all the same.
    """

    day: date
    planned_minutes: int
    set_aside_minutes: int
    busy: tuple[Span, ...]
    cards: tuple[MonthCard, ...]
    count: int
    hidden: tuple[MonthCard, ...] = ()
    holiday: str = ""
    on_leave: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthBoard:
    """Everything the month shows, from one moment. `first` is the first day of the month itself."""

    today: date
    first: date
    engage: ToEngage
    days: tuple[MonthDay, ...]
    trips: tuple[TripBand, ...]
    later: tuple[DayCard, ...]
    later_total: int
    leave: tuple[Leave, ...] = ()

    @property
    def own_days(self) -> tuple[MonthDay, ...]:
        """The days of the month itself, without those that fill up its first and last weeks."""
        return tuple(day for day in self.days if day.day.month == self.first.month)

    @property
    def planned_minutes(self) -> int:
        """Minutes planned or done in the month."""
        return sum(day.planned_minutes for day in self.own_days)

    @property
    def set_aside_minutes(self) -> int:
        """Minutes set aside in the month."""
        return sum(day.set_aside_minutes for day in self.own_days)


def month_board(
    library: Library,
    today: date,
    month: date | None = None,
    *,
    only: Only = None,
    shares: Shares | None = None,
) -> MonthBoard:
    """The month that a day is in (default: today's), with the days that fill up six weeks from a Monday.

    `only` narrows what is shown of the days, whom to engage and what comes later; how full a day is stays.
    `shares` spares a question to everybody where `timely` was asked already.
    """
    first = (month or today).replace(day=1)
    monday = monday_of(first)
    last = monday + timedelta(days=7 * WEEKS - 1)
    later, later_total = later_cards(library, today, max(last, today) + timedelta(days=1), only)
    drafts = drafts_between(library, monday, last, most=MOST_SHOWN, only=only)
    cards = _cards(library, today, drafts)
    aside = dict(library.rows("SELECT weekday, minutes FROM time_set_aside"))
    off = days_off(library, monday, last)
    busy = busy_spans(library, monday, last)
    talks = _talks(library, monday, last, only)
    days = (monday + timedelta(days=number) for number in range(7 * WEEKS))
    return MonthBoard(
        today=today,
        first=first,
        engage=to_engage(library, today, limit=ENGAGE_SHOWN, known=shares, only=only),
        days=tuple(
            _day(
                *(day, cards[day], talks.get(day, (0, 0))),
                aside.get(day.weekday(), 0),
                busy.get(day, ()),
                off,
                only,
            )
            for day in days
        ),
        trips=trips_between(library, monday, last),
        later=later,
        later_total=later_total,
        leave=off.leave,
    )


def _day(
    day: date,
    cards: tuple[MonthCard, ...],
    talks: tuple[int, int],
    aside: int,
    busy: tuple[Span, ...],
    off: DaysOff,
    only: Only,
) -> MonthDay:
    """A day with its cards, and the number and minutes of all that took place."""
    shown = tuple(card for card in cards if shows(only, card.people))
    plans = [card for card in shown if card.kind is not CardKind.DONE]
    planned = sum(card.minutes or 0 for card in cards if card.kind is CardKind.PLAN)
    return MonthDay(
        day=day,
        cards=shown,
        count=len(plans) + talks[0],
        hidden=tuple(card for card in cards if card not in shown),
        planned_minutes=planned + talks[1],
        set_aside_minutes=0 if off.covers(day) else aside,
        holiday=off.holiday(day),
        on_leave=off.on_leave(day),
        busy=busy,
    )


def _talks(library: Library, first: date, last: date, only: Only) -> dict[date, tuple[int, int]]:
    """How many conversations with these people took place each day, and how long all were together."""
    rows = library.rows(
        f"SELECT c.day, sum({WITH_SOME}), coalesce(sum(c.minutes), 0) FROM conversation c"
        " WHERE c.day BETWEEN :first AND :last"
        " AND EXISTS (SELECT 1 FROM participation WHERE conversation_id = c.id) GROUP BY c.day",
        {"first": first.isoformat(), "last": last.isoformat(), "only": bound(only)},
    )
    return {date.fromisoformat(day): (count, minutes) for day, count, minutes in rows}


_FACES = """
SELECT p.id, p.role, coalesce(o.name, ''), coalesce(l.hue, '')
FROM person p LEFT JOIN organisation o ON o.id = p.organisation_id LEFT JOIN layer l ON l.id = p.layer_id
WHERE p.id IN (SELECT value FROM json_each(?))
"""


def _cards(
    library: Library, today: date, drafts: Iterable[Draft]
) -> defaultdict[date, tuple[MonthCard, ...]]:
    kept = sorted(drafts, key=lambda each: (each.day, each.starts is None, each.starts or time()))
    firsts = json.dumps(list({each.people[0][0] for each in kept}))
    faces: dict[int, tuple[str, str, str]] = {row[0]: row[1:] for row in library.rows(_FACES, (firsts,))}
    found: defaultdict[date, list[MonthCard]] = defaultdict(list)
    for each in kept:
        found[each.day].append(_card(each, faces[each.people[0][0]], today))
    return defaultdict(tuple, {day: tuple(cards) for day, cards in found.items()})


def _card(draft: Draft, face: tuple[str, str, str], today: date) -> MonthCard:
    role, organisation, hue = face
    return MonthCard(
        kind=kind_of(draft, today),
        plan_id=draft.plan_id,
        conversation_id=draft.conversation_id,
        people=tuple(identity for identity, _ in draft.people),
        names=tuple(name for _, name in draft.people),
        role=role,
        organisation=organisation,
        hue=hue,
        day=draft.day,
        starts=draft.starts,
        minutes=draft.minutes,
        channel=draft.channel,
        why=draft.text,
    )
