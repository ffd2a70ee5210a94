"""Makes the small library that is kept for each schema: `python -m tests.library.make_kept`.

Run once when a schema is released; the file then stays as it is. It has at least one row in every table.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw

from planner.actions.commitments import promise
from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.people import PersonForm, Point, add_person
from planner.actions.plans import PlanForm, plan_conversation
from planner.domain.commitments import By
from planner.library import Library
from planner.library.schema import VERSION

NOW = datetime(2026, 9, 15, 10, tzinfo=UTC)


def main() -> None:
    path = Path(__file__).parent.parent / "data" / "libraries" / f"schema-{VERSION}.rapport"
    path.parent.mkdir(exist_ok=True)
    with Library(path, clock=lambda: NOW) as library:
        people = [
            add_person(
                library,
                PersonForm(
                    name=name,
                    organisation="Norvane",
                    notes="Kept for the day of the next schema.",
                    points=(Point(kind="email", value=f"{name.split()[0].lower()}@norvane.example"),),
                ),
                today=NOW.date(),
            )
            for name in ("Ana Ferreira", "Tobias Lindner", "Mei-Ling Zhao")
        ]
        for days in (3, 30, 60, 90):
            form = ConversationForm(
                people=tuple(people[:2]), day=NOW.date() - timedelta(days=days), topic=f"Talk {days}"
            )
            log_conversation(library, form, now=NOW)
        plan_conversation(library, PlanForm(people=(people[2],), day=NOW.date()), today=NOW.date())
        library.connection.pragma("query_only", "OFF")
        write_everywhere(library.connection)
        library.connection.pragma("query_only", "ON")
        promise(library, people[0], By.YOU, "the forecast", NOW.date(), today=NOW.date())  # can be undone
        library.connection.pragma("query_only", "OFF")
        library.connection.execute("VACUUM")


def write_everywhere(connection: apsw.Connection) -> None:
    """Write a row into every table that has none, with something in every column."""
    tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT' ORDER BY rowid"
    for (table,) in list(connection.execute(tables)):
        if connection.execute(f"SELECT count(*) FROM {table}").get == 0:
            points = {row[3]: row[2] for row in connection.execute(f"PRAGMA foreign_key_list({table})")}
            columns = list(connection.execute(f"PRAGMA table_info({table})"))
            row = [_something(connection, name, kind, points.get(name)) for _, name, kind, *_ in columns]
            connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)


def _something(connection: apsw.Connection, column: str, kind: str, points_to: str | None) -> object:
    if points_to:
        return connection.execute(f"SELECT max(id) FROM {points_to}").get
    if column == "day" or column.endswith(("_on", "_day")):
        return NOW.date().isoformat()
    return {"TEXT": f"kept {column}", "INTEGER": 1, "REAL": 0.5}.get(kind, b"kept")


if __name__ == "__main__":
    main()
