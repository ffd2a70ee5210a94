"""Row ids: 63 bits, ordered by time, random at the end, so that libraries made apart can be merged."""

from __future__ import annotations

import os
import time

_RANDOM_BITS = 21


def new_id() -> int:
    """A fresh id: milliseconds since 1970 in the upper 42 bits, 21 random bits below."""
    return (time.time_ns() // 1_000_000) << _RANDOM_BITS | _random()


def _random() -> int:
    return int.from_bytes(os.urandom(3), "big") & ((1 << _RANDOM_BITS) - 1)


def new_ids(count: int) -> list[int]:
    """`count` distinct fresh ids in ascending order, for adding many rows at once.

    They begin at this millisecond; where more than one id falls on a millisecond, the random part counts
    upwards from a random start, so two calls at the same moment are still unlikely to meet.
    """
    start = new_id()
    return list(range(start, start + count))
