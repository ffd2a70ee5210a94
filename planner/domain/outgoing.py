"""What leaves a library in the formats of other programs: people, plans, and the tables of a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingPoint:
    """One way to reach a person: `kind` is email, phone, address or link; `parts` are the seven of an address
    where they are known, else ()."""

    kind: str
    value: str
    label: str = ""
    preferred: bool = False
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingPerson:
    """One person as they leave. What is not known is '', None or ().

    `uid` is the name under which their card goes, the same at each export, or '' for none. `kept` are the
    lines of their former card that a library does not read. `rhythm_days` is the one in force, their own or
    their layer's.
    """

    id: int
    uid: str
    name: str
    given_name: str = ""
    additional_names: str = ""
    family_name: str = ""
    prefix: str = ""
    suffix: str = ""
    nickname: str = ""
    pronouns: str = ""
    role: str = ""
    organisation: str = ""
    layer: str = ""
    city: str = ""
    zone: str = ""
    languages: str = ""
    birthday: str | None = None
    photo: bytes | None = None
    likes_to_talk: str = ""
    as_a_person: str = ""
    notes: str = ""
    tags: tuple[str, ...] = ()
    points: tuple[OutgoingPoint, ...] = ()
    kept: tuple[str, ...] = ()
    rhythm_days: int | None = None
    last_conversation: date | None = None
    next_plan: date | None = None
    archived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingPlan:
    """One plan as it leaves. `starts` None is a day without a time; `zone` is where its time is meant.

    `uid` names it in every calendar, the same at each export; `instance` is the recurrence it replaces where
    it came from a calendar as one of several, else ''. `people` are names with an e-mail each, or ''.
    """

    uid: str
    instance: str = ""
    sequence: int
    day: date
    starts: time | None
    zone: str
    minutes: int
    channel: str
    purpose: str = ""
    place: str = ""
    people: tuple[tuple[str, str], ...] = ()
    created_on: date
    let_go: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """When a file was written and by which version of the program."""

    at: datetime
    program: str
