"""What the grammar wants to know of a language: tables, and nothing that is carried out.

Templates are written in the small language of patterns.py; every word in them is folded (lower case, no
diacritics). The machine beside this module knows no word of any language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from planner.domain.angles import Angle
from planner.domain.attempts import Attempt
from planner.domain.channels import Channel
from planner.domain.one_line.day_meaning import DayMeaning


def words(spelled: str) -> frozenset[str]:
    """The words of a list that is divided by commas."""
    return frozenset(each.strip() for each in spelled.split(","))


def by_word(spelled: Mapping[Attempt, str]) -> dict[str, Attempt]:
    """What each of the listed words says."""
    return {word: attempt for attempt, several in spelled.items() for word in words(several)}


class Clock(NamedTuple):
    """How a time is told: the hour said plus `shift` minutes, or `fixed` where no hour is said.

    `sign` is how minutes said beside the hour count ('ten past', 'ten to'). `rough` marks a guess.
    """

    shift: int = 0
    sign: int = 1
    fixed: str = ""
    rough: bool = False


class Length(NamedTuple):
    """How a length is told: `each` minutes for every one of the number said, and `more`."""

    each: int = 0
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DayTable:
    """Days, times and lengths. Spellings of one thing stand together, divided by `|`.

    `spelled_days` are the days of a month in words ('first', 'tenth').
    `unclear` names or words that are something else as well, and count as days only with a capital or behind
    one of `prepositions`. `parts` of a day are morning, noon, afternoon, evening and night; `part_hours` is
    when a plan for one begins unless a time is said. `due` words stand before the day on which something
    is due, `links` before any day, time or length.
    """

    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    numbers: Mapping[str, int]
    units: Mapping[str, str]
    periods: Mapping[str, str]
    parts: Mapping[str, str]
    ordinal: str
    spelled_days: Mapping[str, int]
    unclear: frozenset[str]
    prepositions: frozenset[str]
    due: frozenset[str]
    links: frozenset[str]
    days: tuple[tuple[str, DayMeaning], ...]
    halves: Mapping[str, str]
    clocks: tuple[tuple[str, Clock], ...]
    hour_words: str
    minute_words: str
    lengths: tuple[tuple[str, Length], ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PeopleTable:
    """Who is meant. `they` maps a pronoun to the beginning of the pronouns it stands for ('she', 'he', '').

    `before` stands only before a person, `after` is what only a person does. `everyday` words can be names
    and are names only where a person must be. `group` words may stand before the name of a group.
    """

    me: str
    my_object: str
    they: Mapping[str, str]
    and_: frozenset[str]
    before: frozenset[str]
    to_from: frozenset[str]
    after: frozenset[str]
    titles: frozenset[str]
    group: frozenset[str]
    everyday: frozenset[str]


class Reaches(StrEnum):
    """Whether who does something began the conversation, and how to tell."""

    NOBODY = "nobody"
    BY_PLACE = "by place"
    """Who stands before the word, unless 'me' or 'I' tells."""
    MINE = "mine"
    """You, unless 'me' tells otherwise."""


class Way(NamedTuple):
    """A word for a way of talking: how surely it says so (3 names it, 1 leaves it open), and its tense.

    `tense` is past, base (a verb when a person follows, else a noun), ahead, or '' for a noun. `hour` is when
    one usually does it.
    """

    channel: Channel
    weight: int = 2
    tense: str = ""
    reaches: Reaches = Reaches.NOBODY
    hour: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TalkTable:
    """Conversations and plans. `ways` maps words to how one talks.

    `about` begins what it was about; `weakly_about` only where nothing else does, and not before
    `not_about`. `past` and `future` tell when, `negated` that it did not happen. `tried`
    says that one tried to talk, and what came of it; `tried_way` only beside a way of talking. `filler`
    says nothing.
    `particles` belong to a verb and end a sentence ('ruf Ana … an').
    """

    ways: Mapping[str, Way]
    about: frozenset[str]
    weakly_about: frozenset[str]
    not_about: frozenset[str]
    from_: frozenset[str]
    to: frozenset[str]
    with_: frozenset[str]
    at: frozenset[str]
    past: frozenset[str]
    future: frozenset[str]
    filler: frozenset[str]
    negated: frozenset[str]
    tried: Mapping[str, Attempt]
    tried_way: Mapping[str, Attempt]
    particles: frozenset[str]
    continuous: str


class Saying(NamedTuple):
    """One form of a sentence. `{p}` is a person, `{they}` people or a pronoun, `{what}` the words that count.

    `by` is who promised (me, them; nobody: it is no promise, whatever follows in the table); of a plan when
    it is one: "by time" only with a time in it, "by day" only with a day, "no due" and "by day" only without
    a word such as 'by'; of something learned "told" where it counts only behind words that say how it was.
    What `needs_due` is a promise only with the day by which. `text` is how what was said is written down, ''
    as it stands from its first verb on; `source` is how something was learned.
    """

    form: str
    by: str = ""
    angle: Angle | None = None
    text: str = ""
    source: str = ""
    needs_due: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """A language. The tables of sayings are tried in their order.

    `told` are forms before something learned ('Ana told me that'). `deeds` maps a form of a verb to the one
    in which a promise is written down. `imperatives` begin what one has still to do. `meals` are what one has
    with somebody ('have lunch'). `joins` are words with which a second sentence may begin. `abbreviations`
    have a point that ends no sentence.
    """

    code: str
    name: str
    days: DayTable
    people: PeopleTable
    talks: TalkTable
    plans: tuple[Saying, ...]
    promises: tuple[Saying, ...]
    told: tuple[Saying, ...]
    learned: tuple[Saying, ...]
    rests: tuple[Saying, ...]
    deeds: Mapping[str, str]
    imperatives: frozenset[str]
    kin: frozenset[str]
    meals: frozenset[str]
    intensifiers: frozenset[str]
    joins: frozenset[str]
    nouns_are_capital: bool
    verbs_end_sentences: bool
    abbreviations: frozenset[str]
