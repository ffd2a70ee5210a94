"""What else is kept of a person: the parts of the name, initiatives, days away, and tries to talk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.domain.channels import Channel
from planner.domain.stands import Stand
from planner.library import Library
from planner.queries.pauses import absences_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OnInitiative:
    """Where somebody stands on an initiative today, and where you hope; None is not known."""

    initiative: str
    archived: bool
    now: Stand | None
    hoped: Stand | None
    on: date | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A try to talk that came to nothing."""

    on: date
    channel: Channel
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRest:
    """What no other answer about a person holds. `name_parts` are by their columns, '' where not known."""

    name_parts: dict[str, str]
    created_on: date
    resting_from: date | None
    has_photo: bool
    not_to_contact: bool
    initiatives: tuple[OnInitiative, ...]
    days_away: tuple[tuple[date, date | None, str], ...]
    attempts: tuple[Tried, ...]


_PARTS = ("given_name", "additional_names", "family_name", "prefix", "suffix", "nickname")


def person_rest(library: Library, person_id: int) -> PersonRest:
    """The rest about somebody who is there."""
    row = library.row(
        f"SELECT created_on, resting_from, photo IS NOT NULL, not_to_contact, {', '.join(_PARTS)}"
        " FROM person WHERE id = ?",
        (person_id,),
    )
    created, resting, photo, silent, *parts = row or (date.min.isoformat(), None, 0, 0, *[""] * len(_PARTS))
    return PersonRest(
        name_parts=dict(zip(_PARTS, parts, strict=True)),
        created_on=date.fromisoformat(created),
        resting_from=_day(resting),
        has_photo=bool(photo),
        not_to_contact=bool(silent),
        initiatives=_initiatives(library, person_id),
        days_away=tuple(
            (each.first_day, each.last_day, each.note) for each in absences_of(library, person_id)
        ),
        attempts=_attempts(library, person_id),
    )


def _initiatives(library: Library, person_id: int) -> tuple[OnInitiative, ...]:
    rows = library.rows(
        "SELECT i.name, i.archived, s.now, s.hoped, s.on_day, s.reason FROM stand s JOIN initiative i"
        " ON i.id = s.initiative_id WHERE s.person_id = ? ORDER BY i.archived, i.folded, i.id",
        (person_id,),
    )
    return tuple(
        OnInitiative(
            initiative=name,
            archived=bool(archived),
            now=Stand(now) if now else None,
            hoped=Stand(hoped) if hoped else None,
            on=_day(on),
            reason=reason,
        )
        for name, archived, now, hoped, on, reason in rows
    )


def _attempts(library: Library, person_id: int) -> tuple[Tried, ...]:
    rows = library.rows(
        "SELECT on_day, channel, kind FROM attempt WHERE person_id = ? ORDER BY on_day DESC, id DESC",
        (person_id,),
    )
    return tuple(
        Tried(on=date.fromisoformat(on), channel=Channel(channel), kind=kind) for on, channel, kind in rows
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
