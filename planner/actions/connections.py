"""How people are connected with each other: adding, changing and removing it."""

from __future__ import annotations

from dataclasses import dataclass

from planner.actions.people import name_of
from planner.domain.connections import CLOSENESS
from planner.domain.errors import KnownError
from planner.domain.names import first_name
from planner.library import Library
from planner.library.tables import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionForm:
    """One connection with somebody else; `closeness` None is not known yet, `since` is a year or a day."""

    other_id: int
    kind: str
    directed: bool = False
    closeness: int | None = None
    since: str = ""
    note: str = ""


def connect(library: Library, person_id: int, form: ConnectionForm) -> int:
    """Connect two people and return the connection's id; several kinds may join one pair.

    Raises KnownError for somebody with themselves, without a kind, and for a kind that joins them already.
    """
    kind = _checked(library, person_id, form)
    with library.change(_label("Connect", library, person_id, form.other_id)):
        row = Connection.create(person=person_id, other=form.other_id, **_columns(form, kind))
    return int(row.id)


def change_connection(library: Library, connection_id: int, form: ConnectionForm, *, seen_from: int) -> None:
    """Write the form over a connection, which then goes from the person it is seen from to the other."""
    _ends(library, connection_id)
    kind = _checked(library, seen_from, form, but=connection_id)
    with library.change(_label("Change how you connect", library, seen_from, form.other_id)):
        Connection.update(person=seen_from, other=form.other_id, **_columns(form, kind)).where(
            Connection.id == connection_id
        ).execute()


def disconnect(library: Library, connection_id: int) -> None:
    """Remove a connection."""
    one, other = _ends(library, connection_id)
    with library.change(_label("Part", library, one, other)):
        Connection.delete().where(Connection.id == connection_id).execute()


def _checked(library: Library, person_id: int, form: ConnectionForm, but: int = 0) -> str:
    """The kind, well written."""
    kind = " ".join(form.kind.split())
    if person_id == form.other_id:
        raise KnownError("Nobody is connected with themselves. Choose somebody else.")
    if not kind:
        raise KnownError("Say how they are connected.")
    if form.closeness is not None and form.closeness not in CLOSENESS:
        raise KnownError(f"Closeness runs from {CLOSENESS[0]} to {CLOSENESS[-1]}.")
    both = "(person_id = :one AND other_id = :two)"
    if not form.directed:
        both = f"({both} OR (person_id = :two AND other_id = :one))"
    known = library.value(
        f"SELECT 1 FROM connection WHERE {both} AND kind = :kind AND id <> :but",
        {"one": person_id, "two": form.other_id, "kind": kind, "but": but},
    )
    if known:
        raise KnownError("They are connected in this way already.")
    return kind


def _ends(library: Library, connection_id: int) -> tuple[int, int]:
    row = library.row("SELECT person_id, other_id FROM connection WHERE id = ?", (connection_id,))
    if row is None:
        raise KnownError("This connection is no longer in the library.")
    return row[0], row[1]


def _label(verb: str, library: Library, one: int, other: int) -> str:
    return f"{verb} {first_name(name_of(library, one))} and {first_name(name_of(library, other))}"


def _columns(form: ConnectionForm, kind: str) -> dict[str, object]:
    return {
        "kind": kind,
        "directed": form.directed,
        "closeness": form.closeness,
        "since": form.since.strip() or None,
        "note": form.note.strip(),
    }
