"""`rapport sample`, and the sample library that `--sample` opens."""

from __future__ import annotations

from pathlib import Path

from planner.cli.call import Call, new_library
from planner.cli.doors import Clock
from planner.cli.progress import progress
from planner.domain import words
from planner.domain.errors import KnownError
from planner.library import Library
from planner.queries.people import count

SAMPLE_NAME = "Sample.rapport"


def write(call: Call) -> int:
    """Write a sample library."""
    from planner.actions.sample import write_sample

    given = call.options
    path: Path = given.file
    if path.exists() and (path.is_dir() or path.stat().st_size):
        raise KnownError(f"“{path.name}” is there already. Nothing was changed; choose another name.")
    with new_library(path, call.now) as library, progress("Writing the sample") as tell:
        write_sample(
            library,
            today=call.today,
            people=given.people,
            conversations=given.conversations,
            seed=given.seed,
            progress=tell,
        )
        how_many = _contents(library)
    print(f"Wrote {how_many} to {path}.")
    return 0


def sample_library(folder: Path, clock: Clock) -> Path:
    """The sample library in this folder, written afresh if it is not there.

    One that does not open, because it is locked or damaged, is left to whoever opens it.
    """
    path = folder / SAMPLE_NAME
    try:
        with Library(path, clock=clock) as library:
            if not count(library):
                from planner.actions.sample import write_sample

                library.claim()
                write_sample(library, today=clock().date())
    except KnownError:
        if not path.is_file() or not path.stat().st_size:
            raise
    return path


def _contents(library: Library) -> str:
    talks = int(library.value("SELECT count(*) FROM conversation"))
    people = words.count(count(library), "person", "people")
    return f"{people} and {words.count(talks, 'conversation')}"
