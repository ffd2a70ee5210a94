"""Pictures of every screen, light and dark, without a display."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from planner.domain.errors import KnownError
from planner.library import Library
from planner.ui.picture import SCREENS, Wanted, render


@pytest.mark.parametrize("screen", sorted(SCREENS))
def test_every_screen_can_be_rendered(
    screen: str, sample: Library, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    light, dark = tmp_path / "light.png", tmp_path / "dark.png"
    render(sample, Wanted(screen=screen, file=light), clock)
    render(sample, Wanted(screen=screen, file=dark, dark=True, size=(1280, 800), text_scale=1.25), clock)
    pictures = [QImage(str(file)) for file in (light, dark)]
    assert (pictures[0].width(), pictures[0].height()) == (1440, 900)
    assert (pictures[1].width(), pictures[1].height()) == (1280, 800)
    corner = [picture.pixelColor(700, picture.height() - 4).lightnessF() for picture in pictures]
    assert corner[0] > corner[1] + 0.2
    assert len({pictures[0].pixel(x, y) for x in range(0, 1440, 3) for y in range(0, 900, 7)}) > 50


def test_an_unknown_screen_lists_what_there_is(
    sample: Library, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    with pytest.raises(KnownError, match=r"There is no screen “moon”\. There are: week"):
        render(sample, Wanted(screen="moon", file=tmp_path / "a.png"), clock)
