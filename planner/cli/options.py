"""What may be typed after an option, and what it means. Each raises ValueError's kin for argparse to show."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from datetime import time
from pathlib import Path

from planner.cli.days import DayMeant, day_meant
from planner.domain.channels import Channel, ReachedOut

_CHANNELS: dict[str, Channel] = {
    "in person": Channel.IN_PERSON,
    "person": Channel.IN_PERSON,
    "meeting": Channel.IN_PERSON,
    "call": Channel.CALL,
    "phone": Channel.CALL,
    "video": Channel.VIDEO,
    "message": Channel.MESSAGE,
    "mail": Channel.MESSAGE,
    "e mail": Channel.MESSAGE,
    "email": Channel.MESSAGE,
    "letter": Channel.MESSAGE,
    "event": Channel.EVENT,
}
_TIME = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
_SIZE = re.compile(r"(\d{2,5})\s*[x×]\s*(\d{2,5})")
_MINUTES_OF_A_DAY = 24 * 60


def text(typed: str) -> str:
    """Words as typed. Bytes that are no text in this terminal's encoding are refused."""
    try:
        typed.encode()
    except UnicodeEncodeError:
        raise ArgumentTypeError("this is no readable text; type it in UTF-8") from None
    if "\0" in typed:
        raise ArgumentTypeError("this is no readable text")
    return typed


def day(typed: str) -> DayMeant:
    """A day, to be placed once today is known."""
    try:
        return day_meant(text(typed))
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None


def time_of_day(typed: str) -> time:
    """'9:30' or '14:00', of 24 hours."""
    found = _TIME.fullmatch(typed.strip())
    if found is None:
        raise ArgumentTypeError(f"“{typed}” is no time; write 9:30 or 14:00")
    return time(int(found[1]), int(found[2]))


def minutes(typed: str) -> int:
    """A length of at least a minute and at most a day."""
    number = _whole(typed)
    if not 1 <= number <= _MINUTES_OF_A_DAY:
        raise ArgumentTypeError(f"write minutes from 1 to {_MINUTES_OF_A_DAY}")
    return number


def channel(typed: str) -> Channel:
    """A channel by any of its usual names."""
    found = _CHANNELS.get(" ".join(typed.casefold().replace("-", " ").replace("_", " ").split()))
    if found is None:
        raise ArgumentTypeError(f"“{typed}” is no channel; write in-person, call, video, message or event")
    return found


def reached_out(typed: str) -> ReachedOut:
    """Who began: 'me' or 'them'."""
    return ReachedOut.YOU if _is_mine(typed) else ReachedOut.THEY


def by(typed: str) -> str:
    """Who promised, 'me' or 'them', in the library's words."""
    return "you" if _is_mine(typed) else "they"


def _is_mine(typed: str) -> bool:
    word = typed.strip().casefold()
    if word not in ("me", "i", "you", "them", "they"):
        raise ArgumentTypeError(f"“{typed}” is neither me nor them")
    return word in ("me", "i", "you")


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
