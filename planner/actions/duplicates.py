"""What you said about two who look like one person."""

from __future__ import annotations

from planner.actions.people import names_in_a_row
from planner.library import Library
from planner.library.tables import Setting
from planner.queries.duplicates import pair_name


def not_the_same(library: Library, one: int, two: int) -> None:
    """Remember that these are two people; they are not shown as likely the same again."""
    with library.change(f"Keep {names_in_a_row(library, (one, two))} apart"):
        Setting.insert(name=pair_name(one, two), value="true").on_conflict_ignore().execute()
