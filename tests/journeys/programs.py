"""The program in a process of its own, and two ways to move a mouse in it: a real one, and Qt's events."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO, ClassVar, Self

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0
_STEPS = 16
_XDOTOOL_KEYS = {
    "Ctrl+Z": "ctrl+z",
    "Ctrl+Shift+Z": "ctrl+shift+z",
    "Ctrl+Q": "ctrl+q",
    "Ctrl+K": "ctrl+k",
}

Point = tuple[int, int]


def wait_for(true: Callable[[], bool], what: str) -> None:
    """Look until something is true; AssertionError after PATIENCE seconds."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, f"waited in vain: {what}"
        time.sleep(0.02)


class Program:
    """Rapport on a library; used in a `with`, at whose end it is gone."""

    platform: ClassVar[str]
    module: ClassVar[str] = "planner.app"

    def __init__(self, library: Path, home: Path, today: str, *typed: str) -> None:
        self._arguments = [*typed, "--library", str(library), "--today", today]
        self.home = home
        self._stack = ExitStack()
        self.environment = os.environ | {
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_RUNTIME_DIR": str(home),
            "QT_QPA_PLATFORM": self.platform,
        }
        self.environment.pop("WAYLAND_DISPLAY", None)

    def __enter__(self) -> Self:
        with self._stack:
            self._prepare()
            self.process = self._start(
                [sys.executable, "-m", self.module, *self._arguments], stdin=subprocess.PIPE
            )
            self._await_window()
            self._stack = self._stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def drag(self, start: Point, end: Point) -> None:
        """Drag a card from a point of the window to another."""
        raise NotImplementedError

    def abandon(self, start: Point, end: Point) -> None:
        """Carry a card there, press Esc, let go of the button."""
        raise NotImplementedError

    def keys(self, keys: str) -> None:
        """Press keys, as 'Ctrl+Z'."""
        raise NotImplementedError

    def write(self, words: str) -> None:
        """Type words where the keyboard is."""
        raise NotImplementedError

    def ended(self) -> int:
        """Wait for its end; its exit code."""
        return self.process.wait(PATIENCE)

    def kill(self) -> None:
        """End it in the middle of whatever it does, as the power does."""
        self.process.kill()
        self.process.wait(PATIENCE)

    def _prepare(self) -> None:
        """Make what the program needs around it."""

    def _await_window(self) -> None:
        raise NotImplementedError

    def _start(self, command: list[str], **pipes: int) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            command, env=self.environment, cwd=ROOT, text=True, stdout=subprocess.PIPE, **pipes
        )
        self._stack.callback(_stop, process)
        return process


class ByMouse(Program):
    """On an X server of its own, with the mouse and the keys of that server."""

    platform = "xcb"

    @staticmethod
    def is_here() -> bool:
        """Whether this machine has what it takes."""
        return bool(shutil.which("Xvfb") and shutil.which("xdotool"))

    def drag(self, start: Point, end: Point) -> None:
        self._carry(start, end)
        self._do("mouseup", "1")
        wait_for(lambda: self._windows() == 1, "the card is put down")

    def abandon(self, start: Point, end: Point) -> None:
        self._carry(start, end)
        self._do("key", "Escape")
        wait_for(lambda: self._windows() == 1, "the card is put back")
        self._do("mouseup", "1")

    def keys(self, keys: str) -> None:
        self._do("key", _XDOTOOL_KEYS.get(keys, keys))

    def write(self, words: str) -> None:
        self._do("type", "--delay", "8", words)

    def _prepare(self) -> None:
        server = self._start(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"]
        )
        display = _line(server.stdout)
        assert display, "the X server did not start"
        self.environment["DISPLAY"] = f":{display}"

    def _await_window(self) -> None:
        wait_for(lambda: self._windows() == 1, "the window is shown")
        window = self._do("search", "--onlyvisible", "--pid", str(self.process.pid)).split()[0]
        told = self._do("getwindowgeometry", "--shell", window)
        place = dict(line.split("=") for line in told.splitlines())
        self._left, self._top = int(place["X"]), int(place["Y"])
        self._do("windowfocus", "--sync", window)

    def _carry(self, start: Point, end: Point) -> None:
        """Press, move on until the card is in the air, then over to the end in small steps."""
        self._do("mousemove", *self._on_screen(start), "mousedown", "1")
        near = [
            (start[0] + (end[0] - start[0]) * n // 60, start[1] + (end[1] - start[1]) * n // 60)
            for n in (1, 2, 3)
        ]
        self._glide(near)
        wait_for(lambda: self._windows() == 2, "the card is in the air")
        self._glide(
            [
                (
                    start[0] + (end[0] - start[0]) * n // _STEPS,
                    start[1] + (end[1] - start[1]) * n // _STEPS,
                )
                for n in range(1, _STEPS + 1)
            ]
        )
        self._glide([(end[0] - 2, end[1]), end])

    def _glide(self, points: list[Point]) -> None:
        steps = [part for each in points for part in ("mousemove", *self._on_screen(each), "sleep", "0.02")]
        self._do(*steps)

    def _on_screen(self, point: Point) -> tuple[str, str]:
        return str(self._left + point[0]), str(self._top + point[1])

    def _windows(self) -> int:
        """How many windows the program shows: what is carried is one of its own."""
        return len(self._do("search", "--onlyvisible", "--pid", str(self.process.pid)).split())

    def _do(self, *typed: str) -> str:
        found = subprocess.run(
            ["xdotool", *typed],
            check=False,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        return found.stdout


class ByEvents(Program):
    """Without any screen, with Qt's own events from inside."""

    platform = "offscreen"
    module = "tests.journeys.driven"

    def drag(self, start: Point, end: Point) -> None:
        self._say("drag", *start, *end)

    def abandon(self, start: Point, end: Point) -> None:
        self._say("abandon", *start, *end)

    def keys(self, keys: str) -> None:
        self._say("keys", keys)

    def write(self, words: str) -> None:
        self._say("write", words)

    def put_away(self) -> None:
        """Minimize the window."""
        self._say("minimize")

    def look(self) -> str:
        """'shown' or 'away', the place, and the files that are being reviewed there."""
        return self._answer("look")

    def _await_window(self) -> None:
        assert _line(self.process.stdout) == "ready"

    def _say(self, *words: object) -> None:
        assert self._answer(*words) == "done"

    def _answer(self, *words: object) -> str:
        assert self.process.stdin is not None
        print(*words, file=self.process.stdin, flush=True)
        return _line(self.process.stdout)


def _line(stream: IO[str] | None) -> str:
    assert stream is not None
    return stream.readline().strip()


def _stop(process: subprocess.Popen[str]) -> None:
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


HANDS: list[type[Program]] = [ByEvents, ByMouse] if ByMouse.is_here() else [ByEvents]
"""Every way to drive the program that there is on this machine."""
