"""One typed line for a plan on a day that is known: 'Ana 10:30 Q3 budget', 'Luca 45m about exit costs'.

Times and lengths are those of the grammar (one_line); what is a name is told by whoever knows the people.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.domain.one_line.text import Line

_LINKS = frozenset({"about", "for", "on", "re", ":", "-", "–", ",", "über", "wegen"})
_BEFORE = frozenset({"at", "@", "for", "um", "für"})
_TAKEN = "\ufffc"
_LONGEST_NAME = 5
_MOST_MINUTES = 12 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to understand the line: who, when, how long, what for. None is not said, '' neither."""

    name: str
    starts: time | None
    minutes: int | None
    purpose: str


def readings(text: str) -> tuple[Reading, ...]:
    """Every way to understand the line, the longest name first; nothing for an empty line.

    The first time and the first length of the line are taken as such wherever they stand. What stands
    before both, and before 'about' or 'for', begins with the name.
    """
    from planner.domain.one_line.text import Line  # the grammar is loaded when somebody types

    line = Line.typed(text)
    (starts, at), (minutes, lasts) = _first_time(line), _first_length(line)
    words, taken = _words_without(line, [each for each in (at, lasts) if each])
    links = [place for place, word in enumerate(words) if word.casefold() in _LINKS]
    before = min([taken, *links[:1], len(words), _LONGEST_NAME])
    return tuple(
        Reading(
            name=" ".join(words[:count]).rstrip(",: "),
            starts=starts,
            minutes=minutes,
            purpose=_purpose(words[count:]),
        )
        for count in range(before, 0, -1)
    )


def _first_time(line: Line) -> tuple[time | None, range]:
    from planner.domain.one_line import every_language
    from planner.domain.one_line.day_reading import times_in

    found = (each for tables in every_language() for each in times_in(line, tables))
    return next(((each.starts, each.places) for each in found), (None, range(0)))


def _first_length(line: Line) -> tuple[int | None, range]:
    from planner.domain.one_line import every_language
    from planner.domain.one_line.day_reading import lengths_in

    found = (each for tables in every_language() for each in lengths_in(line, tables))
    short = ((each.minutes, each.places) for each in found if each.minutes <= _MOST_MINUTES)
    return next(short, (None, range(0)))


def _words_without(line: Line, taken: list[range]) -> tuple[list[str], int]:
    """The words of a line but for what was taken, and before which of them the first of that stood."""
    text = line.text
    for start, end in sorted((line.span(places) for places in taken), reverse=True):
        text = f"{text[:start]} {_TAKEN} {text[end:]}"
    words: list[str] = []
    first: int | None = None
    for word in text.split():
        if word == _TAKEN:
            words = words[:-1] if words and words[-1].casefold() in _BEFORE else words
            first = len(words) if first is None else first
        else:
            words.append(word)
    return words, len(words) if first is None else first


def _purpose(words: list[str]) -> str:
    while words and words[0].casefold() in _LINKS:
        words = words[1:]
    return " ".join(words)
