"""How long reading a calendar takes, beside the bare library parsing the same bytes in the same run.

    python -m tests.benchmarks.calendars [--entries 10000]

The bare library makes objects of every line; the reader makes drafts of events with days, people and plain
text, and has the recurrences worked out too. Prints both times and their ratio.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from datetime import date

from planner.exchange.drafts import Drafts
from planner.exchange.icalendar.reader import read_calendar

_UNTIL = date(2027, 12, 31)
_ENTRY = """BEGIN:VEVENT
UID:{number}@example.com
DTSTAMP:20260101T000000Z
CREATED:20260101T000000Z
LAST-MODIFIED:20260101T000000Z
SEQUENCE:0
DTSTART;TZID=Europe/Berlin:2026{month:02}{day:02}T{hour:02}0000
DTEND;TZID=Europe/Berlin:2026{month:02}{day:02}T{hour:02}4500
SUMMARY:Conversation {number}
LOCATION:Café Elbe\\, Hamburg
DESCRIPTION:About the plan\\, and what is next.\\nA longer line\\, which says w
 hat was agreed upon the last time and who promised whom what.
ORGANIZER;CN=Helena Voss:mailto:helena@example.com
ATTENDEE;CN=Ana Ruiz;PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:mailto:ana{people}@exam
 ple.com
ATTENDEE;CN=Bo Li;PARTSTAT=DECLINED;ROLE=REQ-PARTICIPANT:mailto:bo{people}@example.com
STATUS:CONFIRMED
TRANSP:OPAQUE{rule}
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:This is an event reminder
TRIGGER:-P0DT0H30M0S
END:VALARM
END:VEVENT"""


def calendar_of(entries: int) -> bytes:
    """A calendar of so many entries, every fiftieth of which recurs ten times."""
    text = "\n".join(
        ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:benchmark", *_entries(entries), "END:VCALENDAR", "")
    )
    return text.replace("\n", "\r\n").encode()


def _entries(count: int) -> Iterator[str]:
    for number in range(count):
        yield _ENTRY.format(
            number=number,
            month=number % 12 + 1,
            day=number % 28 + 1,
            hour=number % 9 + 8,
            people=number % 400,
            rule="\nRRULE:FREQ=WEEKLY;COUNT=10" if number % 50 == 0 else "",
        )


def seconds(work: Callable[[], object]) -> float:
    """How long a call takes, the better of two."""
    return min(_once(work) for _ in range(2))


def _once(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=10_000)
    data = calendar_of(parser.parse_args().entries)
    from icalendar import Calendar

    def read() -> Drafts:
        return read_calendar(data, until=_UNTIL, zone="Europe/Berlin")

    drafts = read()
    bare, ours = seconds(lambda: Calendar.from_ical(data)), seconds(read)
    print(f"{len(data) / 1e6:.1f} MB, {len(drafts.events):,} events, {len(drafts.problems)} problems")
    print(f"bare library {bare:.2f} s, reader {ours:.2f} s, ratio {ours / bare:.2f}")


if __name__ == "__main__":
    main()
