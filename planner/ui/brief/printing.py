"""Prints pages after asking which printer; the print queue is told no name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from planner.ui.brief.page import Page
from planner.ui.brief.paper import a4, paint_pages

_NAME = "Rapport"


def ask_and_print(pages: Sequence[Page], parent: QWidget) -> None:
    """Open the system's own dialog over `parent`, and print when it says so."""
    printer = printer_for_a4()
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Print the brief")
    if dialog.exec():
        print_pages(pages, printer)
    dialog.deleteLater()


def printer_for_a4() -> QPrinter:
    """The printer as it is before anybody chose one: A4 to the edges, and no name in the queue."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(_NAME)
    printer.setCreator(_NAME)
    printer.setPageLayout(a4())
    printer.setFullPage(True)
    return printer


def print_pages(pages: Sequence[Page], printer: QPrinter) -> None:
    """Print on whatever paper the printer has, a page on a sheet."""
    printer.setFullPage(True)
    paint_pages(printer, pages, QRectF(0, 0, printer.width(), printer.height()))
