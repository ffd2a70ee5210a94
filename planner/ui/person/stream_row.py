"""One row of a person's stream, as it is shown. No Qt in here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from planner.domain.channels import Channel

PRIVATE = "Private note, opens with Enter"


class Mark(StrEnum):
    """What a row is, and so how its mark on the line looks."""

    TODAY = "today"
    EMPTY = "empty"
    PLAN = "plan"
    ASK = "ask"
    TALK = "talk"
    KEPT = "kept"
    LATE = "late"
    ENDED = "ended"
    OPEN = "open"
    NOTE = "note"
    MADE = "promise made"
    LEARNED = "learned"
    GIVEN = "given"
    STEP = "step"
    OLDER = "older"


QUIET = frozenset({Mark.MADE, Mark.LEARNED, Mark.GIVEN})
"""Rows of one line, so that what happened between conversations does not drown them."""
UNCHOSEN = frozenset({Mark.TODAY, Mark.EMPTY})
"""Rows that cannot be chosen."""


class About(NamedTuple):
    """What a row is about, the same after a change: the kind and the id of its first thing."""

    kind: str
    id: int


NOTHING = About("", 0)


class Sign(NamedTuple):
    """A small badge below a row's text: an icon, its text, and what it means in words."""

    icon: str
    text: str
    says: str
    icon2: str = ""
    text2: str = ""
    accent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamRow:
    """One row. `more` is shown only while the row is open; `private` says that some of it is private."""

    mark: Mark
    about: About = NOTHING
    day: date | None = None
    when: str = ""
    title: str = ""
    body: str = ""
    more: str = ""
    private: bool = False
    channel: Channel | None = None
    signs: tuple[Sign, ...] = ()
    ended: bool = False

    @property
    def is_quiet(self) -> bool:
        """Whether it is one line only."""
        return self.mark in QUIET

    def id_of(self, kind: str) -> int:
        """The id of what the row is about where it is of a kind, else 0."""
        return self.about.id if self.about.kind == kind else 0

    @property
    def spoken(self) -> str:
        """The row for assistive technology; never what is private."""
        if self.mark in UNCHOSEN or self.mark is Mark.OLDER:
            return self.title
        kind = {Mark.PLAN: "planned, ", Mark.ASK: "planned, not answered, "}.get(self.mark, "")
        channel = f"{self.channel}: " if self.channel else ""
        private = f", {PRIVATE.lower()}" if self.private else ""
        body = f". {self.body}" if self.body else ""
        signs = "".join(f", {sign.says}" for sign in self.signs)
        return f"{self.when}, {kind}{channel}{self.title}{body}{signs}{private}"
