"""The commands that write down what happened between you and a person: facts, and what was given."""

from __future__ import annotations

from planner.actions.favours import FavourForm, note_favour
from planner.actions.trust import EvidenceForm, note_evidence
from planner.cli.call import Call
from planner.cli.plain import shown
from planner.domain.commitments import By
from planner.queries.favours import give_and_take
from planner.queries.people import person_called
from planner.queries.trust_facts import beliefs_of, dimensions_known, facts_of


def write_fact(call: Call) -> int:
    """Write down a fact that speaks for or against trust."""
    given = call.options
    with call.writing() as library:
        person = person_called(library, given.person)
        form = EvidenceForm(
            dimension=given.about,
            speaks_for=given.speaks_for,
            what=" ".join(given.text),
            on=given.on.back(call.today) if given.on else call.today,
            source=given.source,
            private=given.private,
        )
        note_evidence(library, person.id, form, today=call.today)
        facts = facts_of(library, person.id)
    known = dimensions_known(facts, beliefs_of(facts, call.today))
    words = next(each.words for each in known if each.dimension is given.about)
    side = "for" if given.speaks_for else "against"
    print(f"Noted {side} {shown(person.name)}'s {given.about}: {words}.")
    return 0


def write_favour(call: Call) -> int:
    """Write down what was given or received."""
    given = call.options
    with call.writing() as library:
        person = person_called(library, given.person)
        form = FavourForm(
            by=By(given.by),
            kind=given.kind,
            on=given.on.back(call.today) if given.on else call.today,
            what=" ".join(given.text),
        )
        note_favour(library, person.id, form, today=call.today)
        leaning = give_and_take(library, person.id, call.today).leaning
    counts = f"{leaning.yours} given, {leaning.theirs} received"
    print(f"Noted. Between you and {shown(person.name)} in twelve months: {counts}.")
    return 0
