"""Files and folders from the disk, read into drafts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from planner.actions.imports.columns import ColumnChoices
from planner.actions.imports.sources import Source, sources_of, unreadable
from planner.domain.errors import KnownError
from planner.exchange.drafts import Cancelled, Drafts
from planner.exchange.problems import ProblemList
from planner.exchange.reader import NOT_READ, read_stream

Progress = Callable[[float], bool]
"""Hears the share done, 0 to 1, and answers False to stop."""

T = TypeVar("T")

DAYS_AHEAD = 366
"""How far repeating events are followed into the future. A convention."""

_MESSAGES_PER_PROGRESS = 100


def read_files(
    files: Sequence[Path],
    *,
    today: date,
    zone: str,
    columns: ColumnChoices | None = None,
    progress: Progress | None = None,
) -> list[tuple[Source, Drafts]]:
    """The drafts of each file, and of everything in each folder. `columns` are chosen for tables.

    Raises KnownError, which names the file, for one that cannot be read, is over a limit or is nothing that
    is read here, and Cancelled where `progress` stops it. What only lies in a folder is passed over instead.
    """
    sources = sources_of(files)
    whole = sum(source.size for source in sources) or 1
    found: list[tuple[Source, Drafts]] = []
    passed: list[tuple[Source, str]] = []
    done = 0
    for source in sources:
        told = part_of(progress, done / whole, source.size / whole)
        try:
            found.append((source, _read(source, today, zone, columns, told)))
        except KnownError as error:
            if not source.found:
                raise KnownError(_named(str(error), source.name)) from error
            passed.append((source, str(error)))
        done += source.size
    if passed and not found:
        raise KnownError(f"There is nothing in “{files[0].name}” that Rapport can read. Nothing was changed.")
    return [*found, *_passed_over(passed)]


def _read(
    source: Source, today: date, zone: str, columns: ColumnChoices | None, progress: Progress | None
) -> Drafts:
    if source.messages:
        return _read_messages(source, progress)
    until = today + timedelta(days=DAYS_AHEAD)
    try:
        with source.path.open("rb") as stream:
            return read_stream(
                stream,
                source.size,
                until=until,
                zone=zone,
                remembered_columns=columns,
                progress=progress,
            )
    except OSError as error:
        raise unreadable(source.path) from error


def _read_messages(source: Source, progress: Progress | None) -> Drafts:
    from planner.exchange.mail.reading import MailReading
    from planner.exchange.mail.single import ENOUGH_OF_A_MESSAGE, add_message

    reading = MailReading()
    for number, path in enumerate(source.messages):
        if number % _MESSAGES_PER_PROGRESS == 0:
            tell(progress, number / len(source.messages))
        try:
            with path.open("rb") as stream:
                add_message(reading, stream.read(ENOUGH_OF_A_MESSAGE), number, path.name)
        except OSError as error:
            raise unreadable(path) from error
    tell(progress, 1.0)
    return reading.drafts("Maildir")


def _passed_over(passed: Sequence[tuple[Source, str]]) -> Iterator[tuple[Source, Drafts]]:
    """What lay in folders and was not read, as problems of the folder; of many only how many."""
    by_folder: dict[str, ProblemList] = {}
    sources: dict[str, Source] = {}
    for source, sentence in passed:
        folder, _, inner = source.name.partition("/")
        sources.setdefault(folder, source)
        words = f"“{inner}” is nothing that Rapport reads, so it was passed over."
        if sentence != NOT_READ:
            words = _named(sentence, inner)
        by_folder.setdefault(folder, ProblemList()).add(0, words)
    for folder, problems in by_folder.items():
        yield replace(sources[folder], name=folder), Drafts(format="", problems=problems.all())


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


def _named(sentence: str, name: str) -> str:
    """The sentence with the file's name in it."""
    for begin in ("This file ", "This table "):
        if sentence.startswith(begin):
            return sentence.replace(begin.strip(), f"“{name}”", 1)
    return f"“{name}”: {sentence}"
