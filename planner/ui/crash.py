"""When there is a bug: say so in a sentence, keep what is on the disk, and leave people out of the report."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from types import TracebackType

SENTENCE = (
    "Something went wrong inside Rapport. What you saved is safe; if it happens again, close the window "
    "and open it anew."
)


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The places in the program that led to a bug. Messages are left out: they may hold names or notes."""
    frames = traceback.extract_tb(trace)
    places = [f"  {frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([f"{kind.__name__} in", *places])


def install(say: Callable[[str], None]) -> None:
    """Show the sentence for every bug from now on, and write its places to the terminal."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        print(report(kind, trace), file=sys.stderr)  # noqa: T201  (a terminal is the only log there is)
        say(SENTENCE)

    sys.excepthook = hook
