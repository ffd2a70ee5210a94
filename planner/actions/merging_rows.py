"""Everything that hangs on one person comes to hang on another; inside a change only."""

from __future__ import annotations

from peewee import ForeignKeyField, Model

from planner.library.tables import (
    TABLES,
    Connection,
    ContactPoint,
    Debrief,
    Forecast,
    Participation,
    Person,
    PersonTag,
    PlanPerson,
    Repair,
    Stand,
)

_ONCE: tuple[tuple[type[Model], str], ...] = (
    (Participation, "conversation"),
    (PlanPerson, "plan"),
    (PersonTag, "tag"),
)
"""Tables in which a person stands once with each value of a column, and nothing else is said."""


def move_rows(keep: int, other: int) -> list[str]:
    """Move every row of `other` to `keep`; return in words what both had and only one could keep.

    Forecasts are no words of yours: those about the other entry end with it.
    """
    left = [
        *_join_connections(keep, other),
        *_join_stands(keep, other),
        *_join_debriefs(keep, other),
    ]
    _join_points(keep, other)
    for table, column in _ONCE:
        theirs = getattr(table, column)
        whose = table.person  # type: ignore[attr-defined]
        known = table.select(theirs).where(whose == keep)
        table.delete().where((whose == other) & theirs.in_(known)).execute()
    for table, field in pointing():
        if table is not Forecast:
            table.update({field: keep}).where(field == other).execute()
    _settle_repairs(keep)
    return left


def pointing() -> list[tuple[type[Model], ForeignKeyField]]:
    """Every column of every table that names a person."""
    return [
        (table, field)
        for table in TABLES
        for field in table._meta.sorted_fields
        if isinstance(field, ForeignKeyField) and field.rel_model is Person
    ]


def _join_points(keep: int, other: int) -> None:
    """One e-mail of both stays once, with whatever either knew of it; the others go behind."""
    points = ContactPoint.select().where(ContactPoint.person == keep)
    known = {(row.kind, row.normal): row for row in points}
    first = {kind for (kind, _), row in known.items() if row.preferred}
    last = max((row.position for row in known.values()), default=-1)
    theirs = ContactPoint.select().where(ContactPoint.person == other).order_by(ContactPoint.position)
    for place, row in enumerate(list(theirs), last + 1):
        same = known.get((row.kind, row.normal))
        if same is None:
            row.position, row.preferred = place, row.preferred and row.kind not in first
            row.save()
            continue
        same.label, same.parts = same.label or row.label, same.parts or row.parts
        same.preferred = same.preferred or (row.preferred and row.kind not in first)
        same.save()
        row.delete_instance()


def _join_connections(keep: int, other: int) -> list[str]:
    """What joined the two goes, as nobody is connected with themselves; what both have stays once."""
    left = []
    for row in list(Connection.select().where((Connection.person == other) | (Connection.other == other))):
        if keep in (row.__data__["person"], row.__data__["other"]):
            left.append(
                ": ".join(each for each in (f"Connection with each other: {row.kind}", row.note) if each)
            )
            row.delete_instance()
        elif same := _same_connection(row, keep, other):
            same.closeness = max((each for each in (same.closeness, row.closeness) if each), default=None)
            same.since = same.since or row.since
            same.note = "\n".join(dict.fromkeys(each for each in (same.note, row.note) if each))
            same.save()
            row.delete_instance()
    return left


def _same_connection(row: Connection, keep: int, other: int) -> Connection | None:
    """The kept person's connection of the same kind with the same third, if there is one."""
    one = keep if row.__data__["person"] == other else row.__data__["person"]
    two = keep if row.__data__["other"] == other else row.__data__["other"]
    alike = (Connection.kind == row.kind) & (Connection.directed == row.directed)
    ends = (Connection.person == one) & (Connection.other == two)
    if not row.directed:
        ends |= (Connection.person == two) & (Connection.other == one)
    found: Connection | None = Connection.select().where(alike & ends).first()
    return found


def _join_stands(keep: int, other: int) -> list[str]:
    left = []
    known = {row.__data__["initiative"]: row for row in Stand.select().where(Stand.person == keep)}
    for row in list(Stand.select().where(Stand.person == other)):
        same = known.get(row.__data__["initiative"])
        if same is None:
            continue
        said = [
            f"{words} {theirs}"
            for words, ours, theirs in (
                ("today", same.now, row.now),
                ("hoped for", same.hoped, row.hoped),
                ("because", same.reason, row.reason),
            )
            if ours and theirs and ours != theirs
        ]
        if said:
            left.append(f"Stand on {row.initiative.name}: {', '.join(said)}")
        same.now, same.hoped = same.now or row.now, same.hoped or row.hoped
        same.reason, same.on_day = same.reason or row.reason, same.on_day or row.on_day
        same.save()
        row.delete_instance()
    return left


def _join_debriefs(keep: int, other: int) -> list[str]:
    left = []
    known = {row.__data__["conversation"]: row for row in Debrief.select().where(Debrief.person == keep)}
    for row in list(Debrief.select().where(Debrief.person == other)):
        same = known.get(row.__data__["conversation"])
        if same is None:
            continue
        if same.trust and row.trust and same.trust != row.trust:
            left.append(f"Debrief of {row.on_day:%Y-%m-%d}: trust {row.trust}")
        same.trust = same.trust or row.trust
        same.skipped = same.skipped and row.skipped
        same.save()
        row.delete_instance()
    return left


def _settle_repairs(keep: int) -> None:
    """Only the newest time of mending may be open: it goes on from where an older one was."""
    every = list(Repair.select().where(Repair.person == keep).order_by(Repair.begun_on, Repair.id))
    for older in every[:-1]:
        if older.ended_on is None:
            Repair.update(ended_on=every[-1].begun_on).where(Repair.id == older.id).execute()
