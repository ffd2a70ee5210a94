"""The mail of an import between the owner and people, while it is looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from planner.actions.imports.sources import Source
from planner.exchange.mail.left_out import LeftOut as LeftOut

OWNER = 0
"""Stands for the owner where people stand by their ids."""

BOTH_WAYS_DAYS = 3
"""Mail that went both ways on so many days makes somebody worth adding. A convention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondence:
    """The mail between the owner and somebody: how many messages, and on how many days who wrote."""

    messages: int
    you: int
    they: int
    first: date
    last: date

    @property
    def days(self) -> int:
        """Days with mail, one in each direction counting twice."""
        return self.you + self.they


class Letter(NamedTuple):
    """One message, its people by their ids. `day` is the owner's local day, `file` and `place` where it is.

    A tuple: an archive of twenty years has hundreds of thousands.
    """

    sent: int
    day: date
    sender: int | None
    to: tuple[int, ...]
    copied: tuple[int, ...]
    subject: str
    key: int
    file: int
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownMail:
    """What the library knows of messages: who wrote with the owner on which day in which direction.

    `covered` holds (person, day, 'you' or 'they'); `by_source` the conversation, its people and its day.
    """

    covered: frozenset[tuple[int, str, str]] = frozenset()
    by_source: Mapping[str, tuple[int, frozenset[int]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """All of it: messages in the order of time, what was left out and why, and with whom there is how much.

    `with_whom` are people known and people of the same import; strangers bear their own. `unnamed` is how
    many addresses are in it of which too little is heard to propose them. `own_is_known` says that any
    address is known to be the owner's, without which nobody can tell who wrote to whom.
    """

    letters: Sequence[Letter] = field(default=(), repr=False)
    left_out: Mapping[LeftOut, int] = field(default_factory=dict)
    with_whom: Mapping[int, Correspondence] = field(default_factory=dict)
    unnamed: int = 0
    own_is_known: bool = False
    known: KnownMail = field(default_factory=KnownMail, repr=False, compare=False)
    sources: tuple[Source, ...] = field(default=(), repr=False, compare=False)


NO_MAIL = Mail()
