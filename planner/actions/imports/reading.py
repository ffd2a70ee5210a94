"""Files from the disk, read into drafts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from planner.domain.errors import KnownError
from planner.exchange.drafts import Cancelled, Drafts
from planner.exchange.reader import read_file_bytes

Progress = Callable[[float], bool]
"""Hears the share done, 0 to 1, and answers False to stop."""

T = TypeVar("T")

MOST_FILE_BYTES = 50 * 1024 * 1024
DAYS_AHEAD = 366
"""How far repeating events are followed into the future. A convention."""


def read_files(
    files: Sequence[Path], *, today: date, zone: str, progress: Progress | None = None
) -> list[tuple[str, Drafts]]:
    """The name and the drafts of each file.

    Raises KnownError, which names the file, for one that cannot be read, is over 50 MB or is no address book
    or calendar, and Cancelled where `progress` stops it.
    """
    contents = [(path.name, _bytes_of(path)) for path in files]
    whole = sum(len(data) for _, data in contents) or 1
    found: list[tuple[str, Drafts]] = []
    done = 0
    for name, data in contents:
        told = part_of(progress, done / whole, len(data) / whole)
        try:
            drafts = read_file_bytes(data, until=today + timedelta(days=DAYS_AHEAD), zone=zone, progress=told)
        except KnownError as error:
            raise KnownError(_named(str(error), name)) from error
        found.append((name, drafts))
        done += len(data)
    return found


def part_of(progress: Progress | None, begin: float, share: float) -> Progress | None:
    """The progress of one part of the work, told as a share of the whole."""
    return (lambda done: progress(begin + share * done)) if progress else None


def tell(progress: Progress | None, done: float) -> None:
    """Tell how much is done. Raises Cancelled where the answer is to stop."""
    if progress and not progress(done):
        raise Cancelled


def told(rows: Sequence[T], progress: Progress | None, begin: float, share: float) -> Iterator[T]:
    """The rows one by one, telling after every thousand how far it is from `begin` on."""
    for number, row in enumerate(rows):
        if number % 1_000 == 999:
            tell(progress, begin + share * number / len(rows))
        yield row


def _bytes_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise KnownError(f"“{path.name}” is a folder. Choose the files in it.")
        if path.stat().st_size > MOST_FILE_BYTES:
            raise KnownError(
                f"“{path.name}” is larger than 50 MB, so nothing was read. Split it into smaller files."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise KnownError(f"There is no file “{path.name}” in {path.parent}. Nothing was changed.") from error
    except OSError as error:
        raise KnownError(
            f"“{path.name}” cannot be read. Nothing was changed; check that you may open it."
        ) from error


def _named(sentence: str, name: str) -> str:
    """The sentence with the file's name in it."""
    if sentence.startswith("This file "):
        return sentence.replace("This file", f"“{name}”", 1)
    return f"“{name}”: {sentence}"
