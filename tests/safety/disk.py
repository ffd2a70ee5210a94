"""A disk below SQLite that remembers what was written to it, loses power, fills up and fails.

It sits under the cipher, where a real disk sits, and passes everything on to the real files.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import apsw

SECTOR = 512


class Deed(NamedTuple):
    """One thing that was done to one file: written, cut, synced, removed, or said by the program."""

    kind: str
    file: str
    at: int = 0
    data: bytes = b""


class Disk:
    """What happens between SQLite and its files while `placed_under_sqlite` holds."""

    def __init__(self) -> None:
        self.deeds: list[Deed] = []
        self.fails: Callable[[str], apsw.Error | None] = lambda _kind: None
        """Asked before each read, write and sync what goes wrong with it."""
        self.spoils: Callable[[str, bytes], bytes] = lambda _file, data: data
        """Asked what really arrives in a file of what is written to it."""

    def say(self, what: str) -> None:
        """Note among the deeds what the program has promised by now."""
        self.deeds.append(Deed("said", what))

    def did(self, kind: str, file: str, at: int = 0, data: bytes = b"") -> None:
        self.deeds.append(Deed(kind, file, at, data))

    def may(self, kind: str) -> None:
        error = self.fails(kind)
        if error is not None:
            raise error


_now: Disk = Disk()


class _File(apsw.VFSFile):
    def __init__(self, name: Any, flags: list[int]) -> None:
        super().__init__("unix", name, flags)
        self._name = _plain(name)

    def xRead(self, amount: int, offset: int) -> bytes:
        _now.may("read")
        return super().xRead(amount, offset)

    def xWrite(self, data: Any, offset: int) -> None:
        _now.may("write")
        super().xWrite(_now.spoils(self._name, bytes(data)), offset)
        _now.did("write", self._name, offset, bytes(data))

    def xTruncate(self, size: int) -> None:
        _now.may("write")
        super().xTruncate(size)
        _now.did("cut", self._name, size)

    def xSync(self, flags: int) -> None:
        _now.may("sync")
        super().xSync(flags)
        _now.did("sync", self._name)


class _Below(apsw.VFS):
    def __init__(self) -> None:
        super().__init__("tried-disk", "unix")

    def xOpen(self, name: Any, flags: list[int]) -> _File:
        return _File(name, flags)

    def xDelete(self, name: str, sync_folder: bool) -> None:
        super().xDelete(name, sync_folder)
        _now.did("remove", name)


def _plain(name: Any) -> str:
    return name.filename() if isinstance(name, apsw.URIFilename) else str(name)


_below = _Below()
# The driver puts its cipher over a disk when the disk is first asked for by this name.
apsw.Connection(":memory:", vfs="multipleciphers-tried-disk").close()


@contextmanager
def placed_under_sqlite() -> Iterator[Disk]:
    """Every file that SQLite opens in the body lies on the disk that is given."""
    global _now
    _now = Disk()
    apsw.set_default_vfs("multipleciphers-tried-disk")
    try:
        yield _now
    finally:
        apsw.set_default_vfs("multipleciphers-unix")
        _now.fails = lambda _kind: None


def after_power_cut(deeds: list[Deed], folder: Path, into: Path, chance: random.Random) -> None:
    """Write into `into` what a disk could hold if the power failed after `deeds`.

    What was synced is there. Of everything since, each sector is there or not, whatever its neighbour does,
    and so is a file's new length. A file's removal is there or not until any file is synced.
    """
    for file in {deed.file for deed in deeds if deed.kind == "write"}:
        held: bytearray | None = None
        safe = _last(deeds, lambda deed, name=file: deed.kind == "sync" and deed.file == name)
        gone = _last(deeds, lambda deed: deed.kind == "sync")
        for number, deed in enumerate(deeds):
            if deed.file == file:
                sure = number <= (gone if deed.kind == "remove" else safe)
                held = _carried_out(deed, held, None if sure else chance)
        if held is not None:
            (into / Path(file).relative_to(folder)).write_bytes(held)


def _last(deeds: list[Deed], wanted: Callable[[Deed], bool]) -> int:
    return max((number for number, deed in enumerate(deeds) if wanted(deed)), default=-1)


def _carried_out(deed: Deed, held: bytearray | None, chance: random.Random | None) -> bytearray | None:
    """The file after a deed; where there is a `chance`, only as much of it as reached the disk."""
    if deed.kind == "remove":
        return held if chance and chance.random() < 0.5 else None
    held = bytearray() if held is None else held
    if deed.kind == "cut" and not (chance and chance.random() < 0.5):
        del held[deed.at :]
    if deed.kind == "write":
        for start in range(0, len(deed.data), SECTOR):
            if not (chance and chance.random() < 0.5):
                piece = deed.data[start : start + SECTOR]
                at = deed.at + start
                held.extend(bytes(max(0, at - len(held))))
                held[at : at + len(piece)] = piece
    return held
