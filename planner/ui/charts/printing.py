"""Printing a page of charts: across, in the light colours, on one sheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from planner.domain.errors import KnownError

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DrawInto = Callable[[QPainter, QRectF], None]
_MARGIN_MM = 10


def print_page(parent: QWidget, title: str, draw: DrawInto) -> bool:
    """Ask for a printer and print; False where the person thought better of it."""
    from PySide6.QtPrintSupport import QPrintDialog  # loaded at the first print, never before

    printer = new_printer(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(f"Print {title}")
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return False
    paint_page(printer, draw)
    return True


def new_printer(title: str) -> QPrinter:
    """A printer for a sheet of A4 across."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    return printer


def paint_page(printer: QPrinter, draw: DrawInto) -> None:
    """Draw on the sheet; KnownError where the printer does not take it."""
    painter = QPainter()
    if not painter.begin(printer):
        raise KnownError("The printer could not be reached. Nothing was printed.")
    paper = printer.pageRect(printer.Unit.DevicePixel)
    draw(painter, QRectF(0, 0, paper.width(), paper.height()))
    painter.end()
