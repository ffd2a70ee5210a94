"""The pictures on buttons and badges: Phosphor's line icons, drawn as outlines in any colour and weight.

Phosphor's font comes with the qtawesome package. Its folder is found without importing it, because the
import alone would take longer than opening the window.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QRawFont

from planner.domain.errors import KnownError

_EM = 256
_FONT_STROKE = 1.0
_SMALL_BELOW = 14

GLYPHS: dict[str, str] = {
    "plan": "calendar-blank",
    "people": "users",
    "timeline": "align-left",
    "cadence": "activity",
    "map": "grid-four",
    "initiatives": "flag",
    "team": "tree-structure",
    "trips": "briefcase",
    "review": "check-circle",
    "search": "magnifying-glass",
    "undo": "arrow-u-up-left",
    "redo": "arrow-u-up-right",
    "plus": "plus",
    "minus": "minus",
    "phone": "phone",
    "cup": "coffee",
    "video": "video-camera",
    "mail": "envelope-simple",
    "event": "star",
    "flag": "flag-banner",
    "clock": "clock",
    "pin": "map-pin",
    "plane": "airplane-tilt",
    "lock": "lock-simple",
    "check": "check",
    "x": "x",
    "more": "dots-three-bold",
    "left": "caret-left",
    "right": "caret-right",
    "down": "caret-down",
    "up": "caret-up",
    "arrow": "arrow-right",
    "sort": "sort-ascending",
    "moon": "moon",
    "sun": "sun",
    "laptop": "laptop",
    "print": "printer",
    "note": "note",
    "out": "arrow-up-right",
    "inn": "arrow-down-left",
    "calendar": "calendar-blank",
    "card": "identification-card",
    "link": "link-simple",
    "heart": "heart",
    "bulb": "lightbulb",
    "walk": "person-simple-walk",
    "train": "train-simple",
    "upload": "upload-simple",
    "download": "download-simple",
    "trash": "trash",
    "edit": "pencil-simple",
    "warning": "warning",
    "rows": "list",
    "cards": "rows",
    "spacious": "square",
    "copy": "copy",
    "folder": "folder",
    "gear": "gear",
    "help": "question",
    "filter": "funnel",
    "cake": "cake",
    "eye": "eye",
    "hand": "hand",
    "network": "share-network",
    "refresh": "arrows-clockwise",
    "book": "book-open",
    "buildings": "buildings",
    "user": "user",
    "user_plus": "user-plus",
    "chat": "chat-circle",
    "table": "table",
    "leave": "sun-horizon",
    "lanes": "rows",
    "package": "package",
    "database": "database",
}
"""Our names and Phosphor's."""


@cache
def outline(name: str) -> QPainterPath:
    """The icon's shape in a square of 256 units with its top left at 0, 0. An unknown name is a KeyError."""
    font, charmap = _phosphor()
    glyph = font.glyphIndexesForString(chr(_code(charmap, GLYPHS[name])))[0]
    path = font.pathForGlyph(glyph)
    path.translate(0, _EM)
    return path


def draw(painter: QPainter, rect: QRectF, name: str, colour: QColor, *, stroke: float | None = None) -> None:
    """Draw an icon centred in `rect`, as large as its shorter side.

    `stroke` is the line width in sixteenths of the icon's size: 1.35, and 1.5 for small icons,
    so that a 12 px icon on a badge is as dark as the words beside it.
    """
    size = min(rect.width(), rect.height())
    width = stroke if stroke is not None else (1.5 if size < _SMALL_BELOW else 1.35)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center() - QPointF(size / 2, size / 2))
    painter.scale(size / _EM, size / _EM)
    extra = max(0.0, width - _FONT_STROKE) * _EM / 16
    painter.setPen(QPen(colour, extra) if extra else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(colour)
    painter.drawPath(outline(name))
    painter.restore()


def pixmap(
    name: str,
    colour: QColor,
    size: int,
    ratio: float = 1.0,
    *,
    stroke: float | None = None,
    before: int = 0,
    after: int = 0,
) -> QPixmap:
    """The icon as a picture of `size` logical pixels, each `ratio` device pixels wide, with empty pixels
    `before` and `after` it."""
    made = QPixmap(round((size + before + after) * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    draw(painter, QRectF(before, 0, size, size), name, colour, stroke=stroke)
    painter.end()
    return made


def icon(
    name: str,
    colour: QColor,
    size: int = 16,
    disabled: QColor | None = None,
    *,
    before: int = 0,
    after: int = 0,
) -> QIcon:
    """The icon for a button or menu, sharp on screens of one, two and three times the density."""
    made = QIcon()
    for ratio in (1.0, 2.0, 3.0):
        made.addPixmap(pixmap(name, colour, size, ratio, before=before, after=after))
        if disabled is not None:
            grey = pixmap(name, disabled, size, ratio, before=before, after=after)
            made.addPixmap(grey, QIcon.Mode.Disabled)
    return made


@cache
def _phosphor() -> tuple[QRawFont, bytes]:
    """The font, and the text of the table in which every icon has its code in hexadecimal digits."""
    spec = find_spec("qtawesome")
    folder = Path(spec.origin).parent / "fonts" if spec and spec.origin else Path()
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    faces = [file for file in files if file.name.startswith("phosphor-") and file.suffix == ".ttf"]
    charmaps = [file for file in files if file.name.startswith("phosphor-charmap-")]
    if not faces or not charmaps:
        raise KnownError("The icons are missing. Your library is safe; please install the program again.")
    return QRawFont(str(faces[-1]), _EM), charmaps[-1].read_bytes()


def _code(charmap: bytes, name: str) -> int:
    """An icon's code, out of 4,000 that are not worth reading for the few that are shown."""
    before = f'"{name}": "0x'.encode()
    begin = charmap.index(before) + len(before)
    return int(charmap[begin : charmap.index(b'"', begin)], 16)
