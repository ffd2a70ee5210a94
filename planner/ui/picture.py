"""Renders any screen to a PNG without a display."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from pathlib import Path

from planner.domain.errors import KnownError
from planner.library import Library
from planner.ui.wanted_picture import SAFE_SCREENS, TIDY_SCREENS
from planner.ui.wanted_picture import SCREENS as SCREENS
from planner.ui.wanted_picture import Wanted as Wanted


def render(library: Library, wanted: Wanted, clock: Callable[[], datetime]) -> Path:
    """Render a screen of an open library and return the file. Raises KnownError for an unknown screen."""
    if wanted.screen not in SCREENS:
        raise KnownError(f"There is no screen “{wanted.screen}”. There are: {', '.join(SCREENS)}.")
    if not os.environ.get("QT_QPA_PLATFORM"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from planner.ui.picture_screens import grab

    with _with_what_it_lacks(library, wanted, clock) as shown:
        picture = grab(shown, wanted, clock)
    if not picture.save(str(wanted.file), "PNG"):
        raise KnownError(f"The picture cannot be written to {wanted.file}. Choose another folder.")
    return wanted.file


def _with_what_it_lacks(
    library: Library, wanted: Wanted, clock: Callable[[], datetime]
) -> AbstractContextManager[Library]:
    """The library, or of the sample a copy that has what the screen is there for."""
    if wanted.of_sample and wanted.screen in TIDY_SCREENS:
        from planner.ui.picture_tidy import with_something_to_tidy

        return with_something_to_tidy(library, clock)
    if wanted.of_sample and wanted.screen in SAFE_SCREENS:
        from planner.ui.picture_safe import with_backups

        return with_backups(library, clock)
    return nullcontext(library)
