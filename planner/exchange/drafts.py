"""What a reader understood of a file, before anything is matched or saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from planner.domain.errors import Cancelled as Cancelled  # the readers' own word for a stop

if TYPE_CHECKING:
    from planner.exchange.csv_table.table import Table
    from planner.exchange.mail.left_out import LeftOut
    from planner.exchange.mail.messages import MessageDraft


class PointKind(StrEnum):
    """What a contact point is."""

    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    LINK = "link"


@dataclass(frozen=True, slots=True, kw_only=True)
class PointDraft:
    """One way to reach a person, as written; `label` is in plain words ('work', 'mobile') or empty.

    `parts` are the seven of an address (see domain/addresses.py), or none. `preferred` marks the one that the
    card says to use first; at most one of each kind.
    """

    kind: PointKind
    value: str
    label: str = ""
    parts: tuple[str, ...] = ()
    preferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDraft:
    """One card of an address book. Text is stripped plain text; what the card does not say is empty or None.

    `birthday` and `anniversary` are 'YYYY-MM-DD', or '--MM-DD' where the year is unknown. `photo` holds the
    picture's bytes as they stood in the file. `kept` holds the unfolded content lines that we do not read, or
    of which the library remembers only a part, for export, in order.
    `line` is where the card begins, counted from 1. `named_by` says which property the name came from: FN, N,
    NICKNAME, ORG (also for a card that says it is an organisation's), EMAIL or TEL. `department` holds the
    units below the organisation, widest first.
    """

    name: str
    named_by: str = "FN"
    given_name: str = ""
    family_name: str = ""
    additional_names: str = ""
    prefix: str = ""
    suffix: str = ""
    nickname: str = ""
    role: str = ""
    organisation: str = ""
    department: str = ""
    city: str = ""
    zone: str = ""
    languages: str = ""
    pronouns: str = ""
    birthday: str | None = None
    anniversary: str | None = None
    note: str = ""
    tags: tuple[str, ...] = ()
    points: tuple[PointDraft, ...] = ()
    photo: bytes | None = None
    uid: str = ""
    kept: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendeeDraft:
    """Someone at an event: e-mail folded to lower case (may be empty), name as written (may be empty)."""

    email: str
    name: str = ""
    organiser: bool = False
    declined: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TodoDraft:
    """What a calendar's to-do says beside its title and people: days are the owner's, None is not said.

    `done_on` is the day it was done; `cancelled` that nobody means to do it any more.
    """

    made_on: date | None = None
    due_on: date | None = None
    done_on: date | None = None
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDraft:
    """One instance of a calendar entry.

    `uid` names the entry and `instance` the one of its recurrences ('' for a single event, else the
    original start in ISO form); together they are unique in a file. `day` is the owner's local day;
    `starts` is None for an all-day entry, else aware and in `zone`. `minutes` is 0 or more, None for all-day;
    `days` is how many days an all-day entry covers, 1 to 366. A to-do is an all-day entry on the day it is
    due, else on the first day that it names, and takes no time.
    """

    uid: str
    instance: str = ""
    title: str = ""
    day: date
    starts: datetime | None
    zone: str = ""
    minutes: int | None
    days: int = 1
    place: str = ""
    notes: str = ""
    attendees: tuple[AttendeeDraft, ...] = ()
    free: bool = False
    todo: TodoDraft | None = None
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in a file that could not be read, in one sentence; `line` counts from 1, 0 is unknown."""

    line: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """All that was understood of one file. `format` is 'vCard', 'iCalendar', 'table', 'mbox' or 'message'.

    `table` is there for tables only: what their columns were taken for. `messages` are those of mail archives
    that are between people; `left_out` counts the others by reason, `owners` the addresses to which mail was
    delivered there, or by which a calendar is called.
    """

    format: str
    people: tuple[PersonDraft, ...] = ()
    events: tuple[EventDraft, ...] = ()
    problems: tuple[Problem, ...] = ()
    table: Table | None = None
    messages: Sequence[MessageDraft] = ()
    left_out: Mapping[LeftOut, int] = field(default_factory=dict)
    owners: Mapping[str, int] = field(default_factory=dict)
