"""Who was at an event: people known, people of the same import, strangers, and the owner, who is left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from planner.actions.imports.cards import MOST_COMPARED
from planner.actions.imports.known import KnownPeople
from planner.actions.imports.names import may_be_one
from planner.actions.imports.review import Kind, PersonReview, Stranger
from planner.domain.names import fold
from planner.exchange.drafts import AttendeeDraft, EventDraft, PointKind

FEW_EVENTS = 5
"""Below this many events, nobody is taken for the owner. A convention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guests:
    """The people of one event. `declined` says that the owner did, and then nobody is invited."""

    invited: tuple[int, ...] = ()
    organiser: int | None = None
    yours: bool = False
    declined: bool = False


@dataclass(slots=True)
class _Counted:
    """A stranger while the events are being read."""

    id: int
    email: str
    names: Counter[str] = field(default_factory=Counter)
    events: set[tuple[str, date]] = field(default_factory=set)


class Attendance:
    """Finds the people of events; whoever is not found becomes a stranger with an id of their own."""

    def __init__(self, known: KnownPeople, people: Sequence[PersonReview], ids: Iterator[int]) -> None:
        self._known = known
        self._ids = ids
        self._by_email: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        self._by_name: defaultdict[str, set[int]] = defaultdict(set)
        self._strangers: dict[str, _Counted] = {}
        self._own = set(known.own_addresses)
        self._with_guests = 0
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
                self._own.update(emails)
                continue
            for email in emails:
                if (person.id, name) not in self._by_email[email]:
                    self._by_email[email].append((person.id, name))
            if person.kind is not Kind.POSSIBLE:
                self._by_name[name].add(person.id)

    def guests(self, event: EventDraft) -> Guests:
        """Everybody at the event who did not decline, each once, without the owner."""
        yours, declined = False, False
        organiser: int | None = None
        invited: dict[int, None] = {}
        for attendee in event.attendees:
            if self._is_owner(attendee):
                yours, declined = yours or attendee.organiser, declined or attendee.declined
            elif not attendee.declined:
                person = self._find(attendee, event)
                invited[person] = None
                organiser = person if attendee.organiser else organiser
        self._with_guests += bool(invited)
        if declined:
            return Guests(declined=True)
        return Guests(invited=tuple(invited), organiser=organiser, yours=yours)

    def _is_owner(self, attendee: AttendeeDraft) -> bool:
        if attendee.email.casefold() in self._own:
            return True
        return bool(self._known.owner_name) and fold(attendee.name) == self._known.owner_name

    def _find(self, attendee: AttendeeDraft, event: EventDraft) -> int:
        email, name = attendee.email.casefold(), fold(attendee.name)
        people = self._by_email.get(email, ()) if email else ()
        for person, known_as in people[:MOST_COMPARED]:
            if name and may_be_one(name, known_as):
                return person
        if people:
            return people[0][0]
        namesakes = self._by_name.get(name, ()) if name and not email else ()
        if len(namesakes) == 1:
            return next(iter(namesakes))
        return self._stranger(email, attendee.name, event)

    def _stranger(self, email: str, name: str, event: EventDraft) -> int:
        found = self._strangers.get(email or fold(name))
        if found is None:
            found = _Counted(id=next(self._ids), email=email)
            self._strangers[email or fold(name)] = found
        found.names[" ".join(name.split())] += 1
        found.events.add((f"{event.uid}#{event.instance}", event.day))
        return found.id

    def strangers(self, used: Iterable[int]) -> tuple[Stranger, ...]:
        """The strangers among `used`, those at most events first."""
        wanted = set(used)
        found = [self._seen(each) for each in self._strangers.values() if each.id in wanted]
        return tuple(sorted(found, key=lambda each: (-each.events, fold(each.name), each.id)))

    def _seen(self, counted: _Counted) -> Stranger:
        name = next((name for name, _ in counted.names.most_common() if name), counted.email)
        namesakes = self._known.by_name.get(fold(name), ()) if " " in name else ()
        matched = namesakes[0] if len(namesakes) == 1 else None
        events = len(counted.events)
        return Stranger(
            id=counted.id,
            name=name,
            email=counted.email,
            events=events,
            last_day=max(day for _, day in counted.events),
            matched=matched,
            matched_name=self._known.people[matched].name if matched is not None else "",
            perhaps_you=events >= FEW_EVENTS and events * 4 > self._with_guests * 3,
        )
