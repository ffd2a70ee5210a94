"""What keys do on the cadence page, by mouse: its head, the slider that replays months, links, filters."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.filters import Filter
from planner.library import Library
from planner.queries.cadence.page import QUARTER, REACHES, Part
from planner.queries.people import layers, person_called
from planner.ui.cadence.forecasts_dialog import ForecastsDialog
from planner.ui.cadence.intend_dialog import IntendDialog
from planner.ui.cadence.view import CadenceScreen
from planner.ui.window import Window
from tests.conftest import TODAY
from tests.journeys.hand import answer
from tests.ui.cadence_screens import answered, cadence_screen

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def screen(window: Window, qtbot: QtBot) -> CadenceScreen:
    """The screen on the sample, answered, in an active window."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return cadence_screen(window, qtbot)


def press(button: QAbstractButton, screen: CadenceScreen, qtbot: QtBot) -> None:
    """Click the middle of a button, and wait for the answer."""
    assert button.isVisible() and button.isEnabled()
    QTest.mouseClick(button, LEFT)
    answered(screen, qtbot)


def told_day(screen: CadenceScreen) -> date:
    assert screen.page is not None
    return screen.page.asked.day


def test_the_slider_replays_past_months_by_mouse_and_by_keys(screen: CadenceScreen, qtbot: QtBot) -> None:
    bar = screen.replay
    press(screen.header.replay, screen, qtbot)
    assert bar.isVisible() and told_day(screen) == TODAY and not bar.later.isEnabled()
    QTest.mousePress(bar.slider, LEFT, pos=QPoint(bar.slider.width() - 20, 10))
    QTest.mouseMove(bar.slider, QPoint(round(bar.slider._x(bar.slider.maximum() - 6)), 10))
    QTest.mouseRelease(bar.slider, LEFT, pos=QPoint(round(bar.slider._x(bar.slider.maximum() - 6)), 10))
    answered(screen, qtbot)
    assert told_day(screen) == date(2026, 3, 31) and bar.said.text() == "As of 31 March 2026"
    assert screen.page is not None and screen.page.heat.as_of == date(2026, 3, 31)
    press(bar.earlier, screen, qtbot)
    assert told_day(screen) == date(2026, 2, 28)
    press(bar.later, screen, qtbot)
    QTest.keyClick(bar.slider, Qt.Key.Key_Right)
    answered(screen, qtbot)
    assert told_day(screen) == date(2026, 4, 30)
    press(bar.compare, screen, qtbot)
    assert screen.page.before is not None and screen.page.before.asked.day == date(2026, 4, 30) - QUARTER
    press(bar.now, screen, qtbot)
    assert told_day(screen) == TODAY
    press(screen.header.replay, screen, qtbot)
    assert not bar.isVisible() and screen.page.before is None


def test_the_head_narrows_looks_back_and_turns_to_tables(
    screen: CadenceScreen, sample: Library, qtbot: QtBot
) -> None:
    header = screen.header
    press(header.table, screen, qtbot)
    assert all(panel.as_table for panel in screen.sheet.panels.values())
    press(header.table, screen, qtbot)
    QTest.mouseClick(header.reach, LEFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu) and [each.text() for each in menu.actions()] == [
        each.words for each in REACHES
    ]
    menu.actions()[0].trigger()
    menu.close()
    answered(screen, qtbot)
    assert screen.page is not None and screen.page.asked.reach == REACHES[0]
    press(header.everyone, screen, qtbot)
    assert screen.filters.isVisible()
    luca = person_called(sample, "Luca Steiner").id
    screen.filters.bar.choose(Filter(text="luca steiner"))
    answered(screen, qtbot)
    assert screen.page.asked.people == {luca} and header.everyone.text() == "Chosen people"


def test_the_chip_of_what_was_clicked_shows_everybody_again(screen: CadenceScreen, qtbot: QtBot) -> None:
    spot = next(each for each in screen.sheet.begun.spots if each.people)
    QTest.mouseClick(screen.sheet.begun, LEFT, pos=spot.place.center().toPoint())
    answered(screen, qtbot)
    assert screen.page is not None and screen.page.asked.only is not None
    press(screen.header.only, screen, qtbot)
    assert screen.page.asked.only is None and not screen.header.only.isVisible()


def test_a_double_click_opens_the_person(screen: CadenceScreen, window: Window, qtbot: QtBot) -> None:
    spot = next(each for each in screen.sheet.quiet.spots if len(each.people) == 1)
    with qtbot.waitSignal(screen.desk.person_wanted) as wanted:
        QTest.mouseDClick(screen.sheet.quiet, LEFT, pos=spot.place.center().toPoint())
    assert wanted.args == [spot.people[0]] and window.places.current == "person"


@pytest.mark.parametrize(("part", "kind"), [(Part.QUIET, ForecastsDialog), (Part.ATTENTION, IntendDialog)])
def test_the_links_of_panels_open_their_pages(
    part: Part, kind: type[QWidget], screen: CadenceScreen, qtbot: QtBot
) -> None:
    seen: list[QWidget] = []
    link = screen.sheet.panels[part].link
    answer(qtbot, seen.append, lambda: QTest.mouseClick(link, LEFT))
    assert isinstance(seen[0], kind)


def test_the_intended_shares_are_written_as_one_step(
    screen: CadenceScreen, sample: Library, qtbot: QtBot
) -> None:
    team, peers = (next(each.id for each in layers(sample) if each.hue == hue) for hue in ("team", "peers"))

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, IntendDialog) and "are set aside" in dialog.capacity.text()
        assert dialog.hint.text() == "Together one hundred percent."
        dialog.form[str(team)].show_value(20)
        dialog.form[str(peers)].show_value(40)
        dialog.form[str(peers)].changed.emit()
        assert "108" in dialog.hint.text(), "what they add up to is said, and never refused"
        dialog.form[str(peers)].show_value(32)
        dialog.primary.click()

    answer(qtbot, fill_in, lambda: QTest.mouseClick(screen.sheet.panels[Part.ATTENTION].link, LEFT))
    answered(screen, qtbot)
    share = "SELECT round(intended_share * 100) FROM layer WHERE id = ?"
    assert [sample.value(share, (each,)) for each in (team, peers)] == [20, 32]
    assert "you meant it to be 20" in screen.sheet.panels[Part.ATTENTION].finding.text()
    sample.undo()
    assert [sample.value(share, (each,)) for each in (team, peers)] == [30, 22]


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_a_right_click_and_the_menu_key_open_the_menu_of_a_chart(
    reason: QContextMenuEvent.Reason, screen: CadenceScreen, qtbot: QtBot
) -> None:
    chart = screen.sheet.quiet
    spot = next(each for each in chart.spots if len(each.people) == 1)
    chart.setFocus()
    chart.go(spot)
    at = spot.place.center().toPoint()
    QApplication.sendEvent(chart, QContextMenuEvent(reason, at, chart.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = {each.text().partition("\t")[0] for each in menu.actions()}
    assert {f"Show only {spot.name}", "Print this chart …", "Plan on …"} <= words
    next(each for each in menu.actions() if each.text() == f"Show only {spot.name}").trigger()
    menu.close()
    answered(screen, qtbot)
    assert screen.header.only.text() == spot.name


def test_print_asks_for_a_printer(screen: CadenceScreen, qtbot: QtBot) -> None:
    seen: list[QWidget] = []
    said: list[str] = []
    screen.desk.said.connect(lambda words, _undo: said.append(words))
    answer(qtbot, seen.append, lambda: QTest.mouseClick(screen.header.print, LEFT))
    assert isinstance(seen[0], QPrintDialog) and "Cadence, 15 September 2026" in seen[0].windowTitle()
    assert not said, "nothing was printed"


def test_another_day_is_told_anew(screen: CadenceScreen, qtbot: QtBot) -> None:
    asked = [0]
    screen.source.answered.connect(lambda _page: asked.append(1))
    screen.day.turned.emit()
    qtbot.waitUntil(lambda: len(asked) > 1)
