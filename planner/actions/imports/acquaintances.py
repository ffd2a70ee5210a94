"""Who somebody at an event or in a message is: known, of the same import, the owner, or a stranger."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from planner.actions.imports.cards import MOST_COMPARED
from planner.actions.imports.known import KnownPeople
from planner.actions.imports.letters import Correspondence
from planner.actions.imports.review import Kind, PersonReview, Stranger
from planner.domain.names import fold, given_first
from planner.domain.one_name import may_be_one
from planner.exchange.drafts import PointKind

FEW_EVENTS = 5
"""Below this many events, nobody is taken for the owner. A convention."""


class Acquaintances:
    """Finds people by e-mail and name; whoever is not found becomes a stranger with an id of their own."""

    def __init__(self, known: KnownPeople, people: Sequence[PersonReview], ids: Iterator[int]) -> None:
        self._known = known
        self._ids = ids
        self._by_email: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        self._by_name: defaultdict[str, set[int]] = defaultdict(set)
        self._strangers: dict[str, Met] = {}
        self.own = set(known.own_addresses)
        self._remember_known()
        self._remember_drafts(people)

    def _remember_known(self) -> None:
        for (kind, normal), people in self._known.by_point.items():
            if kind == PointKind.EMAIL:
                self._by_email[normal] += [(person, self._known.people[person].folded) for person in people]
        for name, people in self._known.by_name.items():
            self._by_name[name].update(people)

    def _remember_drafts(self, people: Sequence[PersonReview]) -> None:
        for person in people:
            name = fold(person.draft.name)
            emails = [normal for kind, normal in person.points if kind == PointKind.EMAIL]
            if person.kind is Kind.POSSIBLE and person.matched is None:
                self.own.update(emails)
                continue
            for email in emails:
                if (person.id, name) not in self._by_email[email]:
                    self._by_email[email].append((person.id, name))
            if person.kind is not Kind.POSSIBLE:
                self._by_name[name].add(person.id)

    def is_owner(self, email: str, name: str) -> bool:
        """Whether this is one of the owner's addresses, or their name."""
        if email.casefold() in self.own:
            return True
        return bool(self._known.owner_name) and fold(name) == self._known.owner_name

    def take_for_owners(self, emails: Iterable[str]) -> None:
        """Take who has these addresses for the owner, unless one of theirs is known or one is somebody's."""
        for email in () if self._known.own_addresses else emails:
            if not self.find(email, ""):
                self.met(email, "").is_you = True

    def seems_owner(self, email: str) -> bool:
        """Whether a stranger was taken for the owner."""
        found = self._strangers.get(email.casefold())
        return found is not None and found.is_you

    def find(self, email: str, name: str) -> int | None:
        """The id of somebody known or of the same import, None for a stranger."""
        email, name = email.casefold(), fold(name)
        people = self._by_email.get(email, ()) if email else ()
        for person, known_as in people[:MOST_COMPARED]:
            if name and may_be_one(name, known_as):
                return person
        if people:
            return people[0][0]
        namesakes = self._by_name.get(name, ()) if name and not email else ()
        return next(iter(namesakes)) if len(namesakes) == 1 else None

    def met(self, email: str, name: str) -> Met:
        """The stranger of this address, or of this name where there is no address."""
        email = email.casefold()
        key = email or fold(name)
        found = self._strangers.get(key)
        if found is None:
            found = self._strangers[key] = Met(id=next(self._ids), email=email)
        found.names[" ".join(given_first(name).split())] += 1
        return found

    def strangers(self, used: Iterable[int], events: int, with_owner: int) -> tuple[Stranger, ...]:
        """The strangers among `used`, those met most first; `events` is how many events had anybody, and
        `with_owner` at how many of them the owner was."""
        wanted = set(used)
        met = [each for each in self._strangers.values() if each.id in wanted]
        perhaps = [each for each in met if 2 * with_owner <= events and _may_be_owner(each, events)]
        likely = _most_likely(perhaps)
        found = [self._seen(each, each in perhaps, each is likely) for each in met]
        return tuple(
            sorted(found, key=lambda each: (not each.is_you, -_often(each), fold(each.name), each.id))
        )

    def _seen(self, met: Met, perhaps_you: bool, likely_you: bool) -> Stranger:
        name = next((name for name, _ in met.names.most_common() if name), met.email)
        namesakes = self._known.by_name.get(fold(name), ()) if " " in name else ()
        matched = namesakes[0] if len(namesakes) == 1 else None
        return Stranger(
            id=met.id,
            name=name,
            email=met.email,
            events=len(met.events),
            last_day=max(_days(met), default=date.min),
            matched=matched,
            matched_name=self._known.people[matched].name if matched is not None else "",
            perhaps_you=perhaps_you,
            likely_you=likely_you,
            mail=met.mail,
            is_you=met.is_you,
        )


def _may_be_owner(met: Met, events: int) -> bool:
    """Whether somebody is at most of the events."""
    at = len(met.events)
    return at >= FEW_EVENTS and at * 4 > events * 3


def _most_likely(perhaps: Iterable[Met]) -> Met | None:
    """The one at most events, of two alike who invites more often; None where that does not tell.

    Who is mostly there alone is not the owner, as nobody invites only themselves.
    """
    ordered = sorted(
        (each for each in perhaps if 2 * each.accompanied > len(each.events)), key=_as_owner, reverse=True
    )
    if len(ordered) > 1 and _as_owner(ordered[0]) == _as_owner(ordered[1]):
        return None
    return ordered[0] if ordered else None


def _as_owner(met: Met) -> tuple[int, int]:
    return len(met.events), met.organised


def _days(met: Met) -> Iterator[date]:
    yield from (day for _, day in met.events)
    if met.mail is not None:
        yield met.mail.last
    if met.last is not None:
        yield met.last


def _often(stranger: Stranger) -> int:
    return stranger.events + (stranger.mail.days if stranger.mail else 0)


@dataclass(slots=True)
class Met:
    """A stranger while files are being read; at how many events others were, too, and how many are theirs."""

    id: int
    email: str
    names: Counter[str] = field(default_factory=Counter)
    events: set[tuple[str, date]] = field(default_factory=set)
    accompanied: int = 0
    organised: int = 0
    mail: Correspondence | None = None
    is_you: bool = False
    last: date | None = None
