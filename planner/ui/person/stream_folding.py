"""What happened on the day of a conversation stands with it: promises made, things learned, given, noted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from planner.domain import words
from planner.domain.commitments import By
from planner.queries.favours import Given
from planner.queries.notes import DatedNote
from planner.queries.person import PersonPage, Promise, Talk
from planner.queries.understanding import Learned
from planner.ui.person.stream_row import Sign
from planner.ui.person.stream_words import given_words, promised_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What happened beside conversations: promises made, things learned, given, and notes."""

    made: tuple[Promise, ...] = ()
    learned: tuple[Learned, ...] = ()
    given: tuple[Given, ...] = ()
    notes: tuple[DatedNote, ...] = ()


@dataclass(slots=True)
class Folded:
    """The extras of one conversation."""

    made: list[Promise] = field(default_factory=list)
    learned: list[Learned] = field(default_factory=list)
    given: list[Given] = field(default_factory=list)
    notes: list[DatedNote] = field(default_factory=list)

    @property
    def is_private(self) -> bool:
        """Whether some of it is private."""
        return any(fact.private for fact in self.learned) or any(note.private for note in self.notes)

    def body(self) -> list[str]:
        """The notes that anybody may see."""
        return [note.words for note in self.notes if not note.private]

    def more(self, page: PersonPage) -> list[str]:
        """Everything that opening the row shows."""
        return [
            *(note.words for note in self.notes if note.private),
            *(promised_words(each, page) for each in self.made),
            *(f"Learned: {each.learned}" for each in self.learned),
            *(given_words(each, page) for each in self.given),
        ]

    def signs(self) -> tuple[Sign, ...]:
        """Badges with counts: promises by direction, things learned, things given."""
        found = []
        if self.made:
            found.append(_promises(self.made))
        if self.learned:
            count = len(self.learned)
            found.append(Sign("bulb", str(count), f"{words.count(count, 'thing')} learned"))
        if self.given:
            yours = sum(each.by is By.YOU for each in self.given)
            theirs = len(self.given) - yours
            said = [
                f"{words.count(number, 'thing')} {way}"
                for number, way in ((yours, "given by you"), (theirs, "given to you"))
                if number
            ]
            found.append(Sign("hand", str(len(self.given)), ", ".join(said)))
        return tuple(found)


def _promises(made: Iterable[Promise]) -> Sign:
    known = list(made)
    yours = sum(each.yours for each in known)
    parts = [(icon, number) for icon, number in (("out", yours), ("inn", len(known) - yours)) if number]
    said = {"out": "from you", "inn": "to you"}
    says = ", ".join(f"{words.count(number, 'promise')} {said[icon]}" for icon, number in parts)
    second = (parts[1][0], str(parts[1][1])) if len(parts) > 1 else ("", "")
    return Sign(parts[0][0], str(parts[0][1]), says, *second)


def fold(talks: Iterable[Talk], extras: Extras) -> tuple[dict[int, Folded], Folded]:
    """The extras of each conversation by its id, and those that belong to none.

    What is kept with a conversation belongs to that one, else to the latest one of its day.
    """
    known = list(talks)
    by_day = {talk.day: talk.id for talk in reversed(known)}
    by_id: dict[int, Folded] = {talk.id: Folded() for talk in known}
    alone = Folded()

    def own(conversation_id: int | None, day: date) -> Folded:
        if conversation_id in by_id:
            return by_id[conversation_id]
        return by_id[by_day[day]] if day in by_day else alone

    for promise in extras.made:
        own(promise.conversation_id, promise.made_on).made.append(promise)
    for fact in extras.learned:
        own(fact.conversation_id, fact.on).learned.append(fact)
    for gift in extras.given:
        own(None, gift.on).given.append(gift)
    for note in extras.notes:
        own(None, note.on).notes.append(note)
    return by_id, alone
