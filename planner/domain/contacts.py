"""From conversations to contact-days: what counts once, and how much (SCIENCE 1.2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from planner.domain.channels import CREDIT, Channel, ReachedOut

FULL_CREDIT_PEOPLE = 3
"""Up to so many people besides you a conversation counts whole; a larger group shares it. A convention."""
SAME_START = timedelta(minutes=2)
"""Two conversations over one channel that begin so near each other are one, imported twice. A convention."""


class Contact(NamedTuple):
    """A conversation with one person, as far as its rhythm is concerned.

    `people` counts everybody but you. `minutes`, `starts` and `reached_out` are None where not known.
    """

    day: date
    channel: Channel
    people: int = 1
    minutes: int | None = None
    starts: datetime | None = None
    reached_out: ReachedOut | None = None


class ContactDay(NamedTuple):
    """A day on which you talked: the best credit of the day, 0 to 1, and all its minutes, None if unknown."""

    day: date
    credit: float
    minutes: int | None


def local_day(moment: datetime, zone: str) -> date:
    """The calendar day of a moment where you are."""
    return moment.astimezone(ZoneInfo(zone)).date()


def credit_of(channel: Channel, people: int = 1) -> float:
    """kappa: the channel's credit, times 3/size in a group of more than three."""
    return CREDIT[channel] * min(1.0, FULL_CREDIT_PEOPLE / max(people, 1))


def contact_days_of(contacts: Iterable[Contact], today: date) -> tuple[ContactDay, ...]:
    """One entry a day, oldest first. What lies after `today` is a plan and no history."""
    found: dict[date, ContactDay] = {}
    for each in without_duplicates(contacts):
        if each.day <= today:
            known = found.get(each.day, ContactDay(each.day, 0.0, None))
            credit = max(known.credit, credit_of(each.channel, each.people))
            found[each.day] = ContactDay(each.day, credit, _sum(known.minutes, each.minutes))
    return tuple(found[day] for day in sorted(found))


def _sum(known: int | None, more: int | None) -> int | None:
    return known if more is None else (known or 0) + more


def without_duplicates(contacts: Iterable[Contact]) -> list[Contact]:
    """Of conversations over one channel that begin within two minutes of each other the first, by day."""
    kept: list[Contact] = []
    latest: dict[Channel, datetime] = {}
    for each in sorted(contacts, key=_order):
        if each.starts is not None:
            before = latest.get(each.channel)
            if before is not None and each.starts - before <= SAME_START:
                continue
            latest[each.channel] = each.starts
        kept.append(each)
    return kept


def _order(contact: Contact) -> tuple[bool, float, date]:
    begins = contact.starts.timestamp() if contact.starts else 0.0
    return contact.starts is None, begins, contact.day
