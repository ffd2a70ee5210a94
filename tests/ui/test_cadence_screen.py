"""The cadence screen: what it shows, how it is narrowed, replayed, read as tables and taken along."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.people import PersonForm, add_person
from planner.library import Library
from planner.queries.cadence.page import Part
from planner.queries.people import layers
from planner.ui.cadence.paper import draw_paper
from planner.ui.cadence.view import CadenceScreen
from planner.ui.charts.printing import new_printer, paint_page
from planner.ui.charts.saving import save_picture
from planner.ui.charts.spots import Spot
from planner.ui.desk import Desk
from planner.ui.people.view import PeopleScreen
from planner.ui.window import Window
from tests.ui.cadence_screens import answered, cadence_screen

Keys = Qt.Key


@pytest.fixture
def screen(window: Window, qtbot: QtBot) -> CadenceScreen:
    """The screen on the sample, answered."""
    return cadence_screen(window, qtbot)


def _spot(screen: CadenceScreen, part: Part, **about: str) -> Spot:
    ((name, value),) = about.items()
    return next(each for each in screen.sheet.panels[part].chart.spots if getattr(each, name) == value)


def _click(screen: CadenceScreen, part: Part, spot: Spot) -> None:
    chart = screen.sheet.panels[part].chart
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=spot.place.center().toPoint())


def test_every_chart_says_its_finding(screen: CadenceScreen) -> None:
    said = {part: panel.finding.text() for part, panel in screen.sheet.panels.items()}
    assert said[Part.HEAT] == "Luca, Tomás, Katarzyna and Pieter have gone two months without a conversation"
    assert said[Part.AGAINST] == "Nine people are past their rhythm, but none by twice or more"
    assert said[Part.KEPT].startswith("Customers slipped from 100 to 58 percent")
    assert all(said.values())
    begun = [each.name for each in screen.sheet.begun.spots]
    assert (begun[0], begun[-1], len(set(begun))) == ("Camille Roux", "Sofie Brandt", 8)
    assert screen.header.everyone.accessibleName() == "Everyone, 41"


def test_the_map_shows_the_silent_and_then_everybody(screen: CadenceScreen) -> None:
    panel = screen.sheet.panels[Part.HEAT]
    names = {each.name for each in panel.chart.spots}
    assert {"Luca Steiner", "Tomás Herrera", "Katarzyna Wolska", "Pieter van Rijn"} <= names
    assert len(names) < 41
    assert _spot(screen, Part.HEAT, name="Luca Steiner").words.startswith(
        "Luca Steiner: last conversation 71"
    )
    panel.link.click()
    shown = {each.name for each in panel.chart.spots}
    while screen.sheet.heat.roll(1):
        shown |= {each.name for each in panel.chart.spots}
    assert len(shown) == 41


def test_a_click_narrows_the_others_and_esc_shows_all(screen: CadenceScreen, qtbot: QtBot) -> None:
    before = screen.sheet.panels[Part.HEAT].finding.text()
    bar = next(each for each in screen.sheet.against.spots if each.key == "bin:1.0")
    _click(screen, Part.AGAINST, bar)
    answered(screen, qtbot)
    assert screen.header.only.isVisible() and screen.header.only.text() == bar.name
    assert {each.people[0] for each in screen.sheet.heat.spots} <= set(bar.people)
    assert sum(len(each.people) for each in screen.sheet.against.spots if each.key.startswith("bin")) == 40
    screen.sheet.against.setFocus()
    QTest.keyClick(screen.sheet.against, Keys.Key_Escape)
    answered(screen, qtbot)
    assert not screen.header.only.isVisible()
    assert screen.sheet.panels[Part.HEAT].finding.text() == before


def test_a_layer_narrows_the_whole_page(screen: CadenceScreen, window: Window, qtbot: QtBot) -> None:
    window.places.show_layer("customers")
    answered(screen, qtbot)
    assert window.places.current == "cadence"
    assert screen.page is not None and screen.page.people == 7
    assert {each.hue for each in screen.page.heat.people} == {"customers"}
    screen.filters.clear()
    answered(screen, qtbot)
    assert screen.page.people == 41


def test_arrow_keys_go_from_part_to_part_and_tell(screen: CadenceScreen, qtbot: QtBot) -> None:
    told: list[str] = []
    screen.desk.announced.connect(told.append)
    chart = screen.sheet.quiet
    chart.setFocus()
    for key in (Keys.Key_Down, Keys.Key_Down):
        QTest.keyClick(chart, key)
    second = chart.spots[1]
    assert chart.focused == second and told[-1] == second.words
    assert screen.subject().people == second.people
    QTest.keyClick(chart, Keys.Key_Space)
    answered(screen, qtbot)
    assert screen.page is not None and screen.page.asked.only is not None
    assert screen.page.asked.only.people == frozenset(second.people)
    with qtbot.waitSignal(screen.desk.person_wanted) as wanted:
        QTest.keyClick(chart, Keys.Key_Return)
    assert wanted.args == [second.people[0]]


def test_tab_goes_through_the_page_in_its_order(screen: CadenceScreen) -> None:
    sheet = screen.sheet
    sheet.heat.setFocus()
    seen = []
    for _ in range(9):
        seen.append(screen.window().focusWidget())
        QTest.keyClick(screen.window().focusWidget(), Keys.Key_Tab)
    panels = sheet.panels
    assert seen == [
        *(sheet.heat, panels[Part.HEAT].link, sheet.kept, sheet.against),
        *(sheet.attention, panels[Part.ATTENTION].link, sheet.quiet, panels[Part.QUIET].link, sheet.begun),
    ]


def test_tables_hold_the_same_data_and_can_be_copied(screen: CadenceScreen, window: Window) -> None:
    window.run("chart_table")
    assert all(panel.as_table for panel in screen.sheet.panels.values())
    table = screen.sheet.panels[Part.QUIET].table
    page = screen.page
    assert page is not None and table.model().rowCount() == len(page.quiet.likely)
    table.setFocus()
    QTest.keyClick(table, Keys.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[:2] == ["Person", "Goes quiet"]
    assert [each.split("\t")[0] for each in lines[1:]] == [each.name for each in page.quiet.likely]
    assert all("conversation day" in each for each in lines[1:])
    window.run("chart_table")
    assert not any(panel.as_table for panel in screen.sheet.panels.values())


def test_charts_are_read_aloud_with_their_figures(screen: CadenceScreen) -> None:
    for panel in screen.sheet.panels.values():
        assert panel.chart.accessibleName() == panel.finding.text()
        assert ", ".join(panel.data.row(0)[:2]) in panel.chart.accessibleDescription()


def test_who_is_quiet_already_is_said(desk: Desk, qtbot: QtBot) -> None:
    for name, ago in (("Ana Ferreira", (40, 60)), ("Bo Lind", (50, 70))):
        who = add_person(desk.library, PersonForm(name=name, rhythm_days=7), today=desk.today)
        for days in ago:
            form = ConversationForm(people=(who,), day=desk.today - timedelta(days=days))
            log_conversation(desk.library, form, now=desk.now)
    screen = CadenceScreen(desk)
    qtbot.addWidget(screen)
    screen.show()
    answered(screen, qtbot)
    panel = screen.sheet.panels[Part.QUIET]
    assert panel.empty.text() == "Quiet already: Bo Lind and Ana Ferreira."
    screen.toggle_tables()
    assert panel.as_table and panel.data.row(0)[4] == "quiet already"


def test_a_past_month_is_replayed_and_compared(screen: CadenceScreen, window: Window, qtbot: QtBot) -> None:
    window.run("previous_week")
    answered(screen, qtbot)
    assert screen.replay.isVisible()
    assert screen.header.context.text() == "As it was on 31 August 2026"
    assert screen.page is not None and screen.page.heat.as_of.isoformat() == "2026-08-31"
    window.run("compare")
    answered(screen, qtbot)
    assert screen.page.before is not None
    caption = screen.sheet.panels[Part.AGAINST].caption.text()
    assert caption == f"A quarter earlier: {screen.page.before.findings[Part.AGAINST]}."
    window.run("replay")
    answered(screen, qtbot)
    assert screen.page.asked.day == screen.desk.today and screen.page.before is None


def test_the_reach_is_zoomed_by_keys_and_remembered(
    screen: CadenceScreen, window: Window, qtbot: QtBot
) -> None:
    window.run("zoom_in")
    answered(screen, qtbot)
    assert screen.page is not None and len(screen.page.kept.everybody) == 6
    for _ in range(9):
        window.run("zoom_out")
    answered(screen, qtbot)
    assert screen.page is not None and len(screen.page.heat.mondays) == 104
    assert screen.header.reach.text() == "Last 4 years"
    ground = screen.area.viewport()
    at = QPointF(ground.rect().center())
    wheel = (QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier)
    rest = (Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(ground, QWheelEvent(at, at, *wheel, *rest))
    answered(screen, qtbot)
    assert screen.header.reach.text() == "Last 2 years"


def test_what_you_intend_is_changed_by_key_and_undone(
    screen: CadenceScreen, sample: Library, qtbot: QtBot
) -> None:
    chart = screen.sheet.attention
    team = next(each for each in layers(sample) if each.hue == "team")
    chart.setFocus()
    chart.go(_spot(screen, Part.ATTENTION, key=f"layer:{team.id}"))
    QTest.keyClick(chart, Keys.Key_Right, Qt.KeyboardModifier.AltModifier)
    answered(screen, qtbot)
    share = "SELECT intended_share FROM layer WHERE id = ?"
    assert sample.value(share, (team.id,)) == pytest.approx(0.31)
    assert "you meant it to be 31" in _spot(screen, Part.ATTENTION, key=f"layer:{team.id}").words
    screen.desk.undo()
    assert sample.value(share, (team.id,)) == pytest.approx(0.30)


def test_it_follows_the_library(screen: CadenceScreen, sample: Library, qtbot: QtBot) -> None:
    luca = sample.value("SELECT id FROM person WHERE name = 'Luca Steiner'")
    form = ConversationForm(people=(luca,), day=screen.desk.today)
    log_conversation(sample, form, now=screen.desk.now)
    answered(screen, qtbot)
    said = screen.sheet.panels[Part.HEAT].finding.text()
    assert "Luca" not in said and "Tomás" in said


def test_too_little_data_is_said_in_words(
    open_window: Callable[[Library], Window], library: Library, qtbot: QtBot
) -> None:
    add_person(library, PersonForm(name="Ana Ferreira"), today=open_window(library).desk.today)
    window = open_window(library)
    window.run("go_cadence")
    screen = window.places.screen("cadence")
    assert isinstance(screen, CadenceScreen)
    answered(screen, qtbot)
    for part in (Part.HEAT, Part.KEPT, Part.AGAINST, Part.ATTENTION, Part.BEGUN):
        panel = screen.sheet.panels[part]
        assert panel.empty.isVisible() and len(panel.empty.text()) > 30, part
        assert panel.finding.text(), part


def test_it_looks_right_in_the_dark_at_once(screen: CadenceScreen) -> None:
    def cell() -> str:
        image = screen.sheet.heat.grab().toImage()
        spot = next(each for each in screen.sheet.heat.spots if each.key.endswith(":3"))
        return image.pixelColor(spot.place.center().toPoint()).name()

    theme = screen.desk.theme
    for dark in (False, True, False):
        theme.set_dark(dark)
        assert cell() in {each.name() for each in theme.palette.heat}


def test_pictures_are_saved_as_pixels_and_as_shapes(screen: CadenceScreen, tmp_path: Path) -> None:
    draw, size, name = screen.taking.drawing(Part.KEPT)
    save_picture(draw, size, tmp_path / "kept.png", name)
    image = QImage(str(tmp_path / "kept.png"))
    assert image.size() == size * 2
    inks = {image.pixelColor(x, 100 + y).name() for x in range(0, image.width(), 3) for y in range(0, 500, 3)}
    assert screen.desk.theme.palette.layer("customers").name() in inks
    save_picture(draw, size, tmp_path / "kept.svg", name)
    shapes = (tmp_path / "kept.svg").read_text()
    assert shapes.count("<path") + shapes.count("<polyline") > 10
    assert screen.desk.theme.palette.layer("customers").name() in shapes


def test_the_page_is_printed_light_on_one_sheet(screen: CadenceScreen, tmp_path: Path) -> None:
    printer = new_printer("Cadence")
    printer.setOutputFileName(str(tmp_path / "page.pdf"))
    paint_page(printer, screen.taking.draw_paper)
    written = (tmp_path / "page.pdf").read_bytes()
    assert written.count(b"/Type /Page\n") == 1 and len(written) > 20_000
    screen.desk.theme.set_dark(True)
    paper = QImage(QSize(1240, 860), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    assert screen.page is not None
    draw_paper(painter, screen.page, "Cadence", QRectF(paper.rect()))
    painter.end()
    screen.desk.theme.set_dark(False)
    seen = [paper.pixelColor(x, y).lightness() for x in range(0, 1240, 20) for y in range(0, 860, 20)]
    assert sum(seen) / len(seen) > 220


def test_keys_of_charts_are_left_to_pages_without_any(window: Window, screen: CadenceScreen) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(screen.sheet.heat, Keys.Key_T, shift)
    assert screen.sheet.panels[Part.HEAT].as_table
    people = window.places.go("people")
    assert isinstance(people, PeopleScreen)
    QTest.keyClick(people.grid, Keys.Key_T, shift)
    focused = next(
        each for each in window.desk.roster.people(window.desk.today) if each.id == people.grid.focused
    )
    assert focused.name.startswith("T")


def test_menus_offer_the_person_and_the_chart(screen: CadenceScreen, qtbot: QtBot) -> None:
    def words(part: Part, spot: Spot | None) -> list[str]:
        return [
            each.text().split("\t")[0] for each in screen.taking.menu(part, spot).actions() if each.text()
        ]

    luca = _spot(screen, Part.HEAT, name="Luca Steiner")
    assert {"Plan on …", "Log a conversation", "Show only Luca Steiner", "Copy the figures"} <= set(
        words(Part.HEAT, luca)
    )
    assert words(Part.ATTENTION, None) == [
        *("Show as tables", "Copy the figures", "Copy as a picture", "Save as a picture …"),
        *("Print this chart …", "Change the intended shares"),
    ]
    menu = screen.taking.menu(Part.BEGUN, None)
    next(each for each in menu.actions() if each.text() == "Copy the figures").trigger()
    assert QGuiApplication.clipboard().text().startswith("Person\tYou\tThey")
    next(each for each in menu.actions() if each.text() == "Copy as a picture").trigger()
    assert QGuiApplication.clipboard().image().size() == screen.sheet.panels[Part.BEGUN].size() * 2


def test_pages_without_charts_say_so(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.desk.said) as said:
        window.run("chart_table")
    assert said.args[0] == "There is no chart on this page."
    window.places.show_person(window.desk.roster.people(window.desk.today)[0].id)
    with qtbot.waitSignal(window.desk.said) as said:
        window.run("print")
    assert said.args[0] == "“Print” is not for the chart of this page."
