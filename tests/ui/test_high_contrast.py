"""High contrast as DESIGN 9 has it: rings in text colour with their patterns, outlines where tints were."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from planner.domain.layers import HUES
from planner.domain.rhythm import State
from planner.ui.cards import board_card
from planner.ui.cards.card_style import CardLook
from planner.ui.cards.facts import Badge
from planner.ui.palette import palette
from planner.ui.start import high_contrast_system
from planner.ui.stylesheet import stylesheet
from planner.ui.theme import Theme
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.badge import paint_badge
from tests.ui.gallery import sofie
from tests.ui.pictures import contrast, inked, picture, shows

MODES = (False, True)


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Fonts and painters need one."""


@pytest.mark.parametrize("dark", MODES)
def test_everything_stands_out(dark: bool) -> None:
    shown = palette(dark=dark, high_contrast=True)
    for ink in (shown.ink, shown.ink2, shown.ink3, shown.line_strong):
        assert contrast(ink, shown.surface) >= 20 and contrast(ink, shown.sunken) >= 14
    assert contrast(shown.accent, shown.surface) >= 7
    assert contrast(shown.ink_disabled, shown.surface) >= 4.5 and contrast(shown.line, shown.surface) >= 4.5
    for state in (State.ON_RHYTHM, State.DUE, State.OVERDUE, State.RESTING):
        assert contrast(shown.state(state), shown.surface) >= 4.5
        assert shown.state_tint(state) == shown.surface == shown.accent_tint


@pytest.mark.parametrize("dark", MODES)
def test_rings_are_in_the_colour_of_text_and_keep_their_patterns(dark: bool) -> None:
    shown = palette(dark=dark, high_contrast=True)
    assert {shown.layer(hue).name() for hue in HUES} == {shown.ink.name()}

    def ring(hue: str) -> QImage:
        return picture(
            34, 34, lambda painter, rect: paint_avatar(painter, rect, "", hue, shown), shown.surface
        )

    pictures = [ring(hue) for hue in HUES]
    assert all(one != other for number, one in enumerate(pictures) for other in pictures[:number])


def test_a_badge_is_an_outline_instead_of_a_tint() -> None:
    badge, size = Badge("", "15 min", "overdue"), (60, 18)

    def drawn(theme: Theme) -> QImage:
        ground = theme.palette.surface
        return picture(*size, lambda painter, rect: paint_badge(painter, rect, badge, theme), ground)

    usual, high = Theme(), Theme(high_contrast=True)
    assert shows(drawn(usual), usual.palette.overdue.tint) > 300
    assert shows(drawn(high), high.palette.surface) > 300
    image = drawn(high)
    assert all(contrast(image.pixelColor(x, 0), high.palette.surface) > 2 for x in range(6, 54)), (
        "its edge is drawn"
    )
    assert inked(drawn(high), high.palette.surface) > 100


def test_a_chosen_card_differs_by_its_line_and_tick_alone() -> None:
    theme = Theme(high_contrast=True)

    def card(look: CardLook) -> QImage:
        def paint(painter: QPainter, rect: QRectF) -> None:
            board_card.paint(painter, rect.adjusted(10, 10, -10, -10), sofie(), look, theme)

        return picture(174, 220, paint, theme.palette.paper)

    plain, chosen = card(CardLook()), card(CardLook(selected=True))
    assert chosen.pixelColor(80, 190) == plain.pixelColor(80, 190) == theme.palette.surface
    assert shows(chosen, theme.palette.accent) > shows(plain, theme.palette.accent) + 200


def test_the_theme_follows_live_and_lists_get_outlines(qapp: QApplication) -> None:
    theme = Theme()
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(theme.palette.high_contrast))
    theme.set_high_contrast(True)
    theme.set_high_contrast(True)
    theme.set_dark(True)
    theme.set_high_contrast(False)
    assert told == [True, True, False]
    more = stylesheet(palette(dark=False, high_contrast=True))
    assert "border: 2px solid #000000" in more and "border: 2px solid #000000" not in stylesheet(
        palette(dark=False)
    )
    assert high_contrast_system(qapp) is False, "this screen asks for nothing"
