"""Pictures of every screen, light and dark, without a display."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from planner.domain.errors import KnownError
from planner.library import Library
from planner.queries.duplicates import likely_duplicates
from planner.queries.trash import in_trash, what_goes
from planner.ui.picture import SCREENS, Wanted, render
from planner.ui.picture_tidy import with_something_to_tidy
from planner.ui.wanted_picture import TIDY_SCREENS
from tests.conftest import TODAY
from tests.dump import dump


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


@pytest.mark.parametrize("screen", sorted({*TIDY_SCREENS, "backups", "damaged"}))
def test_what_the_sample_lacks_is_made_up_for_a_picture_and_it_stays_as_it_is(
    screen: str, sample: Library, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    before, files = dump(sample), sorted(sample.path.parent.rglob("*"))
    empty, full = tmp_path / "empty.png", tmp_path / "full.png"
    render(sample, Wanted(screen=screen, file=empty), clock)
    render(sample, Wanted(screen=screen, file=full, of_sample=True), clock)
    assert QImage(str(empty)) != QImage(str(full))
    assert dump(sample) == before
    assert sorted(sample.path.parent.rglob("*")) == sorted([*files, empty, full])


def test_the_copy_for_a_picture_has_one_pair_and_one_in_the_trash(
    sample: Library, clock: Callable[[], datetime]
) -> None:
    with with_something_to_tidy(sample, clock) as copy:
        assert [each.names for each in likely_duplicates(copy)] == [("Ana Ferreira", "Ana M. Ferreira")]
        (gone,) = in_trash(copy, TODAY)
        assert (gone.name, gone.days_left) == ("Gregor Halvorsen", 18)
        assert what_goes(copy, [gone.id]).startswith("With Gregor go 2 conversations.")
        assert copy.newest_backup_at() == clock()
    assert not copy.path.exists()


def test_an_unknown_screen_lists_what_there_is(
    sample: Library, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    with pytest.raises(KnownError, match=r"There is no screen “moon”\. There are: week"):
        render(sample, Wanted(screen="moon", file=tmp_path / "a.png"), clock)
