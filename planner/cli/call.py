"""One call of the command line: what was typed, which library is meant, and what day it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from planner.cli.doors import Clock, Doors
from planner.domain.errors import KnownError

if TYPE_CHECKING:
    from argparse import Namespace
    from types import SimpleNamespace

    from planner.library import Library


class Call(NamedTuple):
    """`options` holds what argparse made of the arguments; `now` is the clock, on another day if asked."""

    options: Namespace | SimpleNamespace
    doors: Doors
    path: Path
    now: Clock

    @property
    def today(self) -> date:
        """The day that counts as today."""
        return self.now().date()

    @property
    def json(self) -> bool:
        """Whether JSON is wanted."""
        return bool(self.options.json)

    def opened(self) -> Library:
        """The library, which must be there. Raises KnownError where it is not."""
        if not _has_content(self.path):
            raise KnownError(
                f"There is no library yet at {self.path}; add people with “rapport import FILE”, "
                "or look around with “rapport --sample”."
            )
        from planner.domain.errors import PassphraseNeededError
        from planner.library import Library

        try:
            return Library(self.path, clock=self.now, create=False)
        except PassphraseNeededError:
            return Library(self.path, clock=self.now, create=False, passphrase=_asked(self.path))

    def may_note(self, library: Library) -> bool:
        """Whether what is told now can be kept beside the history: not where another day counts as today,
        nor while a window has the library. This program is then its one writer."""
        if hasattr(self.options, "today"):
            return False
        try:
            library.claim()
        except KnownError:
            return False
        return True

    @contextmanager
    def writing(self) -> Iterator[Library]:
        """The library with this program as its one writer."""
        with self.opened() as library:
            library.claim()
            yield library


def _asked(path: Path) -> str:
    """The passphrase, typed without being shown. Raises KnownError where nobody can be asked."""
    import sys
    from getpass import getpass

    if not sys.stdin.isatty():
        raise KnownError(
            f"“{path.name}” is locked with a passphrase. Run this in a terminal, which asks for it."
        )
    return getpass(f"Passphrase of “{path.name}”: ", stream=sys.stderr)


@contextmanager
def new_library(path: Path, clock: Clock) -> Iterator[Library]:
    """A library to write to, made if it is not there; one that was made is removed if the body fails."""
    from planner.library import Library
    from planner.library.backup import remove_file

    is_new = not path.exists()
    with Library(path, clock=clock) as library:
        library.claim()
        try:
            yield library
        except BaseException:
            if is_new:
                library.close()
                remove_file(path)
            raise


def _has_content(path: Path) -> bool:
    """Whether there is something at `path` that may be a library; an empty file is nothing."""
    try:
        return path.is_dir() or path.stat().st_size > 0
    except FileNotFoundError:
        return False
    except OSError as error:
        raise KnownError(f"{path} cannot be looked at. Nothing was changed; choose another file.") from error


def clock_on(now: Clock, day: date | None) -> Clock:
    """The clock with its date fixed to `day`; the time of day goes on. None leaves it alone."""
    if day is None:
        return now
    return lambda: datetime.combine(day, now().replace(tzinfo=None).time()).astimezone()
