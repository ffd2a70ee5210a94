"""What may be typed after an option, and what it means. Each raises ArgumentTypeError for what is not."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import TypeVar

from planner.cli.days import TypedDay, understood
from planner.domain.channels import CHANNEL_NAMES, Channel, ReachedOut
from planner.domain.commitments import Size
from planner.domain.errors import KnownError
from planner.domain.filter_words import STATE_WORDS
from planner.domain.rhythm import State
from planner.domain.typed import read_minutes, read_time

_SIZE = re.compile(r"(\d{2,5})\s*[x×]\s*(\d{2,5})")

T = TypeVar("T")


def text(typed: str) -> str:
    """Words as typed. Bytes that are no text in this terminal's encoding are refused."""
    try:
        typed.encode()
    except UnicodeEncodeError:
        raise ArgumentTypeError("this is no readable text; type it in UTF-8") from None
    if "\0" in typed:
        raise ArgumentTypeError("this is no readable text")
    return typed


def day(typed: str) -> TypedDay:
    """A day, to be placed once today is known."""
    return _in_words(understood, typed)


def time_of_day(typed: str) -> time:
    """'9:30', '14:00' or '2 pm'."""
    return _in_words(read_time, typed)


def minutes(typed: str) -> int:
    """A length in minutes, or as '1 h 30'."""
    return _in_words(read_minutes, typed)


def _in_words(read: Callable[[str], T | None], typed: str) -> T:
    """What `read` makes of something typed; its sentence becomes argparse's."""
    try:
        found = read(text(typed))
    except KnownError as error:
        raise ArgumentTypeError(str(error)) from None
    if found is None:
        raise ArgumentTypeError("nothing was written")
    return found


def channel(typed: str) -> Channel:
    """A channel by any of its usual names."""
    found = CHANNEL_NAMES.get(" ".join(typed.casefold().replace("-", " ").replace("_", " ").split()))
    if found is None:
        raise ArgumentTypeError(f"“{typed}” is no channel; write in-person, call, video, message or event")
    return found


def state(typed: str) -> frozenset[State]:
    """A state of a relationship as the screens name it; 'overdue' takes in those that went quiet."""
    wanted = " ".join(typed.casefold().replace("-", " ").replace("_", " ").split())
    found = next((states for words, states in STATE_WORDS if words.casefold() == wanted), None)
    if found is None:
        known = ", ".join(words.casefold().replace(" ", "-") for words, _ in STATE_WORDS)
        raise ArgumentTypeError(f"“{typed}” is no state; write one of {known}")
    return found


def reached_out(typed: str) -> ReachedOut:
    """Who began: 'me' or 'them'."""
    return ReachedOut.YOU if _is_mine(typed) else ReachedOut.THEY


def by(typed: str) -> str:
    """Who promised, 'me' or 'them', in the library's words."""
    return "you" if _is_mine(typed) else "they"


def size_of_promise(typed: str) -> Size:
    """'small', 'normal' or 'large'."""
    try:
        return Size(typed.strip().casefold())
    except ValueError:
        raise ArgumentTypeError(f"“{typed}” is no size of a promise; write small, normal or large") from None


def _is_mine(typed: str) -> bool:
    word = typed.strip().casefold()
    if word not in ("me", "i", "you", "them", "they"):
        raise ArgumentTypeError(f"“{typed}” is neither me nor them")
    return word in ("me", "i", "you")


def export_format(typed: str) -> str:
    """A form in which a library leaves, by its name."""
    from planner.actions.exports.wanted import Format  # for one command only

    try:
        return Format(typed.strip().lower())
    except ValueError:
        raise ArgumentTypeError(f"“{typed}” is none of {', '.join(Format)}") from None


def number(typed: str) -> int:
    """A whole number, 1 or more."""
    found = _whole(typed)
    if found < 1:
        raise ArgumentTypeError("write a number from 1 on")
    return found


def seed(typed: str) -> int:
    """A whole number, 0 or more."""
    found = _whole(typed)
    if found < 0:
        raise ArgumentTypeError("write a number from 0 on")
    return found


def size(typed: str) -> tuple[int, int]:
    """Width and height in pixels: '1440x900'."""
    found = _SIZE.fullmatch(typed.strip().casefold())
    if found is None or not all(200 <= int(each) <= 8000 for each in found.groups()):
        raise ArgumentTypeError(f"“{typed}” is no size; write 1440x900, each from 200 to 8000")
    return int(found[1]), int(found[2])


def text_scale(typed: str) -> float:
    """A text size in per cent, as a factor: '150' is 1.5."""
    percent = _whole(typed.removesuffix("%"))
    if not 50 <= percent <= 300:
        raise ArgumentTypeError("write a text size from 50 to 300 per cent")
    return percent / 100


def path(typed: str) -> Path:
    """A file or folder; '~' is the home folder."""
    if not typed or "\0" in typed:
        raise ArgumentTypeError("write the name of a file")
    try:
        return Path(typed).expanduser()
    except RuntimeError:
        raise ArgumentTypeError(f"“{typed}” names a home folder that is not there") from None


def _whole(typed: str) -> int:
    try:
        return int(typed[:20])
    except ValueError:
        raise ArgumentTypeError(f"“{typed}” is no whole number") from None
