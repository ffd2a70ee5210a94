"""Keeping backups: by itself when it is time, in a second folder, and somebody brought back out of one."""

from __future__ import annotations

import json
import tempfile
from datetime import UTC, timedelta
from pathlib import Path

import apsw

from planner.actions.settings import recall
from planner.domain.errors import KnownError
from planner.library import Library
from planner.library.kept_backups import Backup, backups_in, copy_to_second

DUE_AFTER = timedelta(minutes=30)
_SECOND = "second_backup_folder"


def back_up_if_due(library: Library) -> Path | None:
    """Back up if the newest backup is older than half an hour and something changed since; None if not.

    A second folder gets its copy, too, as soon as it is there. Raises KnownError where a backup cannot be
    written.
    """
    made = None
    newest = next(iter(all_backups(library)), None)
    if newest is None or (library.clock() - newest.at >= DUE_AFTER and _changed_since(library, newest)):
        made = library.back_up("by itself") if library.history(1) else None
    keep_second_copy(library)
    return made


def all_backups(library: Library) -> list[Backup]:
    """The backups of the library, in both folders, newest first; one that is in both is named once."""
    zone = library.clock().tzinfo
    found = backups_in(library.backups, library.path, zone)
    names = {each.path.name for each in found}
    second = second_folder(library)
    if second is not None:
        found += [each for each in backups_in(second, library.path, zone) if each.path.name not in names]
    return sorted(found, key=lambda each: each.at, reverse=True)


def second_folder(library: Library) -> Path | None:
    """Where else backups are kept, None where nowhere; it need not be there now."""
    text = recall(library, _SECOND)
    return Path(text) if text else None


def choose_second_folder(library: Library, folder: Path | None) -> None:
    """Keep a copy of each backup in another folder, such as a stick; None stops that.

    Raises KnownError where the folder is not there or is the one where backups are kept anyway.
    """
    if folder is not None:
        if not folder.is_dir():
            raise KnownError(f"There is no folder at {folder}. Nothing was changed; choose another one.")
        if folder.resolve() == library.backups.resolve():
            raise KnownError("Backups are kept in this folder anyway. Choose one on another disk.")
    from planner.library.tables import Setting

    with library.change("Choose a second folder for backups"):
        Setting.delete().where(Setting.name == _SECOND).execute()
        if folder is not None:
            Setting.create(name=_SECOND, value=json.dumps(str(folder.absolute())))
    keep_second_copy(library)


def keep_second_copy(library: Library) -> Path | None:
    """Copy the newest backup to the second folder, where that is there and has it not yet."""
    folder = second_folder(library)
    newest = next(iter(backups_in(library.backups, library.path, library.clock().tzinfo)), None)
    if folder is None or newest is None:
        return None
    return copy_to_second(newest.path, folder, library.path, library.clock(), library.key)


def _changed_since(library: Library, newest: Backup) -> bool:
    """Whether the history went on, back or forth since a backup; a damaged backup counts as none."""
    from planner.library.kept_backups import looking

    sql = "SELECT coalesce(max(id), 0), coalesce(sum(state = 'done'), 0) FROM change"
    try:
        with looking(newest.path, library.key) as connection:
            then = connection.execute(sql).get
    except (KnownError, apsw.Error):
        return True
    return bool(then != library.row(sql))


def steps_since(library: Library, backup: Backup) -> int:
    """How many steps of the history were made after a backup and are done."""
    at = backup.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return int(library.value("SELECT count(*) FROM change WHERE state = 'done' AND at > ?", (at,)))


def bring_back(library: Library, backup: Path, person_id: int) -> int:
    """Add what a backup holds of one person and the library does not, as one step; returns how many rows.

    What is here stays as it is here. Raises KnownError where the backup is damaged or does not know them.
    """
    from planner.actions.exports.export import export
    from planner.actions.exports.wanted import Format, Wanted
    from planner.actions.imports.whole import import_whole, review_whole

    with tempfile.TemporaryDirectory(prefix="rapport-") as folder:
        # A copy: opening an older one brings it up to date, and a backup stays as it is.
        copy = Path(folder) / library.path.name
        copy.write_bytes(backup.read_bytes())
        copy.chmod(0o600)
        with Library(copy, clock=library.clock, create=False, passphrase=library.passphrase) as then:
            name = then.value("SELECT name FROM person WHERE id = ?", (person_id,))
            if name is None:
                raise KnownError("This backup does not know the person. Choose another one.")
            told = Path(folder) / f"{name.replace('/', ' ')[:60].strip()} of {backup.stem}.json"
            wanted = Wanted(format=Format.JSON, people=(person_id,), private=True)
            export(then, told, wanted, now=library.clock())
        return import_whole(library, review_whole(library, told))


def people_in(library: Library, backup: Path) -> list[tuple[int, str, bool]]:
    """Who is in a backup: id, name, and whether they are here, too; those who are not come first.

    Raises KnownError where it is damaged.
    """
    from planner.library.kept_backups import looking

    here = {row[0] for row in library.rows("SELECT id FROM person")}
    with looking(backup, library.key) as connection:
        rows = list(connection.execute("SELECT id, name FROM person ORDER BY folded"))
    return sorted(((each, name, each in here) for each, name in rows), key=lambda row: row[2])
