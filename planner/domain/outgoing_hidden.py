"""What leaves while names are hidden: people and plans by their initials, with nothing that leads to them.

They leave under names of their own: no address book and no calendar takes them for those it has.
"""

from __future__ import annotations

from dataclasses import replace
from uuid import NAMESPACE_OID, uuid5

from planner.domain.names_hidden import NamesHidden
from planner.domain.outgoing import OutgoingPerson, OutgoingPlan


def person_hidden(person: OutgoingPerson, hidden: NamesHidden) -> OutgoingPerson:
    """The person without photo, birthday and ways to reach them, with initials wherever a name stood."""
    name, shown = hidden.name, hidden.shown
    return replace(
        person,
        uid="",
        name=name(person.name),
        given_name=name(person.given_name),
        additional_names=name(person.additional_names),
        family_name=name(person.family_name),
        prefix=shown(person.prefix),
        suffix=shown(person.suffix),
        nickname=name(person.nickname),
        role=shown(person.role),
        organisation=shown(person.organisation),
        layer=shown(person.layer),
        city=shown(person.city),
        birthday=None,
        photo=None,
        likes_to_talk=shown(person.likes_to_talk),
        as_a_person=shown(person.as_a_person),
        notes=shown(person.notes),
        tags=tuple(dict.fromkeys(map(shown, person.tags))),
        points=(),
        kept=(),
    )


def plan_hidden(plan: OutgoingPlan, hidden: NamesHidden) -> OutgoingPlan:
    """The plan with initials, at the same place in the calendar at each such export."""
    return replace(
        plan,
        uid=str(uuid5(NAMESPACE_OID, f"{plan.uid} {plan.instance}")),
        instance="",
        purpose=hidden.shown(plan.purpose),
        place=hidden.shown(plan.place),
        people=tuple((hidden.name(name), "") for name, _ in plan.people),
    )
