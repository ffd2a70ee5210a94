"""P10: of every schema a library with data is kept; every step keeps all of it, and has a test here."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import apsw
import pytest

from planner.library import Library, schema
from planner.library.sealed import seal
from tests.library.test_migration import DATA, steps, with_step

Clock = Callable[[], datetime]
Rows = dict[str, list[tuple[Any, ...]]]
KEPT = range(1, schema.VERSION + 1)


def copied(version: int, folder: Path) -> Path:
    copy = folder / "old.rapport"
    shutil.copy(DATA / f"schema-{version}.rapport", copy)
    copy.chmod(0o600)
    return copy


def rows_of(connection: apsw.Connection) -> Rows:
    """Every row of every table."""
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT'")
    return {
        table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr) for (table,) in list(tables)
    }


def raw(path: Path) -> apsw.Connection:
    connection = apsw.Connection(str(path))
    seal(connection)
    return connection


def before_and_after(before: Rows, path: Path) -> None:
    """Everything that was there is there, column for column."""
    connection = raw(path)
    for table, rows in before.items():
        width = len(rows[0])
        after = [row[:width] for row in connection.execute(f"SELECT * FROM {table}")]
        assert sorted(after, key=repr) == rows, table
    connection.close()


@pytest.mark.parametrize("version", KEPT)
def test_a_kept_library_has_data_in_every_table(version: int) -> None:
    found = raw_of_kept(version)
    assert [table for table, rows in found.items() if not rows] == []
    assert len(found) > 15


def raw_of_kept(version: int) -> Rows:
    with TemporaryDirectory() as folder:
        connection = raw(copied(version, Path(folder)))
        try:
            assert connection.pragma("user_version") == version
            return rows_of(connection)
        finally:
            connection.close()


@pytest.mark.parametrize("version", KEPT)
def test_an_update_from_every_schema_keeps_every_row(version: int, tmp_path: Path, clock: Clock) -> None:
    path, before = copied(version, tmp_path), raw_of_kept(version)
    with Library(path, clock=clock) as library:
        assert library.problems() == []
        assert library.value("PRAGMA user_version") == schema.VERSION
    before_and_after(before, path)


def test_every_step_has_a_test() -> None:
    """A step that is added without one fails here."""
    tested = set(re.findall(r"^def test_step_(\d+)_", Path(__file__).read_text("utf-8"), re.MULTILINE))
    assert {int(step.name[:4]) for step in steps()} == {int(number) for number in tested}


def test_step_1_begins_a_library_that_can_be_searched(tmp_path: Path, clock: Clock) -> None:
    with Library(copied(1, tmp_path), clock=clock) as library:
        found = "SELECT count(*) FROM person_search WHERE person_search MATCH 'kept'"
        assert library.value(found) == 3
        assert library.value("SELECT count(*) FROM layer") == 6


def test_step_2_searches_what_was_promised_and_learned_before_and_fills_new_columns(
    tmp_path: Path, clock: Clock
) -> None:
    with Library(copied(1, tmp_path), clock=clock) as library:
        for table, word in (("commitment", "forecast"), ("understanding", "kept")):
            sql = f"SELECT count(*) FROM {table}_search WHERE {table}_search MATCH ?"
            assert library.value(sql, (word,)) == 1, table
        assert library.row("SELECT weight, follows_id, note FROM commitment") == (1.0, None, "")
        assert set(library.rows("SELECT trashed_on, not_to_contact FROM person")) == {(None, 0)}
        assert set(library.rows("SELECT parts, preferred FROM contact_point")) == {("", 0)}
        assert library.value("SELECT sequence FROM plan") == 0
        assert library.value("SELECT question FROM understanding") == ""
        for trigger in ("note_added", "initiative_changed", "commitment_removed"):
            assert library.value("SELECT 1 FROM sqlite_schema WHERE name = ?", (trigger,)) == 1


ANEW = f"""
def up(migrator, db):
    db.execute_sql("CREATE TABLE layer_anew (id INTEGER PRIMARY KEY, hue TEXT NOT NULL) STRICT")
    db.execute_sql("INSERT INTO layer_anew SELECT id, hue FROM layer")
    db.execute_sql("DELETE FROM layer")
    db.execute_sql("INSERT INTO layer SELECT id, hue, hue, hue, 30, NULL, '', 0 FROM layer_anew")
    db.execute_sql("PRAGMA user_version = {schema.VERSION + 1}")
"""


def test_a_step_that_writes_a_table_anew_leaves_what_points_to_it(
    sample: Library, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the links watched meanwhile, everybody would have lost their layer."""
    layers = "SELECT count(*) FROM person WHERE layer_id IS NOT NULL"
    before, path = sample.value(layers), sample.path
    sample.close()
    with_step(ANEW, tmp_path / "steps", monkeypatch)
    with Library(path, clock=clock) as library:
        assert library.value(layers) == before > 30
        assert library.problems() == []
        assert library.connection.pragma("foreign_keys") == 1


CHILD = """
import os, signal, sys, apsw
from datetime import datetime, timezone
from pathlib import Path
from planner.library import Library
left = int(sys.argv[2])
def count(*_):
    global left
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
    return True
apsw.connection_hooks.append(lambda connection: connection.set_exec_trace(count))
Library(Path(sys.argv[1]), clock=lambda: datetime.now(timezone.utc)).close()
"""


def killed_at(path: Path, statement: int) -> bool:
    """Open a library and die at a statement; False where it came to its end before."""
    command = [sys.executable, "-c", CHILD, str(path), str(statement)]
    return subprocess.run(command, check=False).returncode == -signal.SIGKILL


def kill_the_update(folder: Path, clock: Clock, moments: Iterator[int]) -> int:
    """Die in each of these moments of an update of the oldest library; how many there were."""
    before, died = raw_of_kept(1), 0
    for moment in moments:
        home = folder / str(moment)
        home.mkdir()
        path = copied(1, home)
        if not killed_at(path, moment):
            break
        died += 1
        with Library(path, clock=clock) as library:
            assert library.problems() == [], moment
            assert library.value("PRAGMA user_version") == schema.VERSION
        before_and_after(before, path)
        shutil.rmtree(home)
    return died


def test_killed_in_an_update_it_is_the_old_or_the_new(tmp_path: Path, clock: Clock) -> None:
    assert kill_the_update(tmp_path, clock, iter((3, 17, 40, 62, 84))) >= 4


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_killed_at_every_statement_of_an_update(tmp_path: Path, clock: Clock) -> None:
    assert kill_the_update(tmp_path, clock, iter(range(1, 1_000))) > 60
