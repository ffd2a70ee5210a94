"""The windows: the large one, and the small one for one line."""

from __future__ import annotations

from pathlib import Path

from planner.cli.call import Call
from planner.cli.doors import Window
from planner.domain.errors import KnownError


def open_window(call: Call) -> int:
    """Open the window on the library, which is made if it is not there."""
    return call.doors.open_window(_wanted(call))


def _wanted(call: Call) -> Window:
    def make_sample() -> Path:
        from planner.cli.sample import sample_library

        return sample_library(call.doors.data_folder, call.now)

    return Window(library=call.path, clock=call.now, make_sample=make_sample)


def open_files(call: Call) -> int:
    """Show files before they are imported, in the window that is open or in a new one; or open a library."""
    files = tuple(Path(each).absolute() for each in call.options.files)
    missing = next((each for each in files if not each.exists()), None)
    if missing is not None:
        raise KnownError(f"There is no file {missing}. Nothing was opened.")
    libraries = [each for each in files if each.suffix == ".rapport"]
    if libraries and (len(files) > 1 or hasattr(call.options, "library")):
        raise KnownError("A library is opened by itself. Nothing was opened; name it alone.")
    wanted = _wanted(call)
    if libraries:
        return call.doors.open_window(wanted._replace(library=libraries[0]))
    return call.doors.open_window(wanted._replace(files=files))


def capture(call: Call) -> int:
    """Open the small window for one line: in the program that has the library open, else alone."""
    return call.doors.open_window(_wanted(call)._replace(one_line=True))
