"""Controls that screens share: labels, buttons, chips, segments, fields, toast, selection bar, focus ring."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.rhythm import State
from planner.ui.theme import Theme
from planner.ui.widgets.buttons import Button, IconButton
from planner.ui.widgets.chip import Chip
from planner.ui.widgets.fields import DateField, NumberField, Problem, TimeField
from planner.ui.widgets.focus_ring import FocusRing
from planner.ui.widgets.inverse import SHADOW
from planner.ui.widgets.keycap import KeyCap
from planner.ui.widgets.labels import ElidedLabel, StyledLabel, styled_label
from planner.ui.widgets.panel import Panel
from planner.ui.widgets.plain import plain_tooltip
from planner.ui.widgets.segment import Choice, Segment
from planner.ui.widgets.selection_bar import SelectionBar
from planner.ui.widgets.toast import Toast


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """A light theme without motion that dresses nothing."""
    return Theme(reduced_motion=True)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    """A shown window of 800 by 500."""
    made = QWidget()
    made.resize(800, 500)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_label_follows_the_theme_and_never_reads_markup(qtbot: QtBot, theme: Theme) -> None:
    label = styled_label(theme, "<b>Ana</b>", "title", "ink2")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.sizeHint().height() == 26
    before = label.grab().toImage()
    theme.set_dark(True)
    assert label.grab().toImage() != before
    theme.set_text_scale(1.5)
    assert label.sizeHint().height() == 39


def test_a_wrapping_label_grows_downwards_in_its_own_line_height(qtbot: QtBot, theme: Theme) -> None:
    label = StyledLabel(theme, "Ask how the rollout is going. " * 4, "why", wrap=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(120) % 16 == 0
    assert label.heightForWidth(120) > label.heightForWidth(400) > 16


def test_a_label_without_room_ends_in_an_ellipsis_and_tells_the_rest(qtbot: QtBot, theme: Theme) -> None:
    label = ElidedLabel(theme, "Katarzyna <Wolska>", "name")
    qtbot.addWidget(label)
    label.resize(60, 17)
    label.grab()
    assert label.toolTip() == "<qt>Katarzyna &lt;Wolska&gt;</qt>"
    label.resize(400, 17)
    label.grab()
    assert label.toolTip() == ""
    assert label.minimumSizeHint().width() < 60


def test_tooltips_are_plain() -> None:
    assert plain_tooltip("9 d overdue") == "9 d overdue"
    assert plain_tooltip("A & B <img src='x'>") == "<qt>A &amp; B &lt;img src=&#x27;x&#x27;&gt;</qt>"


def test_a_button_says_an_ampersand_and_carries_its_kind(qtbot: QtBot, theme: Theme) -> None:
    button = Button(theme, "Plan with Ana & Tobias", "primary", icon="plus")
    qtbot.addWidget(button)
    assert button.text() == "Plan with Ana && Tobias"
    assert button.accessibleName() == "Plan with Ana & Tobias"
    assert button.property("kind") == "primary"
    before = button.icon().pixmap(16, 16).toImage()
    theme.set_dark(True)
    assert button.icon().pixmap(16, 16).toImage() != before


def test_an_icon_button_is_named_and_large_enough_to_hit(qtbot: QtBot, theme: Theme) -> None:
    button = IconButton(theme, "undo", "Undo", keys="Ctrl Z")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Undo"
    assert button.toolTip() == "Undo (Ctrl Z)"
    assert min(button.width(), button.height()) >= 24


def test_a_chip_switches_and_says_its_count(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip(theme, "Overdue", count=9, state=State.OVERDUE)
    qtbot.addWidget(chip)
    off = chip.grab().toImage()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.isChecked()
    assert chip.grab().toImage() != off
    assert chip.accessibleName() == "Overdue, 9"
    narrow = chip.sizeHint().width()
    chip.set_count(1200)
    assert chip.sizeHint().width() > narrow
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert not chip.isChecked()


def test_exactly_one_part_of_a_segment_is_chosen(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    segment = Segment(theme, (Choice(key="week", words="Week"), Choice(key="month", words="Month")), window)
    segment.show()
    assert segment.current == "week"
    with qtbot.waitSignal(segment.chosen) as told:
        qtbot.mouseClick(segment.childAt(segment.width() - 10, 10), Qt.MouseButton.LeftButton)
    assert told.args == ["month"]
    with qtbot.waitSignal(segment.chosen) as told:
        qtbot.keyClick(segment, Qt.Key.Key_Right)
    assert told.args == ["week"]
    with qtbot.assertNotEmitted(segment.chosen):
        segment.choose("month")
    assert segment.current == "month"


def test_a_segment_keeps_its_width_when_another_part_is_chosen(qtbot: QtBot, theme: Theme) -> None:
    segment = Segment(theme, (Choice(key="a", words="Week"), Choice(key="b", words="Month")))
    qtbot.addWidget(segment)
    before = segment.sizeHint()
    segment.choose("b")
    assert segment.sizeHint() == before


def test_a_key_cap_is_as_wide_as_its_keys(qtbot: QtBot, theme: Theme) -> None:
    one, many = KeyCap(theme, "P"), KeyCap(theme, "Ctrl Shift Z")
    qtbot.addWidget(one)
    qtbot.addWidget(many)
    assert one.width() < many.width()
    assert many.accessibleName() == "Ctrl Shift Z"


def test_a_panel_holds_its_title_and_body(qtbot: QtBot, theme: Theme) -> None:
    panel = Panel(theme, "Promises")
    qtbot.addWidget(panel)
    panel.body.addWidget(StyledLabel(theme, "The outage review, by 4 September"))
    assert panel.title.text() == "Promises"
    assert panel.accessibleName() == "Promises"


def test_fields_for_days_times_and_figures_read_naturally(qtbot: QtBot, theme: Theme) -> None:
    day, hour, figure = DateField(), TimeField(), NumberField(1, 365, " days")
    for field in (day, hour, figure):
        qtbot.addWidget(field)
    day.setDate(QDate(2026, 9, 16))
    assert day.text() == "Wed 16 Sept 2026" or day.text() == "Wed 16 Sep 2026"
    assert hour.text() == "00:00"
    figure.setValue(28)
    assert figure.text() == "28 days"


def test_a_problem_marks_its_field_and_goes_away_again(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    column = QVBoxLayout(window)
    field, problem = QLineEdit("31 June"), Problem(theme)
    column.addWidget(field)
    column.addWidget(problem)
    problem.say(field, "June has 30 days. Did you mean 1 July?")
    assert problem.isVisible()
    assert field.property("error") == "true"
    assert field.accessibleDescription() == "June has 30 days. Did you mean 1 July?"
    problem.say(field, "")
    assert not problem.isVisible()
    assert field.property("error") == "false"


def test_a_toast_offers_undo_at_the_bottom_right(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    toast = Toast(theme, window)
    toast.say("Moved Katarzyna Wolska to Thursday")
    assert toast.isVisible()
    assert toast.words == "Moved Katarzyna Wolska to Thursday"
    assert toast.geometry().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW).bottomRight() == QPoint(779, 479)
    window.resize(600, 400)
    qtbot.waitUntil(lambda: toast.geometry().right() == 579 + SHADOW)
    with qtbot.waitSignal(toast.undo_requested):
        qtbot.mouseClick(toast.findChild(QWidget, "undo"), Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_a_toast_waits_while_its_button_has_the_focus(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    toast = Toast(theme, window)
    elsewhere = QLineEdit(window)
    elsewhere.show()
    window.activateWindow()
    toast.say("Logged lunch with Ana")
    assert toast.is_leaving
    undo = toast.findChild(QWidget, "undo")
    undo.setFocus()
    qtbot.waitUntil(undo.hasFocus)
    assert not toast.is_leaving
    elsewhere.setFocus()
    qtbot.waitUntil(lambda: toast.is_leaving)


def test_a_long_toast_stays_inside_its_window(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    toast = Toast(theme, window)
    toast.say("Moved " + "Katarzyna Wolska " * 20 + "to Thursday", undo=False)
    assert toast.width() <= window.width()


def test_the_selection_bar_shows_its_actions_with_keys(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    bar = SelectionBar(theme, window, [("Plan on", "P"), ("Log", "L")])
    assert not bar.isVisible()
    bar.show_selection("2 selected")
    assert bar.isVisible()
    assert abs(bar.geometry().center().x() - window.rect().center().x()) <= 1
    with qtbot.waitSignal(bar.chosen) as told:
        qtbot.mouseClick(bar.buttons["Log"], Qt.MouseButton.LeftButton)
    assert told.args == ["Log"]
    with qtbot.waitSignal(bar.cleared):
        qtbot.mouseClick(bar.buttons["Clear"], Qt.MouseButton.LeftButton)
    bar.show_selection("")
    assert not bar.isVisible()


def test_the_focus_ring_goes_around_the_focused_button(
    qtbot: QtBot, theme: Theme, window: QWidget, qapp: QApplication
) -> None:
    ring = FocusRing(theme, qapp)
    row = QHBoxLayout(window)
    first, second = QPushButton("Log"), QLineEdit()
    row.addWidget(first)
    row.addWidget(second)

    def surrounded() -> bool:
        around = first.geometry().adjusted(-4, -4, 4, 4)
        return ring.frame is not None and ring.frame.isVisible() and ring.frame.geometry() == around

    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(surrounded)
    before = first.geometry()
    window.resize(900, 300)
    qtbot.waitUntil(lambda: first.geometry() != before and surrounded())
    second.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.frame is None
    ring.setParent(None)
    ring.deleteLater()
