"""The cadence page on paper: always light, one sheet across."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from planner.queries.cadence.page import Page
from planner.ui.cadence.sheet import CadenceSheet
from planner.ui.charts.drawing import write
from planner.ui.charts.saving import fitted
from planner.ui.theme import Theme

SIZE = QSize(1240, 800)
_HEAD = 44


def draw_paper(painter: QPainter, page: Page, title: str, room: QRectF) -> None:
    """Draw a page into a room of any size, with a title above."""
    theme = Theme()
    sheet = CadenceSheet(theme)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    sheet.fit(SIZE)
    sheet.show_page(page)
    sheet.show()
    whole = QSize(sheet.width(), sheet.height() + _HEAD)
    factor, left, top = fitted(whole, room)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(left, top)
    painter.scale(factor, factor)
    write(painter, 20, 18, title, "title", theme, theme.palette.ink)
    painter.translate(0, _HEAD)
    sheet.draw(painter)
    painter.restore()
    sheet.close()
    sheet.deleteLater()
