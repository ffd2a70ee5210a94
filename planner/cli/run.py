"""Runs one command line, from arguments to exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from planner.cli.call import Call, clock_on
from planner.cli.doors import Clock, Doors
from planner.domain.errors import KnownError

if TYPE_CHECKING:
    from argparse import Namespace

    from planner.cli.days import TypedDay

OK, PROBLEM, USAGE, FAILED, STOPPED = 0, 1, 2, 70, 130

WHERE: dict[str | None, str] = {
    None: "windows.open_window",
    "today": "lists.today",
    "board": "board.board",
    "people": "lists.people",
    "show": "show.show",
    "find": "finding.find",
    "plan": "writing.plan",
    "plan-week": "suggesting.plan_week",
    "suggest": "suggesting.plan_week",
    "log": "lines.log",
    "promise": "writing.note_promise",
    "promises": "trusting.promises",
    "keep": "trusting.keep",
    "settle": "trusting.settle",
    "learn": "trusting.learn_about",
    "note": "trusting.write_note",
    "debrief": "trusting.debrief_talk",
    "fact": "evidence.write_fact",
    "favour": "evidence.write_favour",
    "objectivity": "trusting.objectivity",
    "duplicates": "tidying.duplicates",
    "merge": "tidying.merge",
    "trash": "tidying.trash",
    "erase": "tidying.erase",
    "undo": "history.undo",
    "redo": "history.redo",
    "history": "history.tell_history",
    "cadence": "cadence.cadence",
    "quiet": "cadence.quiet",
    "forecast-check": "checking.forecast_check",
    "import": "importing.import_files",
    "export": "exporting.export_library",
    "check": "keeping.check",
    "backup": "keeping.back_up",
    "backups": "keeping.backups",
    "restore": "keeping.restore",
    "sample": "sample.write",
    "brief": "briefing.brief",
    "open": "windows.open_files",
    "capture": "windows.capture",
    "about": "about.about",
    "picture": "picturing.picture",
    "help": "helping.explain",
}
"""Module and function of every command; a module is loaded when its command runs."""


def run(arguments: Sequence[str], doors: Doors) -> int:
    """Carry out what was typed and return the exit code; what goes wrong is said on the error output."""
    try:
        options = _understood(list(arguments))
    except SystemExit as end:  # argparse has said why
        return int(end.code or OK)
    try:
        code = _function(options.command)(_call(options, doors))
        sys.stdout.flush()
        return code
    except KnownError as error:
        from planner.cli.plain import shown

        print(shown(str(error)), file=sys.stderr)
        return PROBLEM
    except BrokenPipeError:
        raise
    except KeyboardInterrupt:
        print("\nStopped. Nothing was changed.", file=sys.stderr)
        return STOPPED
    except Exception as error:
        return _failed(error, debug=hasattr(options, "debug"))


def _understood(arguments: list[str]) -> Namespace | SimpleNamespace:
    if arguments in ([], ["capture"]):  # the window opens a little sooner
        return SimpleNamespace(command=arguments[0] if arguments else None)
    from planner.cli.subcommands import whole_grammar

    return whole_grammar().understood(arguments)


def _function(command: str | None) -> Callable[[Call], int]:
    module, _, name = WHERE[command].partition(".")
    found: Callable[[Call], int] = getattr(import_module(f"planner.cli.{module}"), name)
    return found


def _call(options: Namespace | SimpleNamespace, doors: Doors) -> Call:
    now = clock_on(doors.now, _chosen_day(options, doors.now))
    return Call(options=options, doors=doors, path=_chosen_library(options, doors, now), now=now)


def _chosen_day(options: Namespace | SimpleNamespace, now: Clock) -> date | None:
    typed: TypedDay | None = getattr(options, "today", None)
    return None if typed is None else typed.ahead(now().date())


def _chosen_library(options: Namespace | SimpleNamespace, doors: Doors, now: Clock) -> Path:
    if hasattr(options, "use_sample"):
        from planner.cli.sample import sample_library

        return sample_library(doors.data_folder, now)
    found: Path = getattr(options, "library", doors.library)
    return found


def _failed(error: Exception, *, debug: bool) -> int:
    """Say that this is a bug, without a word of the library in it unless details are asked for."""
    import traceback

    if debug:
        traceback.print_exception(error)
    frames = traceback.extract_tb(error.__traceback__)
    place = f" in {Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else ""
    hint = "" if debug else " Add --debug to see the details; they may hold names of people."
    print(
        f"Rapport itself failed ({type(error).__name__}{place}). "
        f"Your library is safe: a change is saved whole or not at all.{hint}",
        file=sys.stderr,
    )
    return FAILED
