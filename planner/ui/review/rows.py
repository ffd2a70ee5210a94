"""What the list of a review is made of: sections, answers and rows. Plain data, without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from planner.actions.imports.files import Difference, EventReview, Review


class Section(StrEnum):
    """The headings of the list, in its order."""

    NEW = "New people"
    CHANGED = "Changed people"
    POSSIBLE = "Possibly the same"
    UNCHANGED = "Unchanged people"
    WRITERS = "People in your mail"
    MAIL = "Mail with people you know"
    CONVERSATIONS = "Conversations"
    PLANS = "Plans"
    BUSY = "Busy times"
    PROMISES = "Promises from your to-dos"
    MOVED = "Changed meetings"
    ASIDE = "Meetings that come to nothing here"
    ALREADY = "Meetings that are here already"
    STRANGERS = "People at your meetings"
    LEFT_OUT = "Left out of your mail"
    PROBLEMS = "Problems"


class Shelf(StrEnum):
    """What a filter chip shows."""

    EVERYTHING = "Everything"
    NEW = "New"
    CHANGED = "Changed"
    POSSIBLE = "Possibly the same"
    UNCHANGED = "Unchanged"
    WRITERS = "People in your mail"
    MAIL = "Mail"
    MEETINGS = "Meetings"
    STRANGERS = "People at your meetings"
    PROBLEMS = "Problems"


ON_SHELF: Mapping[Shelf, frozenset[Section]] = {
    Shelf.EVERYTHING: frozenset(Section),
    Shelf.NEW: frozenset({Section.NEW}),
    Shelf.CHANGED: frozenset({Section.CHANGED}),
    Shelf.POSSIBLE: frozenset({Section.POSSIBLE}),
    Shelf.UNCHANGED: frozenset({Section.UNCHANGED, Section.ALREADY}),
    Shelf.WRITERS: frozenset({Section.WRITERS}),
    Shelf.MAIL: frozenset({Section.MAIL, Section.LEFT_OUT}),
    Shelf.MEETINGS: frozenset(
        {
            *(Section.CONVERSATIONS, Section.PLANS, Section.BUSY),
            *(Section.PROMISES, Section.MOVED, Section.ASIDE),
        }
    ),
    Shelf.STRANGERS: frozenset({Section.STRANGERS}),
    Shelf.PROBLEMS: frozenset({Section.PROBLEMS}),
}


LINES = frozenset({Section.PROBLEMS, Section.LEFT_OUT})
"""Sections whose rows are a sentence across the list."""


class Answer(StrEnum):
    """What becomes of a row."""

    TAKE = "Take over"
    SAME = "Same person"
    NEW = "Somebody new"
    YOU = "This is you"
    OUT = "Leave out"


KEYS: Mapping[str, Answer] = {"S": Answer.SAME, "N": Answer.NEW, "Y": Answer.YOU, "X": Answer.OUT}
"""The letters that answer for a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the list: a person, the mail with one, a meeting, or what was left out.

    `key` stays the same when the same files are read again. `answers` are what can be decided, the first one
    by a tick; there are none where nothing is to decide. `proposal` is what happens if nobody decides.
    `words` say what would happen, `same_words` what being the same person would add. `person_id` is 0 and
    `event` None for rows of the other kind; `is_mail` says that a row is of the mail with the person.
    `folded` is what a search looks through.
    """

    key: str
    section: Section
    title: str
    about: str = ""
    initials: str = ""
    hue: str = ""
    icon: str = ""
    words: str = ""
    same_words: str = ""
    new_words: str = ""
    conflicts: tuple[Difference, ...] = ()
    answers: tuple[Answer, ...] = ()
    proposal: Answer = Answer.OUT
    person_id: int = 0
    is_mail: bool = False
    event: EventReview | None = None
    place: str = ""
    folded: str = ""

    @property
    def asks(self) -> bool:
        """Whether a tick would not say enough, so that the answers are shown one by one."""
        return len(self.answers) > 2 or self.section is Section.POSSIBLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A review with its rows in the order of the list; `names` are of everybody whom a row may name.

    `adds_mail` says whether any of the messages would be new here.
    """

    review: Review
    rows: tuple[Row, ...]
    names: Mapping[int, str]
    adds_mail: bool = False

    @property
    def nobody_and_nothing(self) -> bool:
        """Whether the files hold no people, no meetings and no problems."""
        return not self.rows

    @property
    def here_already(self) -> bool:
        """Whether there is nothing to decide and nothing to report."""
        quiet = {Section.UNCHANGED, Section.ALREADY, Section.ASIDE, Section.LEFT_OUT}
        if not self.adds_mail:
            quiet.add(Section.MAIL)
        return all(row.section in quiet and not row.conflicts for row in self.rows)
