"""Which schema a file has, and the steps that bring it to today's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from planner.domain.errors import KnownError
from planner.library.sealed import APPLICATION_ID

if TYPE_CHECKING:
    from planner.library.door import Door

STEPS = Path(__file__).parent / "migrations"
VERSION = 2
"""The schema that this program reads and writes: the number of the newest step."""


def version_of(connection: apsw.Connection, name: str) -> int:
    """The file's schema version, 0 for a new one.

    Raises KnownError for a file of another program and for a schema newer than this program's.
    """
    # In this order: somebody else may be making the same new library, and then it says whose it is by now.
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").get
    version: int = connection.pragma("user_version")
    application = connection.pragma("application_id")
    if application != APPLICATION_ID and (application or version or tables):
        raise KnownError(f"“{name}” belongs to another program. Nothing was changed; open another library.")
    if version > VERSION:
        raise KnownError(
            f"“{name}” was written by a newer Rapport (schema {version}, this one reads up to {VERSION}). "
            "Nothing was changed; update Rapport to open it."
        )
    return version


def migrate(door: Door, connection: apsw.Connection, version: int, before: Callable[[], object]) -> bool:
    """Run the steps that are missing in one transaction; `before` is called first if there are any.

    Of several who come at once the first runs them, and the others find nothing missing. Returns whether
    anything was to be done.
    """
    if version >= VERSION:
        return False
    from playhouse.migrations import Runner

    if version:
        before()
    connection.pragma("query_only", "OFF")
    connection.pragma("foreign_keys", "OFF")  # a step that makes a table anew must not empty those beside it
    try:
        with door.database.atomic("IMMEDIATE"):
            Runner(door.database, str(STEPS)).up()
    finally:
        connection.pragma("foreign_keys", "ON")
        connection.pragma("query_only", "ON")
    return True
