"""What the command line is handed by the composition root: the clock, the places, and the two ways to Qt."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from planner.cli.picturing import Picture
    from planner.domain.names_hidden import NamesHidden
    from planner.queries.about_told import Document
    from planner.queries.meeting_brief import MeetingBrief

Clock = Callable[[], datetime]


class Window(NamedTuple):
    """The window that is asked for: which library it opens, and how it gets the sample if that is wanted.

    With `one_line` it is only the small window for one line; `files` are shown in it before they are
    imported.
    """

    library: Path
    clock: Clock
    make_sample: Callable[[], Path]
    one_line: bool = False
    files: tuple[Path, ...] = ()


class Doors(NamedTuple):
    """The ways out of the command line.

    `now` reads the clock, in the computer's time zone. `data_folder` is where this computer keeps what
    programs write, `library` the file that is meant when none is named. `open_window` returns the exit code
    when the window is closed, `render` writes a picture, `brief_pdf` and `about_pdf` make PDFs; all
    load Qt only when they are called, and raise KnownError where Qt cannot start. `screens` names every
    screen there can be a picture of, and says what it is; `commands` are the window's: the words, the keys,
    what they do, and what must be chosen for them.
    """

    now: Clock
    data_folder: Path
    library: Path
    open_window: Callable[[Window], int]
    render: Callable[["Picture"], None]
    screens: Callable[[], Mapping[str, str]]
    commands: Callable[[], Sequence[tuple[str, str, str, str]]]
    brief_pdf: Callable[["MeetingBrief", str, "NamesHidden | None"], bytes]
    about_pdf: Callable[["Document"], bytes]
