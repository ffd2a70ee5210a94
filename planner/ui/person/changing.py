"""Changing and removing the dated things of a person's page, one step each, said in the toast."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from planner.actions import commitments, conversations, favours, notes, plans, trust, understanding
from planner.domain.angles import Angle, Certainty, LearnedFrom
from planner.queries.favours import Given
from planner.queries.notes import DatedNote
from planner.queries.trust_facts import Fact as TrustFact
from planner.queries.understanding import Learned
from planner.queries.views import View
from planner.ui.desk import Desk
from planner.ui.person.facts import Doing, Write


class Changing:
    """Makes for each thing the function that writes it anew, and what its menu offers.

    Writing raises KnownError with the sentence for the field; removing shows it at the top of the window.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def told(self, write: Write, said: str) -> Write:
        """A function that writes and says so; what is refused is raised for the field."""
        return lambda text: self.do(partial(write, text), said)

    def do(self, action: Callable[[], object], said: str) -> None:
        """Do it and say so; what is refused is raised for the field."""
        action()
        self._desk.said.emit(said, True)
        self._desk.announced.emit(said)

    # What was learned

    def learned(self, fact: Learned, angle: Angle) -> Write:
        """Write what was learned anew."""
        return self.told(
            lambda text: self._write_learned(fact, angle, learned=text), "Changed what you learned"
        )

    def learned_menu(self, fact: Learned, angle: Angle) -> tuple[Doing, ...]:
        """Where it comes from, private or not, and away with it."""
        sources = [
            (f"Source: {each}", "chat", self._later(partial(self._write_learned, fact, angle, source=each)))
            for each in LearnedFrom
            if each is not fact.source
        ]
        privacy = "Keep it no longer private" if fact.private else "Keep it private"
        turned = partial(self._write_learned, fact, angle, private=not fact.private)
        gone = partial(understanding.remove_learned, self._desk.library, fact.id)
        return (
            *sources,
            (privacy, "lock", self._later(turned)),
            ("Remove", "trash", self._later(gone, "Removed what you learned")),
        )

    def _write_learned(
        self,
        fact: Learned,
        angle: Angle,
        *,
        learned: str | None = None,
        source: LearnedFrom | None = None,
        private: bool | None = None,
    ) -> None:
        form = understanding.LearnedForm(
            angle=angle,
            learned=fact.learned if learned is None else learned,
            on=fact.on,
            source=source or fact.source,
            certainty=fact.certainty or Certainty.SURE,
            private=fact.private if private is None else private,
            question=fact.question,
            conversation_id=fact.conversation_id,
        )
        understanding.change_learned(self._desk.library, fact.id, form, today=self._desk.today)

    # Facts of trust

    def evidence(self, fact: TrustFact) -> Write:
        """Write a fact of trust anew."""
        return self.told(lambda text: self._write_evidence(fact, what=text), "Changed the fact")

    def evidence_menu(self, fact: TrustFact) -> tuple[Doing, ...]:
        """For or against, private or not, and away with it."""
        turned = partial(self._write_evidence, fact, speaks_for=not fact.speaks_for)
        says = "It speaks against" if fact.speaks_for else "It speaks for"
        privacy = "Keep it no longer private" if fact.private else "Keep it private"
        hidden = partial(self._write_evidence, fact, private=not fact.private)
        gone = partial(trust.remove_evidence, self._desk.library, fact.id)
        return (
            (says, "minus" if fact.speaks_for else "plus", self._later(turned)),
            (privacy, "lock", self._later(hidden)),
            ("Remove", "trash", self._later(gone, "Removed the fact")),
        )

    def _write_evidence(
        self,
        fact: TrustFact,
        *,
        what: str | None = None,
        speaks_for: bool | None = None,
        private: bool | None = None,
    ) -> None:
        form = trust.EvidenceForm(
            dimension=fact.dimension,
            speaks_for=fact.speaks_for if speaks_for is None else speaks_for,
            what=fact.what if what is None else what,
            on=fact.on,
            strength=fact.strength,
            source=fact.source,
            private=fact.private if private is None else private,
        )
        trust.change_evidence(self._desk.library, fact.id, form, today=self._desk.today)

    def view_menu(self, view: View) -> tuple[Doing, ...]:
        """Away with a view of one's own."""
        gone = partial(trust.remove_view, self._desk.library, view.id)
        return (("Remove", "trash", self._later(gone, "Removed your view")),)

    # Given and noted

    def given(self, gift: Given) -> Write:
        """Write what was given anew."""

        def write(text: str) -> None:
            form = favours.FavourForm(by=gift.by, kind=gift.kind, on=gift.on, what=text)
            favours.change_favour(self._desk.library, gift.id, form, today=self._desk.today)

        return self.told(write, "Changed what was given")

    def given_menu(self, gift: Given) -> tuple[Doing, ...]:
        """Away with it."""
        gone = partial(favours.remove_favour, self._desk.library, gift.id)
        return (("Remove", "trash", self._later(gone, "Removed what was given")),)

    def note(self, note: DatedNote) -> Write:
        """Write a note anew."""
        library = self._desk.library
        return self.told(
            lambda text: notes.change_note(library, note.id, text, on=note.on, private=note.private),
            "Changed the note",
        )

    def note_menu(self, note: DatedNote) -> tuple[Doing, ...]:
        """Private or not, and away with it."""
        library = self._desk.library
        privacy = "Keep it no longer private" if note.private else "Keep it private"
        turned = partial(
            notes.change_note, library, note.id, note.words, on=note.on, private=not note.private
        )
        gone = partial(notes.remove_note, library, note.id)
        return (
            (privacy, "lock", self._later(turned)),
            ("Remove", "trash", self._later(gone, "Removed the note")),
        )

    # Conversations, plans and promises

    def talk(self, conversation_id: int) -> Write:
        """Write the notes of a conversation anew."""
        write = partial(conversations.change_notes, self._desk.library, conversation_id)
        return self.told(write, "Changed the notes of the conversation")

    def topic(self, conversation_id: int) -> Write:
        """Say anew what a conversation was about."""
        write = partial(conversations.change_topic, self._desk.library, conversation_id)
        return self.told(write, "Changed the topic of the conversation")

    def plan(self, plan_id: int) -> Write:
        """Write what a plan is for anew."""
        return self.told(partial(plans.change_purpose, self._desk.library, plan_id), "Changed the plan")

    def promise(self, commitment_id: int) -> Write:
        """Write a promise in other words."""
        write = partial(commitments.reword, self._desk.library, commitment_id)
        return self.told(write, "Changed the commitment")

    def _later(self, action: Callable[[], object], said: str = "Changed") -> Callable[[], None]:
        return lambda: (self._desk.done(action, said), None)[1]
