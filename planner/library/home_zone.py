"""The time zone that this computer is set to, by its IANA name."""

from __future__ import annotations

import os
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

UNKNOWN = "UTC"
_LOCAL = Path("/etc/localtime")
_NAMED = Path("/etc/timezone")


def home_zone() -> str:
    """'Europe/Amsterdam', as a new library's owner gets it; 'UTC' where the computer does not say."""
    for name in (os.environ.get("TZ", "").removeprefix(":"), _linked(), _written()):
        if name and _is_known(name):
            return UNKNOWN if name in ("Etc/UTC", "Etc/UCT", "Zulu") else name
    return UNKNOWN


def _linked() -> str:
    """From the link that /etc/localtime is: …/zoneinfo/Europe/Amsterdam."""
    try:
        return str(_LOCAL.resolve()).partition("/zoneinfo/")[2].removeprefix("posix/")
    except OSError:
        return ""


def _written() -> str:
    try:
        return _NAMED.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _is_known(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
