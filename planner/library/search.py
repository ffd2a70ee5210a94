"""Full-text search over people and conversations, through Peewee's web-search parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.library.library import Library


_PERSON = ("name", "role", "organisation", "notes")
_CONVERSATION = ("topic", "notes")


def people(library: Library, query: str, limit: int = 50) -> list[int]:
    """Ids of people whose name, role, organisation or notes match, best first; [] for an empty query."""
    return _matches(library, "person_search", _PERSON, query, "bm25(person_search, 10, 3, 3, 1)", limit)


def conversations(library: Library, query: str, limit: int = 50) -> list[int]:
    """Ids of conversations whose topic or notes match, newest first (ids are ordered by time)."""
    return _matches(library, "conversation_search", _CONVERSATION, query, "rowid DESC", limit)


def _matches(
    library: Library, table: str, columns: tuple[str, ...], query: str, order: str, limit: int
) -> list[int]:
    from playhouse import fts_parser  # Peewee's: a start that searches nothing does without it

    words = fts_parser.parse(query.replace("\0", " "), list(columns))
    if words.strip() in ("", '""'):
        return []
    if query[-1].isalnum() and words[-1] not in ")*":
        words += " *"  # the word still being typed
    found = library.rows(
        f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY {order} LIMIT ?", (words, limit)
    )
    return [row[0] for row in found]
