"""Files that are whole or not there at all, for the person's eyes only, and never over another unasked."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from planner.domain.errors import KnownError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def write_file(target: Path, pieces: Iterable[bytes], *, replace: bool) -> int:
    """Write a file and return its size; it has its name only once it is whole and on the disk.

    Raises KnownError where it cannot be written, or where something of that name is there and `replace` is
    False; then what was there is as it was.
    """
    with being_made(target, replace=replace) as part:
        return _write(part, pieces)


def write_folder(target: Path, files: Iterable[tuple[str, bytes]], *, replace: bool) -> int:
    """Write files into a folder, made where it is not there, and return how many.

    They get their names when all of them are whole. Raises KnownError as `write_file` does.
    """
    with _in_words(target):
        if target.exists() and not target.is_dir():
            raise KnownError(f"“{target.name}” is a file. Nothing was written; choose a folder.")
        is_new = not target.exists()
        parts = target.with_name(_part_name(target)) if is_new else target / _part_name(target)
        try:
            parts.mkdir(mode=0o700)
            names = []
            for name, data in files:
                _write(parts / name, [data])
                names.append(name)
            if is_new:
                parts.rename(target)
            else:
                _move(names, parts, target, replace)
        finally:
            shutil.rmtree(parts, ignore_errors=True)
        _sync(target)
    return len(names)


@contextmanager
def being_made(target: Path, *, replace: bool) -> Iterator[Path]:
    """A name beside `target` to make a file under, which becomes `target` when the body is done."""
    with _in_words(target):
        if target.is_dir():
            raise KnownError(f"“{target.name}” is a folder. Nothing was written; choose a file name.")
        if not replace and os.path.lexists(target):
            raise _taken(target)
        part = target.with_name(_part_name(target))
        try:
            yield part
            _publish(part, target, replace)
        finally:
            part.unlink(missing_ok=True)
        _sync(target.parent)


def _write(path: Path, pieces: Iterable[bytes]) -> int:
    with _private(path) as out:
        size = sum(out.write(piece) for piece in pieces)
        out.flush()
        os.fsync(out.fileno())
    return size


def _private(path: Path) -> BinaryIO:
    """A new file, readable by nobody else from its first byte."""
    return os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb")


def _publish(part: Path, target: Path, replace: bool) -> None:
    if replace:
        part.replace(target)
        return
    try:
        os.link(part, target)  # refuses a name that is taken, also one taken this moment
    except FileExistsError:
        raise _taken(target) from None
    except (OSError, NotImplementedError):  # a disk that knows no second names: an USB stick
        if os.path.lexists(target):
            raise _taken(target) from None
        part.rename(target)


def _move(names: list[str], parts: Path, target: Path, replace: bool) -> None:
    there = [name for name in names if os.path.lexists(target / name)]
    if there and not replace:
        raise _taken(target / there[0])
    for name in names:
        (parts / name).replace(target / name)


def _taken(target: Path) -> KnownError:
    return KnownError(
        f"“{target.name}” is there already. Nothing was written; choose another name, or say that it may be "
        "replaced."
    )


def _part_name(target: Path) -> str:
    return f".{target.name[:80]}.{secrets.token_hex(4)}.part"


def _sync(folder: Path) -> None:
    """Let the names themselves reach the disk, where the system can say so of a folder."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _in_words(target: Path) -> Iterator[None]:
    """What the system refuses, in one sentence."""
    try:
        yield
    except FileNotFoundError as error:
        raise KnownError(f"There is no folder {target.parent}. Nothing was written.") from error
    except PermissionError as error:
        raise KnownError(
            f"Nothing may be written to {target.parent}. Nothing was written; choose another folder."
        ) from error
    except OSError as error:
        why = "The disk is full" if error.errno in _FULL else f"“{target.name}” cannot be written"
        raise KnownError(f"{why}. Nothing is lost; make room or choose another folder.") from error
