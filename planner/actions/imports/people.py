"""The people of the files, each beside the person they are, may be, or will be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planner.actions.imports.cards import Card, Somebody, together
from planner.actions.imports.differences import differences, layer_of
from planner.actions.imports.grouping import one_person_each
from planner.actions.imports.known import KnownPeople
from planner.actions.imports.matching import Match, matches
from planner.actions.imports.review import Kind, PersonReview
from planner.domain.names import fold


def review_people(cards: Sequence[Card], known: KnownPeople, ids: Iterator[int]) -> tuple[PersonReview, ...]:
    """One review a person; whom several people of the files turn out to be is reviewed once."""
    people = one_person_each(cards)
    found = matches(people, known)
    by_person: dict[int, list[Somebody]] = {}
    for somebody, match in zip(people, found, strict=True):
        if match and not match.reason and match.person is not None:
            by_person.setdefault(match.person, []).append(somebody)
    reviews: list[PersonReview] = []
    for somebody, match in zip(people, found, strict=True):
        if match is None:
            reviews.append(_somebody_new(somebody, known, next(ids)))
        elif match.reason:
            reviews.append(_perhaps_known(somebody, match, known, next(ids)))
        elif match.person is not None and (alike := by_person.pop(match.person, None)):
            reviews.append(_known(alike, match.person, known))
    return tuple(reviews)


def _somebody_new(somebody: Somebody, known: KnownPeople, identity: int) -> PersonReview:
    return PersonReview(
        id=identity,
        draft=somebody.draft,
        points=somebody.points,
        file=somebody.cards[0].file,
        kind=Kind.NEW,
        layer_id=_first_layer(somebody, known),
    )


def _perhaps_known(somebody: Somebody, match: Match, known: KnownPeople, identity: int) -> PersonReview:
    person = known.people[match.person] if match.person is not None else None
    return PersonReview(
        id=identity,
        draft=somebody.draft,
        points=somebody.points,
        file=somebody.cards[0].file,
        kind=Kind.POSSIBLE,
        matched=match.person,
        matched_name=person.name if person else "",
        reason=match.reason,
        differences=differences(person, somebody.draft, somebody.points, known) if person else (),
        layer_id=_first_layer(somebody, known),
    )


def _known(alike: Sequence[Somebody], identity: int, known: KnownPeople) -> PersonReview:
    """One known person; where several of the files are matched with them, their name must not change under
    the one that was recognised by it.
    """
    person = known.people[identity]
    somebody = alike[0] if len(alike) == 1 else together(card for each in alike for card in each.cards)
    found = differences(person, somebody.draft, somebody.points, known)
    if len(alike) > 1:
        found = tuple(replace(each, adds=False) if each.field == "name" else each for each in found)
    return PersonReview(
        id=identity,
        draft=somebody.draft,
        points=somebody.points,
        file=somebody.cards[0].file,
        kind=Kind.CHANGED if any(each.adds for each in found) else Kind.UNCHANGED,
        matched=identity,
        matched_name=person.name,
        differences=found,
    )


def _first_layer(somebody: Somebody, known: KnownPeople) -> int | None:
    """The layer that a tag names, else the one that everybody known of the organisation has."""
    named = layer_of(somebody.draft, known)
    return named if named is not None else known.layer_of.get(fold(somebody.draft.organisation))
