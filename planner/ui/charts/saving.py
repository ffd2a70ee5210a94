"""A chart as a picture: a file of pixels or of shapes, or the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from planner.domain.errors import KnownError

Draw = Callable[[QPainter], None]
"""Draws from 0, 0 on."""
FINE = 2
"""Pixels of a saved picture for each one on the screen."""
KINDS = "Picture (*.png);;Drawing (*.svg)"


def picture(draw: Draw, size: QSize) -> QImage:
    """The drawing in pixels, twice as fine as on the screen."""
    image = QImage(size * FINE, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(FINE)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()
    return image


def copy_picture(draw: Draw, size: QSize) -> None:
    """Put the drawing on the clipboard."""
    QGuiApplication.clipboard().setImage(picture(draw, size))


def save_picture(draw: Draw, size: QSize, path: Path, title: str) -> None:
    """Write the drawing as .svg, or as .png whatever else the name says; KnownError where that fails."""
    if path.suffix.lower() == ".svg":
        _save_shapes(draw, size, path, title)
    elif not QImageWriter(str(path), b"png").write(picture(draw, size)):
        raise KnownError(f"{path.name} could not be written. Choose another folder.")


def _save_shapes(draw: Draw, size: QSize, path: Path, title: str) -> None:
    from PySide6.QtSvg import QSvgGenerator  # loaded when a drawing is saved, never before

    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    painter = QPainter()
    if not painter.begin(generator):
        raise KnownError(f"{path.name} could not be written. Choose another folder.")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()


def asked_path(parent: QWidget, name: str) -> Path | None:
    """Where to save a picture to, asked of the person; None where they think better of it."""
    chosen, kind = QFileDialog.getSaveFileName(parent, "Save the picture", f"{name}.png", KINDS)
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() in (".png", ".svg"):
        return path
    return path.with_name(path.name + (".svg" if "svg" in kind else ".png"))


def fitted(size: QSize, room: QRectF) -> tuple[float, float, float]:
    """By how much to enlarge something to fill a room without being cut, and where it then begins."""
    factor = min(room.width() / size.width(), room.height() / size.height())
    left = room.left() + (room.width() - size.width() * factor) / 2
    return factor, left, room.top()
