"""Full-text search over people and conversations, through Peewee's web-search parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playhouse.sqlite_ext import FTS5Model, SearchField

if TYPE_CHECKING:
    from planner.library.library import Library


class PersonSearch(FTS5Model):
    name = SearchField()
    role = SearchField()
    organisation = SearchField()
    notes = SearchField()

    class Meta:
        table_name = "person_search"


class ConversationSearch(FTS5Model):
    topic = SearchField()
    notes = SearchField()

    class Meta:
        table_name = "conversation_search"


def people(library: Library, query: str, limit: int = 50) -> list[int]:
    """Ids of people whose name, role, organisation or notes match, best first; [] for an empty query."""
    return _matches(library, PersonSearch, "person_search", query, "bm25(person_search, 10, 3, 3, 1)", limit)


def conversations(library: Library, query: str, limit: int = 50) -> list[int]:
    """Ids of conversations whose topic or notes match, newest first (ids are ordered by time)."""
    return _matches(library, ConversationSearch, "conversation_search", query, "rowid DESC", limit)


def _matches(
    library: Library, index: type[FTS5Model], table: str, query: str, order: str, limit: int
) -> list[int]:
    words = index.web_query(query.replace("\0", " "))
    if not words.strip():
        return []
    if query[-1].isalnum() and words[-1] not in ")*":
        words += " *"  # the word still being typed
    found = library.rows(
        f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY {order} LIMIT ?", (words, limit)
    )
    return [row[0] for row in found]
