"""Names for people and plans in the files of other programs, made from their ids and back.

A name is a UUID of version 8 (RFC 9562), in which a program may write what it likes: the 64 bits of an id,
and for the rest a constant that says what the id is of. So a card or an event that went out is known again.
"""

from __future__ import annotations

from enum import IntEnum
from uuid import UUID

_VERSION, _VARIANT = 0x8, 0b10
_MARK = 0x525250
"""'RRP', to tell these names from others of version 8."""


class Of(IntEnum):
    """What a name is of."""

    PERSON = 1
    PLAN = 2


def uid_of(of: Of, identity: int) -> str:
    """The name of the row with this id."""
    high, low = identity >> 16, identity & 0xFFFF
    bits = high << 80 | _VERSION << 76 | of << 64 | _VARIANT << 62 | low << 46 | _MARK
    return str(UUID(int=bits))


def id_of(of: Of, uid: str) -> int | None:
    """The id that such a name was made from, None for any other text."""
    if len(uid) != 36:
        return None
    try:
        bits = UUID(uid).int
    except ValueError:
        return None
    identity = (bits >> 80) << 16 | (bits >> 46) & 0xFFFF
    return identity if uid_of(of, identity) == uid.lower() else None
