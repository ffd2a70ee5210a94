"""What a dry run tells of the files of real programs is what importing them saves, to the letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from planner.library import Library
from tests.cli.conftest import Terminal
from tests.conftest import NOW

DATA = Path(__file__).parent.parent / "data"
FILES = [
    path
    for pattern in ("vcard/*.vcf", "csv/*.csv", "icalendar/*.ics", "mail/*")
    for path in sorted(DATA.glob(pattern))
]
TABLES = {"conversation": "conversation", "plan": "plan", "busy": "busy_time", "commitment": "commitment"}

Person = tuple[str, str | None, str | None, tuple[str, ...], tuple[str, ...], str | None]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_dry_run_tells_what_is_saved(terminal: Terminal, path: Path) -> None:
    told = terminal.json("import", path, "--dry-run", "--attendees")
    terminal("import", path, "--yes", "--attendees")
    with Library(terminal.library, clock=lambda: NOW) as library:
        assert _people_told(told["people"]) == _people_saved(library)
        if not told["messages"]:
            kinds = Counter(event["kind"] for event in told["events"])
            assert {kind: kinds[kind] for kind in TABLES} == {
                kind: library.value(f"SELECT count(*) FROM {table}") for kind, table in TABLES.items()
            }


def _people_told(people: Iterable[dict[str, Any]]) -> Counter[Person]:
    return Counter(
        (
            each["name"],
            each["organisation"],
            each["role"],
            tuple(sorted(each["emails"])),
            tuple(sorted(each["phones"])),
            each["birthday"],
        )
        for each in people
    )


def _people_saved(library: Library) -> Counter[Person]:
    rows = library.rows(
        "SELECT p.id, p.name, o.name, p.role, p.birthday FROM person p"
        " LEFT JOIN organisation o ON o.id = p.organisation_id"
    )
    return Counter(
        (
            name,
            organisation,
            role or None,
            _points(library, person, "email"),
            _points(library, person, "phone"),
            birthday,
        )
        for person, name, organisation, role, birthday in rows
    )


def _points(library: Library, person: int, kind: str) -> tuple[str, ...]:
    rows = library.rows("SELECT value FROM contact_point WHERE person_id = ? AND kind = ?", (person, kind))
    return tuple(sorted(value for (value,) in rows))
