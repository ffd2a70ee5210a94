"""Plans as a calendar for other programs (RFC 5545): the same plan is the same event at each export.

Nobody is invited: the people of a plan stand in its title and as CONTACT, never as ATTENDEE, so that no
calendar sends them anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from planner.domain.channels import Channel
from planner.domain.names import in_a_row
from planner.domain.outgoing import OutgoingPlan
from planner.exchange.content_lines import escaped, folded
from planner.exchange.icalendar.zone_text import zone_lines
from planner.exchange.text import without_controls

PRODID = "-//Rapport//Rapport//EN"
MORNING_HOURS = 9
"""When a plan without a time is called to mind: at nine on its day."""

_WAYS = {
    Channel.CALL.value: "Call with",
    Channel.VIDEO.value: "Video call with",
    Channel.MESSAGE.value: "Message to",
    Channel.EVENT.value: "Event with",
}
_PLAIN_ADDRESS = re.compile(r"[^\s<>\"',;:@]+@[^\s<>\"',;:@]+\Z")


def calendar(plans: Sequence[OutgoingPlan], *, at: datetime, alarm_minutes: int | None = None) -> bytes:
    """One calendar with all plans; `at` is now, `alarm_minutes` asks for a reminder so long before each."""
    zones = _zones(plans)
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}", "CALSCALE:GREGORIAN"),
        *(line for name, (first, last) in sorted(zones.items()) for line in zone_lines(name, first, last)),
        *(line for plan in plans for line in _event(plan, at, alarm_minutes)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(without_controls(line))}\r\n" for line in lines).encode("utf-8", "replace")


def calendars(
    plans: Iterable[OutgoingPlan], *, at: datetime, alarm_minutes: int | None = None
) -> Iterator[bytes]:
    """A calendar for each plan, as calendar servers and folders hold them."""
    for plan in plans:
        yield calendar([plan], at=at, alarm_minutes=alarm_minutes)


def title_of(plan: OutgoingPlan) -> str:
    """'Call with Ana Ferreira: the budget'."""
    names = in_a_row([name for name, _ in plan.people])
    way = _WAYS.get(plan.channel, "")
    said = f"{way} {names}".strip() if names else way.partition(" ")[0]
    return ": ".join(filter(None, (said, plan.purpose))) or "Plan"


def _zones(plans: Iterable[OutgoingPlan]) -> dict[str, tuple[date, date]]:
    """The zones of all timed plans, each with the first and the last day in it."""
    found: dict[str, tuple[date, date]] = {}
    for plan in plans:
        if plan.starts is not None and _zone(plan.zone) is not None:
            first, last = found.get(plan.zone, (plan.day, plan.day))
            found[plan.zone] = min(first, plan.day), max(last, plan.day)
    return found


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo | None:
    """The zone of this name; None for UTC, which has a way of its own, and for one that is none."""
    try:
        return None if name in ("", "UTC") else ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _event(plan: OutgoingPlan, at: datetime, alarm_minutes: int | None) -> Iterator[str]:
    title = title_of(plan)
    yield from ("BEGIN:VEVENT", f"UID:{escaped(plan.uid)}", f"DTSTAMP:{_utc(at)}")
    if plan.instance:
        yield f"RECURRENCE-ID{_instance(plan.instance)}"
    yield from _times(plan)
    yield f"SEQUENCE:{plan.sequence}"
    yield f"SUMMARY:{escaped(title)}"
    if plan.place:
        yield f"LOCATION:{escaped(plan.place)}"
    for name, email in plan.people:
        address = f';ALTREP="mailto:{email}"' if _PLAIN_ADDRESS.match(email) else ""
        yield f"CONTACT{address}:{escaped(name)}"
    yield f"CREATED:{plan.created_on:%Y%m%d}T000000Z"
    yield f"STATUS:{'CANCELLED' if plan.let_go else 'CONFIRMED'}"
    yield f"TRANSP:{'TRANSPARENT' if plan.starts is None or plan.let_go else 'OPAQUE'}"
    if alarm_minutes is not None and not plan.let_go:
        yield from _alarm(plan, title, alarm_minutes)
    yield "END:VEVENT"


def _times(plan: OutgoingPlan) -> Iterator[str]:
    if plan.starts is None:
        following = plan.day + timedelta(days=1)
        yield from (f"DTSTART;VALUE=DATE:{plan.day:%Y%m%d}", f"DTEND;VALUE=DATE:{following:%Y%m%d}")
        return
    zone = _zone(plan.zone)
    begins = datetime.combine(plan.day, plan.starts, zone or UTC)
    ends = (begins.astimezone(UTC) + timedelta(minutes=plan.minutes)).astimezone(zone or UTC)
    for name, moment in (("DTSTART", begins), ("DTEND", ends)):
        yield f"{name};TZID={plan.zone}:{moment:%Y%m%dT%H%M%S}" if zone else f"{name}:{_utc(moment)}"


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _instance(key: str) -> str:
    """A recurrence's name, as the reader has it, in the way of a calendar."""
    plain = key.replace("-", "").replace(":", "")
    return f":{plain}" if "T" in plain else f";VALUE=DATE:{plain}"


def _alarm(plan: OutgoingPlan, title: str, minutes: int) -> Iterator[str]:
    before = f"-PT{minutes}M" if plan.starts is not None else f"PT{MORNING_HOURS}H"
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{escaped(title)}", f"TRIGGER:{before}")
    yield "END:VALARM"
