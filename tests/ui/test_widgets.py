"""Painted parts: rings, shapes, strips, badges. Each sign differs from the others without colour."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.domain.layers import HUES
from planner.domain.rhythm import State
from planner.domain.strip import Dot, Strip
from planner.ui.palette import palette
from planner.ui.theme import Theme
from planner.ui.widgets.avatar import AvatarWidget, paint_avatar
from planner.ui.widgets.badge import (
    Badge,
    BadgeWidget,
    badge_rects,
    badge_width,
    badges_height,
    commitment_badge,
    paint_badge,
)
from planner.ui.widgets.ring import paint_ring
from planner.ui.widgets.state_shape import StateLabel, paint_state_shape
from planner.ui.widgets.strip import StripWidget, paint_strip
from planner.ui.widgets.text import lines, one_line
from tests.ui.gallery import DUE, LATE
from tests.ui.pictures import inked, picture, shows

LIGHT, DARK = palette(dark=False), palette(dark=True)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """A light theme that dresses nothing."""
    return Theme()


def _grey_ring(hue: str, size: int) -> QImage:
    """A ring's pattern in one colour for all."""
    same = LIGHT._replace(layers={hue: QColor("black")})
    return picture(
        size, size, lambda painter, rect: paint_ring(painter, rect.center(), size / 2 - 2, 2, hue, same)
    )


@pytest.mark.parametrize("size", [14, 24, 30, 72])
def test_rings_differ_by_pattern_and_not_only_by_hue(size: int, qapp: QApplication) -> None:
    rings = {hue: _grey_ring(hue, size) for hue in HUES}
    assert all(rings[one] != rings[other] for one, other in combinations(HUES, 2))


def test_a_solid_ring_is_closed_and_four_arcs_are_not(qapp: QApplication) -> None:
    assert (
        inked(_grey_ring("customers", 40))
        < inked(_grey_ring("partners", 40))
        < inked(_grey_ring("peers", 40))
    )


def test_a_hue_that_is_no_layer_gets_a_plain_ring(qapp: QApplication) -> None:
    assert inked(_grey_ring("guild", 40)) == inked(_grey_ring("peers", 40))


@pytest.mark.parametrize("size", [20, 30, 72])
def test_an_avatar_shows_initials_and_follows_the_palette(size: int, qapp: QApplication) -> None:
    def drawn(initials: str, dark: bool) -> QImage:
        shown = DARK if dark else LIGHT
        return picture(
            size,
            size,
            lambda painter, rect: paint_avatar(painter, rect, initials, "team", shown),
            shown.surface,
        )

    assert drawn("KW", False) != drawn("", False)
    assert drawn("KW", False) != drawn("AF", False)
    assert drawn("KW", False) != drawn("KW", True)


def test_shapes_differ_without_colour(qapp: QApplication) -> None:
    black = QColor("black")

    def drawn(state: State) -> QImage:
        return picture(18, 18, lambda painter, rect: paint_state_shape(painter, rect, state, LIGHT, black))

    distinct = (State.ON_RHYTHM, State.DUE, State.OVERDUE, State.RESTING, State.NOT_STARTED)
    shapes = {state: drawn(state) for state in distinct}
    assert all(shapes[one] != shapes[other] for one, other in combinations(distinct, 2))
    assert drawn(State.QUIET) == shapes[State.OVERDUE]
    assert drawn(State.NO_RHYTHM) == shapes[State.NOT_STARTED]


def _strip(strip: Strip) -> QImage:
    return picture(130, 15, lambda painter, rect: paint_strip(painter, rect, strip, LIGHT), LIGHT.surface)


def test_a_missed_interval_is_hollow_and_in_the_overdue_colour(qapp: QApplication) -> None:
    kept = DUE._replace(dots=())
    missed = kept._replace(kept=(True, True, False, True, True))
    assert shows(_strip(kept), LIGHT.overdue.ink) == 0
    assert shows(_strip(missed), LIGHT.line_strong) < shows(_strip(kept), LIGHT.line_strong)
    assert _strip(missed) != _strip(kept._replace(kept=(True, True, None, True, True)))


def test_a_dot_is_hollow_where_they_reached_out(qapp: QApplication) -> None:
    bare = DUE._replace(dots=())
    yours = bare._replace(dots=(Dot(at=2.0, hollow=False),))
    theirs = bare._replace(dots=(Dot(at=2.0, hollow=True),))
    centre = round(2.0 * 130 / bare.span + 2.6), round(15 - 9.4)
    assert _strip(yours).pixelColor(*centre).lightness() < 120
    assert _strip(theirs).pixelColor(*centre).lightness() > 180
    assert inked(_strip(theirs)) > inked(_strip(bare))


def test_running_past_the_end_shows_in_the_overdue_colour(qapp: QApplication) -> None:
    on_rhythm = LATE._replace(overflow=0.0, state=State.ON_RHYTHM, kept=(True,) * 5)
    assert shows(_strip(on_rhythm), LIGHT.overdue.ink) == 0
    assert shows(_strip(LATE), LIGHT.overdue.ink) > 20


@settings(deadline=None, max_examples=60)
@given(
    kept=st.lists(st.sampled_from([True, False, None]), min_size=1, max_size=6),
    dots=st.lists(st.tuples(st.floats(0, 8), st.booleans()), max_size=30),
    used=st.floats(0, 1),
    overflow=st.floats(0, 1.2),
    state=st.sampled_from(State),
)
def test_any_strip_paints_inside_its_box(
    qapp: QApplication,
    kept: list[bool | None],
    dots: list[tuple[float, bool]],
    used: float,
    overflow: float,
    state: State,
) -> None:
    strip = Strip(
        kept=tuple(kept),
        dots=tuple(Dot(at=at, hollow=hollow) for at, hollow in dots),
        used=used,
        overflow=overflow,
        state=state,
        words="",
    )
    box = QRectF(10, 10, 112, 15)
    image = picture(140, 35, lambda painter, rect: paint_strip(painter, box, strip, LIGHT))
    edges = [(x, y) for x in range(140) for y in (0, 8, 27, 34)] + [
        (x, y) for x in (0, 8, 124) for y in range(35)
    ]
    assert all(image.pixelColor(x, y) == QColor("white") for x, y in edges)


def test_strip_and_state_speak_to_a_screen_reader(qtbot: QtBot, theme: Theme) -> None:
    strip, state = StripWidget(theme, LATE), StateLabel(theme, State.OVERDUE, "9 d overdue")
    avatar = AvatarWidget(theme, "TL", "peers", name="Tobias Lindner")
    for widget in (strip, state, avatar):
        qtbot.addWidget(widget)
    assert strip.accessibleName() == LATE.words
    assert state.accessibleName() == "9 d overdue"
    assert avatar.accessibleName() == "Tobias Lindner"


def test_promises_in_both_directions_have_arrows_and_counts() -> None:
    both = commitment_badge(2, 1)
    assert (both.icon, both.text, both.icon2, both.text2) == ("out", "2", "inn", "1")
    theirs = commitment_badge(0, 3)
    assert (theirs.icon, theirs.text, theirs.icon2) == ("inn", "3", "")


def test_badges_wrap_and_never_leave_their_row(theme: Theme) -> None:
    badges = (
        Badge("cup", "09:30, 60 m"),
        commitment_badge(2, 1),
        Badge("", "A very long remark about everything"),
    )
    for width in (60, 100, 132, 400):
        rects = badge_rects(theme, badges, width)
        assert all(rect.right() <= width + 0.01 for rect in rects)
        assert not any(one.intersects(other) for one, other in combinations(rects, 2))
    assert badges_height(theme, badges, 132) > badges_height(theme, badges, 4000) == 18
    assert badges_height(theme, (), 132) == 0


def test_a_badge_widget_says_its_tooltip_and_shows_it_plainly(qtbot: QtBot, theme: Theme) -> None:
    widget = BadgeWidget(theme, Badge("out", "2", "overdue", "2 promises to <b>Ana</b>"))
    qtbot.addWidget(widget)
    assert widget.accessibleName() == "2 promises to <b>Ana</b>"
    assert "&lt;b&gt;" in widget.toolTip()
    assert widget.width() >= badge_width(theme, Badge("out", "2"))


@pytest.mark.parametrize("tint", ["plain", "due", "overdue", "accent", "outline"])
def test_each_tint_has_its_own_colours(theme: Theme, tint: str) -> None:
    def drawn(which: str) -> QImage:
        badge = Badge("clock", "Fri", which)  # type: ignore[arg-type]
        return picture(60, 18, lambda painter, rect: paint_badge(painter, rect, badge, theme))

    assert all(
        drawn(tint) != drawn(other)
        for other in ("plain", "due", "overdue", "accent", "outline")
        if other != tint
    )


def test_text_wraps_at_words_and_ends_in_an_ellipsis(theme: Theme) -> None:
    text = "Ask how the return-to-site rollout is going and what it needs from you this quarter"
    shown = lines(theme, text, "why", 132, 3)
    assert len(shown) == 3
    assert all(line.width <= 133 for line in shown)
    assert shown[-1].cut and not shown[0].cut
    assert len(lines(theme, text, "why", 132, 20)) > 3
    assert one_line(theme, "Ana", "name", 132).cut is False
    assert one_line(theme, "Katarzyna Wolska", "name", 60).cut is True


@settings(deadline=None, max_examples=60)
@given(text=st.text(max_size=80), width=st.integers(1, 300))
@example(text="\U000e0000", width=1)  # a letter of less than no width, as Qt measures it
def test_any_text_is_laid_out(qapp: QApplication, text: str, width: int) -> None:
    theme = Theme()
    assert len(lines(theme, text, "why", float(width), 3)) <= 3
    assert one_line(theme, text, "name", float(width)).width >= 0


def test_markup_is_drawn_letter_by_letter(theme: Theme) -> None:
    assert one_line(theme, "<b>x</b>", "name").width > 3 * one_line(theme, "x", "name").width
    assert one_line(theme, "&lt;", "name").width > one_line(theme, "<", "name").width


def test_a_line_is_drawn_where_it_is_asked_to_be(theme: Theme) -> None:
    from planner.ui.widgets.text import draw_text

    image = picture(
        200, 60, lambda painter, rect: draw_text(painter, 50, 20, "Ana", "name", theme, LIGHT.ink)
    )
    left = min(x for x in range(200) for y in range(60) if image.pixelColor(x, y) != QColor("white"))
    assert 50 <= left <= 52
    assert QPointF(0, 0).isNull()
