"""What a new library begins with: its owner, the six layers, two hours set aside on each weekday."""

from __future__ import annotations

import apsw

from planner.domain.layers import LAYERS
from planner.library.ids import new_id, new_ids

MINUTES_SET_ASIDE = 120


def write(connection: apsw.Connection, zone: str) -> None:
    """Write the first rows in one transaction; they are the library's start, not a step of its history.

    `zone` is the IANA name of where the owner is. Of several who open a new library at once one writes them.
    """
    connection.pragma("query_only", "OFF")
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            if not connection.execute("SELECT 1 FROM owner").get:
                _insert(connection, zone)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # some errors of the disk have ended it already
                connection.execute("ROLLBACK")
            raise
    finally:
        connection.pragma("query_only", "ON")


def _insert(connection: apsw.Connection, zone: str) -> None:
    connection.execute("INSERT INTO owner (id, zone) VALUES (?, ?)", (new_id(), zone))
    connection.executemany(
        "INSERT INTO layer (id, hue, name, short_name, rhythm_days, intended_share, way_of_speaking,"
        " position) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                identity,
                *(layer.hue, layer.name, layer.short_name, layer.rhythm_days),
                *(layer.intended_share, layer.way_of_speaking, position),
            )
            for position, (identity, layer) in enumerate(zip(new_ids(len(LAYERS)), LAYERS, strict=True))
        ),
    )
    connection.executemany(
        "INSERT INTO time_set_aside (weekday, minutes) VALUES (?, ?)",
        ((weekday, MINUTES_SET_ASIDE) for weekday in range(5)),
    )
