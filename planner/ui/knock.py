"""Speaks to the window that has a library open, through its local socket. Without Qt, so at once."""

from __future__ import annotations

import contextlib
import hashlib
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

RAISE, CAPTURE, OPEN = b"raise", b"capture", b"open"
"""What can be asked of a window: each is a line, that of OPEN with the files behind it."""

_PATIENCE_S = 0.5


def socket_name(library: Path) -> str:
    """The local socket's name for a library: the same for every way of writing its path."""
    return "rapport-" + hashlib.sha256(str(library.resolve()).encode()).hexdigest()[:24]


def message_of(one_line: bool, files: Sequence[Path]) -> bytes:
    """What a second start asks of the window that is there."""
    if not files:
        return (CAPTURE if one_line else RAISE) + b"\n"
    import json

    named = json.dumps([str(each.absolute()) for each in files])
    return OPEN + b" " + named.encode("ascii") + b"\n"


def files_in(message: bytes) -> list[Path]:
    """The files behind OPEN; none where they cannot be read."""
    import json

    try:
        return [Path(each) for each in json.loads(message)]
    except (ValueError, TypeError):
        return []


def hand_over(library: Path, message: bytes = RAISE + b"\n") -> bool:
    """Ask a window that has this library open to come to the front, for a line to write in, or to show files.

    False where there is no such window.
    """
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            with Path(rf"\\.\pipe\{socket_name(library)}").open("r+b", buffering=0) as pipe:
                pipe.write(message)
            return True
        # Where Qt's local servers are: in the folder for temporary files, under their plain name.
        place = Path(os.environ.get("TMPDIR") or "/tmp") / socket_name(library)  # Qt's choice
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(_PATIENCE_S)
            connection.connect(str(place))
            connection.sendall(message)
        return True
    return False
