"""The timeline taken along: pixels, shapes, a copy, a sheet of paper; also where pixels are finer."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from planner.ui.charts.printing import new_printer, paint_page
from planner.ui.charts.saving import save_picture
from planner.ui.theme import Theme
from planner.ui.timeline.legend import Legend
from planner.ui.timeline.view import TimelineScreen
from planner.ui.window import Window
from tests.pdf_text import Pdf
from tests.ui.pictures import inked, shows
from tests.ui.timeline_screens import timeline_screen


@pytest.fixture
def timeline(window: Window, qtbot: QtBot) -> TimelineScreen:
    return timeline_screen(window, qtbot)


def test_it_is_saved_as_pixels_and_as_shapes(timeline: TimelineScreen, tmp_path: Path) -> None:
    taking, palette = timeline.taking, timeline.desk.theme.palette
    size = taking.size()
    save_picture(taking.draw, size, tmp_path / "time.png", taking.title())
    image = QImage(str(tmp_path / "time.png"))
    assert image.size() == size * 2
    assert all(shows(image, each) > 100 for each in (palette.ink2, palette.accent, palette.overdue.tint))
    save_picture(taking.draw, size, tmp_path / "time.svg", taking.title())
    drawing = ElementTree.parse(tmp_path / "time.svg").getroot()
    assert drawing.get("viewBox") == f"0 0 {size.width()} {size.height()}"
    assert drawing.findtext("{http://www.w3.org/2000/svg}title") == taking.title()


def test_only_lanes_that_are_seen_whole_are_taken(timeline: TimelineScreen) -> None:
    lanes, before = timeline.lanes, timeline.taking.size()
    lanes.resize(lanes.width(), lanes.height() + lanes.sizes.row // 3)
    assert timeline.taking.size() == before
    lanes.resize(lanes.width(), lanes.height() + lanes.sizes.row)
    assert timeline.taking.size() == before + QSize(0, lanes.sizes.row)


def test_it_is_printed_light_on_one_sheet(timeline: TimelineScreen, tmp_path: Path) -> None:
    printer = new_printer("Timeline")
    printer.setOutputFileName(str(tmp_path / "time.pdf"))
    paint_page(printer, timeline.taking.draw_paper)
    read = Pdf((tmp_path / "time.pdf").read_bytes())
    assert read.pages == 1 and timeline.taking.title() in read.text and "Quiet too long" in read.text
    timeline.desk.theme.set_dark(True)
    paper = QImage(QSize(1123, 794), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    timeline.taking.draw_paper(painter, QRectF(paper.rect()))
    painter.end()
    timeline.desk.theme.set_dark(False)
    seen = [paper.pixelColor(x, y).lightness() for x in range(0, 1123, 20) for y in range(0, 794, 20)]
    assert sum(seen) / len(seen) > 220


def test_commands_and_the_menu_take_it_along(timeline: TimelineScreen, window: Window) -> None:
    window.run("copy_chart")
    assert QGuiApplication.clipboard().image().size() == timeline.taking.size() * 2
    at = QPoint(60, timeline.lanes.top_of(2) + 12)
    port = timeline.lanes.viewport()
    QApplication.sendEvent(port, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, port.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = {each.text().partition("\t")[0] for each in menu.actions()}
    assert {"Copy the chart as a picture", "Save the chart as a picture …", "Print"} <= words
    QTest.keyClick(menu, Qt.Key.Key_Escape)


def test_words_stand_in_their_place_where_pixels_are_finer(dressed: Theme) -> None:
    legend = Legend(dressed)
    legend.resize(1300, legend.sizeHint().height())
    image = QImage(QSize(1300, 20) * 2, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    image.fill(QColor("white"))
    painter = QPainter(image)
    legend.draw(painter)
    painter.end()
    plain = QImage(QSize(1300, 20), QImage.Format.Format_RGB32)
    plain.fill(QColor("white"))
    painter = QPainter(plain)
    legend.draw(painter)
    painter.end()
    right = max(x for x in range(plain.width()) if inked(plain.copy(x, 0, 1, 20)))
    last_words = QRectF(right - 60, 0, 60, 20)
    assert inked(plain.copy(last_words.toRect())) > 50
    fine = QRectF(last_words.x() * 2, 0, last_words.width() * 2, 40).toRect()
    assert inked(image.copy(fine)) > 2 * inked(plain.copy(last_words.toRect()))
