"""P10: an upgrade loses nothing. A backup first, each step whole or not at all, and a test for every step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from planner.domain.errors import KnownError
from planner.library import Library, schema
from tests.dump import dump

Clock = Callable[[], datetime]
DATA = Path(__file__).parent.parent / "data" / "libraries"

NEXT = schema.VERSION + 1
NEXT_STEP = f"""
def up(migrator, db):
    db.execute_sql("ALTER TABLE person ADD COLUMN height INTEGER")
    db.execute_sql("PRAGMA user_version = {NEXT}")
"""
BROKEN_STEP = f"""
def up(migrator, db):
    db.execute_sql("DELETE FROM person")
    db.execute_sql("PRAGMA user_version = {NEXT}")
    raise RuntimeError("half-way")
"""


def steps() -> list[Path]:
    return sorted(schema.STEPS.glob("[0-9]*.py"))


def with_step(text: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    for step in steps():
        (folder / step.name).write_text(step.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / f"{NEXT:04}_height.py").write_text(text, encoding="utf-8")
    monkeypatch.setattr(schema, "STEPS", folder)
    monkeypatch.setattr(schema, "VERSION", NEXT)


def test_the_version_is_the_newest_steps() -> None:
    assert [int(step.name[:4]) for step in steps()] == list(range(1, schema.VERSION + 1))


def test_a_library_with_data_of_every_schema_is_kept() -> None:
    kept = {int(file.stem.removeprefix("schema-")) for file in DATA.glob("schema-*.rapport")}
    assert kept == set(range(1, schema.VERSION + 1))


@pytest.mark.parametrize("version", range(1, schema.VERSION + 1))
def test_a_library_of_every_schema_opens_whole(version: int, tmp_path: Path, clock: Clock) -> None:
    copy = tmp_path / "old.rapport"
    copy.write_bytes((DATA / f"schema-{version}.rapport").read_bytes())
    copy.chmod(0o600)
    with Library(copy, clock=clock) as library:
        assert library.problems() == []
        assert library.value("SELECT count(*) FROM person") == 3
        assert library.value("SELECT count(*) FROM conversation") == 4
        assert library.value("PRAGMA user_version") == schema.VERSION
        assert library.undo() is not None


def test_an_update_makes_a_backup_and_keeps_everything(
    sample: Library, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = dump(sample)["person"]
    path = sample.path
    sample.close()
    with_step(NEXT_STEP, tmp_path / "steps", monkeypatch)
    with Library(path, clock=clock) as library:
        assert [row[:-1] for row in dump(library)["person"]] == people
        assert library.value("SELECT count(height) FROM person") == 0
        assert library.problems() == []
        backups = list(library.backups.glob("*.rapport"))
        assert [each.name for each in backups] == ["sample 2026-09-15 07-20-00 before update.rapport"]
    monkeypatch.undo()
    with Library(backups[0], clock=clock) as old:
        assert dump(old)["person"] == people
    with pytest.raises(KnownError, match="written by a newer Rapport"):
        Library(path, clock=clock)


def test_a_step_that_fails_leaves_the_library_as_it_was(
    sample: Library, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, path = dump(sample), sample.path
    sample.close()
    with_step(BROKEN_STEP, tmp_path / "steps", monkeypatch)
    with pytest.raises(RuntimeError, match="half-way"):
        Library(path, clock=clock)
    monkeypatch.undo()
    with Library(path, clock=clock) as library:
        assert dump(library) == before
        assert library.problems() == []


def test_opening_again_migrates_nothing(library: Library, clock: Clock) -> None:
    path = library.path
    library.close()
    with Library(path, clock=clock) as again:
        assert not again.backups.exists()
