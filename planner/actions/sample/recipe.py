"""What the sample library is made from, as written in resources/sample; days count from its Tuesday."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import time
from typing import Any

from planner.resources import resource


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One person of the cast. `last` is days since the last conversation on the Tuesday."""

    key: str
    name: str
    pronouns: str
    role: str
    organisation: str
    city: str
    layer: str
    rhythm: int
    last: int
    seed: int
    missed: tuple[int, ...] = ()
    earlier: tuple[int, ...] = ()
    languages: str = ""
    birthday: str | None = None
    birthday_in: int | None = None
    likes_to_talk: str = ""
    as_a_person: str = ""
    rests_from: int | None = None
    rests_until: int | None = None
    topic: str = ""
    notes: str = ""
    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A conversation with `people`."""

    people: tuple[str, ...]
    day: int
    channel: str
    starts: time
    minutes: int
    topic: str
    reached_out: str | None = None
    notes: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intended:
    """A plan; once past it has become a conversation, unless it `asks` whether you talked."""

    person: str
    day: int
    starts: time
    minutes: int
    channel: str
    purpose: str
    topic: str = ""
    notes: str = ""
    place: str = ""
    reached_out: str = "you"
    asks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A commitment; `outcome` None is open, and `kept late` on the day `settled` once that is past.

    One that `follows` is what the promise before it of the same person was moved to.
    """

    person: str
    by: str
    what: str
    made: int
    due: int | None = None
    outcome: str | None = None
    closed: int | None = None
    settled: int | None = None
    note: str = ""
    follows: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """One thing understood about a person."""

    person: str
    angle: str
    day: int
    text: str
    source: str
    certainty: str
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """How two people are connected."""

    person: str
    other: str
    kind: str
    closeness: int
    directed: bool = False
    since: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """A trip."""

    place: str
    first: int
    last: int
    lodging: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Busy:
    """A calendar entry without people."""

    title: str
    day: int
    starts: time
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A filter kept under a name for one place; `cities` are folded, `initiatives` are keys."""

    place: str
    name: str
    cities: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    initiatives: tuple[str, ...] = ()
    stands: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Days on which somebody is away; the owner where no `person` is named."""

    first: int
    last: int
    note: str
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """An initiative."""

    key: str
    name: str
    goal: str
    next_what: str
    next_on: int
    started: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a person stands on an initiative; None is not known yet."""

    initiative: str
    person: str
    day: int
    now: str | None = None
    hoped: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """The whole sample."""

    owner: dict[str, str]
    zones: dict[str, str]
    dialling: dict[str, str]
    domains: dict[str, str]
    people: tuple[Member, ...]
    stories: tuple[Told, ...]
    gatherings: tuple[Told, ...]
    plans: tuple[Intended, ...]
    minutes_set_aside: tuple[int, ...]
    trips: tuple[Journey, ...]
    busy: tuple[Busy, ...]
    away: tuple[Away, ...]
    initiatives: tuple[Undertaking, ...]
    stands: tuple[Standing, ...]
    promises: tuple[Promise, ...]
    learned: tuple[Learned, ...]
    links: tuple[Link, ...]
    filters: tuple[Kept, ...]
    topics: dict[str, list[str]]
    notes: dict[str, list[str]]
    promises_made: dict[str, list[str]]
    purposes: list[str]


def read_recipe() -> Recipe:
    """The recipe that comes with the program."""
    cast, week, history, topics = (_read(name) for name in ("cast", "week", "history", "topics"))
    begun = _read("initiatives")
    return Recipe(
        owner=cast["owner"],
        zones=cast["zones"],
        dialling=cast["dialling"],
        domains=cast["domains"],
        people=tuple(Member(**_tuples(each)) for each in cast["person"]),
        stories=tuple(Told(people=(each.pop("person"),), **each) for each in map(_timed, history["story"])),
        gatherings=tuple(Told(**_tuples(_timed(each))) for each in history["gathering"]),
        plans=tuple(Intended(**_timed(each)) for each in week["plan"]),
        minutes_set_aside=tuple(week["minutes_set_aside"]),
        trips=tuple(Journey(**each) for each in week["trip"]),
        busy=tuple(Busy(**_timed(each)) for each in week["busy"]),
        away=tuple(Away(**each) for each in week["away"]),
        initiatives=tuple(Undertaking(**each) for each in begun["initiative"]),
        stands=tuple(Standing(**each) for each in begun["stand"]),
        promises=tuple(Promise(**each) for each in _read("promises")["promise"]),
        learned=tuple(Learned(**each) for each in _read("understanding")["learned"]),
        links=tuple(Link(**each) for each in _read("connections")["connection"]),
        filters=tuple(Kept(**_tuples(each)) for each in _read("filters")["filter"]),
        topics=topics["topics"],
        notes=topics["notes"],
        promises_made=topics["promises"],
        purposes=topics["purposes"]["any"],
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("sample", f"{name}.toml").read_text(encoding="utf-8"))


def _timed(entry: dict[str, Any]) -> dict[str, Any]:
    return entry | {"starts": time.fromisoformat(entry["starts"])}


def _tuples(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()}
