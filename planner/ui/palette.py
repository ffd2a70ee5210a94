"""The colours of one appearance, light or dark: the only source of colour for stylesheets and painters."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from PySide6.QtGui import QColor

from planner.domain.rhythm import State
from planner.ui.tokens import tokens

_STATE_TOKEN: dict[State, str] = {
    State.ON_RHYTHM: "onRhythm",
    State.DUE: "due",
    State.OVERDUE: "overdue",
    State.QUIET: "overdue",
    State.RESTING: "resting",
}


class StateColour(NamedTuple):
    """The colour of a state's shape and words, and the tint behind a badge in that state."""

    ink: QColor
    tint: QColor


class Palette(NamedTuple):
    """Every colour of DESIGN 2. The QColors are shared: never change one in place."""

    dark: bool
    paper: QColor
    surface: QColor
    sunken: QColor
    hover: QColor
    line: QColor
    line_strong: QColor
    ink: QColor
    ink2: QColor
    ink3: QColor
    ink_disabled: QColor
    scrim: QColor
    accent: QColor
    accent_hover: QColor
    accent_ink: QColor
    accent_tint: QColor
    accent_line: QColor
    on_rhythm: StateColour
    due: StateColour
    overdue: StateColour
    resting: StateColour
    layers: Mapping[str, QColor]
    heat: tuple[QColor, ...]
    inverse_surface: QColor
    inverse_ink: QColor
    inverse_line: QColor
    high_contrast: bool = False

    def state(self, state: State) -> QColor:
        """The colour of a state's shape and words; captions' ink where there is no rhythm to speak of."""
        colours = self._state_colour(state)
        return colours.ink if colours else self.ink3

    def state_tint(self, state: State) -> QColor:
        """The tint behind something in that state."""
        colours = self._state_colour(state)
        return colours.tint if colours else self.sunken

    def layer(self, hue: str) -> QColor:
        """A layer's ring and line colour; an unknown hue is drawn in captions' ink."""
        return self.layers.get(hue, self.ink3)

    def named(self, role: str) -> QColor:
        """A colour by its role name: 'ink2', 'accent', a state's 'overdue' (its ink) or 'overdue_tint'."""
        if role.endswith("_tint") and role != "accent_tint":
            state: StateColour = getattr(self, role.removesuffix("_tint"))
            return state.tint
        found = getattr(self, role)
        return found.ink if isinstance(found, StateColour) else QColor(found)

    def _state_colour(self, state: State) -> StateColour | None:
        named: dict[str, StateColour] = {
            "onRhythm": self.on_rhythm,
            "due": self.due,
            "overdue": self.overdue,
            "resting": self.resting,
        }
        return named.get(_STATE_TOKEN.get(state, ""))


def colour(text: str) -> QColor:
    """A token's '#RRGGBB' or '#RRGGBBAA' as a QColor (Qt itself would read eight digits as alpha first)."""
    if len(text) == 9:
        return QColor(f"#{text[7:]}{text[1:7]}")
    return QColor(text)


@cache
def palette(*, dark: bool, high_contrast: bool = False) -> Palette:
    """The light or the dark palette, or either of them as the system's high contrast wants it."""
    return _contrasting(palette(dark=dark)) if high_contrast else _palette(dark=dark)


def _contrasting(usual: Palette) -> Palette:
    """Black and white: rings in the colour of text, outlines where there were tints, no faint words."""
    ink, ground, grey, faint, line = ("#FFFFFF", "#000000", "#262626", "#A6A6A6", "#8C8C8C")
    if not usual.dark:
        ink, ground, grey, faint, line = ("#000000", "#FFFFFF", "#E6E6E6", "#595959", "#767676")
    text, surface = QColor(ink), QColor(ground)
    states = ("on_rhythm", "due", "overdue", "resting")
    changed: dict[str, Any] = {
        **dict.fromkeys(("paper", "surface", "accent_tint", "inverse_ink", "inverse_line"), surface),
        **dict.fromkeys(("ink", "ink2", "ink3", "line_strong", "inverse_surface"), text),
        **dict.fromkeys(("sunken", "hover"), QColor(grey)),
        **dict.fromkeys(("accent", "accent_line"), usual.accent_hover),
        **{state: getattr(usual, state)._replace(tint=surface) for state in states},
        "ink_disabled": QColor(faint),
        "line": QColor(line),
        "layers": MappingProxyType(dict.fromkeys(usual.layers, text)),
        "high_contrast": True,
    }
    return usual._replace(**changed)


def _palette(*, dark: bool) -> Palette:
    raw: dict[str, Any] = tokens()["color"]["dark" if dark else "light"]
    return Palette(
        dark=dark,
        paper=colour(raw["paper"]),
        surface=colour(raw["surface"]),
        sunken=colour(raw["sunken"]),
        hover=colour(raw["hover"]),
        line=colour(raw["line"]),
        line_strong=colour(raw["lineStrong"]),
        ink=colour(raw["ink"]),
        ink2=colour(raw["ink2"]),
        ink3=colour(raw["ink3"]),
        ink_disabled=colour(raw["inkDisabled"]),
        scrim=colour(raw["scrim"]),
        accent=colour(raw["accent"]),
        accent_hover=colour(raw["accentHover"]),
        accent_ink=colour(raw["accentInk"]),
        accent_tint=colour(raw["accentTint"]),
        accent_line=colour(raw["accentLine"]),
        on_rhythm=_state(raw, "onRhythm"),
        due=_state(raw, "due"),
        overdue=_state(raw, "overdue"),
        resting=_state(raw, "resting"),
        layers=MappingProxyType({hue: colour(value) for hue, value in raw["layer"].items()}),
        heat=tuple(colour(value) for value in raw["heat"]),
        inverse_surface=colour(raw["inverse"]["bg"]),
        inverse_ink=colour(raw["inverse"]["fg"]),
        inverse_line=colour(raw["inverse"]["line"]),
    )


def _state(raw: dict[str, Any], name: str) -> StateColour:
    values = raw["state"][name]
    return StateColour(ink=colour(values["fg"]), tint=colour(values["tint"]))
