"""How far a long piece of work is, on a terminal only, and only once it takes a while."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_PATIENCE_SECONDS = 0.5


@contextmanager
def progress(words: str) -> Iterator[Callable[[float], bool]]:
    """A function to tell the share done, 0 to 1; it never stops the work. The line is wiped at the end."""
    begun = time.monotonic()
    said = -1

    def tell(share: float) -> bool:
        nonlocal said
        percent = int(share * 100)
        if sys.stderr.isatty() and percent != said and time.monotonic() - begun > _PATIENCE_SECONDS:
            said = percent
            print(f"\r{words} {percent} %", end="", file=sys.stderr, flush=True)
        return True

    try:
        yield tell
    finally:
        if said >= 0:
            print("\r" + " " * (len(words) + 8) + "\r", end="", file=sys.stderr, flush=True)
