"""What Qt needs of a Linux system, checked before Qt is asked: it would abort where we say a sentence."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from planner.domain.errors import KnownError

_INSTEAD = (
    "“rapport picture week -o week.png” renders one into a file, and “rapport help” lists the commands "
    "that need none."
)
NO_SCREEN = f"There is no screen to open a window on; {_INSTEAD}"
_DEAF_SCREEN = f"The screen {{name}} does not answer, so no window can be opened on it; {_INSTEAD}"
_NO_LIBRARY = (
    "A system library that Qt needs is missing ({name}); on Debian or Ubuntu type “sudo apt install libegl1 "
    "libgl1 libglib2.0-0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libxcb-cursor0 libxcb-icccm4 "
    "libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-shape0”, on Fedora “sudo dnf install "
    "libglvnd-egl libglvnd-glx libxkbcommon-x11 dbus-libs fontconfig xcb-util-cursor xcb-util-wm "
    "xcb-util-image xcb-util-keysyms xcb-util-renderutil”."
)


def check_screen(environment: Mapping[str, str] = os.environ) -> None:
    """Raise KnownError where a window could not be opened: no screen, a deaf one, or a missing library."""
    if not sys.platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return
    if environment.get("WAYLAND_DISPLAY"):
        return
    if not environment.get("DISPLAY"):
        raise KnownError(NO_SCREEN)
    with said_in_words():
        _load_plugin()
    _connect(environment["DISPLAY"])


@contextlib.contextmanager
def said_in_words() -> Iterator[None]:
    """Turn a missing system library into one sentence with what to type."""
    try:
        yield
    except (ImportError, OSError) as error:
        name = missing_library(str(error))
        if name is None:
            raise
        raise KnownError(_NO_LIBRARY.format(name=name)) from error


def missing_library(said: str) -> str | None:
    """The library that the system's loader could not find, from its words, None where it speaks of none.

    Its words are 'libEGL.so.1: cannot open shared object file: No such file or directory'.
    """
    name, found, _ = said.partition(": cannot open shared object file")
    return Path(name.strip()).name if found else None


def _load_plugin() -> None:
    """Load Qt's plugin for X11 as Qt will, to hear what is missing."""
    qt = find_spec("PySide6")
    if qt is None or qt.origin is None:
        return
    import ctypes  # a window on Linux only

    plugin = Path(qt.origin).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if plugin.is_file():
        ctypes.CDLL(str(plugin))


def _connect(display: str) -> None:
    """Raise KnownError where the X server does not let us in."""
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:  # Qt brings what it needs; then it may ask for itself
        return
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    if failed:
        raise KnownError(_DEAF_SCREEN.format(name=display))
