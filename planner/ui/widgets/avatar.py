"""A person's disc: initials inside the ring of the person's layer."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from planner.ui import fonts
from planner.ui.palette import Palette
from planner.ui.theme import Theme
from planner.ui.widgets import veil
from planner.ui.widgets.ring import SWATCH, paint_ring, paint_swatch
from planner.ui.widgets.themed import ThemedWidget

_LARGE, _MEDIUM = 56, 30


def paint_avatar(
    painter: QPainter,
    rect: QRectF,
    initials: str,
    hue: str,
    palette: Palette,
    fill: QColor | None = None,
    photo: QPixmap | None = None,
) -> None:
    """Draw the disc as large as the shorter side of `rect`; a photo takes the place of the initials."""
    size = min(rect.width(), rect.height())
    width = 2.6 if size >= _LARGE else 2.0 if size >= _MEDIUM or palette.high_contrast else 1.7
    radius = size / 2 - width / 2 - 0.4
    disc = radius - width - (0.7 if size >= _MEDIUM else 0.3)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill or palette.sunken)
    painter.drawEllipse(rect.center(), disc, disc)
    paint_ring(painter, rect.center(), radius, width, hue, palette)
    if photo is not None and not photo.isNull() and not veil.is_on():
        _paint_photo(painter, rect.center(), disc, photo)
    else:
        _paint_initials(painter, rect.center(), size, initials, palette.ink)
    painter.restore()


def _paint_initials(painter: QPainter, centre: QPointF, size: float, initials: str, ink: QColor) -> None:
    letter = size * (0.31 if size >= _LARGE else 0.34 if size >= _MEDIUM else 0.37)
    font = fonts.exact(letter, 600)
    painter.setFont(font)
    painter.setPen(ink)
    width = QFontMetricsF(font).horizontalAdvance(initials)
    painter.drawText(QPointF(centre.x() - width / 2, centre.y() + letter * 0.36), initials)


def _paint_photo(painter: QPainter, centre: QPointF, radius: float, photo: QPixmap) -> None:
    path = QPainterPath()
    path.addEllipse(centre, radius, radius)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    side = min(photo.width(), photo.height())
    source = QRectF((photo.width() - side) / 2, (photo.height() - side) / 2, side, side)
    painter.drawPixmap(
        QRectF(centre.x() - radius, centre.y() - radius, radius * 2, radius * 2), photo, source
    )


class AvatarWidget(ThemedWidget):
    """An avatar of a fixed size; the name is its accessible name."""

    def __init__(
        self,
        theme: Theme,
        initials: str,
        hue: str,
        *,
        size: int = 30,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._initials, self._hue, self._size = initials, hue, size
        self._photo: QPixmap | None = None
        self.setFixedSize(size, size)
        self.setAccessibleName(name)

    def show_person(self, initials: str, hue: str, name: str, photo: QPixmap | None = None) -> None:
        """Show another person."""
        self._initials, self._hue, self._photo = initials, hue, photo
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc."""
        painter = QPainter(self)
        paint_avatar(
            painter, QRectF(self.rect()), self._initials, self._hue, self.theme.palette, photo=self._photo
        )
        painter.end()


class RingSwatch(ThemedWidget):
    """The small ring that stands for a layer beside its name."""

    def __init__(self, theme: Theme, hue: str, *, size: int = SWATCH, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._hue, self._size = hue, size
        self.setFixedSize(size, size)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        paint_swatch(painter, QRectF(self.rect()), self._hue, self.theme.palette)
        painter.end()
