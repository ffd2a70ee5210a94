"""Everybody by the words of their names, so that a name is found in a line at once among ten thousand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from planner.domain.names import fold, is_particle, is_suffix, is_title

FIRST, LAST, MIDDLE, PARTICLE = range(4)
"""How likely somebody is called by a word of their name: the first or a nickname before the last."""
FILTER = "filter"
"""The kind of a group that is a saved filter."""
_SHORTEST_SLIP = 4
_SHORTEST_NAME = 3
_SHORTEST_BEGINNING = 3
_LONG_WORD = 7


class Known(NamedTuple):
    """A person whom a line can mean. `pronouns` is '' where they are not known."""

    id: int
    name: str
    nickname: str = ""
    pronouns: str = ""


class Group(NamedTuple):
    """Several people under one name: a layer, an initiative, a tag or a saved filter (`kind`).

    Whom a filter shows is looked up when a line names it (see NameIndex.members).
    """

    kind: str
    id: int
    name: str
    people: tuple[int, ...]


class NameIndex:
    """Who is called what. It is changed in place as people come, go and are renamed."""

    def __init__(self, people: Iterable[Known] = (), groups: Iterable[tuple[str, Group]] = ()) -> None:
        self._people: dict[int, Known] = {}
        self._words: dict[str, dict[int, int]] = {}
        self._initials: dict[str, set[int]] = {}
        self._groups: dict[str, dict[tuple[str, ...], Group]] = {}
        self.filtered: Callable[[int], tuple[int, ...]] = lambda _filter_id: ()
        """Whom a saved filter shows now, by its id."""
        self._choices: list[str] | None = None
        """Every word of a name that can be meant by a beginning or a slip, in order; None after a change."""
        for person in people:
            self.put(person)
        self.set_groups(groups)

    def __len__(self) -> int:
        return len(self._people)

    def __contains__(self, person_id: int) -> bool:
        return person_id in self._people

    def person(self, person_id: int) -> Known:
        """Somebody who is in the index."""
        return self._people[person_id]

    def put(self, person: Known) -> None:
        """Add somebody, or take up their new name."""
        self.remove(person.id)
        self._people[person.id] = person
        words = words_of_name(person)
        for word, rank in words.items():
            if word not in self._words:
                self._choices = None
            self._words.setdefault(word, {})[person.id] = rank
        self._initials.setdefault(_initials(words), set()).add(person.id)

    def remove(self, person_id: int) -> None:
        """Forget somebody; nobody is fine."""
        person = self._people.pop(person_id, None)
        if person is None:
            return
        words = words_of_name(person)
        for word in words:
            bearers = self._words[word]
            del bearers[person_id]
            if not bearers:
                del self._words[word]
                self._choices = None
        self._initials[_initials(words)].discard(person_id)

    def set_groups(self, groups: Iterable[tuple[str, Group]]) -> None:
        """Take these groups, each with a name it goes by, in place of those before."""
        self._groups = {}
        for name, group in groups:
            words = tuple(fold(name).split())
            if words:
                self._groups.setdefault(words[0], {}).setdefault(words, group)

    def called(self, word: str) -> Mapping[int, int]:
        """Whose name has this folded word, and which of its words it is."""
        return self._words.get(word, {})

    def members(self, group: Group) -> tuple[int, ...]:
        """Everybody in a group."""
        return self.filtered(group.id) if group.kind == FILTER else group.people

    def with_initials(self, letters: str) -> frozenset[int]:
        """Whose first and last name begin with these folded letters."""
        return frozenset(self._initials.get(letters, ()))

    def group_at(self, words: list[str]) -> tuple[int, Group] | None:
        """The group whose whole name begins a row of folded words, and how many of them it takes."""
        found = [
            (len(name), group)
            for name, group in self._groups.get(words[0] if words else "", {}).items()
            if tuple(words[: len(name)]) == name
        ]
        return max(found, key=lambda each: each[0]) if found else None

    def near(self, word: str) -> dict[int, int]:
        """Whose name has a word that is a slip of typing away, with how many letters differ."""
        if len(word) < _SHORTEST_SLIP:
            return {}
        from rapidfuzz import process  # loaded when somebody is not found by their name
        from rapidfuzz.distance import OSA

        slips = 2 if len(word) >= _LONG_WORD else 1
        found = process.extract(word, self._spellings(), scorer=OSA.distance, score_cutoff=slips, limit=8)
        people: dict[int, int] = {}
        for spelled, distance, _ in found:
            for person_id, rank in self._words[spelled].items():
                if rank != PARTICLE:
                    people[person_id] = min(int(distance), people.get(person_id, slips))
        return people

    def begun(self, word: str, *, shortest: int = _SHORTEST_BEGINNING) -> dict[int, int]:
        """Whose name has a longer word that begins so, with its rank: 'Rob' is the beginning of Robert.

        Nobody for a beginning of fewer letters than `shortest`.
        """
        if len(word) < shortest:
            return {}
        spellings = self._spellings()
        people: dict[int, int] = {}
        for place in range(bisect_right(spellings, word), len(spellings)):
            if not spellings[place].startswith(word):
                break
            for person_id, rank in self._words[spellings[place]].items():
                if rank != PARTICLE:
                    people[person_id] = min(rank, people.get(person_id, rank))
        return people

    def _spellings(self) -> list[str]:
        if self._choices is None:
            self._choices = sorted(each for each in self._words if len(each) >= _SHORTEST_NAME)
        return self._choices


def words_of_name(person: Known) -> dict[str, int]:
    """The folded words by which somebody can be called, with their rank; titles are none."""
    bare = [word.strip(".,;()\"'") for word in fold(person.name).split()]
    words = [
        word
        for place, word in enumerate(bare)
        if word and not is_title(word) and not (place and is_suffix(word))
    ]
    ranks: dict[str, int] = {}
    for place, word in enumerate(words):
        rank = FIRST if place == 0 else LAST if place == len(words) - 1 else MIDDLE
        ranks.setdefault(word, PARTICLE if is_particle(word) else rank)
        first, dash, _ = word.partition("-")
        if dash and len(first) > 1:
            ranks.setdefault(first, MIDDLE)
    for word in fold(person.nickname).split():
        ranks[word.strip(".,;()\"'") or word] = FIRST
    return ranks


def _initials(words: Mapping[str, int]) -> str:
    firsts = [word[0] for word, rank in words.items() if rank in (FIRST, LAST)]
    return "".join(firsts[:2])
