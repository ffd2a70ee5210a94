"""The cadence page on paper: always light, one sheet across."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from planner.queries.cadence.page import Page, Part
from planner.ui.cadence.sheet import CadenceSheet
from planner.ui.charts.drawing import write
from planner.ui.charts.saving import fitted
from planner.ui.theme import Theme

SIZE = QSize(1240, 800)
ALONE = QRect(20, 0, 860, 560)
"""Where a chart lies that has the sheet for itself."""
_HEAD = 44


def draw_paper(painter: QPainter, page: Page, title: str, room: QRectF, part: Part | None = None) -> None:
    """Draw a page, or one chart of it, into a room of any size, with a title above."""
    theme = Theme()
    sheet = CadenceSheet(theme)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    sheet.fit(SIZE)
    sheet.show_page(page)
    if part is not None:
        sheet.panels[part].setGeometry(ALONE)
    sheet.show()
    drawn = sheet.size() if part is None else QSize(ALONE.width() + 2 * ALONE.left(), ALONE.height())
    factor, left, top = fitted(QSize(drawn.width(), drawn.height() + _HEAD), room)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(left, top)
    painter.scale(factor, factor)
    write(painter, 20, 18, title, "title", theme, theme.palette.ink)
    painter.translate(0, _HEAD)
    sheet.draw(painter, None if part is None else (part,))
    painter.restore()
    sheet.close()
    sheet.deleteLater()
