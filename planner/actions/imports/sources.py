"""What lies on the disk to be imported: files, and whole folders of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from planner.domain.errors import KnownError

MOST_FILES = 500_000
_MAILDIR = frozenset({"cur", "new", "tmp"})
_MESSAGE_ENDINGS = frozenset({".eml", ".emlx"})
_APPLES_ARCHIVE = "mbox"
_NOT_READ = frozenset({".msf", ".dat", ".json", ".db", ".sqlite", ".index", ".cache", ".plist"})
_TABLE_OF_CONTENTS = "table_of_contents"
"""What mail programs keep beside their archives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One thing to read: a file, or the messages of one folder, each a file of its own.

    `found` says that it was in a folder: where it cannot be read, it is passed over and not refused.
    """

    name: str
    path: Path
    size: int
    messages: tuple[Path, ...] = ()
    found: bool = False


def sources_of(paths: Sequence[Path]) -> list[Source]:
    """Everything to read, folders as what is in them. Raises KnownError for what cannot be opened."""
    return [source for path in paths for source in _of(path)]


def _of(path: Path) -> Iterator[Source]:
    try:
        if path.is_dir():
            yield from _in_folder(path, path.name)
        else:
            yield Source(name=path.name, path=path, size=path.stat().st_size)
    except FileNotFoundError as error:
        raise KnownError(f"There is no file “{path.name}” in {path.parent}. Nothing was changed.") from error
    except OSError as error:
        raise unreadable(path) from error


def unreadable(path: Path) -> KnownError:
    """The error of a file that the computer does not let us read."""
    return KnownError(f"“{path.name}” cannot be read. Nothing was changed; check that you may open it.")


def _in_folder(folder: Path, name: str) -> Iterator[Source]:
    """What a folder holds, in the order of the names. Links to other folders are not followed."""
    count = 0
    for where, folders, files in os.walk(folder):
        folders.sort()
        count += len(files)
        if count > MOST_FILES:
            raise KnownError(f"“{folder.name}” holds more than {MOST_FILES:,} files. Choose a folder in it.")
        here = Path(where)
        inner = here.relative_to(folder).as_posix()
        shown = name if inner == "." else f"{name}/{inner}"
        if _is_maildir(folders):
            marked = [here / each for each in ("cur", "new") if each in folders]
            yield from _messages((path for each in marked for path in _files(each)), here, shown)
            folders[:] = [each for each in folders if each not in _MAILDIR]
            continue
        paths = [here / file for file in sorted(files)]
        yield from _messages((path for path in paths if _is_message(path)), here, shown)
        for path in paths:
            if _may_be_read(path):
                label = shown if path.name == _APPLES_ARCHIVE else f"{shown}/{path.name}"
                yield Source(name=label, path=path, size=path.stat().st_size, found=True)


def _is_maildir(folders: Sequence[str]) -> bool:
    return "cur" in folders and not _MAILDIR.isdisjoint({*folders} - {"cur"})


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))


def _may_be_read(path: Path) -> bool:
    if path.name.startswith(".") or path.name == _TABLE_OF_CONTENTS or _is_message(path):
        return False
    return path.suffix.lower() not in _NOT_READ and path.is_file()


def _is_message(path: Path) -> bool:
    """Whether a file in a folder of files bears the name of a message: 'x.eml', or a number as in MH."""
    return path.suffix.lower() in _MESSAGE_ENDINGS or path.name.isdigit()


def _messages(paths: Iterable[Path], folder: Path, name: str) -> Iterator[Source]:
    found = tuple(paths)
    if found:
        size = sum(path.stat().st_size for path in found)
        yield Source(name=name, path=folder, size=size, messages=found, found=True)
