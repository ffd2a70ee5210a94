"""What the columns of tables were chosen to become, remembered by the set of their headings."""

from __future__ import annotations

import json
from collections.abc import Iterable

from planner.exchange.csv_table.columns import chosen
from planner.exchange.csv_table.meanings import Column, Meaning
from planner.exchange.csv_table.reader import SAMPLE_ROWS, people_of_sample
from planner.exchange.csv_table.table import Table
from planner.exchange.drafts import PersonDraft, PointKind
from planner.library import Library
from planner.library.tables import Setting

__all__ = [
    "SAMPLE_ROWS",
    "Column",
    "ColumnChoices",
    "Meaning",
    "PersonDraft",
    "PointKind",
    "Table",
    "chosen",
    "chosen_columns",
    "people_of_sample",
    "remember",
    "remembered_columns",
]

ColumnChoices = dict[str, dict[str, list[str]]]
"""By the key of the headings, then by heading: what each column of that heading becomes.

A table without headings stands under 'Column 1' and so on; it is read by them and not remembered.
"""

SETTING = "columns"
_MOST_TABLES = 100


def remembered_columns(library: Library) -> ColumnChoices:
    """Everything that was chosen at earlier imports."""
    text = library.value("SELECT value FROM setting WHERE name = ?", (SETTING,))
    found: ColumnChoices = json.loads(text) if text else {}
    return found


def chosen_columns(tables: Iterable[Table]) -> ColumnChoices:
    """The columns of these tables as choices, for reading the same files again."""
    return {table.key: table.choices() for table in tables}


def remember(library: Library, chosen: ColumnChoices) -> None:
    """Keep these choices for the next import. Inside a change only."""
    before = remembered_columns(library)
    kept = {key: choices for key, choices in before.items() if key not in chosen} | chosen
    if kept != before:
        newest = dict(list(kept.items())[-_MOST_TABLES:])
        text = json.dumps(newest)
        Setting.insert(name=SETTING, value=text).on_conflict(
            conflict_target=[Setting.name], update={Setting.value: text}
        ).execute()
