"""The commands that look after the file: check, backup, backups and restore."""

from __future__ import annotations

from pathlib import Path

from planner.cli.call import Call
from planner.cli.plain import shown
from planner.domain import words
from planner.domain.errors import KnownError
from planner.library.backup import automatic_name
from planner.queries.people import count


def check(call: Call) -> int:
    """Say whether the file is whole."""
    with call.opened() as library:
        problems = library.problems()
        people = 0 if problems else count(library)
    if problems:
        more = f", and {words.count(len(problems) - 1, 'more problem')}" if len(problems) > 1 else ""
        raise KnownError(
            f"“{call.path.name}” is not whole: {shown(problems[0]).rstrip('.')}{more}. "
            "Nothing was changed; restore it from a backup."
        )
    print(f"“{call.path.name}” is whole: {words.count(people, 'person', 'people')}.")
    return 0


def back_up(call: Call) -> int:
    """Copy the library to a new file."""
    with call.opened() as library:
        copy = library.back_up("by hand", to=_target(call))
    print(f"Wrote a checked copy to {copy}.")
    return 0


def backups(call: Call) -> int:
    """List the backups, newest first, with what is in them."""
    from planner.actions.backups import all_backups
    from planner.library.kept_backups import look_into

    with call.opened() as library:
        for backup in all_backups(library):
            try:
                inside = look_into(backup.path, library.key)
            except KnownError:
                held = "damaged"
            else:
                last = f", last “{inside.last_change}”" if inside.last_change else ""
                held = f"{words.count(inside.people, 'person', 'people')}{last}"
            print(f"{backup.at:%Y-%m-%d %H:%M}  {shown(backup.reason)}: {shown(held)}. {backup.path}")
    return 0


def restore(call: Call) -> int:
    """Put a backup in the place of the library; the library as it was becomes a backup itself."""
    from planner.library.restore import restore as put_back

    with call.writing() as library:
        key, folder = library.key, library.backups
        library.release_thread()
        kept = put_back(call.path, call.options.backup, clock=call.now, backups=folder, key=key)
    print(f"The library is that of {call.options.backup.name} again. As it was before, it is kept in {kept}.")
    return 0


def _target(call: Call) -> Path | None:
    """Where the copy goes; None is the folder of the automatic backups."""
    to: Path | None = call.options.to
    if to is None:
        return None
    if to.is_dir():
        return automatic_name(call.path, to, call.now(), "by hand")
    if to.exists():
        raise KnownError(f"“{to.name}” is there already. Nothing was changed; choose another name.")
    return to
