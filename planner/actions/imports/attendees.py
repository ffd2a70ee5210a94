"""Who was at an event: people known, people of the same import, strangers, and the owner, who is left out."""

from __future__ import annotations

from dataclasses import dataclass

from planner.actions.imports.acquaintances import Acquaintances
from planner.exchange.drafts import AttendeeDraft, EventDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class Guests:
    """The people of one event. `declined` says that the owner did, and then nobody is invited."""

    invited: tuple[int, ...] = ()
    organiser: int | None = None
    yours: bool = False
    declined: bool = False


class Attendance:
    """Finds the people of events.

    `with_guests` counts the events at which there was anybody, `with_owner` those where the owner was, too.
    """

    def __init__(self, people: Acquaintances) -> None:
        self._people = people
        self.with_guests = 0
        self.with_owner = 0

    def guests(self, event: EventDraft) -> Guests:
        """Everybody at the event who did not decline, each once, without the owner."""
        yours, declined, owner = False, False, False
        organiser: int | None = None
        invited: dict[int, None] = {}
        others = [each for each in event.attendees if not each.declined]
        for attendee in event.attendees:
            if self._people.is_owner(attendee.email, attendee.name):
                yours, declined, owner = yours or attendee.organiser, declined or attendee.declined, True
            elif attendee.declined:
                declined = declined or self._people.seems_owner(attendee.email)
            else:
                person = self._find(attendee, event, accompanied=len(others) > 1)
                invited[person] = None
                organiser = person if attendee.organiser else organiser
        self.with_guests += bool(invited)
        self.with_owner += owner and bool(invited)
        if declined:
            return Guests(declined=True)
        return Guests(invited=tuple(invited), organiser=organiser, yours=yours)

    def _find(self, attendee: AttendeeDraft, event: EventDraft, *, accompanied: bool) -> int:
        found = self._people.find(attendee.email, attendee.name)
        if found is not None:
            return found
        met = self._people.met(attendee.email, attendee.name)
        key = (f"{event.uid}#{event.instance}", event.day)
        if key not in met.events:
            met.events.add(key)
            met.accompanied += accompanied
            met.organised += attendee.organiser
        return met.id
