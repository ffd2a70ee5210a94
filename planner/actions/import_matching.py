"""Who of the files is whom of the library: by UID, then by e-mail, then by name and organisation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from planner.actions.import_cards import Somebody, differ
from planner.actions.import_known import KnownPeople, KnownPerson
from planner.exchange.drafts import PointKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The known person that somebody is, or may be; then `reason` says in a sentence what speaks for it."""

    person: int | None
    reason: str = ""


def matches(people: Sequence[Somebody], known: KnownPeople) -> list[Match | None]:
    """The match of each; None is somebody new.

    Sure marks go first for everybody: UID, then e-mail (with a name that may be one) and telephone number
    (with the same name). Then name and organisation, where no e-mail speaks against it. Only who is not in
    the files otherwise can be a possible match: two cards of one file are two people.
    """
    uids = Counter(uid for somebody in people for uid in somebody.uids)
    found: list[int | None] = [
        None if is_owner(somebody, known) else _by_marks(somebody, known, uids) for somebody in people
    ]
    taken = {person for person in found if person is not None}
    for number, somebody in enumerate(people):
        if found[number] is None and not is_owner(somebody, known):
            found[number] = _by_name(somebody, known, taken)
            taken.add(found[number] or 0)
    return [
        Match(person=person) if person is not None else _possible(somebody, known, taken)
        for somebody, person in zip(people, found, strict=True)
    ]


def is_owner(somebody: Somebody, known: KnownPeople) -> bool:
    """Whether these cards are the owner's own: one of their addresses, or their name."""
    return not somebody.emails.isdisjoint(known.own_addresses) or (
        bool(known.owner_name) and any(card.name == known.owner_name for card in somebody.cards)
    )


def _by_marks(somebody: Somebody, known: KnownPeople, uids: Counter[str]) -> int | None:
    same_uid = [person for uid in somebody.uids for person in known.by_uid.get(uid, ())]
    fitting = [person for person in same_uid if somebody.fits(known.people[person].folded)]
    if fitting:
        return fitting[0]
    if same_uid and all(uids[uid] == 1 for uid in somebody.uids):
        return same_uid[0]  # renamed in the address book
    shared: Counter[int] = Counter()
    for email in somebody.emails:
        for person in known.by_point.get((PointKind.EMAIL.value, email), ()):
            shared[person] += somebody.fits(known.people[person].folded)
    for card in somebody.cards:
        for phone in card.phones:
            for person in known.by_point.get((PointKind.PHONE.value, phone), ()):
                shared[person] += known.people[person].folded == card.name
    best = min(shared, key=lambda person: (-shared[person], person), default=None)
    return best if best is not None and shared[best] else None


def _by_name(somebody: Somebody, known: KnownPeople, taken: set[int]) -> int | None:
    for person in _named_alike(somebody, known, taken):
        same = (person.folded, person.organisation_folded) in somebody.names
        if same and not _speaks_against(somebody, person):
            return person.id
    return None


def _named_alike(somebody: Somebody, known: KnownPeople, taken: set[int]) -> list[KnownPerson]:
    names = dict.fromkeys(name for name, _ in somebody.names)
    ids = [person for name in names for person in known.by_name.get(name, ()) if person not in taken]
    return [known.people[person] for person in ids]


def _speaks_against(somebody: Somebody, person: KnownPerson) -> bool:
    return differ(somebody.emails, person.of_kind(PointKind.EMAIL)) or (
        not person.organisation and differ(somebody.phones, person.of_kind(PointKind.PHONE))
    )


def _possible(somebody: Somebody, known: KnownPeople, taken: set[int]) -> Match | None:
    if is_owner(somebody, known):
        return Match(person=None, reason="This looks like your own card.")
    alike = _named_alike(somebody, known, taken)
    for person in alike:
        if (person.folded, person.organisation_folded) in somebody.names:
            if person.organisation:
                return Match(
                    person=person.id, reason=f"Same name and organisation as {person.name}, other e-mail."
                )
            return Match(person=person.id, reason=f"Same name as {person.name}, other e-mail or number.")
    for person in alike:
        return Match(person=person.id, reason=_other_organisation(person))
    for email in sorted(somebody.emails):
        for identity in known.by_point.get((PointKind.EMAIL.value, email), ()):
            if identity not in taken:
                return Match(
                    person=identity, reason=f"Same e-mail as {known.people[identity].name}, other name."
                )
    return None


def _other_organisation(person: KnownPerson) -> str:
    at = f" of {person.organisation}" if person.organisation else ""
    return f"Same name as {person.name}{at}, other organisation."
