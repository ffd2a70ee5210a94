"""Every way in which people are called here."""

from __future__ import annotations

from collections.abc import Iterator

from planner.library import Library


def all_names(library: Library) -> Iterator[str]:
    """Names and nicknames of everybody, also of those in the archive and the trash."""
    for name, nickname in library.rows("SELECT name, nickname FROM person"):
        yield name
        if nickname:
            yield nickname
