"""What can be done with each row of a person's stream, in words and in place."""

from __future__ import annotations

from functools import partial

from planner.actions.history import take_back
from planner.queries.person_known import PersonKnown
from planner.ui.desk import Desk
from planner.ui.person.changing import Changing
from planner.ui.person.stream_row import About
from planner.ui.person.stream_view import Handy, Head


class Hands:
    """Answers for the rows of one person; `known` is what the stream shows."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._changing = Changing(desk)
        self.known: PersonKnown | None = None

    def __call__(self, about: About) -> Handy | None:
        """What can be done with a row, None where a command's menu is all."""
        if self.known is None:
            return None
        ways = {
            "talk": self._talk,
            "plan": self._plan,
            "promise": self._promise,
            "promise made": self._promise,
            "note": self._note,
            "learned": self._learned,
            "given": self._given,
            "step": self._step,
        }
        way = ways.get(about.kind)
        return way(self.known, about.id) if way else None

    def _talk(self, known: PersonKnown, talk_id: int) -> Handy | None:
        talk = next((each for each in known.page.talks if each.id == talk_id), None)
        if talk is None:
            return None
        head = Head(talk.topic, self._changing.topic(talk_id))
        return Handy(talk.notes, self._changing.talk(talk_id), head=head)

    def _plan(self, known: PersonKnown, plan_id: int) -> Handy | None:
        plan = next((each for each in known.page.plans if each.id == plan_id), None)
        return Handy(plan.purpose, self._changing.plan(plan_id)) if plan else None

    def _promise(self, known: PersonKnown, promise_id: int) -> Handy | None:
        promise = next((each for each in known.page.promises if each.id == promise_id), None)
        return Handy(promise.what, self._changing.promise(promise_id)) if promise else None

    def _note(self, known: PersonKnown, note_id: int) -> Handy | None:
        note = next((each for each in known.page.dated_notes if each.id == note_id), None)
        return Handy(note.words, self._changing.note(note), self._changing.note_menu(note)) if note else None

    def _learned(self, known: PersonKnown, learned_id: int) -> Handy | None:
        for each in known.understanding.angles:
            for fact in each.facts:
                if fact.id == learned_id:
                    write = self._changing.learned(fact, each.angle)
                    return Handy(fact.learned, write, self._changing.learned_menu(fact, each.angle))
        return None

    def _given(self, known: PersonKnown, given_id: int) -> Handy | None:
        gift = next((each for each in known.given if each.id == given_id), None)
        return Handy(gift.what, self._changing.given(gift), self._changing.given_menu(gift)) if gift else None

    def _step(self, _known: PersonKnown, step_id: int) -> Handy:
        def take() -> None:
            self._desk.done(partial(take_back, self._desk.library, step_id), "Took the step back")

        return Handy(does=(("Take this step back", "undo", take),))
