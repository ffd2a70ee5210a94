"""Badges: small facts on a card, such as a time, a promise or what is planned next."""

from typing import Literal, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from planner.domain.channels import Channel
from planner.ui import icons
from planner.ui.palette import Palette
from planner.ui.theme import Theme
from planner.ui.widgets.plain import set_tooltip
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

HEIGHT = 18
BETWEEN = 4
_ICON = 12
_PAD_LEFT, _PAD_RIGHT, _INNER = 4, 5, 3

Tint = Literal["plain", "due", "overdue", "accent", "outline"]

CHANNEL_ICONS: dict[Channel, str] = {
    Channel.IN_PERSON: "cup",
    Channel.CALL: "phone",
    Channel.VIDEO: "video",
    Channel.MESSAGE: "mail",
    Channel.EVENT: "event",
}


class Badge(NamedTuple):
    """One badge: an icon (or none), its text, its tint, what it means in words, and a second pair."""

    icon: str
    text: str
    tint: Tint = "plain"
    tooltip: str = ""
    icon2: str = ""
    text2: str = ""


def commitment_badge(yours: int, theirs: int, *, tint: Tint = "plain", tooltip: str = "") -> Badge:
    """Promises in both directions: arrow up-right for yours, down-left for theirs; one is above 0."""
    parts = [(icon, str(count)) for icon, count in (("out", yours), ("inn", theirs)) if count]
    second = parts[1] if len(parts) > 1 else ("", "")
    return Badge(parts[0][0], parts[0][1], tint, tooltip, second[0], second[1])


def channel_badge(channel: Channel, text: str, tooltip: str = "") -> Badge:
    """The way, start and length of a plan."""
    return Badge(CHANNEL_ICONS[channel], text, "plain", tooltip)


def badge_width(theme: Theme, badge: Badge) -> float:
    """How wide a badge is, in full."""
    width = float(_PAD_LEFT + _PAD_RIGHT) + _part_width(theme, badge.icon, badge.text)
    if badge.icon2 or badge.text2:
        width += 2 * _INNER + 1 + _part_width(theme, badge.icon2, badge.text2)
    return width


def badge_height(theme: Theme) -> int:
    """How high every badge is."""
    return theme.px(HEIGHT)


def badge_rects(theme: Theme, badges: tuple[Badge, ...], width: float) -> list[QRectF]:
    """Where each badge goes from (0, 0) when a row is `width` long; they wrap, and one too long is cut."""
    rects: list[QRectF] = []
    height = badge_height(theme)
    x = y = 0.0
    for badge in badges:
        each = min(width, badge_width(theme, badge))
        if x and x + each > width:
            x, y = 0.0, y + height + BETWEEN
        rects.append(QRectF(x, y, each, height))
        x += each + BETWEEN
    return rects


def badges_height(theme: Theme, badges: tuple[Badge, ...], width: float) -> int:
    """How high all badges are together when a row is `width` long; 0 for none."""
    rects = badge_rects(theme, badges, width)
    return round(rects[-1].bottom()) if rects else 0


def paint_badge(painter: QPainter, rect: QRectF, badge: Badge, theme: Theme) -> None:
    """Draw one badge into its rectangle."""
    fill, ink = _colours(badge.tint, theme.palette)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if badge.tint == "outline" or theme.palette.high_contrast:
        painter.setPen(QPen(theme.palette.line_strong if badge.tint == "outline" else ink, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(rect, 4, 4)
    x = _paint_part(painter, rect, rect.left() + _PAD_LEFT, badge.icon, badge.text, theme, ink)
    if badge.icon2 or badge.text2:
        _paint_part(painter, rect, x + 2 * _INNER + 1, badge.icon2, badge.text2, theme, ink)


def _paint_part(
    painter: QPainter, rect: QRectF, x: float, icon: str, text: str, theme: Theme, ink: QColor
) -> float:
    if icon:
        size = theme.px(_ICON)
        box = QRectF(round(x), round(rect.center().y() - size / 2), size, size)
        icons.draw(painter, box, icon, ink)
        x += size + _INNER
    room = max(0.0, rect.right() - _PAD_RIGHT + 1 - x)
    top = rect.center().y() - theme.line("state") / 2
    return x + draw_text(painter, x, top, text, "state", theme, ink, room)


def _part_width(theme: Theme, icon: str, text: str) -> float:
    return (theme.px(_ICON) + _INNER if icon else 0) + one_line(theme, text, "state").width


def _colours(tint: Tint, palette: Palette) -> tuple[QColor, QColor]:
    return {
        "plain": (palette.sunken, palette.ink2),
        "due": (palette.due.tint, palette.due.ink),
        "overdue": (palette.overdue.tint, palette.overdue.ink),
        "accent": (palette.accent_tint, palette.accent),
        "outline": (palette.surface, palette.ink3),
    }[tint]


class BadgeWidget(ThemedWidget):
    """A badge on its own; its tooltip is its accessible name."""

    def __init__(self, theme: Theme, badge: Badge, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._badge = badge
        self.show_badge(badge)

    def show_badge(self, badge: Badge) -> None:
        """Show another fact."""
        self._badge = badge
        set_tooltip(self, badge.tooltip)
        self.setAccessibleName(badge.tooltip or " ".join((badge.text, badge.text2)).strip())
        self.setFixedSize(self.sizeHint())
        self.update()

    def follow_theme(self) -> None:
        """Take the new size too."""
        self.setFixedSize(self.sizeHint())
        super().follow_theme()

    def sizeHint(self) -> QSize:
        """As large as the badge."""
        return QSize(int(badge_width(self.theme, self._badge)) + 1, badge_height(self.theme))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the badge."""
        painter = QPainter(self)
        paint_badge(painter, QRectF(self.rect()), self._badge, self.theme)
        painter.end()
