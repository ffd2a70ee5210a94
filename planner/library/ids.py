"""Row ids: 63 bits, ordered by time, random at the end, so that libraries can be merged."""

from __future__ import annotations

import os
import threading
import time

_RANDOM_BITS = 21
SMALLEST_ID = 1 << 40
"""No id is smaller: these were made long before there was a library."""
_lock = threading.Lock()
_newest = 0


def new_id() -> int:
    """A fresh id: milliseconds since 1970 in the upper 42 bits, 21 random bits below.

    Within this program each id is greater than the one before, also within one millisecond: rows keep the
    order in which they were made.
    """
    return new_ids(1)[0]


def new_ids(count: int) -> list[int]:
    """`count` distinct fresh ids in ascending order, for adding many rows at once.

    They count upwards from a random start, so two programs at the same moment are unlikely to meet.
    """
    global _newest
    with _lock:
        start = max((time.time_ns() // 1_000_000) << _RANDOM_BITS | _random(), _newest + 1)
        _newest = start + count - 1
    return list(range(start, start + count))


def _random() -> int:
    return int.from_bytes(os.urandom(3), "big") & ((1 << _RANDOM_BITS) - 1)
