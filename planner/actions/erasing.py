"""Erasing people for good, from the library and from its backups."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from planner.actions.backups import second_folder
from planner.actions.people import name_of
from planner.domain import words
from planner.domain.errors import KnownError
from planner.library import Library
from planner.library.kept_backups import backups_in


class Erasure(NamedTuple):
    """What came of it: how many of the oldest steps of the history went too, how many backups were cleaned,
    those that could not be, by name, whether the second folder was not there, and whether the file was
    written anew already."""

    steps_lost: int
    backups: int
    left: tuple[str, ...]
    second_away: bool
    is_finished: bool


def erase_people(library: Library, people: Sequence[int], *, backups: bool = True) -> Erasure:
    """Erase people so that nothing of them is left in the file; this cannot be undone. A backup comes first.

    With `backups` they are erased from its automatic backups as well, in both folders; else these hold them
    until they are replaced. Raises KnownError, with nothing changed, for somebody who is not there.
    """
    for person in people:
        name_of(library, person)
    library.back_up("before erasing")
    erased = library.erase(people)
    cleaned, left = 0, []
    for path in every_backup(library) if backups else ():
        try:
            library.erase_in_backup(path, erased.people)
            cleaned += 1
        except KnownError:
            left.append(path.name)
    second = second_folder(library)
    away = second is not None and not second.is_dir()
    return Erasure(erased.steps_lost, cleaned, tuple(left), away, erased.is_finished)


def every_backup(library: Library) -> list[Path]:
    """The file of every automatic backup, in the second folder too where that is there."""
    second = second_folder(library)
    folders = [library.backups, *([second] if second else [])]
    zone = library.clock().tzinfo
    return [each.path for folder in folders for each in backups_in(folder, library.path, zone)]


def erased_words(done: Erasure, *, kept: bool = False) -> str:
    """What came of it in words: the backups, and the history where it is shorter now."""
    said = []
    if not done.is_finished:
        said.append("The disk did not take all of it: the next start clears the last free pages.")
    if kept:
        said.append("The automatic backups still hold them until they are replaced.")
    elif done.left:
        said.append(
            f"Not out of {words.in_a_row(done.left)}: that backup cannot be written; remove it by hand."
        )
    elif done.backups:
        said.append(f"Out of {words.count(done.backups, 'automatic backup')} too.")
    if done.second_away:
        said.append("The second folder for backups is not there now: its copies still hold them.")
    if done.steps_lost:
        said.append(f"The oldest {words.count(done.steps_lost, 'step')} can no longer be taken back.")
    said.append("Copies you made elsewhere are as they were.")
    return " ".join(said)
