"""What an import would do, shown before anything is saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from planner.actions.imports.calendar import KnownCalendar, KnownEntry
from planner.actions.imports.cards import Points
from planner.actions.imports.columns import ColumnChoices
from planner.actions.imports.known import KnownPeople
from planner.actions.imports.letters import BOTH_WAYS_DAYS, NO_MAIL, Correspondence, Mail
from planner.exchange.csv_table.table import Table
from planner.exchange.drafts import EventDraft, PersonDraft


class Kind(StrEnum):
    """How a person in a file stands to the people already known."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    POSSIBLE = "possible"


class Becomes(StrEnum):
    """What a calendar entry becomes here. `LEFT_OUT` takes no time of yours and has nobody you know."""

    CONVERSATION = "conversation"
    PLAN = "plan"
    BUSY = "busy"
    COMMITMENT = "commitment"
    CHANGED = "changed"
    ALREADY = "already"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that the file says and the library does not.

    With `adds` it fills what is empty here and comes with the person's tick. Otherwise both sides say
    something: what stands here stays, unless the difference is taken by name (`Choices.taken`).
    """

    field: str
    words: str
    old: str
    new: str
    adds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonReview:
    """One person of the files; `draft` is all their cards put together, `file` where the first one stands.

    `id` is the known person's, or the one that somebody new will have. A POSSIBLE one is left out unless
    it is chosen as the same person as `matched` or as somebody new; `reason` says why it was not decided.
    An UNCHANGED one may still have differences that can be taken. `layer_id` is for somebody new.
    """

    id: int
    draft: PersonDraft
    file: str
    kind: Kind
    matched: int | None = None
    matched_name: str = ""
    reason: str = ""
    differences: tuple[Difference, ...] = ()
    layer_id: int | None = None
    points: Points = field(default_factory=dict, repr=False, compare=False)

    @property
    def ticked(self) -> bool:
        """Whether it is taken over unless somebody says otherwise."""
        return self.kind in (Kind.NEW, Kind.CHANGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventReview:
    """One calendar entry. `becomes` and `people` are as nobody has chosen yet.

    `invited` are the ids of everybody at it but the owner: people known, people of this import, strangers.
    `organiser` is one of them; `yours` says that the owner invited. `occupies` is False for an entry that
    is marked free or was declined by the owner; a declined one has nobody invited.
    """

    key: str
    file: str
    draft: EventDraft
    becomes: Becomes
    people: tuple[int, ...] = ()
    invited: tuple[int, ...] = ()
    organiser: int | None = None
    yours: bool = False
    occupies: bool = True
    over: bool = False
    existing: KnownEntry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stranger:
    """Somebody at the events or in the mail who is not known.

    `matched` is the one known person of the same name, where there is one: then the stranger can be chosen
    as the same person, too. `perhaps_you` says that they are at most of the events, as the owner is, and
    `likely_you` that nobody else is it more: they stay out unless somebody says otherwise. `is_you` says that
    the mail was delivered to them, so that they are the owner unless somebody says otherwise.
    """

    id: int
    name: str
    email: str
    events: int
    last_day: date
    matched: int | None = None
    matched_name: str = ""
    perhaps_you: bool = False
    likely_you: bool = False
    is_you: bool = False
    mail: Correspondence | None = None

    @property
    def ticked(self) -> bool:
        """Whether they come in as somebody new unless somebody says otherwise: mail went both ways, often."""
        if self.is_you or self.likely_you or self.matched is not None or self.mail is None:
            return False
        return bool(self.mail.you and self.mail.they) and self.mail.days >= BOTH_WAYS_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class FileProblem:
    """Something in a file that could not be read; `line` counts from 1, 0 is unknown."""

    file: str
    line: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """All of it. The last fields are what it was compared with, for saving."""

    files: tuple[str, ...]
    today: date
    people: tuple[PersonReview, ...] = ()
    events: tuple[EventReview, ...] = ()
    strangers: tuple[Stranger, ...] = ()
    problems: tuple[FileProblem, ...] = ()
    mail: Mail = NO_MAIL
    tables: tuple[tuple[str, Table], ...] = ()
    chosen_columns: ColumnChoices = field(default_factory=dict, repr=False)
    known: KnownPeople = field(repr=False, compare=False)
    calendar: KnownCalendar = field(repr=False, compare=False)
    history: tuple[int, int] = field(repr=False, compare=False)

    @property
    def columns_to_remember(self) -> ColumnChoices:
        """What was chosen for tables with headings; nothing would tell a table without from another one."""
        keys = {table.key for _, table in self.tables if table.headings}
        return {key: choices for key, choices in self.chosen_columns.items() if key in keys}

    def people_of(self, *kinds: Kind) -> tuple[PersonReview, ...]:
        """The people of these kinds, in the order of the files."""
        return tuple(each for each in self.people if each.kind in kinds)

    def events_of(self, *becomes: Becomes) -> tuple[EventReview, ...]:
        """The events that become one of these, in the order of the files."""
        return tuple(each for each in self.events if each.becomes in becomes)

    @property
    def new(self) -> int:
        """How many people are new."""
        return len(self.people_of(Kind.NEW))

    @property
    def changed(self) -> int:
        """How many known people get something they do not have."""
        return len(self.people_of(Kind.CHANGED))

    @property
    def unchanged(self) -> int:
        """How many known people stay as they are."""
        return len(self.people_of(Kind.UNCHANGED))

    @property
    def possible(self) -> int:
        """How many may be somebody already known and wait for an answer."""
        return len(self.people_of(Kind.POSSIBLE))

    @property
    def conversations(self) -> int:
        """How many events become conversations."""
        return len(self.events_of(Becomes.CONVERSATION))

    @property
    def plans(self) -> int:
        """How many events become plans."""
        return len(self.events_of(Becomes.PLAN))

    @property
    def commitments(self) -> int:
        """How many to-dos become commitments."""
        return len(self.events_of(Becomes.COMMITMENT))

    @property
    def busy(self) -> int:
        """How many events become busy time."""
        return len(self.events_of(Becomes.BUSY))
