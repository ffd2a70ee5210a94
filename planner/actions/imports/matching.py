"""Who of the files is whom of the library: by UID, then by e-mail, then by name and organisation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from planner.actions.imports.cards import MOST_COMPARED, Somebody, differ
from planner.actions.imports.known import KnownPeople, KnownPerson
from planner.domain.uids import Of, id_of
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
    taken: dict[int, Somebody] = {}
    found = _sure(people, known, taken)
    for number, somebody in enumerate(people):
        if found[number] is None and not is_owner(somebody, known):
            person = _by_name(somebody, known, taken)
            if person is not None:
                found[number] = person
                taken[person] = somebody
    return [
        Match(person=person) if person is not None else _possible(somebody, known, taken)
        for somebody, person in zip(people, found, strict=True)
    ]


def _sure(people: Sequence[Somebody], known: KnownPeople, taken: dict[int, Somebody]) -> list[int | None]:
    """Who everybody is by sure marks; everybody's UIDs go before anybody's e-mails.

    Two whose names do not fit each other are not the same one.
    """
    found: list[int | None] = [None] * len(people)
    asked = [number for number, somebody in enumerate(people) if not is_owner(somebody, known)]
    for with_mark in (_with_uid, _with_email, _with_phone):
        for number in asked:
            if found[number] is None and (shared := with_mark(people[number], known)):
                found[number] = _likeliest(shared, people[number], known, taken)
    return found


def is_owner(somebody: Somebody, known: KnownPeople) -> bool:
    """Whether these cards are the owner's own: one of their addresses, or their name."""
    return not somebody.emails.isdisjoint(known.own_addresses) or (
        bool(known.owner_name) and any(card.name == known.owner_name for card in somebody.cards)
    )


def _with_uid(somebody: Somebody, known: KnownPeople) -> Counter[int]:
    """Who came from a card of the same UID, or went out under it; of a bare name, whose you said it is."""
    found = Counter(person for mark in somebody.own_marks for person in known.by_uid.get(mark, ()))
    for uid in somebody.uids:
        own = id_of(Of.PERSON, uid)
        if own in known.people:
            found[own] += 1
    return found


def _with_email(somebody: Somebody, known: KnownPeople) -> Counter[int]:
    return Counter(
        person
        for email in somebody.emails
        for person in _holders((PointKind.EMAIL.value, email), somebody, known)
        if somebody.fits(known.people[person].folded)
    )


def _holders(point: tuple[str, str], somebody: Somebody, known: KnownPeople) -> Iterable[int]:
    """Who has this contact point; of many, a few and those of the same name."""
    holders = known.by_point.get(point, ())
    if len(holders) <= MOST_COMPARED:
        return holders
    named = (person for name, _ in somebody.names for person in known.by_name.get(name, ()))
    alike = (person for person in named if point in known.people[person].points)
    return dict.fromkeys((*holders[:MOST_COMPARED], *alike))


def _with_phone(somebody: Somebody, known: KnownPeople) -> Counter[int]:
    return Counter(
        person
        for phone, name in {(phone, card.name) for card in somebody.cards for phone in card.phones}
        for person in _holders((PointKind.PHONE.value, phone), somebody, known)
        if known.people[person].folded == name
    )


def _likeliest(
    shared: Counter[int], somebody: Somebody, known: KnownPeople, taken: dict[int, Somebody]
) -> int | None:
    """Same name and organisation, then same name, then most marks in common, then nobody else's, then longest
    known.

    Nothing that an import gives somebody makes them rank lower: the same file finds them again.
    """
    places = {organisation for _, organisation in somebody.names}

    def rank(identity: int) -> tuple[bool, bool, int, bool, int]:
        person = known.people[identity]
        named = _same_name(somebody, person)
        in_common = sum(point in person.points for point in somebody.points) + (person.uid in somebody.uids)
        elsewhere = not (named and person.organisation_folded in places)
        return elsewhere, not named, -in_common, identity in taken, identity

    fitting = [each for each in shared if each not in taken or somebody.fits_all(taken[each])]
    person = min(fitting, key=rank, default=None)
    if person is not None:
        taken.setdefault(person, somebody)
    return person


def _same_name(somebody: Somebody, person: KnownPerson) -> bool:
    return any(card.name == person.folded for card in somebody.cards)


def _by_name(somebody: Somebody, known: KnownPeople, taken: Container[int]) -> int | None:
    for person in _named_alike(somebody, known, taken):
        same = (person.folded, person.organisation_folded) in somebody.names
        if same and not _speaks_against(somebody, person):
            return person.id
    return None


def _named_alike(somebody: Somebody, known: KnownPeople, taken: Container[int]) -> list[KnownPerson]:
    names = dict.fromkeys(name for name, _ in somebody.names)
    ids = [person for name in names for person in known.by_name.get(name, ()) if person not in taken]
    return [known.people[person] for person in ids]


def _speaks_against(somebody: Somebody, person: KnownPerson) -> bool:
    return differ(somebody.emails, person.of_kind(PointKind.EMAIL)) or (
        not person.organisation and differ(somebody.phones, person.of_kind(PointKind.PHONE))
    )


def _possible(somebody: Somebody, known: KnownPeople, taken: Container[int]) -> Match | None:
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
        return Match(person=person.id, reason=_other_organisation(somebody, person))
    for email in sorted(somebody.emails):
        for identity in known.by_point.get((PointKind.EMAIL.value, email), ()):
            if identity not in taken:
                return Match(
                    person=identity, reason=f"Same e-mail as {known.people[identity].name}, other name."
                )
    return None


def _other_organisation(somebody: Somebody, person: KnownPerson) -> str:
    if not person.organisation:
        return f"Same name as {person.name}, of whom no organisation is known here."
    same = f"Same name as {person.name} of {person.organisation}"
    said = any(at for _, at in somebody.names)
    return f"{same}, other organisation." if said else f"{same}, without an organisation in the file."
