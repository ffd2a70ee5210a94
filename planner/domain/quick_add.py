"""One typed line for a plan: 'Ana 10:30 Q3 budget', 'Luca 45m about exit costs'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(am|pm)?\Z")
_HOUR = re.compile(r"(\d{1,2})(am|pm)\Z")
_LENGTH = re.compile(r"(?:(\d{1,2})h)?(?:(\d{1,3})(?:m|min|minutes)?)?\Z")
_UNITS = frozenset({"h", "hour", "hours", "m", "min", "mins", "minute", "minutes"})
_LINKS = frozenset({"about", "for", "on", "re", ":", "-", "–"})
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
    words = text.split()
    starts, words, first = _taken_time(words)
    minutes, words, second = _taken_length(words)
    links = [place for place, word in enumerate(words) if word.casefold() in _LINKS]
    before = min([first, second, *links[:1], len(words), _LONGEST_NAME])
    return tuple(
        Reading(
            name=" ".join(words[:count]).rstrip(",: "),
            starts=starts,
            minutes=minutes,
            purpose=_purpose(words[count:]),
        )
        for count in range(before, 0, -1)
    )


def _taken_time(words: list[str]) -> tuple[time | None, list[str], int]:
    """The first time, the words without it, and before which of these it stood."""
    for place, word in enumerate(words):
        after_at = place > 0 and words[place - 1].casefold() in ("at", "@")
        found = _time(word.strip(",").casefold().lstrip("@"), bare=after_at)
        if found is not None:
            begin = place - 1 if after_at else place
            return found, words[:begin] + words[place + 1 :], begin
    return None, words, len(words)


def _taken_length(words: list[str]) -> tuple[int | None, list[str], int]:
    """The first length, the words without it, and before which of these it stood."""
    for place in range(len(words)):
        for count in (2, 1):
            found = _minutes([each.strip(",").casefold() for each in words[place : place + count]], count)
            if found is not None:
                after_for = place > 0 and words[place - 1].casefold() == "for"
                begin = place - 1 if after_for else place
                return found, words[:begin] + words[place + count :], begin
    return None, words, len(words)


def _time(word: str, *, bare: bool) -> time | None:
    found = _CLOCK.match(word) or _HOUR.match(word)
    if found is None:
        return time(int(word)) if bare and word.isascii() and word.isdigit() and int(word) < 24 else None
    groups = found.groups()
    hour, minute, half = int(groups[0]), int(groups[1]) if len(groups) == 3 else 0, groups[-1]
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _minutes(words: list[str], count: int) -> int | None:
    """The length that '45m', '45 min', '1h', '1h30' or '1 h' means; a figure alone is none."""
    if len(words) != count or (count == 2 and not (words[0].isdigit() and words[1] in _UNITS)):
        return None
    word = "".join(words)
    if count == 2:
        word = words[0] + words[1][0]
    found = _LENGTH.match(word)
    if found is None or word.isdigit() or not word.isascii():
        return None
    minutes = int(found[1] or 0) * 60 + int(found[2] or 0)
    return minutes if 0 < minutes <= _MOST_MINUTES else None


def _purpose(words: list[str]) -> str:
    while words and words[0].casefold() in _LINKS:
        words = words[1:]
    return " ".join(words)
