"""Renders any screen to a PNG without a display."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from planner.domain.errors import KnownError
from planner.library import Library

SCREENS: dict[str, str] = {
    "week": "the planning board of the week",
    "people": "everybody, by layer",
    "person": "one person's page (--person NAME)",
    "first-run": "what a new library shows",
    "field": "the universal field over the week",
    "log": "the dialog that logs a conversation",
    "plan": "the dialog that plans a conversation",
    "edit": "the form of a person",
    "keys": "all keys on one sheet",
}
"""Name of every screen that can be rendered, and what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to render. `size` in pixels; `text_scale` 0.9 to 1.5; `person` for the screens that need one."""

    screen: str
    file: Path
    dark: bool = False
    size: tuple[int, int] = (1440, 900)
    text_scale: float = 1.0
    person_id: int | None = None


def render(library: Library, wanted: Wanted, clock: Callable[[], datetime]) -> Path:
    """Render a screen of an open library and return the file. Raises KnownError for an unknown screen."""
    if wanted.screen not in SCREENS:
        raise KnownError(f"There is no screen “{wanted.screen}”. There are: {', '.join(SCREENS)}.")
    if not os.environ.get("QT_QPA_PLATFORM"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from planner.ui.picture_screens import grab

    picture = grab(library, wanted, clock)
    if not picture.save(str(wanted.file), "PNG"):
        raise KnownError(f"The picture cannot be written to {wanted.file}. Choose another folder.")
    return wanted.file
