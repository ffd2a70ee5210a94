"""The look of the program: tokens, palette, fonts, stylesheet, live switching."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from planner.domain.layers import HUES
from planner.domain.rhythm import State
from planner.resources import resource
from planner.ui import fonts
from planner.ui.palette import Palette, StateColour, colour, palette
from planner.ui.stylesheet import stylesheet
from planner.ui.theme import LARGEST_TEXT, SMALLEST_TEXT, Theme
from planner.ui.tokens import tokens
from tests.ui.pictures import contrast

MODES = (False, True)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """A light theme that dresses nothing."""
    return Theme()


def _hexes(value: object) -> set[str]:
    if isinstance(value, dict):
        return {each for part in value.values() for each in _hexes(part)}
    if isinstance(value, list):
        return {each for part in value for each in _hexes(part)}
    return {value} if isinstance(value, str) and value.startswith("#") else set()


def _colours(of: Palette) -> set[str]:
    found: set[str] = set()
    for value in of:
        if isinstance(value, QColor):
            found.add(value.name(QColor.NameFormat.HexArgb))
        elif isinstance(value, StateColour):
            found |= {each.name(QColor.NameFormat.HexArgb) for each in (value.ink, value.tint)}
        elif isinstance(value, tuple):
            found |= {each.name(QColor.NameFormat.HexArgb) for each in value}
        elif not isinstance(value, bool):
            found |= {each.name(QColor.NameFormat.HexArgb) for each in value.values()}
    return found


@pytest.mark.parametrize("dark", MODES)
def test_every_colour_of_the_tokens_is_in_the_palette(dark: bool) -> None:
    wanted = _hexes(tokens()["color"]["dark" if dark else "light"])
    assert {colour(each).name(QColor.NameFormat.HexArgb) for each in wanted} == _colours(palette(dark=dark))


def test_a_colour_with_alpha_is_read_alpha_last() -> None:
    read = colour("#1C1A1747")
    assert (read.red(), read.green(), read.blue(), read.alpha()) == (0x1C, 0x1A, 0x17, 0x47)


@pytest.mark.parametrize("dark", MODES)
def test_text_stands_out_on_every_surface_it_sits_on(dark: bool) -> None:
    shown = palette(dark=dark)
    surfaces = (shown.paper, shown.surface, shown.sunken, shown.accent_tint)
    for ink in (shown.ink, shown.ink2, shown.ink3, shown.accent):
        assert all(contrast(ink, surface) >= 4.5 for surface in surfaces)
    for state in (shown.on_rhythm, shown.due, shown.overdue, shown.resting):
        assert contrast(state.ink, state.tint) >= 4.5
        assert contrast(state.ink, shown.surface) >= 4.5
    assert contrast(shown.accent_ink, shown.accent) >= 4.5
    assert contrast(shown.inverse_ink, shown.inverse_surface) >= 4.5


@pytest.mark.parametrize("dark", MODES)
def test_rings_stand_out_from_cards(dark: bool) -> None:
    shown = palette(dark=dark)
    assert all(contrast(shown.layer(hue), shown.surface) >= 3 for hue in HUES)


def test_a_quiet_relationship_is_as_overdue_as_it_gets() -> None:
    shown = palette(dark=False)
    assert shown.state(State.QUIET) == shown.state(State.OVERDUE)
    assert shown.state(State.NOT_STARTED) == shown.ink3
    assert shown.layer("no such layer") == shown.ink3


@pytest.mark.parametrize("dark", MODES)
def test_the_stylesheet_uses_only_colours_of_the_palette(dark: bool) -> None:
    sheet = stylesheet(palette(dark=dark))
    assert "@" not in sheet
    assert "~" not in sheet
    known = {f"#{each[3:]}" for each in _colours(palette(dark=dark))}
    assert set(re.findall(r"#[0-9a-f]{6}\b", sheet)) <= known


@pytest.mark.parametrize("dark", MODES)
def test_every_picture_of_the_stylesheet_exists_in_token_colours(dark: bool) -> None:
    mode = "dark" if dark else "light"
    places = set(re.findall(r'url\("([^"]+)"\)', stylesheet(palette(dark=dark))))
    assert places
    allowed = _hexes(tokens()["color"][mode])
    for place in places:
        text = resource("icons", "control", mode, place.rsplit("/", 1)[1]).read_text(encoding="utf-8")
        assert set(re.findall(r"#[0-9A-F]{6}", text)) <= allowed


def test_fonts_are_never_set_by_the_stylesheet() -> None:
    assert "font" not in stylesheet(palette(dark=False))


def test_every_type_role_of_the_tokens_makes_a_font(theme: Theme) -> None:
    for name, value in tokens()["type"].items():
        if isinstance(value, dict):
            assert abs(theme.font(name).pixelSize() - value["size"]) <= 0.5
            assert theme.line(name) == value["line"]


def test_weight_and_display_size_change_the_letters(qapp: QApplication) -> None:
    def width(weight: int, *, display: bool = False) -> float:
        return QFontMetricsF(fonts.exact(40, weight, display=display)).horizontalAdvance("Katarzyna Wolska")

    assert width(400) < width(500) < width(600)
    assert width(600, display=True) < width(600)


def test_figures_of_a_tabular_role_have_one_width(theme: Theme) -> None:
    measure = QFontMetricsF(theme.font("state"))
    assert measure.horizontalAdvance("1111") == measure.horizontalAdvance("8888")


@pytest.mark.parametrize("role", ["display", "title", "heading", "name", "nameSmall", "strong", "caption"])
def test_a_hyphen_in_a_name_stays_narrow(role: str, theme: Theme) -> None:
    prose = QFontMetricsF(theme.font(role)).horizontalAdvance("-")
    tabular = QFontMetricsF(theme.font(role, tabular=True)).horizontalAdvance("-")
    assert prose < tabular


def test_the_theme_switches_live(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_dark(True)
    assert theme.palette.dark
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_dark(True)


def test_the_text_size_has_ends(qtbot: QtBot, theme: Theme) -> None:
    plain = theme.line("body")
    with qtbot.waitSignal(theme.changed):
        theme.set_text_scale(9)
    assert theme.text_scale == LARGEST_TEXT
    assert theme.line("body") == round(plain * LARGEST_TEXT)
    theme.set_text_scale(0)
    assert theme.text_scale == SMALLEST_TEXT
    assert theme.font("body").pixelSize() < 13


def test_reduced_motion_takes_all_durations_away(theme: Theme) -> None:
    assert theme.duration("drop") == 160
    theme.set_reduced_motion(True)
    assert theme.duration("drop") == 0


def test_an_applied_theme_dresses_and_redresses_the_application(qtbot: QtBot, qapp: QApplication) -> None:
    before = qapp.palette(), qapp.styleSheet(), qapp.font()
    theme = Theme()
    theme.apply(qapp)
    button, label = QPushButton("Log"), QLabel("Ana")
    qtbot.addWidget(button)
    qtbot.addWidget(label)
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.palette.paper
    light = button.grab().toImage()
    assert button.font().variableAxisValue(QFont.Tag("wght")) == 500
    theme.set_dark(True)
    assert qapp.palette().color(QPalette.ColorRole.Window) == palette(dark=True).paper
    assert button.grab().toImage() != light
    assert button.font().pixelSize() == 13
    assert button.font().variableAxisValue(QFont.Tag("wght")) == 500
    assert label.font().variableAxisValue(QFont.Tag("wght")) == 400
    qapp.setStyleSheet(before[1])
    qapp.setPalette(before[0])
    qapp.setFont(before[2])
