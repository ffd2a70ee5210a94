"""A brief on paper: one A4 page after the other, as a PDF, on a printer, or as a picture of the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from planner.ui.brief.page import HEIGHT, WIDTH, Page

DOTS = 1200
"""How finely a PDF places things, a point an inch."""


def pdf(pages: Sequence[Page], title: str) -> bytes:
    """The pages as a PDF with its fonts in it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(a4())
    writer.setResolution(DOTS)
    writer.setTitle(title)
    writer.setCreator("Rapport")
    paint_pages(writer, pages, QRectF(0, 0, writer.width(), writer.height()))
    buffer.close()
    return bytes(buffer.data().data())


def a4() -> QPageLayout:
    """A4 upright, to its edges: the page has its own margins."""
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def paint_pages(device: QPagedPaintDevice, pages: Sequence[Page], room: QRectF) -> None:
    """Paint every page as large as `room` allows, in its middle."""
    painter = QPainter(device)
    try:
        for number, page in enumerate(pages):
            if number:
                device.newPage()
            painter.save()
            fit(painter, room)
            page.paint(painter)
            painter.restore()
    finally:
        painter.end()


def fit(painter: QPainter, room: QRectF) -> None:
    """Let a page's own measures fill a room, whole and in its middle."""
    scale = min(room.width() / WIDTH, room.height() / HEIGHT)
    painter.translate(room.center().x() - WIDTH * scale / 2, room.center().y() - HEIGHT * scale / 2)
    painter.scale(scale, scale)
    painter.setBrush(Qt.BrushStyle.NoBrush)
