"""Reads address books as real programs write them: vCard 2.1, 3.0 and 4.0 (RFC 2426, 6350, 6868, 9554).

A card that cannot be read never costs another one: what is lost is said in one sentence with its line number.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from planner.domain.errors import KnownError
from planner.exchange.content_lines import ContentLine, LineParser, normalised
from planner.exchange.drafts import Cancelled, Drafts, PersonDraft
from planner.exchange.vcard_card import Card
from planner.exchange.vcard_lines import RawCard, raw_cards, text_lines
from planner.exchange.vcard_person import person_of
from planner.exchange.vcard_problems import ProblemList, quoted

MOST_FILE_BYTES = 50 * 1024 * 1024
MOST_CARD_BYTES = 12 * 1024 * 1024
MOST_LINE = 1024 * 1024
MOST_PHOTO_LINE = 5 * 1024 * 1024
MOST_LINES = 10_000
"""Of one card, unfolded."""

_CARDS_PER_PROGRESS = 100
_FIRST_LINE = re.compile(rb"\s*BEGIN[ \t]*:[ \t]*VCARD[ \t]*(?:\n|\Z)", re.IGNORECASE)
_ENOUGH_TO_RECOGNISE = 16_384
_NOT_ONE = (
    "This file is not an address book that Rapport can read: there is no vCard in it. Nothing was changed."
)
_TOO_LARGE = "This file is larger than 50 MB, so nothing was read. Split it into smaller files."


def looks_like_vcard(data: bytes) -> bool:
    """True if the first line that is not empty begins a vCard, whatever the file is called."""
    return _FIRST_LINE.match(normalised(data[:_ENOUGH_TO_RECOGNISE])) is not None


def read_vcards(data: bytes, *, progress: Callable[[float], bool] | None = None) -> Drafts:
    """The people of an address book, and what could not be read.

    `progress` is told the share done, 0 to 1, every hundred cards, and answers False to stop, which raises
    Cancelled. Raises KnownError where the file is no address book or over a limit.
    """
    if len(data) > MOST_FILE_BYTES:
        raise KnownError(_TOO_LARGE)
    problems = ProblemList()
    parser = LineParser()
    people: list[PersonDraft] = []
    count = 0
    for count, raw in enumerate(raw_cards(normalised(data)), 1):
        person = _person(raw, parser, problems)
        if person:
            people.append(person)
        if progress and count % _CARDS_PER_PROGRESS == 0 and not progress(raw.share):
            raise Cancelled
    if not count:
        raise KnownError(_NOT_ONE)
    if progress and not progress(1.0):
        raise Cancelled
    return Drafts(format="vCard", people=tuple(people), problems=problems.all())


def _person(raw: RawCard, parser: LineParser, problems: ProblemList) -> PersonDraft | None:
    if raw.before and raw.before.strip():
        above = raw.line - raw.before.count(b"\n")
        problems.add(max(1, above), "There is text outside the cards here, so it was left out.")
    if len(raw.body) > MOST_CARD_BYTES:
        problems.add(raw.line, "This card is longer than 12 MB, so it was left out.")
        return None
    if not raw.closed:
        if not raw.body.strip():
            return None
        problems.add(raw.line, "This card has no END line. It was read up to where the next one begins.")
    return person_of(Card(_content_lines(raw, parser, problems)), raw.line, problems)


def _content_lines(raw: RawCard, parser: LineParser, problems: ProblemList) -> list[ContentLine]:
    lines: list[ContentLine] = []
    for number, text in text_lines(raw):
        line = parser.parse(text, number)
        if line is None:
            if text.strip():
                problems.add(number, f"The line {quoted(text)} is no entry of a card, so it was left out.")
        elif len(text) > MOST_LINE and (line.head.name != "PHOTO" or len(text) > MOST_PHOTO_LINE):
            size = "5 MB" if line.head.name == "PHOTO" else "1 MB"
            problems.add(number, f"This {line.head.name} entry is longer than {size}, so it was left out.")
        elif len(lines) >= MOST_LINES:
            problems.add(number, f"This card has more than {MOST_LINES:,} lines, so the rest was left out.")
            break
        else:
            lines.append(line)
    return lines
