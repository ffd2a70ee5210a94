"""The Inter typeface in the roles of DESIGN 2.

Inter comes as one variable font. Qt sets its weight only through the axis 'wght' (QFont.setWeight and
font-weight in a stylesheet do nothing), so every font in the program is made here.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

from planner.domain.errors import KnownError
from planner.ui.tokens import tokens

_FAMILIES = ("Inter", "DejaVu Sans")
_WEIGHT = QFont.Tag("wght")
_OPTICAL_SIZE = QFont.Tag("opsz")
_TABULAR = QFont.Tag("tnum")
_DISPLAY_OPTICAL_SIZE = 32.0
_TEXT_OPTICAL_SIZE = 14.0


class TypeRole(NamedTuple):
    """One size of type: pixels, line height in pixels, weight, tracking in em.

    `tabular` gives figures one width. Inter widens the hyphen along with them, so roles that
    carry names and sentences ("Mei-Ling") leave it off.
    """

    size: float
    line: int
    weight: int
    tracking: float = 0.0
    display: bool = False
    tabular: bool = True


_PROSE = frozenset({"display", "title", "field", "heading", "name", "body", "why", "caption"})
_MORE_ROLES: dict[str, TypeRole] = {
    "button": TypeRole(size=13, line=18, weight=500, tabular=False),
    "lead": TypeRole(size=15, line=23, weight=400, tabular=False),
    "brand": TypeRole(size=15, line=20, weight=600, tracking=-0.01, display=True, tabular=False),
    "subtitle": TypeRole(size=14, line=20, weight=400, tabular=False),
    "column": TypeRole(size=15, line=24, weight=600, tracking=-0.012, display=True),
    "strong": TypeRole(size=13, line=18, weight=600, tabular=False),
    "labelStrong": TypeRole(size=12, line=16, weight=600, tabular=False),
    "captionStrong": TypeRole(size=11, line=15, weight=600, tabular=False),
    "nameSmall": TypeRole(size=12, line=15, weight=600, tracking=-0.008, tabular=False),
}
"""Sizes that the screens use beside the token roles."""


@cache
def roles() -> dict[str, TypeRole]:
    """Every type role by name: hero, display, title, day, field, heading, name, body, why, label, caption,
    state, axis, and the few more above."""
    found = {
        name: TypeRole(
            size=value["size"],
            line=value["line"],
            weight=value["weight"],
            tracking=value["tracking"],
            display=value.get("family") == "display",
            tabular=name not in _PROSE,
        )
        for name, value in tokens()["type"].items()
        if isinstance(value, dict)
    }
    return found | _MORE_ROLES


@cache
def load() -> None:
    """Make Inter known to Qt; once per process, after the application object exists."""
    spec = find_spec("fontpkg_inter")
    origin = Path(spec.origin).parent if spec and spec.origin else Path()
    if QFontDatabase.addApplicationFont(str(origin / "files" / "Inter[opsz,wght].ttf")) < 0:
        raise KnownError(
            "The typeface Inter is missing. Your library is safe; please install the program again."
        )


@cache
def font(role: str, scale: float = 1.0, *, tabular: bool | None = None) -> QFont:
    """The font of a type role at a text size setting. Shared: copy before changing it."""
    described = roles()[role]
    return exact(
        described.size * scale,
        described.weight,
        tracking=described.tracking,
        display=described.display,
        tabular=described.tabular if tabular is None else tabular,
    )


def line_height(role: str, scale: float = 1.0) -> int:
    """The height of one line of a type role in whole pixels."""
    return round(roles()[role].line * scale)


@cache
def exact(
    size: float,
    weight: int,
    *,
    tracking: float = 0.0,
    display: bool = False,
    tabular: bool = False,
) -> QFont:
    """Inter at any pixel size and weight, for drawings whose letters follow their own size (initials)."""
    load()
    made = QFont(list(_FAMILIES))
    made.setPixelSize(max(1, int(size + 0.5)))
    made.setVariableAxis(_WEIGHT, float(weight))
    made.setVariableAxis(_OPTICAL_SIZE, _DISPLAY_OPTICAL_SIZE if display else _TEXT_OPTICAL_SIZE)
    if tabular:
        made.setFeature(_TABULAR, 1)
    if tracking:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking * size)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
