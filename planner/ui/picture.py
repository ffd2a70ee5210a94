"""Renders any screen to a PNG without a display."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from planner.domain.errors import KnownError
from planner.library import Library
from planner.ui.wanted_picture import SCREENS as SCREENS
from planner.ui.wanted_picture import TIDY_SCREENS
from planner.ui.wanted_picture import Wanted as Wanted


def render(library: Library, wanted: Wanted, clock: Callable[[], datetime]) -> Path:
    """Render a screen of an open library and return the file. Raises KnownError for an unknown screen."""
    if wanted.screen not in SCREENS:
        raise KnownError(f"There is no screen “{wanted.screen}”. There are: {', '.join(SCREENS)}.")
    if not os.environ.get("QT_QPA_PLATFORM"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from planner.ui.picture_screens import grab

    if wanted.of_sample and wanted.screen in TIDY_SCREENS:
        from planner.ui.picture_tidy import with_something_to_tidy

        with with_something_to_tidy(library, clock) as copy:
            picture = grab(copy, wanted, clock)
    else:
        picture = grab(library, wanted, clock)
    if not picture.save(str(wanted.file), "PNG"):
        raise KnownError(f"The picture cannot be written to {wanted.file}. Choose another folder.")
    return wanted.file
