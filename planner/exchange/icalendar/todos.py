"""To-dos of a calendar (VTODO): what is to be done, with whom, until when, and whether it was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from planner.exchange.content_lines import ContentLine, LineParser
from planner.exchange.drafts import EventDraft, TodoDraft
from planner.exchange.icalendar.entries import uid_of_block
from planner.exchange.icalendar.lines import Block
from planner.exchange.icalendar.people import PROPERTIES, attendees
from planner.exchange.icalendar.times import duration, instance_key, read_time_line
from planner.exchange.icalendar.zones import Zones
from planner.exchange.problems import ProblemList
from planner.exchange.text import decoded, one_line, several_lines

_UNREAD = "This to-do could not be read and was left out."
_NOTHING = "This to-do says nothing and was left out."
_REPEATS = "This to-do repeats; only the time that it names was kept."
_DONE = "100"


class TodoReader:
    """Reads the to-dos of one file."""

    def __init__(self, zones: Zones, problems: ProblemList) -> None:
        self._zones = zones
        self._problems = problems
        self._parser = LineParser()

    def drafts(self, blocks: Sequence[Block]) -> tuple[EventDraft, ...]:
        """The to-dos in the order of the file; of several versions of one, the newest."""
        newest: dict[tuple[str, str], tuple[int, EventDraft]] = {}
        for block in blocks:
            draft = self._draft(block)
            if draft is None:
                continue
            key, sequence = (draft.uid, draft.instance), _sequence(block)
            if key not in newest or sequence >= newest[key][0]:
                newest[key] = sequence, draft
        return tuple(draft for _, draft in newest.values())

    def _draft(self, block: Block) -> EventDraft | None:
        try:
            draft = self._read(block)
        except Exception:  # whatever a broken to-do makes a library raise, the others must not suffer
            self._problems.add(block.number, _UNREAD)
            return None
        if not draft.title:
            self._problems.add(block.number, _NOTHING)
            return None
        if any(line.name == "RRULE" for line in block.lines):
            self._problems.add(block.number, _REPEATS)
        return draft

    def _read(self, block: Block) -> EventDraft:
        parsed = self._parsed(block)
        due = self._day(block, "DUE") or self._due_by_length(block)
        begun, made = self._day(block, "DTSTART"), self._day(block, "CREATED") or self._day(block, "DTSTAMP")
        done = self._day(block, "COMPLETED")
        status = _value(block, "STATUS").upper()
        if done is None and (status == "COMPLETED" or _value(block, "PERCENT-COMPLETE") == _DONE):
            done = due or begun or made
        days = [each for each in (due, begun, made, done) if each is not None]
        return EventDraft(
            uid=uid_of_block(block),
            instance=self._instance(block),
            title=one_line(_said(parsed, "SUMMARY")),
            day=days[0] if days else date(1970, 1, 1),
            starts=None,
            minutes=None,
            place=one_line(_said(parsed, "LOCATION")),
            notes=several_lines(_said(parsed, "DESCRIPTION")),
            attendees=attendees(line for line in parsed if line.head.name in PROPERTIES),
            free=True,
            todo=TodoDraft(
                made_on=min((each for each in (made, begun) if each is not None), default=None),
                due_on=due,
                done_on=done,
                cancelled=status in ("CANCELLED", "CANCELED") and done is None,
            ),
            line=block.number,
        )

    def _parsed(self, block: Block) -> list[ContentLine]:
        names = {"SUMMARY", "LOCATION", "DESCRIPTION", *PROPERTIES}
        found = (self._parser.parse(line.text, block.number) for line in block.lines if line.name in names)
        return [line for line in found if line is not None]

    def _moment(self, block: Block, name: str) -> date | datetime | None:
        line = next((each for each in block.lines if each.name == name and each.value), None)
        if line is None:
            return None
        try:
            return read_time_line(line, self._zones, block.number).moment()
        except (ValueError, OverflowError):
            return None

    def _day(self, block: Block, name: str) -> date | None:
        """The owner's day of a date or time; None where there is none that can be read."""
        moment = self._moment(block, name)
        if isinstance(moment, datetime):
            return moment.astimezone(self._zones.owner.rules).date()
        return moment

    def _due_by_length(self, block: Block) -> date | None:
        begins, lasts = self._moment(block, "DTSTART"), _value(block, "DURATION")
        if begins is None or not lasts:
            return None
        try:
            ends = begins + duration(lasts)
        except (ValueError, OverflowError):
            return None
        return ends.astimezone(self._zones.owner.rules).date() if isinstance(ends, datetime) else ends

    def _instance(self, block: Block) -> str:
        replaced = self._moment(block, "RECURRENCE-ID")
        if replaced is None:
            return ""
        return instance_key(replaced, floating=False, owner=self._zones.owner.rules)


def _value(block: Block, name: str) -> str:
    return next((line.value for line in block.lines if line.name == name), "")


def _said(lines: Sequence[ContentLine], name: str) -> str:
    return next((decoded(line) for line in lines if line.head.name == name), "")


def _sequence(block: Block) -> int:
    text = _value(block, "SEQUENCE")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
