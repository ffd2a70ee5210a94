"""Each chart tells its facts under the pointer, narrows by a click, is a table, and is taken along."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from planner.queries.cadence.page import Page, Part
from planner.ui.cadence.view import CadenceScreen
from planner.ui.charts.printing import new_printer, paint_page
from planner.ui.charts.saving import save_picture
from planner.ui.charts.spots import Spot
from planner.ui.window import Window
from tests.pdf_text import Pdf
from tests.ui.cadence_screens import cadence_screen
from tests.ui.pointer import hover

pytestmark = pytest.mark.parametrize("part", Part)
ROWS: dict[Part, Callable[[Page], int]] = {
    Part.HEAT: lambda page: len(page.heat.people),
    Part.KEPT: lambda page: len(page.kept.everybody),
    Part.AGAINST: lambda page: len(page.against.bins),
    Part.ATTENTION: lambda page: len(page.attention.layers),
    Part.QUIET: lambda page: len(page.quiet.likely),
    Part.BEGUN: lambda page: len(page.begun.people),
}


@pytest.fixture
def screen(window: Window, qtbot: QtBot) -> CadenceScreen:
    """The screen on the sample, answered."""
    return cadence_screen(window, qtbot)


def spot_of(screen: CadenceScreen, part: Part) -> Spot:
    """The first part of a chart that stands for somebody, but not for everybody."""
    return next(each for each in screen.sheet.panels[part].chart.spots if 0 < len(each.people) < 20)


def test_it_tells_its_facts_under_the_pointer(part: Part, screen: CadenceScreen, qtbot: QtBot) -> None:
    chart, spot = screen.sheet.panels[part].chart, spot_of(screen, part)
    at = spot.place.center()
    over = QPointF(chart.mapToGlobal(at.toPoint()))
    QApplication.sendEvent(chart, QEnterEvent(at, at, over))
    hover(chart, at.toPoint())
    qtbot.waitUntil(lambda: bool(QToolTip.text()))
    assert spot.words.split(":")[0] in QToolTip.text()
    assert any(letter.isdigit() for letter in spot.words), "facts, with their figures"
    QToolTip.hideText()


def test_a_click_narrows_the_others_to_whom_it_stands_for(
    part: Part, screen: CadenceScreen, qtbot: QtBot
) -> None:
    chart, spot = screen.sheet.panels[part].chart, spot_of(screen, part)
    before = {each.key for each in chart.spots}
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=spot.place.center().toPoint())
    qtbot.waitUntil(lambda: not screen.source.busy)
    assert screen.page is not None and screen.header.only.text() == spot.name
    others = {other: screen.page.asked.people_of(other) for other in Part if other is not part}
    assert set(others.values()) == {frozenset(spot.people)}
    assert screen.page.asked.people_of(part) is None and {each.key for each in chart.spots} == before
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=spot.place.center().toPoint())
    qtbot.waitUntil(lambda: not screen.source.busy)
    assert not screen.header.only.isVisible(), "the same click again shows everybody"


def test_it_is_a_table_that_can_be_copied(part: Part, screen: CadenceScreen, window: Window) -> None:
    window.run("chart_table")
    panel, page = screen.sheet.panels[part], screen.page
    assert panel.as_table and page is not None
    assert panel.table.model().rowCount() == panel.data.length == ROWS[part](page) > 0
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [each.split("\t") for each in QGuiApplication.clipboard().text().split("\n")]
    assert len(lines) == panel.data.length + 1
    assert lines[0] == list(panel.data.heads) and lines[1] == list(panel.data.row(0))
    assert {len(each) for each in lines} == {len(panel.data.heads)}
    shown = [panel.table.model().index(0, column).data() for column in range(len(panel.data.heads))]
    assert shown == lines[1]


def test_it_is_saved_as_pixels_and_as_shapes(part: Part, screen: CadenceScreen, tmp_path: Path) -> None:
    draw, size, name = screen.taking.drawing(part)
    chart = screen.sheet.panels[part].chart
    save_picture(draw, size, tmp_path / "chart.png", name)
    image = QImage(str(tmp_path / "chart.png"))
    assert image.size() == size * 2 and part in name
    top = image.height() - 2 * chart.height()
    seen = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 5)
        for y in range(top, image.height(), 5)
    }
    assert len(seen) > 6, "the chart, no plain ground"
    save_picture(draw, size, tmp_path / "chart.svg", name)
    drawing = ElementTree.parse(tmp_path / "chart.svg").getroot()
    assert drawing.get("viewBox") == f"0 0 {size.width()} {size.height()}"
    shapes = [each for each in drawing.iter() if each.tag.rpartition("}")[2] in ("path", "rect", "polyline")]
    assert len(shapes) > 5


def test_it_is_printed_alone_on_a_sheet(part: Part, screen: CadenceScreen, tmp_path: Path) -> None:
    printer = new_printer("Cadence")
    printer.setOutputFileName(str(tmp_path / "chart.pdf"))
    paint_page(printer, lambda painter, room: screen.taking.draw_paper(painter, room, part))
    read = Pdf((tmp_path / "chart.pdf").read_bytes())
    findings = {each: panel.finding.text() for each, panel in screen.sheet.panels.items()}
    assert read.pages == 1 and findings[part] in read.text
    assert not any(finding in read.text for other, finding in findings.items() if other is not part)
    assert "Print this chart …" in [each.text() for each in screen.taking.menu(part, None).actions()]
