"""When there is a bug: say so in a sentence, keep what is on the disk, and leave people out of the report."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from types import TracebackType

SENTENCE = (
    "Something went wrong inside Rapport. What you saved is safe; if it happens again, close the window "
    "and open it anew."
)

Say = Callable[[str, str], object]
"""Hears the sentence and the report."""


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The places in the program that led to a bug. Messages are left out: they may hold names or notes."""
    import traceback

    frames = traceback.extract_tb(trace)
    places = [f"  {frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([f"{kind.__name__} in", *places])


def install(say: Say) -> None:
    """Say the sentence for every bug from now on, in whatever thread, and write its places to the terminal.

    A bug that comes again and again, as one in painting does, is said once.
    """
    said: set[str] = set()

    def tell(kind: type[BaseException], trace: TracebackType | None) -> None:
        places = report(kind, trace)
        if places not in said:
            said.add(places)
            print(places, file=sys.stderr)  # noqa: T201  (a terminal is the only log there is)
            say(SENTENCE, places)

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            tell(kind, trace)

    sys.excepthook = hook
    threading.excepthook = lambda told: tell(told.exc_type, told.exc_traceback)
    sys.unraisablehook = lambda told: tell(told.exc_type, told.exc_traceback)
