"""What stands in a column of the board: cards, the slot that a drag opens, the line that shows more."""

from datetime import date, time
from enum import StrEnum
from typing import NamedTuple

from planner.domain.channels import Channel
from planner.domain.week import DEFAULT_MINUTES, Span
from planner.ui.cards.facts import CardFacts
from planner.ui.screen import Subject


class TileKind(StrEnum):
    """What a card stands for."""

    SUGGESTION = "suggestion"
    PLAN = "plan"
    DONE = "done"
    ASK = "ask"
    LATER = "later"
    PROPOSAL = "proposal"


class Question(NamedTuple):
    """'Was Hanna Weber at the booking review?', in three parts: the name stands out."""

    before: str
    name: str
    after: str

    @property
    def words(self) -> str:
        """The whole sentence."""
        return f"{self.before}{self.name}{self.after}"


class Tile(NamedTuple):
    """One card. `key` stays the same while the plan, conversation or suggestion lives.

    `channel` is the way of the plan, or for a suggestion the way of the last conversation. `minutes` is 0
    where the length of a conversation is not known.
    """

    key: str
    kind: TileKind
    facts: CardFacts
    subject: Subject
    channel: Channel
    day: date | None = None
    starts: time | None = None
    minutes: int = DEFAULT_MINUTES
    question: Question | None = None

    @property
    def person_id(self) -> int:
        """The person whose card it is."""
        return self.facts.person_id

    @property
    def span(self) -> Span | None:
        """When it is; None where the time is open."""
        return None if self.starts is None else Span(starts=self.starts, minutes=self.minutes)

    @property
    def words(self) -> str:
        """Everything the card says, for a screen reader."""
        return self.facts.accessible


class Slot(NamedTuple):
    """The place that opens under a drag: what would happen, what room it leaves, or why nothing happens.

    One that `warns` happens all the same.
    """

    title: str
    words: str
    icon: str = "plus"
    refused: bool = False
    warns: bool = False
    height: int = 0

    @property
    def doubts(self) -> bool:
        """Whether it bears the colour of overdue."""
        return self.refused or self.warns


class More(NamedTuple):
    """The line at the end of a column that shows the rest."""

    words: str


Row = Tile | Slot | More


def words_of(row: Row) -> str:
    """What a row says, for a screen reader."""
    return f"{row.title}. {row.words}" if isinstance(row, Slot) else row.words


def joint_subject(tiles: tuple[Tile, ...]) -> Subject:
    """What a command on these cards is meant for: one card, or all people and open plans of several."""
    if len(tiles) == 1:
        return tiles[0].subject
    people = dict.fromkeys(person for tile in tiles for person in tile.subject.people)
    plans = tuple(tile.subject.plan_id for tile in tiles if tile.subject.plan_id)
    return Subject(people=tuple(people), plans=plans, several=len(tiles) > 1)
