"""Peewee over the connection of an open library: loaded at the first change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import apsw
import peewee
from playhouse.apsw_ext import APSWDatabase

from planner.library.sealed import Connections
from planner.library.tables import TABLES

_open: ContextVar[SealedDatabase | None] = ContextVar("open_library", default=None)


class SealedDatabase(APSWDatabase):
    """Peewee's APSW database over the library's own connections: both see one transaction."""

    def __init__(self, connections: Connections) -> None:
        super().__init__(str(connections.path))
        self._connections = connections

    def _connect(self) -> apsw.Connection:
        connection = self._connections.get()
        self._add_conn_hooks(connection)
        return connection

    def _close(self, connection: apsw.Connection) -> None:
        """Leave the connection to the library, which closes it for everybody."""


class _OpenLibrary(peewee.DatabaseProxy):
    """The library whose door is open here: what the tables of tables.py write to and read from."""

    __slots__ = ("_Model", "_callbacks", "obj")

    def __getattr__(self, name: str) -> Any:
        database = _open.get()
        if database is None:
            raise RuntimeError("A table was used outside `with library.change(...)`.")
        return getattr(database, name)


_proxy = _OpenLibrary()
for _table in TABLES:
    _table.bind(_proxy, bind_refs=False, bind_backrefs=False)


@contextmanager
def tables_open(database: SealedDatabase) -> Iterator[None]:
    """Let the tables work on this library, in this thread, for as long as the body runs."""
    token = _open.set(database)
    try:
        yield
    finally:
        _open.reset(token)
