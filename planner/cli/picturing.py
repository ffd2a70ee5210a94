"""`rapport picture` renders a screen without a window."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from planner.cli.call import Call
from planner.cli.doors import Clock
from planner.domain.errors import KnownError
from planner.library import Library
from planner.queries.people import person_called


class Picture(NamedTuple):
    """The picture that is asked for: `size` in pixels, `text_scale` 1.0 for 100 %.

    `person_id` is for the screens of one person; None lets the screen choose. `of_sample` says that the
    library is the sample.
    """

    library: Library
    screen: str
    out: Path
    dark: bool
    high_contrast: bool
    size: tuple[int, int]
    text_scale: float
    person_id: int | None
    of_sample: bool
    clock: Clock


def picture(call: Call) -> int:
    """Render a screen."""
    given = call.options
    screens = call.doors.screens()
    if given.screen not in screens:
        raise KnownError(f"There is no screen “{given.screen}”; there are {', '.join(screens)}.")
    out: Path = given.out
    if out.is_dir() or not out.parent.is_dir():
        raise KnownError(f"No picture can be written to {out}. Choose a file in a folder that is there.")
    with call.opened() as library:
        person = person_called(library, given.person) if given.person else None
        call.doors.render(
            Picture(
                library=library,
                screen=given.screen,
                out=out,
                dark=given.dark,
                high_contrast=given.high_contrast,
                size=given.size,
                text_scale=given.text_size,
                person_id=person.id if person else None,
                of_sample=hasattr(given, "use_sample"),
                clock=call.now,
            )
        )
    print(f"Wrote {out}.")
    return 0
