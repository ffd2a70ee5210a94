"""The reading of one file, card by card, within the limits that keep a hostile file from doing harm."""

from __future__ import annotations

from planner.domain.errors import KnownError
from planner.exchange.content_lines import ContentLine, LineParser
from planner.exchange.drafts import Drafts, PersonDraft
from planner.exchange.problems import ProblemList, quoted
from planner.exchange.vcard.card import Card
from planner.exchange.vcard.groups import Group, group_of, tagged
from planner.exchange.vcard.lines import RawCard, Undeclared, simple_lines, text_lines
from planner.exchange.vcard.person import person_of

MOST_CARD_BYTES = 12 * 1024 * 1024
MOST_CARD_LINES = 100_000
"""As they stand in the file: a photo of 5 MB has 90,000."""

MOST_LINE = 1024 * 1024
MOST_PHOTO_LINE = 5 * 1024 * 1024
MOST_ENTRIES = 2_000
MOST_ENTRIES_OF_FILE = 1_000_000
_TOO_MANY = (
    f"This file has more than {MOST_ENTRIES_OF_FILE:,} entries, so nothing was read. "
    "Split it into smaller files."
)


class Reading:
    """Reads cards one after the other and holds what was understood of them."""

    def __init__(self, undeclared: Undeclared) -> None:
        self._undeclared = undeclared
        self._parser = LineParser()
        self._people: list[PersonDraft] = []
        self._groups: list[Group] = []
        self._problems = ProblemList()
        self._entries = 0

    def read(self, card: RawCard) -> None:
        """Understand one card, or say why not. Raises KnownError where the whole file is over a limit."""
        if card.before and (between := card.before.strip()):
            line = card.line - 1 - between.count(b"\n")
            self._problems.add(line, "There is text outside the cards here, so it was left out.")
        if limit := _over_limit(card):
            self._problems.add(card.line, f"This card is longer than {limit}, so it was left out.")
            return
        if not card.closed:
            if not card.body.strip():
                return
            where = "the end of the file" if card.share == 1 else "where the next one begins"
            self._problems.add(card.line, f"This card has no END line, so it was read up to {where}.")
        lines = Card(self._lines(card))
        if group := group_of(lines, card.line):
            self._groups.append(group)
        elif person := person_of(lines, card.line, self._problems):
            self._people.append(person)

    def drafts(self) -> Drafts:
        """Everything read so far."""
        people = tagged(self._people, self._groups, self._problems) if self._groups else self._people
        return Drafts(format="vCard", people=tuple(people), problems=self._problems.all())

    def _lines(self, card: RawCard) -> list[ContentLine]:
        lines = self._simple_lines(card)
        if lines is None:
            lines = self._any_lines(card)
        self._entries += len(lines)
        if self._entries > MOST_ENTRIES_OF_FILE:
            raise KnownError(_TOO_MANY)
        return lines

    def _simple_lines(self, card: RawCard) -> list[ContentLine] | None:
        """The lines of a card with which nothing is wrong and that is far from every limit, else None."""
        if len(card.body) > MOST_LINE or card.body.count(b"\n") > MOST_ENTRIES:
            return None
        simple = simple_lines(card)
        return None if simple is None else self._parser.parse_all(simple)

    def _any_lines(self, card: RawCard) -> list[ContentLine]:
        lines: list[ContentLine] = []
        for count, (number, text) in enumerate(text_lines(card, self._undeclared)):
            if count == MOST_ENTRIES:
                words = f"This card has more than {MOST_ENTRIES:,} entries, so the rest was left out."
                self._problems.add(number, words)
                break
            line = self._parser.parse(text, number)
            if line is None:
                self._say_unreadable(number, text)
            elif len(text) > MOST_LINE and (limit := _over_line_limit(line)):
                words = f"This {line.head.name} entry is longer than {limit}, so it was left out."
                self._problems.add(number, words)
            else:
                lines.append(line)
        return lines

    def _say_unreadable(self, number: int, text: str) -> None:
        if text.strip():
            words = f"The line {quoted(text)} is no entry of a card, so it was left out."
            self._problems.add(number, words)


def _over_limit(card: RawCard) -> str:
    """The limit that the card is over, in words, or ''."""
    if len(card.body) > MOST_CARD_BYTES:
        return "12 MB"
    too_many = len(card.body) > MOST_CARD_LINES and card.body.count(b"\n") > MOST_CARD_LINES
    return f"{MOST_CARD_LINES:,} lines" if too_many else ""


def _over_line_limit(line: ContentLine) -> str:
    """The limit that the line is over, in words, or ''."""
    if line.head.name != "PHOTO":
        return "1 MB" if len(line.text) > MOST_LINE else ""
    return "5 MB" if len(line.text) > MOST_PHOTO_LINE else ""
