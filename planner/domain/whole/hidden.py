"""The rows of a library while names are hidden: each with initials, and without what leads to somebody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planner.domain.names_hidden import NamesHidden
from planner.domain.whole.shape import Field, Is, Section

LEFT_OUT = frozenset({"contact_points", "saved_filters", "settings", "unfinished"})
"""Sections that stay behind: ways to reach people, and what the owner typed and set for themselves."""
EMPTIED: dict[str, object] = {"photo": None, "birthday": None, "source_uid": None, "kept_lines": ""}
"""Fields that say who somebody is, whatever the name, and what is put in their place."""
_NAMES = frozenset({"name", "given_name", "additional_names", "family_name", "nickname"})
_OF_PEOPLE = frozenset({"people", "owner"})


def is_name(section: Section, field: Field) -> bool:
    """Whether a field is a name of somebody, or a part of one."""
    return section.key in _OF_PEOPLE and field.key in _NAMES


def is_text(field: Field) -> bool:
    """Whether words stand in a field, in which there may be names."""
    return field.holds is Is.TEXT and not field.choices and field.key != "zone"


def row_hidden(section: Section, row: Sequence[Any], hidden: NamesHidden) -> tuple[Any, ...]:
    """The row with initials."""
    return tuple(
        _value(section, field, value, hidden) for field, value in zip(section.fields, row, strict=True)
    )


def _value(section: Section, field: Field, value: Any, hidden: NamesHidden) -> Any:
    if field.key in EMPTIED:
        return EMPTIED[field.key]
    if not is_text(field) or not isinstance(value, str):
        return value
    return hidden.name(value) if is_name(section, field) else hidden.shown(value)
