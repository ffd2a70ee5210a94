"""Rows of the sample's own people, gathered table by table before they are written."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from planner.library.bulk import Batch

ORDER = (
    *("organisation", "person", "person_tag", "contact_point", "conversation", "participation"),
    *("plan", "plan_person", "commitment", "understanding", "connection", "trip", "busy_time"),
    *("note", "debrief", "evidence", "own_view", "reliance", "favour", "repair"),
    "saved_filter",
    *("leave", "absence", "initiative", "stand"),
)
"""Tables in the order in which their rows can be written: what others point to comes first."""


class RowBook:
    """Rows by table; every row of a table names the same columns."""

    def __init__(self) -> None:
        self._rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)

    def add(self, table: str, **columns: Any) -> int:
        """Keep one row and return its id."""
        self._rows[table].append(columns)
        return int(columns["id"])

    def count(self, table: str) -> int:
        """How many rows of this table are kept."""
        return len(self._rows[table])

    def batches(self) -> list[Batch]:
        """Everything kept, ready to be written, each table in the order of its ids."""
        return [self._batch(table) for table in ORDER if self._rows[table]]

    def _batch(self, table: str) -> Batch:
        rows = sorted(self._rows[table], key=lambda row: int(row["id"]))
        columns = tuple(rows[0])
        return Batch(
            table=table,
            columns=columns,
            rows=[[row[name] for name in columns] for row in rows],
        )
