"""The composition root: the clock, the places and both ways to Qt, handed to the command line.

The one module that sees every room, and the one that reads the clock.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from planner.cli.doors import Doors, Window
from planner.cli.qt_needs import check_screen, said_in_words
from planner.cli.run import run

if TYPE_CHECKING:
    from planner.cli.picturing import Picture
    from planner.domain.names_hidden import NamesHidden
    from planner.queries.about_told import Document
    from planner.queries.meeting_brief import MeetingBrief

LIBRARY_VARIABLE = "RAPPORT_LIBRARY"
LIBRARY_NAME = "Rapport.rapport"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Rapport and return its exit code; `arguments` None takes the program's own."""
    os.umask(0o077)
    _leave_no_core_dump()
    _write_utf8()
    try:
        return run(sys.argv[1:] if arguments is None else arguments, _doors())
    except BrokenPipeError:
        # Whoever read our output has enough. Nothing may be flushed into the closed pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _doors() -> Doors:
    folder = platformdirs.user_data_path("Rapport", appauthor=False)
    named = os.environ.get(LIBRARY_VARIABLE)
    return Doors(
        now=_now,
        data_folder=folder,
        library=Path(named).expanduser() if named else folder / LIBRARY_NAME,
        open_window=_open_window,
        render=_render,
        screens=_screens,
        commands=_commands,
        brief_pdf=_brief_pdf,
        about_pdf=_about_pdf,
    )


def _now() -> datetime:
    return datetime.now().astimezone()


def _leave_no_core_dump() -> None:
    """What is in memory is private; a crash must not write it to the disk."""
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _write_utf8() -> None:
    """Names are UTF-8 whatever the locale says; what no encoding can hold is written escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _open_window(wanted: Window) -> int:
    if _has_a_writer(wanted.library):
        from planner.ui.knock import hand_over, message_of

        if hand_over(wanted.library, message_of(wanted.one_line, wanted.files)):
            return 0
    check_screen()
    # Nothing made on the way to the first picture is garbage; the open window sets the collector going again.
    gc.disable()
    from planner.queries.ahead import ahead_of

    ahead = None if wanted.one_line else ahead_of(wanted.library, wanted.clock)
    with said_in_words():
        from planner.ui.imports import import_qt

        import_qt()
        from planner.ui.start import Opening
        from planner.ui.start import run as show
    memory = platformdirs.user_config_path("Rapport", appauthor=False) / "window.ini"
    return show(
        Opening(
            wanted.library,
            memory,
            clock=wanted.clock,
            make_sample=wanted.make_sample,
            ahead=ahead,
            one_line=wanted.one_line,
            files=wanted.files,
        )
    )


def _has_a_writer(library: Path) -> bool:
    """Whether somebody holds the library, or died with it: its window is asked for before Qt is loaded."""
    return library.with_name(library.name + "-writer").exists()


def _render(wanted: Picture) -> None:
    from planner.ui.picture import Wanted, render

    with said_in_words():
        render(
            wanted.library,
            Wanted(
                screen=wanted.screen,
                file=wanted.out,
                dark=wanted.dark,
                high_contrast=wanted.high_contrast,
                size=wanted.size,
                text_scale=wanted.text_scale,
                person_id=wanted.person_id,
                of_sample=wanted.of_sample,
            ),
            wanted.clock,
        )


def _brief_pdf(brief: MeetingBrief, title: str, hidden: NamesHidden | None) -> bytes:
    with said_in_words():
        from planner.ui.offscreen import brief_pdf

        return brief_pdf(brief, title, hidden)


def _commands() -> Sequence[tuple[str, str, str, str]]:
    from planner.ui.commands import COMMANDS

    return [(each.words, each.keys, each.help, each.needs.value) for each in COMMANDS]


def _about_pdf(document: Document) -> bytes:
    with said_in_words():
        from planner.ui.offscreen import about_pdf

        return about_pdf(document)


def _screens() -> Mapping[str, str]:
    from planner.ui.picture import SCREENS

    return SCREENS


if __name__ == "__main__":
    sys.exit(main())
