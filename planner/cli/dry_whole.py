"""`rapport import --dry-run` of a library's JSON: what it would bring, with nothing saved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

from planner.actions.imports.whole import WholeReview, review_whole
from planner.cli.call import Call, new_library
from planner.cli.progress import progress
from planner.cli.shapes import Shape
from planner.domain.whole.sections import BY_KEY

Named = dict[str, Any]
"""A row by the names of its fields."""


def looked_at(call: Call, path: Path) -> WholeReview:
    """The review of a library's JSON; for programs, and without a library, as an empty one would take it."""
    with progress("Reading") as tell:
        if call.path.exists() and not call.options.json:
            with call.opened() as library:
                return review_whole(library, path, progress=tell)
        with (
            TemporaryDirectory() as folder,
            new_library(Path(folder) / "empty.rapport", call.now) as library,
        ):
            return review_whole(library, path, progress=tell)


def dry_shape(found: WholeReview) -> Shape:
    """The answer of `import --dry-run --json`, as for other files."""
    names = {row["id"]: row["name"] for row in _rows(found, "people")}
    return {
        "people": list(_people(found)),
        "events": [
            *_events(found, "conversations", "participations", "conversation", names),
            *_events(found, "plans", "plan_people", "plan", names),
        ],
        "messages": [],
        "problems": [],
    }


def _rows(found: WholeReview, key: str) -> Iterator[Named]:
    names = [field.key for field in BY_KEY[key].fields]
    for row in found.rows.get(key, ()):
        yield dict(zip(names, row, strict=True))


def _people(found: WholeReview) -> Iterator[Shape]:
    organisations = {row["id"]: row["name"] for row in _rows(found, "organisations")}
    points: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for row in _rows(found, "contact_points"):
        points[row["person"], row["kind"]].append(row["value"])
    for row in _rows(found, "people"):
        yield {
            "name": row["name"],
            "organisation": organisations.get(row["organisation"]),
            "role": row["role"] or None,
            "emails": points[row["id"], "email"],
            "phones": points[row["id"], "phone"],
            "birthday": row["birthday"],
            "source": found.file,
        }


def _events(
    found: WholeReview, section: str, joins: str, kind: str, names: dict[int, str]
) -> Iterator[Shape]:
    there: defaultdict[int, list[str]] = defaultdict(list)
    for row in _rows(found, joins):
        there[row[kind]].append(names.get(row["person"], ""))
    for row in _rows(found, section):
        begins = _begin(row)
        ends = begins + timedelta(minutes=row["minutes"] or 0) if begins else None
        yield {
            "title": row["topic" if kind == "conversation" else "purpose"],
            "starts": begins.isoformat() if begins else row["day"],
            "ends": ends.isoformat() if ends else row["day"],
            "people": [name for name in there[row["id"]] if name],
            "kind": kind,
        }


def _begin(row: Named) -> datetime | None:
    zone = ZoneInfo(row["zone"] or "UTC")
    if row.get("starts_at"):
        return datetime.fromisoformat(row["starts_at"]).astimezone(zone)
    if row.get("starts"):
        return datetime.fromisoformat(f"{row['day']}T{row['starts']}").replace(tzinfo=zone)
    return None
