"""A line with everything in it that can be found without understanding its sentences: names, then days, times
and lengths, each behind a mark of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple, TypeVar

from planner.domain.one_line.day_meaning import Looking, placed
from planner.domain.one_line.day_reading import (
    FoundDay,
    FoundLength,
    FoundTime,
    chosen,
    days_in,
    lengths_in,
    times_in,
)
from planner.domain.one_line.language import Language
from planner.domain.one_line.mentions import Latest, Mention, Namer
from planner.domain.one_line.names import NameIndex
from planner.domain.one_line.patterns import one_of
from planner.domain.one_line.text import Line

_PEOPLE, _DAYS, _TIMES, _LENGTHS, _END = 0xE000, 0xF000, 0xF200, 0xF400, 0xF600
PERSON = f"[{chr(_PEOPLE)}-{chr(_DAYS - 1)}]"
DAY = f"[{chr(_DAYS)}-{chr(_TIMES - 1)}]"
TIME = f"[{chr(_TIMES)}-{chr(_LENGTHS - 1)}]"
LENGTH = f"[{chr(_LENGTHS)}-{chr(_END)}]"
"""Expressions for a mark of each kind."""

T = TypeVar("T")


class Reading(NamedTuple):
    """A line whose names, days, times and lengths stand behind marks; what they stand for is beside it."""

    line: Line
    language: Language
    names: NameIndex
    now: datetime
    mentions: tuple[Mention, ...]
    days: tuple[FoundDay, ...]
    times: tuple[FoundTime, ...]
    lengths: tuple[FoundLength, ...]

    def mention(self, mark: str) -> Mention | None:
        """Who stands behind a mark, if it is one of a person."""
        return _behind(self.mentions, mark, _PEOPLE)

    def day(self, mark: str) -> FoundDay | None:
        """The day behind a mark."""
        return _behind(self.days, mark, _DAYS)

    def time(self, mark: str) -> FoundTime | None:
        """The time behind a mark."""
        return _behind(self.times, mark, _TIMES)

    def length(self, mark: str) -> FoundLength | None:
        """The length behind a mark."""
        return _behind(self.lengths, mark, _LENGTHS)


def read(
    text: str, language: Language, names: NameIndex, latest: Latest, now: datetime, *, month_first: bool
) -> Reading:
    """Find names first, then days, times and lengths in what is left."""
    line = Line.typed(text)
    mentions = tuple(Namer(line, language, names, latest).mentions()[: _DAYS - _PEOPLE])
    line = line.marked((each.places, chr(_PEOPLE + place)) for place, each in enumerate(mentions))
    times = times_in(line, language)
    found: list[FoundDay | FoundTime | FoundLength] = [each for each in times if each.sure]
    days_said = days_in(line, language, month_first=month_first)
    found += [each for each in days_said if placed(each.meaning, now.date(), Looking.AHEAD)]
    found += [*lengths_in(line, language), *(each for each in times if not each.sure)]
    kept = [each for _, each in chosen((each.places, each) for each in found)]
    days = tuple(each for each in kept if isinstance(each, FoundDay))[: _TIMES - _DAYS]
    clocks = tuple(each for each in kept if isinstance(each, FoundTime))[: _LENGTHS - _TIMES]
    lengths = tuple(each for each in kept if isinstance(each, FoundLength))[: _END - _LENGTHS]
    marks = [*_marks(days, _DAYS), *_marks(clocks, _TIMES), *_marks(lengths, _LENGTHS)]
    return Reading(line.marked(marks), language, names, now, mentions, days, clocks, lengths)


def _marks(found: Iterable[FoundDay | FoundTime | FoundLength], first: int) -> Iterable[tuple[range, str]]:
    return ((each.places, chr(first + place)) for place, each in enumerate(found))


def _behind(found: tuple[T, ...], mark: str, first: int) -> T | None:
    place = ord(mark[0]) - first
    return found[place] if 0 <= place < len(found) and len(mark) == 1 else None


@lru_cache(maxsize=8)
def saying_classes(language: Language) -> dict[str, str]:
    """What `{name}` stands for in the sayings of a language."""
    people, talks = language.people, language.talks
    row = rf"{PERSON}(?: (?:{one_of(people.and_ | {','})}) (?:(?:{one_of(people.and_)}) )?{PERSON})*"
    verbs = [word for word, way in talks.ways.items() if way.tense in ("base", "ahead")]
    nouns_too = [word for word, way in talks.ways.items() if way.tense == "" and way.weight < 3]
    they = f"{row}|{one_of(people.they)}"
    return {
        "p": PERSON,
        "people": row,
        "they": they,
        "_they": one_of(people.they),
        "me": people.me,
        "_me": people.me,
        "_my_object": people.my_object,
        "so": one_of(language.intensifiers),
        "day": DAY,
        "time": TIME,
        "length": LENGTH,
        "verb": one_of([*verbs, *nouns_too]),
        "deed": one_of(language.deeds),
        "imperative": one_of(language.imperatives),
        "kin": one_of(language.kin),
        "meal": one_of(language.meals),
        "continuous": talks.continuous,
    }
