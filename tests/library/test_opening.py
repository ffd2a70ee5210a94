"""Opening a file: what is made, what is refused in words, and that a refusal changes nothing."""

from __future__ import annotations

import os
import random
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import apsw
import pytest

from planner.domain.errors import KnownError
from planner.library import Library
from planner.library.schema import VERSION
from planner.library.sealed import APPLICATION_ID, seal

Clock = Callable[[], datetime]


def refused(path: Path, clock: Clock, match: str) -> None:
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(KnownError, match=match):
        Library(path, clock=clock, busy_seconds=0.1)
    if before is not None:
        assert path.read_bytes() == before
        assert not path.with_name(path.name + "-wal").exists()


def test_a_new_library_is_sealed_strict_and_safe(library: Library) -> None:
    connection = library.connection
    assert connection.pragma("application_id") == APPLICATION_ID
    assert connection.pragma("user_version") == VERSION
    assert connection.pragma("journal_mode") == "wal"
    assert connection.pragma("synchronous") == 2
    assert connection.pragma("foreign_keys") == 1
    assert connection.pragma("secure_delete") == 1
    assert connection.pragma("temp_store") == 2, (
        "what is sorted stays in memory: a file would be in the clear"
    )
    assert connection.pragma("query_only") == 1
    loose = list(
        library.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%STRICT'"
            " AND name NOT LIKE '%_search%' AND name NOT LIKE 'sqlite_%' AND name <> 'schema_migration'"
        )
    )
    assert loose == []
    assert library.value("SELECT group_concat(rhythm_days) FROM layer") == "14,30,30,60,7,45"


def test_the_file_is_sealed(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "a.rapport"
    Library(path, clock=clock).close()
    assert b"SQLite format 3" not in path.read_bytes()
    assert b"Business peers" not in path.read_bytes()


def test_files_and_folders_are_private(tmp_path: Path, clock: Clock) -> None:
    """P19: also what SQLite and the backups put beside the library."""
    path = tmp_path / "deep" / "a.rapport"
    with Library(path, clock=clock) as library:
        library.claim()
        library.back_up("test")
        made = list(path.parent.rglob("*"))
        assert {each.suffix for each in made} >= {".rapport", ".rapport-wal", ".rapport-writer"}
        for each in (path.parent, *made):
            wanted = 0o700 if each.is_dir() else 0o600
            assert stat.S_IMODE(each.stat().st_mode) == wanted, each


@pytest.mark.parametrize("content", [b"hello world" * 1000, b"\x89PNG\r\n" + bytes(range(256)) * 40])
def test_a_file_that_is_no_library(tmp_path: Path, clock: Clock, content: bytes) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    refused(path, clock, "“letter.txt” is not a Rapport library")


def test_a_plain_database_is_no_library(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as plain:
        plain.execute("CREATE TABLE t (a)")
    plain.close()
    refused(path, clock, "is not a Rapport library")


def test_a_sealed_file_of_another_program(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "other.rapport"
    connection = apsw.Connection(str(path))
    seal(connection)
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    refused(path, clock, "belongs to another program")


def test_a_newer_schema_is_refused_in_words(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "new.rapport"
    Library(path, clock=clock).close()
    connection = apsw.Connection(str(path))
    seal(connection)
    connection.pragma("user_version", VERSION + 1)
    connection.close()
    refused(path, clock, "written by a newer Rapport")


def test_a_folder_and_a_missing_file(tmp_path: Path, clock: Clock) -> None:
    refused(tmp_path, clock, "is a folder")
    with pytest.raises(KnownError, match="There is no library"):
        Library(tmp_path / "none.rapport", clock=clock, create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_read_only_file(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "a.rapport"
    Library(path, clock=clock).close()
    path.chmod(0o400)
    refused(path, clock, "is read-only")


def test_a_file_locked_by_another_program(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "a.rapport"
    Library(path, clock=clock).close()
    other = apsw.Connection(str(path))
    seal(other)
    other.execute("BEGIN IMMEDIATE")
    with (
        Library(path, clock=clock, busy_seconds=0.1) as library,
        pytest.raises(KnownError, match="in use by another program"),
        library.change("Wait"),
    ):
        pass
    other.close()


def test_every_flipped_bit_is_noticed(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "a.rapport"
    Library(path, clock=clock).close()
    whole = path.read_bytes()
    chance = random.Random(7)
    for number in range(60):
        damaged = bytearray(whole)
        place = chance.randrange(len(whole))
        damaged[place] ^= 1 << chance.randrange(8)
        copy = tmp_path / f"damaged{number}.rapport"
        copy.write_bytes(damaged)
        assert notices(copy, clock), f"bit at {place}"


def test_a_truncated_file_is_noticed(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "a.rapport"
    Library(path, clock=clock).close()
    whole = path.read_bytes()
    for length in (100, 4096, len(whole) // 2, len(whole) - 4096):
        copy = tmp_path / f"short{length}.rapport"
        copy.write_bytes(whole[:length])
        assert notices(copy, clock), length


def notices(path: Path, clock: Clock) -> bool:
    try:
        with Library(path, clock=clock) as library:
            return bool(library.problems())
    except KnownError:
        return True


def test_only_one_writer(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "a.rapport"
    with Library(path, clock=clock) as library:
        library.claim()
        script = (
            "import sys, datetime, pathlib\n"
            "from planner.library import Library\n"
            "from planner.domain.errors import KnownError\n"
            "library = Library(pathlib.Path(sys.argv[1]), clock=datetime.datetime.now)\n"
            "try: library.claim()\n"
            "except KnownError as error: print(error)\n"
            "else: print('claimed')\n"
            "library.close()\n"
        )
        command = [sys.executable, "-c", script, str(path)]
        answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert "is open in another Rapport" in answer
    answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert answer.strip() == "claimed"


def test_a_killed_writer_leaves_the_library_free(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "a.rapport"
    script = (
        "import os, signal, sys, datetime, pathlib\n"
        "from planner.library import Library\n"
        "Library(pathlib.Path(sys.argv[1]), clock=datetime.datetime.now).claim()\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    with Library(path, clock=clock) as library:
        library.claim()
        assert library.problems() == []


def test_the_umask_does_not_matter_for_the_library_itself(tmp_path: Path, clock: Clock) -> None:
    os.umask(0o022)
    path = tmp_path / "a.rapport"
    with Library(path, clock=clock):
        for each in (path, path.with_name("a.rapport-wal")):
            assert stat.S_IMODE(each.stat().st_mode) == 0o600


def test_several_who_open_a_new_library_at_once_begin_it_once(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "a.rapport"
    path.touch(0o600)
    script = (
        "import sys, datetime, pathlib\n"
        "from planner.library import Library, first_rows, home_zone\n"
        "print('ready', flush=True)\n"
        "sys.stdin.read()\n"
        "Library(pathlib.Path(sys.argv[1]), clock=datetime.datetime.now, busy_seconds=30).close()\n"
    )
    waiting, go = os.pipe()
    several = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(path)],
            stdin=waiting,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(6)
    ]
    for each in several:
        assert each.stdout is not None and each.stdout.readline() == "ready\n"
    os.close(waiting)
    os.close(go)  # all of them start now
    assert [each.communicate()[1] for each in several] == [""] * 6
    with Library(path, clock=clock) as library:
        counted = "SELECT (SELECT count(*) FROM owner), (SELECT count(*) FROM layer), count(*)"
        assert library.row(f"{counted} FROM time_set_aside") == (1, 6, 5)
        assert library.problems() == []
