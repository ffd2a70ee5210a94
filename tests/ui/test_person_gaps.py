"""The chart of gaps: its finding, its bars, its table, and the library it loads late."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.actions import people
from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.leave import Stretch, take_leave
from planner.actions.people import PersonForm
from planner.library import Library
from planner.library.tables import Layer
from planner.queries.person import person_page
from planner.ui.desk import Desk
from planner.ui.person.gaps_chart import GapsChart
from planner.ui.person.gaps_panel import GapsPanel
from tests.conftest import NOW, TODAY

Shown = Callable[[list[int], int | None], GapsPanel]


@pytest.fixture
def shown(desk: Desk, library: Library, qtbot: QtBot) -> Shown:
    """The panel of a person whose conversations lie so many days back."""
    panels: list[GapsPanel] = []  # Qt keeps no widget that Python forgets

    def show(ages: list[int], rhythm: int | None) -> GapsPanel:
        with library.change("A layer that has no rhythm"):
            layer = Layer.create(hue="peers", name="Friends", short_name="Friends", position=9)
        form = PersonForm(name="Ana", rhythm_days=rhythm, layer_id=layer.id)
        ana = people.add_person(library, form, today=TODAY)
        for age in ages:
            talk = ConversationForm(people=(ana,), day=TODAY - timedelta(days=age))
            log_conversation(library, talk, now=NOW)
        panel = GapsPanel(desk)
        panels.append(panel)
        qtbot.addWidget(panel)
        panel.resize(300, 300)
        panel.show_page(person_page(library, ana, TODAY))
        panel.show()
        return panel

    return show


def chart_of(panel: GapsPanel) -> GapsChart:
    assert panel.chart is not None
    return panel.chart


@pytest.mark.parametrize(
    ("ages", "sentence"),
    [
        ([], "Not enough history yet. Three more conversations."),
        ([3], "Not enough history yet. Two more conversations."),
        ([3, 9], "Not enough history yet. One more conversation."),
    ],
)
def test_too_little_history_is_said_and_nothing_is_drawn(
    shown: Shown, ages: list[int], sentence: str
) -> None:
    panel = shown(ages, 14)
    assert panel.finding.text() == sentence
    assert panel.chart is None
    assert not panel.switch.isVisible()


def test_the_title_is_the_finding(shown: Shown) -> None:
    panel = shown([5, 18, 50, 60], 14)
    assert panel.finding.text() == "You kept the rhythm in 2 of the last 3 gaps; the longest was 32 days."
    assert panel.accessibleName() == panel.finding.text()


def test_two_conversations_of_a_day_are_one_contact_day(shown: Shown) -> None:
    panel = shown([5, 5, 18, 18, 50], 14)
    assert panel.finding.text() == "You kept the rhythm in 1 of the last 2 gaps; the longest was 32 days."


def test_a_bar_tells_its_facts_to_pointer_and_keys(shown: Shown, qtbot: QtBot) -> None:
    panel = shown([5, 18, 50, 60], 14)
    chart = chart_of(panel)
    method = panel.caption.text()
    assert method == "Days between conversations, the last 3 gaps. Dashed: the rhythm of 14 days."
    chart.point_at(chart.place_at((TODAY - timedelta(days=30)).toordinal()))
    assert panel.caption.text() == "27 Jul to 28 Aug: 32 days, 18 days longer."
    chart.point_at(-1)
    assert panel.caption.text() == method
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert panel.caption.text() == "Since 10 Sep: 5 days so far."
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert panel.caption.text() == "28 Aug to 10 Sep: 13 days, within the rhythm."


def test_bars_stand_where_the_days_are(shown: Shown) -> None:
    chart = chart_of(shown([5, 18, 50, 60], 14))
    assert chart.place_at((TODAY - timedelta(days=61)).toordinal()) == -1
    assert chart.place_at((TODAY - timedelta(days=55)).toordinal()) == 0
    assert chart.place_at((TODAY - timedelta(days=6)).toordinal()) == 2
    assert chart.place_at(TODAY.toordinal()) == 3
    assert chart.place_at((TODAY + timedelta(days=1)).toordinal()) == -1


def test_a_table_with_the_same_data_that_can_be_copied(shown: Shown) -> None:
    panel = shown([5, 18, 50, 60], 14)
    panel.toggle_table()
    assert panel.shows_table
    assert panel.table.text().splitlines() == [
        "From\tTo\tDays\tRhythm",
        "28 Aug\t10 Sep\t13\tkept",
        "27 Jul\t28 Aug\t32\t18 d longer",
        "17 Jul\t27 Jul\t10\tkept",
    ]
    panel.toggle_table()
    assert not panel.shows_table


def test_colours_are_the_themes_and_switch_live(shown: Shown, desk: Desk) -> None:
    chart = chart_of(shown([5, 18, 50, 60], 14))

    def colours() -> set[str]:
        image = chart.grab().toImage()
        return {
            image.pixelColor(x, y).name() for x in range(image.width()) for y in range(0, image.height(), 2)
        }

    light = desk.theme.palette
    assert {light.line_strong.name(), light.overdue.ink.name()} <= colours()
    desk.theme.set_dark(True)
    dark = desk.theme.palette
    assert dark.line_strong.name() in colours()
    assert light.line_strong.name() not in colours()
    assert "#000000" not in colours()


def test_the_rhythm_is_a_dashed_line_in_ink(shown: Shown, desk: Desk) -> None:
    import pyqtgraph

    items = chart_of(shown([5, 18, 50, 60], 14)).plot.plotItem.items
    (line,) = [item for item in items if isinstance(item, pyqtgraph.InfiniteLine)]
    assert line.value() == 14
    assert line.pen.style() is Qt.PenStyle.DashLine
    assert line.pen.color() == desk.theme.palette.ink


def test_without_a_rhythm_the_finding_is_about_the_gaps(shown: Shown) -> None:
    panel = shown([5, 18, 50], None)
    assert panel.finding.text() == "The last 2 gaps were 22 days on average, the longest 32 days."
    assert "Dashed" not in panel.caption.text()


def test_long_histories_show_the_latest_gaps(shown: Shown) -> None:
    panel = shown(list(range(0, 600, 20)), 14)
    assert panel.finding.text().startswith("None of the last 12 gaps kept the rhythm")
    assert panel.table.rowCount() == 12
    assert date(2026, 9, 15) == TODAY


def test_the_page_is_there_before_the_drawing_library() -> None:
    code = (
        "import planner.ui.person.view, sys;"
        "sys.exit(any(name in sys.modules for name in ('pyqtgraph', 'numpy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_pause_is_not_held_against_the_rhythm(shown: Shown, desk: Desk, library: Library) -> None:
    away = Stretch(first_day=TODAY - timedelta(days=45), last_day=TODAY - timedelta(days=26))
    take_leave(library, away, today=TODAY)
    panel = shown([5, 18, 50, 60], 14)
    assert panel.finding.text() == "You kept the rhythm in all of the last 3 gaps; the longest was 13 days."
    chart_of(panel).point_at(1)
    assert panel.caption.text() == "27 Jul to 28 Aug: 12 days and 20 paused, within the rhythm."
