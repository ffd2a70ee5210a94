"""The days of a year that a card remembers: birthday and anniversary. What is no day is said and kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planner.exchange.content_lines import ContentLine
from planner.exchange.problems import ProblemList, quoted
from planner.exchange.text import decoded
from planner.exchange.vcard.card import Card
from planner.exchange.vcard.dates import ANNIVERSARIES, day_of, read_day
from planner.exchange.vcard.labels import plain_label

_ANDROID_EVENT = re.compile(r"vnd\.android\.cursor\.item/contact_event;([^;]*);([13]);", re.IGNORECASE)
_NO_DAY = "The {} {} is not a full date. It stays with the card as written."


def birthday(card: Card, problems: ProblemList) -> str | None:
    """The first birthday that is a day, else Android's own property. The other lines are kept."""
    found: str | None = None
    for line in card.take("BDAY"):
        day = day_of(line)
        if day is None:
            problems.add(line.number, _NO_DAY.format("birthday", quoted(decoded(line))))
        if day is None or found is not None:
            card.keep(line)
        else:
            found = day
    return found if found is not None else _android(card, "3")


def anniversary(card: Card, problems: ProblemList) -> str | None:
    """The wedding day, under whichever name the program writes it. The line is kept in any case."""
    for line in _anniversaries(card):
        day = day_of(line)
        if day is not None:
            return day
        problems.add(line.number, _NO_DAY.format("anniversary", quoted(decoded(line))))
    return _android(card, "1")


def _anniversaries(card: Card) -> Iterator[ContentLine]:
    for name in ANNIVERSARIES:
        yield from card.look(name)
    for line in card.look("X-ABDATE"):
        labels = (each for each in card.look("X-ABLABEL") if each.head.group == line.head.group)
        if any(plain_label(decoded(each)) == "anniversary" for each in labels):
            yield line


def _android(card: Card, kind: str) -> str | None:
    for line in card.look("X-ANDROID-CUSTOM"):
        found = _ANDROID_EVENT.match(decoded(line))
        if found and found[2] == kind:
            return read_day(found[1].strip())
    return None
