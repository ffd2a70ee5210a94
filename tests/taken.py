"""A library that another program is writing into."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import apsw

from planner.library import Library
from planner.library.sealed import seal


@contextmanager
def taken(library: Library) -> Iterator[None]:
    """Another program writes into the same file meanwhile."""
    library.connection.set_busy_timeout(1)
    other = apsw.Connection(str(library.path))
    try:
        seal(other)
        other.execute("BEGIN IMMEDIATE")
        yield
    finally:
        other.close()
        library.connection.set_busy_timeout(5000)
