"""Time on a line: zooming, panning, limits, names; and conversations that share pixels."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter

from planner.ui.theme import Theme
from planner.ui.timeline.head_paint import chip_rect, placed_names
from planner.ui.timeline.lane import SHARED, Lane, marks
from planner.ui.timeline.lane_paint import Ground, paint_above
from planner.ui.timeline.legend import Legend
from planner.ui.timeline.marks import Sprites
from planner.ui.timeline.measures import Sizes
from planner.ui.timeline.scale import (
    CLOSEST,
    SHOWN_DAYS,
    WIDEST,
    Grade,
    Limits,
    Scale,
    grade_of,
    of_grade,
    ticks,
)
from planner.ui.timeline.spots import What, spot_at
from planner.ui.widgets.text import one_line
from tests.conftest import TODAY
from tests.ui.empty_lane import empty_lane

SCALES = st.builds(Scale, st.floats(730_000, 740_000), st.floats(WIDEST, CLOSEST))
PLAIN = Sizes(scale=1, label=196, row=35, head=46, trips=22, band=12, middle=20.5, flag=16, gap=8, reach=9)


def lane(days: list[int]) -> Lane:
    return replace(
        empty_lane(),
        days=np.array(days, dtype=np.int32),
        kinds=np.arange(len(days), dtype=np.uint8) % 10,
        conversations=np.arange(len(days)),
        quiet_first=np.array([100], dtype=np.int32),
        quiet_last=np.array([120], dtype=np.int32),
    )


@given(SCALES, st.floats(0.1, 10), st.floats(0, 1200))
def test_the_day_at_the_pointer_stays_where_it_is(scale: Scale, factor: float, x: float) -> None:
    zoomed = scale.zoomed(factor, x)
    assert abs(zoomed.day(x) - scale.day(x)) < 1e-6
    assert WIDEST <= zoomed.per_day <= CLOSEST


@given(SCALES, st.floats(-5000, 5000), st.integers(200, 3000))
def test_nothing_is_shown_beyond_the_limits(scale: Scale, pixels: float, width: int) -> None:
    limits = Limits(735_000, 736_000)
    shown = scale.panned(pixels).within(limits, width)
    assert limits.first - 1e-6 <= shown.left and shown.right(width) <= limits.last + 1e-6
    assert shown.within(limits, width) == shown


@given(SCALES, SCALES)
def test_a_movement_begins_and_ends_where_it_should(one: Scale, other: Scale) -> None:
    for share, wanted in ((0.0, one), (1.0, other)):
        found = one.between(other, share)
        assert abs(found.left - wanted.left) < 1e-3 and abs(found.per_day - wanted.per_day) < 1e-6


def test_each_grade_shows_its_days_with_its_names() -> None:
    for grade, names in (
        (Grade.WEEKS, ["20 Jul", "27 Jul"]),
        (Grade.MONTHS, ["Apr", "May"]),
        (Grade.QUARTERS, ["Apr", "Jul"]),
    ):
        scale = of_grade(grade, 1056, TODAY.toordinal() + 0.5)
        assert grade_of(scale, 1056) is grade
        assert round(scale.right(1056) - scale.left) == SHOWN_DAYS[grade]
        found = [tick.words for tick in ticks(scale, 1056)]
        assert found[:2] == names


def test_years_are_named_in_january_and_far_away_only_they_are() -> None:
    assert "Jan 2027" in [each.words for each in ticks(of_grade(Grade.MONTHS, 1056, 739_875), 1056)]
    far = [each.words for each in ticks(Scale(738_000, 0.35), 1056)]
    assert far == [str(year) for year in range(2021, 2030)]


@given(st.lists(st.integers(0, 900), min_size=1, max_size=300), st.floats(WIDEST, 12), st.floats(-40, 40))
def test_marks_share_pixels_the_same_way_wherever_the_line_is(
    days: list[int], per_day: float, pan: float
) -> None:
    found = lane(sorted(days))
    here = marks(found, -10, per_day, 1100 * per_day, 9)
    there = marks(found, -10 + pan / per_day, per_day, 1100 * per_day, 9)
    both = set(here.at.tolist()) & set(there.at.tolist())
    assert both == set(here.at.tolist()) or pan != 0
    assert all(step >= 0 for step in np.diff(here.x))
    if per_day < SHARED:
        assert len(here.x) <= 900 * per_day / SHARED + 2
    assert len(found.days) - 1 in here.at, "the newest is always drawn"


def test_a_mark_tells_for_how_many_it_stands() -> None:
    crowded = lane([10, 10, 10, 40])
    scale = Scale(0, 4)
    assert spot_at(3, crowded, 42, 20, scale, PLAIN)[:4] == (3, What.TALK, 2, 3)
    assert spot_at(3, crowded, 162, 20, scale, PLAIN)[:4] == (3, What.TALK, 3, 1)
    assert spot_at(3, crowded, 110 * 4, 20, scale, PLAIN)[:3] == (3, What.QUIET, 0)
    assert spot_at(3, crowded, 250 * 4, 20, scale, PLAIN).what is What.LANE


def ground(theme: Theme, scale: Scale, width: int) -> Ground:
    sprites = Sprites(theme.palette, 1.0, 1.0)
    return Ground(theme, PLAIN, sprites, scale, PLAIN.label, width, TODAY.toordinal())


@pytest.mark.parametrize("ago", range(0, 300, 7))
def test_the_word_of_today_covers_no_name_and_hides_no_month(dressed: Theme, ago: int) -> None:
    line = ground(dressed, Scale(TODAY.toordinal() - ago, 2.95), 812)
    several = ticks(line.scale, line.width)
    placed = placed_names(several, line)
    inner = [each.words for each in several[1:-1]]
    assert [words for words, _ in placed if words in inner] == inner
    chip = chip_rect(line)
    for words, left in placed if chip is not None else ():
        assert left > chip.right() or left + one_line(dressed, words, "label").width < chip.left()


def test_no_sliver_of_a_mark_is_painted_at_the_edges(dressed: Theme) -> None:
    first = TODAY.toordinal() - 200
    picture = QImage(600, 40, QImage.Format.Format_ARGB32)
    for days, painted in (([first - 1], False), ([first + 1], True), ([first + 100], False)):
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        paint_above(painter, lane(days), 0, ground(dressed, Scale(first, 4.0), 400))
        painter.end()
        blank = QImage(picture)
        blank.fill(QColor("white"))
        assert (picture != blank) is painted, days


def test_the_legend_tells_every_colour_of_a_flag_in_one_line(dressed: Theme) -> None:
    legend = Legend(dressed)
    legend.resize(1092, 20)
    assert "promise, kept, late or broken" in legend.accessibleName()
    assert legend.sizeHint().height() == dressed.px(20)
