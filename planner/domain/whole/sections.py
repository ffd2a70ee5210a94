"""All sections of the JSON of everything, those that are pointed to before those that point."""

from __future__ import annotations

from planner.domain.whole import people, rest, talks, trust
from planner.domain.whole.shape import Section

FORMAT = "rapport-library"
VERSION = 1
"""Of the format; a file with a higher one is refused in words."""

NAMES, INITIALS = "names", "initials"
"""What a file says that has initials for names: it is to be seen, and is never read back."""

SECTIONS: tuple[Section, ...] = (*people.SECTIONS, *talks.SECTIONS, *trust.SECTIONS, *rest.SECTIONS)
BY_KEY: dict[str, Section] = {section.key: section for section in SECTIONS}
DERIVED = frozenset({"folded", "normal"})
"""Columns that follow from others: they stay behind and are worked out anew at the import."""

NOT_DATA = frozenset({"change", "schema_migration"})
"""Tables that stay behind: how the library came to be what it is goes along only in a SQLite copy."""
