"""Finds the people and groups that a line names, before anything else is read.

May, March, Jan, June and Will are people where a person must be and somebody is called so; otherwise they are
what the language makes of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from planner.domain.names import fold, is_particle
from planner.domain.one_line.day_reading import days_in
from planner.domain.one_line.language import Language
from planner.domain.one_line.names import FIRST, MIDDLE, PARTICLE, Group, NameIndex
from planner.domain.one_line.text import Line
from planner.domain.one_line.vocabulary import vocabulary

Latest = Callable[[Collection[int]], Mapping[int, date]]
"""The day of the last conversation with each of some people; those without one are left out."""

_MOST = 6
"""How many people are offered for one name."""
_LONGEST = 5
_BEGINNING = 3
"""How many first letters of a family name tell that another one is a slip of typing."""
_LONGEST_UNKNOWN = 3
"""How many words a name that nobody bears can have, besides particles."""
_ENDS = frozenset({".", ";", ":", "!", "?"})
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d|\d{1,2}(?:am|pm|h)\Z|\d{1,3}(?:m|min)\Z")


class Mention(NamedTuple):
    """Somebody named in these items. `people` are all who can be meant, the likeliest first, none for a name
    that nobody bears; for a group its members. `guess` says what was assumed.
    """

    places: range
    people: tuple[int, ...]
    group: Group | None = None
    guess: str = ""
    perhaps: tuple[int, ...] = ()
    """Who may be meant all the same by a name that nobody bears."""


class Namer:
    """Reads the names of one line."""

    def __init__(self, line: Line, language: Language, names: NameIndex, latest: Latest) -> None:
        self._line = line
        self._language = language
        self._names = names
        self._latest = latest
        self._words = vocabulary(language)
        self._plain = [item.plain for item in line.items]
        self._has_capitals = any(word.text[:1].isupper() for word in line.words[1:])

    def mentions(self) -> list[Mention]:
        """Everybody named, from left to right."""
        found: list[Mention] = []
        place = 0
        while place < len(self._plain):
            mention = self._mention(place, found)
            if mention is None:
                place += 1
            else:
                found.append(mention)
                place = mention.places.stop
        return found or self._met_as_group()

    def _mention(self, place: int, before: Sequence[Mention]) -> Mention | None:
        at_sign = self._plain[place] == "@"
        if at_sign and self._is_place(place + 1):
            return None
        if at_sign and (place + 1 >= len(self._plain) or self._plain[place + 1][:1].isdigit()):
            return None
        start = place + 1 if at_sign else place
        must = at_sign or self._is_expected(place, before)
        begin = self._after_titles(start)
        must = must or begin > start
        return (
            (self._group(place, start) if must else None)
            or self._name(place, begin, must)
            or (self._stranger(place, begin, at_sign) if must or self._begins_acting(begin) else None)
        )

    def _is_place(self, place: int) -> bool:
        """'@ Kronenhalle': a name that nobody bears, and not right behind the sign, is where one meets."""
        if place >= len(self._plain) or self._names.called(self._plain[place]):
            return False
        return self._line.word(place).start > self._line.word(place - 1).end

    # Where a person must be

    def _is_expected(self, place: int, before: Sequence[Mention]) -> bool:
        """Whether what stands before can only be followed by a person."""
        people, previous = self._language.people, self._plain[place - 1] if place else ""
        if previous in people.before:
            return previous != "@" or not self._is_place(place)
        if previous in people.and_ and before and before[-1].places.stop >= place - 1:
            return (
                previous != "/"
                or self._is_capital_name(place)
                or bool(self._names.called(self._plain[place]))
            )
        if previous == "," and before and before[-1].places.stop == place - 1:
            return self._begins_name(place)
        if previous in people.to_from and place > 1:
            return self._plain[place - 2] in self._language.talks.ways
        return False

    def _begins_name(self, place: int) -> bool:
        word = self._line.word(place).text
        return word[:1].isupper() and bool(self._names.called(self._plain[place]))

    def _acts(self, start: int, stop: int) -> bool:
        """Whether what follows is what only a person does, at the beginning of a sentence or by a capital."""
        if stop >= len(self._plain):
            return False
        begins = self._begins_sentence(start)
        capital = self._line.word(start).text[:1].isupper()
        following = self._plain[stop]
        if following in self._language.people.after:
            return begins or capital
        return begins and bool(_CLOCK.match(following)) and following not in self._language.people.after

    def _begins_acting(self, start: int) -> bool:
        """The same for a name that nobody bears: only at the beginning of a sentence; several words of it are
        capital ('John Smith called')."""
        if not self._begins_sentence(start):
            return False
        stop = start + 1
        while self._is_capital_name(start) and self._is_capital_name(stop) and stop < start + _LONGEST:
            stop += 1
        return self._plain[stop : stop + 1] != [] and self._plain[stop] in self._language.people.after

    def _is_capital_name(self, place: int) -> bool:
        return (
            place < len(self._plain)
            and self._line.word(place).text[:1].isupper()
            and self._looks_like_name(place, at_sign=False)
        )

    def _begins_sentence(self, start: int) -> bool:
        return start == 0 or self._plain[start - 1] in _ENDS | self._language.joins

    # Groups

    def _group(self, place: int, start: int) -> Mention | None:
        begin = start
        while begin < len(self._plain) and self._plain[begin] in self._language.people.group:
            begin += 1
        found = self._names.group_at(self._plain[begin : begin + _LONGEST])
        if found is None:
            return None
        length, group = found
        people = self._names.members(group)
        return (
            Mention(range(place, begin + length), people, group, f"everybody in {group.name}")
            if people
            else None
        )

    def _met_as_group(self) -> list[Mention]:
        """'Board dinner on Friday': where nobody is named, a group right before a way of talking."""
        ways = self._language.talks.ways
        for place in range(len(self._plain)):
            mention = self._group(place, place)
            following = self._plain[mention.places.stop :][:1] if mention else []
            if mention and following and following[0] in ways and not ways[following[0]].tense:
                return [mention]
        return []

    # Names

    def _after_titles(self, place: int) -> int:
        titles = self._language.people.titles
        while place + 1 < len(self._plain) and self._plain[place] in titles:
            place += 2 if self._plain[place + 1] == "." and place + 2 < len(self._plain) else 1
        return place

    def _name(self, place: int, begin: int, must: bool) -> Mention | None:
        stop, people, count = self._bearers(begin)
        if not people or (count == 1 and not self._counts(begin, stop, people, must)):
            return None
        ordered, whole = self._ordered(people, self._plain[begin:stop])
        is_first = count == 1 and FIRST in people.values() and self._plain[place] != "@"
        if is_first and (must or self._acts(begin, stop + 1)) and self._is_family_name(stop):
            return self._of_other_family(place, begin, stop, people)
        said = self._line.said(range(begin, stop))
        if self._is_initials(begin, stop):
            name = self._names.person(ordered[0]).name
            return Mention(range(place, stop), ordered, guess=f"“{said}” is read as {name}")
        if len(ordered) == 1 or whole == 1:
            return Mention(range(place, stop), ordered)
        return Mention(range(place, stop), ordered, guess=f"{len(people)} people are called {said}")

    def _is_family_name(self, place: int) -> bool:
        """Whether a capital word behind a first name ends a name: only small words and signs follow it."""
        if not self._is_capital_name(place) or self._names.called(self._plain[place]):
            return False
        if self._line.word(place).text.isupper():
            return False
        following = self._plain[place + 1] if place + 1 < len(self._plain) else ""
        way = self._language.talks.ways.get(following)
        ends = not following[:1].isalpha() or (following in self._words and (way is None or bool(way.tense)))
        return ends and not any(place in day.places for day in days_in(self._line, self._language))

    def _of_other_family(self, place: int, begin: int, stop: int, people: Mapping[int, int]) -> Mention:
        """'Ana Smith', where everybody called Ana is called otherwise: a slip of typing, or nobody known."""
        places, said = range(place, stop + 1), self._line.said(range(begin, stop + 1))
        begun = self._plain[stop][:_BEGINNING]
        near = self._near(self._plain[begin : stop + 1])
        near = near or tuple(each for each in people if self._has_initial(each, begun))
        if near:
            name = self._names.person(near[0]).name
            return Mention(places, near, guess=f"“{said}” is read as {name}")
        ordered, _ = self._ordered(people, self._plain[begin:stop])
        return Mention(places, (), guess=f"nobody here is called “{said}”", perhaps=ordered)

    def _is_initials(self, begin: int, stop: int) -> bool:
        return stop == begin + 1 and not self._names.called(self._plain[begin])

    def _bearers(self, begin: int) -> tuple[int, Mapping[int, int], int]:
        """Behind which item the longest name from here on ends, who bears it, and its words."""
        people: Mapping[int, int] = self._names.called(self._plain[begin])
        stop, count = begin + 1, 1
        if not people:
            return self._initial_first(begin)
        while stop < len(self._plain) and count < _LONGEST:
            more, end = self._also(people, stop)
            if not more:
                break
            people, stop, count = more, end, count + 1
        if count == 1 and set(people.values()) <= {PARTICLE, MIDDLE} and is_particle(self._plain[begin]):
            return begin, {}, 0
        return stop, people, count

    def _also(self, people: Mapping[int, int], place: int) -> tuple[dict[int, int], int]:
        """Those who are called by the next word too, or whose name has a word that begins with it."""
        word = self._plain[place]
        if word == self._plain[place - 1]:
            return {}, place  # 'Jan Jan 5' is Jan on a day in January
        bearers = self._names.called(word)
        both = {each: rank for each, rank in people.items() if each in bearers}
        if both:
            return both, place + 1
        if len(word) == 1 and self._line.word(place).text.isupper():
            short = {each: rank for each, rank in people.items() if self._has_initial(each, word)}
            dot = place + 1 < len(self._plain) and self._plain[place + 1] == "."
            return short, place + 1 + (dot and place + 2 < len(self._plain))
        if len(word) > 1 and word not in self._words and self._line.word(place).text[:1].isupper():
            return {each: rank for each, rank in people.items() if self._has_initial(each, word)}, place + 1
        return {}, place

    def _has_initial(self, person_id: int, beginning: str) -> bool:
        words = fold(self._names.person(person_id).name).split()[1:]
        return any(word.startswith(beginning) for word in words)

    def _initial_first(self, begin: int) -> tuple[int, Mapping[int, int], int]:
        """'A. Ferreira', or the initials 'AF'."""
        word, text = self._plain[begin], self._line.word(begin).text
        if not text.isupper() or not word.isalpha():
            return begin, {}, 0
        if len(word) == 2 and word not in self._words:
            return begin + 1, dict.fromkeys(self._names.with_initials(word), MIDDLE), 1
        behind = begin + 2 if self._plain[begin + 1 : begin + 2] == ["."] else begin + 1
        if len(word) == 1 and behind < len(self._plain):
            bearers = self._names.called(self._plain[behind])
            people = {each: rank for each, rank in bearers.items() if self._begins(each, word)}
            return behind + 1, people, 2
        return begin, {}, 0

    def _begins(self, person_id: int, letter: str) -> bool:
        return self._names.person(person_id).name[:1].casefold() == letter

    def _counts(self, begin: int, stop: int, people: Mapping[int, int], must: bool) -> bool:
        """Whether a single word that somebody is called by is meant as a name here."""
        if must or self._acts(begin, stop):
            return True
        word, text = self._plain[begin], self._line.word(begin).text
        if word in self._words or word in self._language.people.everyday:
            return False
        return text[:1].isupper() or FIRST in people.values()

    def _ordered(self, people: Mapping[int, int], words: Sequence[str]) -> tuple[tuple[int, ...], int]:
        """The likeliest first: of that whole name, then by the word, then most recently talked to; and how
        many bear the whole name."""
        if len(people) == 1:
            return tuple(people), 1
        latest = self._latest(people)
        bare = {word for word in words if word != "."}
        lengths = {each: len(self._names.person(each).name.split()) for each in people}
        whole = {each for each in people if lengths[each] == len(bare)} if len(bare) > 1 else set()
        ordered = sorted(
            people,
            key=lambda each: (
                each not in whole,
                people[each],
                -latest[each].toordinal() if each in latest else 0,
                self._names.person(each).name,
            ),
        )
        return tuple(ordered[:_MOST]), len(whole)

    # Names that nobody bears

    def _stranger(self, place: int, begin: int, at_sign: bool) -> Mention | None:
        """Somebody whose name is spelled otherwise, or whom nobody knows yet."""
        stop = self._end_of_unknown(begin, at_sign)
        if stop == begin:
            return None
        for end in range(stop, begin, -1):
            if end < stop and self._is_capital_name(end):
                continue
            near = self._near(self._plain[begin:end])
            if near:
                said = self._line.said(range(begin, end))
                name = self._names.person(near[0]).name
                return Mention(range(place, end), near, guess=f"“{said}” is read as {name}")
        said = self._line.said(range(begin, stop))
        return Mention(range(place, stop), (), guess=f"nobody here is called “{said}”")

    def _end_of_unknown(self, begin: int, at_sign: bool) -> int:
        """Behind which item a name ends that nobody bears; 'de la' is part of it before another word."""
        stop = begin
        for _ in range(_LONGEST_UNKNOWN):
            after = stop
            while stop > begin and after < len(self._plain) and is_particle(self._plain[after]):
                after += 1
            if after > stop and self._is_capital_name(after):
                stop = after + 1
            elif stop < len(self._plain) and self._looks_like_name(stop, at_sign):
                stop += 1
            else:
                break
        return stop

    def _looks_like_name(self, place: int, at_sign: bool) -> bool:
        word, text = self._plain[place], self._line.word(place).text
        if len(word) < 2 or word in self._words or not word.replace("-", "").replace("'", "").isalpha():
            return False
        return text[:1].isupper() or at_sign or not self._has_capitals

    def _distances(self, word: str) -> dict[int, int]:
        """How far people are from being called so: not at all, by the rest of a word, or by a slip."""
        called = self._names.called(word)
        if called:
            return dict.fromkeys(called, 0)
        begun = self._names.begun(word)
        if begun:
            return {each: 1 + (rank != FIRST) for each, rank in begun.items()}
        return {each: 1 + slips for each, slips in self._names.near(word).items()}

    def _near(self, words: Sequence[str]) -> tuple[int, ...]:
        """Those of whose name every word is one of these, begins so, or is a slip away; the nearest first."""
        distances: dict[int, int] | None = None
        for word in words:
            here = self._distances(word)
            distances = (
                here
                if distances is None
                else {each: distances[each] + here[each] for each in distances if each in here}
            )
        if not distances:
            return ()
        latest = self._latest(distances)
        ordered = sorted(
            distances,
            key=lambda each: (distances[each], -latest[each].toordinal() if each in latest else 0, each),
        )
        return tuple(ordered[:_MOST])
