"""What every fuzz test of a reader needs: files changed at random, and the limits of SAFETY.md P17."""

from __future__ import annotations

import os
import random
import secrets
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from planner.domain.errors import KnownError

MOST_SECONDS = 5
MOST_TIMES_ITS_SIZE = 4
BESIDES = 16 * 1024 * 1024
"""Bytes that any reader may take, however small its file: tables, caches, a first buffer."""

DATA = Path(__file__).parent.parent / "data"

Read = Callable[[bytes], object]


def thrown() -> int:
    """Where chance begins: anywhere, or where FUZZ_CHANCE says, so that the same files come again."""
    said = os.environ.get("FUZZ_CHANCE")
    return int(said) if said else secrets.randbits(32)


def seeds(folder: str, pattern: str) -> list[bytes]:
    """The test files of one kind."""
    found = [path.read_bytes() for path in sorted((DATA / folder).glob(pattern)) if path.is_file()]
    assert found
    return found


def mutated(seed: bytes, pieces: Sequence[bytes], dice: random.Random, changes: int) -> bytes:
    """The file with bytes changed, lost and doubled, and pieces of its format where they do not belong."""
    data = bytearray(seed)
    for _ in range(changes):
        at = dice.randrange(len(data) + 1)
        match dice.randrange(4):
            case 0 if at < len(data):
                data[at] = dice.randrange(256)
            case 1:
                del data[at : at + dice.randrange(1, 30)]
            case 2:
                data[at:at] = dice.choice(pieces)
            case _:
                data[at:at] = data[at : at + dice.randrange(1, 200)]
    return bytes(data)


def refused_or_read(read: Read, data: bytes) -> None:
    """Read; a KnownError is an answer, anything else is not."""
    with suppress(KnownError):
        read(data)


@contextmanager
def _memory() -> Iterator[Callable[[], int]]:
    tracemalloc.start()
    try:
        yield lambda: tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def within_limits(read: Read, data: bytes) -> None:
    """Read it twice: once in no more than 5 s of work, once within four times its size in memory."""
    begun = time.process_time()
    refused_or_read(read, data)
    took = time.process_time() - begun
    assert took < MOST_SECONDS, f"{took:.1f} s for {len(data):,} bytes: {data[:200]!r}"
    with _memory() as peak:
        refused_or_read(read, data)
        most = MOST_TIMES_ITS_SIZE * len(data) + BESIDES
        assert peak() < most, f"{peak():,} bytes of memory for {len(data):,}: {data[:200]!r}"


def fuzz_for(seconds: float, read: Read, files: Sequence[bytes], pieces: Sequence[bytes], chance: int) -> int:
    """Change the files at random and read them, for so many seconds; returns how many were read."""
    until = time.monotonic() + seconds
    return _fuzz(lambda _count: time.monotonic() < until, read, files, pieces, chance)


def fuzz(read: Read, files: Sequence[bytes], pieces: Sequence[bytes], chance: int, times: int) -> int:
    """Change the files at random and read them, so many times; returns how many were read."""
    return _fuzz(lambda count: count < times, read, files, pieces, chance)


def _fuzz(
    go_on: Callable[[int], bool], read: Read, files: Sequence[bytes], pieces: Sequence[bytes], chance: int
) -> int:
    dice = random.Random(chance)
    count = 0
    while go_on(count):
        count += 1
        data = mutated(dice.choice(files), pieces, dice, dice.randrange(1, 40))
        begun = time.process_time()
        try:
            refused_or_read(read, data)
        except Exception as error:
            raise AssertionError(f"{error!r} (input {count} of chance {chance}): {data!r}") from error
        assert time.process_time() - begun < MOST_SECONDS, data
        if count % 500 == 0:
            within_limits(read, data * dice.randrange(1, 200))
    return count
