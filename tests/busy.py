"""How much slower everything takes on a machine that others use, too: for tests that promise a time."""

from __future__ import annotations

import time

_SPIN_SECONDS = 0.05


def how_busy() -> float:
    """Wall seconds a second of work takes just now: about 1.0 on a machine of one's own."""
    begun, worked = time.monotonic(), time.process_time()
    while time.process_time() - worked < _SPIN_SECONDS:
        pass
    return max(1.0, (time.monotonic() - begun) / _SPIN_SECONDS)
