"""Recurrences worked out in a process of their own, which is ended when it takes too long.

A few rules can keep the calendar library busy for ever, and nothing but ending its process stops it. Only
the rules that nobody can weigh beforehand come here, so that nearly all calendars never start a process.

`multiprocessing` with `spawn` is used rather than a command line of our own: it starts the right program on
every system, from a thread too, and also in a frozen app, where `sys.executable` is the app itself; there
the app calls `multiprocessing.freeze_support()` first. The process shares nothing with the app, opens no
window, and ends itself should the app die.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.exchange.icalendar.series import Instance, SeriesText

SECONDS_IN_ALL = 2.0
SECONDS_EACH = 1.0
_SECONDS_TO_START = 20.0
_SECONDS_TO_LIVE = 60.0
_MOST_PROCESSES = 3
_LISTEN_SECONDS = 0.05

Answer = tuple["Instance", ...] | None


def work_out_apart(series: Sequence[SeriesText], go_on: Callable[[], None]) -> list[Answer]:
    """The recurrences of each series, None for one that fails or for which the time was too short.

    A single one may take a second, all together two seconds, not counting the start of the process.
    `go_on` is called again and again and may raise to give up.
    """
    answers: list[Answer] = []
    left = SECONDS_IN_ALL
    for _ in range(_MOST_PROCESSES):
        if left > 0 and len(answers) < len(series):
            worked, left = _one_process(series[len(answers) :], left, go_on)
            answers += worked
    return answers + [None] * (len(series) - len(answers))


def _one_process(
    series: Sequence[SeriesText], left: float, go_on: Callable[[], None]
) -> tuple[list[Answer], float]:
    """Answers up to the first that did not come, which is None, and the seconds that are left."""
    context = get_context("spawn")
    listener, speaker = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(speaker, tuple(series)), daemon=True)
    try:
        process.start()
        speaker.close()
        _heard(listener, _SECONDS_TO_START, go_on)
        return _answers(listener, len(series), left, go_on)
    except (OSError, EOFError, AssertionError):  # it could not be started, or died of its start
        return [None] * len(series), 0.0
    finally:
        listener.close()
        if process.pid is not None:
            process.kill()
            process.join()
            process.close()


def _answers(
    listener: Connection, count: int, left: float, go_on: Callable[[], None]
) -> tuple[list[Answer], float]:
    answers: list[Answer] = []
    while len(answers) < count:
        began = time.monotonic()
        try:
            answers.append(_heard(listener, min(left, SECONDS_EACH), go_on))
        except (OSError, EOFError):
            answers.append(None)
            return answers, left - (time.monotonic() - began)
        left -= time.monotonic() - began
    return answers, left


def _heard(listener: Connection, seconds: float, go_on: Callable[[], None]) -> Answer:
    """The next answer; a TimeoutError, which is an OSError, when none comes in time."""
    until = time.monotonic() + seconds
    while not listener.poll(_LISTEN_SECONDS):
        go_on()
        if time.monotonic() > until:
            raise TimeoutError
    answer: Answer = listener.recv()
    return answer


def _work(speaker: Connection, series: Sequence[SeriesText]) -> None:
    """The process: says that it is ready, then answers series by series."""
    watch = threading.Timer(_SECONDS_TO_LIVE, os._exit, (1,))
    watch.daemon = True
    watch.start()
    from planner.exchange.icalendar.series import work_out

    speaker.send(None)
    for each in series:
        speaker.send(_answer(work_out, each))


def _answer(work_out: Callable[[SeriesText], tuple[Instance, ...]], series: SeriesText) -> Answer:
    try:
        return work_out(series)
    except Exception:  # a series the library fails on is answered like one that takes too long
        return None
