"""Plans that move again and again, into Later and out of it, and never into the past."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, add_person
from planner.actions.plans import PlanForm, move_plan, plan_conversation
from planner.actions.several import plans_moved_by_days
from planner.domain.errors import KnownError
from planner.library import Library
from planner.ui.board.view import WeekScreen
from planner.ui.desk import Desk
from planner.ui.dialogs.any_day_dialog import AnyDayDialog
from planner.ui.dialogs.day_list import DayList
from planner.ui.window import Window
from tests.conftest import TODAY
from tests.journeys.hand import answer, keys
from tests.ui import months
from tests.ui.dragging import drop, find, hold
from tests.ui.week_plans import plan_of


def board_of(window: Window) -> WeekScreen:
    screen = window.pages.currentWidget()
    assert isinstance(screen, WeekScreen)
    window.activateWindow()
    return screen


def here(board: WeekScreen) -> str:
    tile = board.walk.current()
    return tile.facts.name if tile else ""


def test_a_card_in_later_stays_under_the_keyboard_however_far_it_moves(
    window: Window, sample: Library
) -> None:
    board = board_of(window)
    _, grace = find(board, "Grace Kimani")
    board.walk.focus_key(grace.key)
    for step in range(1, 13):
        keys("Alt+Right")
        assert here(board) == "Grace Kimani", f"after {step} steps"
    assert plan_of(sample, "Grace Kimani") == ("2026-10-03", "10:00", 30, "call")
    assert len(board.later.cards.tiles) == 6, "the next few, and this one"
    keys("Alt+Shift+Left")
    keys("Alt+Shift+Left")
    assert here(board) == "Grace Kimani" and board.walk.cards is board.area.days[5].cards


def test_a_card_that_leaves_the_week_is_found_in_later(window: Window, sample: Library) -> None:
    board = board_of(window)
    _, sofie = find(board, "Sofie Brandt")
    board.walk.focus_key(sofie.key)
    keys("Alt+Shift+Right")
    keys("Alt+Shift+Right")
    keys("Alt+Shift+Right")
    assert here(board) == "Sofie Brandt" and board.walk.cards is board.later.cards
    assert plan_of(sample, "Sofie Brandt") == ("2026-10-09", "11:00", 30, "in person")


def test_the_month_keeps_a_card_of_later_too(sample_desk: Desk, sample: Library, qtbot: QtBot) -> None:
    month = months.shown(sample_desk, qtbot)
    _, row = next(
        (tile, row) for row, tile in enumerate(month.later.cards.tiles) if tile.facts.name == "Edmund Hartley"
    )
    month.later.cards.focus_row(row)
    for number in range(8):
        person = add_person(sample, PersonForm(name=f"Person {number}"), today=TODAY)
        plan_conversation(sample, PlanForm(people=(person,), day=date(2026, 10, 15)), today=TODAY)
    assert months.here(month) == "Edmund Hartley"


def test_a_card_moved_by_keys_is_announced_with_what_is_left_of_its_day(window: Window) -> None:
    heard: list[str] = []
    window.desk.announced.connect(heard.append)
    board = board_of(window)
    board.walk.focus_key(find(board, "Sofie Brandt")[1].key)
    keys("Alt+Left")
    keys("Alt+Down")
    keys("Alt+Left")
    keys("Alt+Shift+Right")
    assert heard == [
        "Moved to Thursday 11:00, 15 minutes left",
        "Moved to Thursday 11:15, 15 minutes left",
        "Moved to Wednesday 11:15, 45 minutes over",
        "Moved to Wednesday 11:15, 90 minutes left",
    ]


def test_nothing_moves_into_the_past(window: Window, sample: Library) -> None:
    board = board_of(window)
    _, daniel = find(board, "Daniel Meier")
    steps = len(sample.history())
    board.walk.focus_key(daniel.key)
    keys("Alt+Left")
    assert window.error_line.text.startswith("Mon 14 Sep has passed. Log the conversation instead")
    keys("Alt+Shift+Left")
    assert len(sample.history()) == steps and here(board) == "Daniel Meier"


def test_one_of_several_that_would_move_into_the_past_keeps_all_where_they_are(
    library: Library, ana: int, luca: int
) -> None:
    plans = [
        plan_conversation(library, PlanForm(people=(who,), day=TODAY + timedelta(days=day)), today=TODAY)
        for who, day in ((ana, 3), (luca, 0))
    ]
    with pytest.raises(KnownError, match="has passed"):
        plans_moved_by_days(library, plans, -1, today=TODAY)
    days = [row[0] for row in library.rows("SELECT day FROM plan ORDER BY id")]
    assert days == ["2026-09-18", "2026-09-15"]


def test_a_plan_that_has_passed_can_be_moved_to_a_day_to_come(library: Library, ana: int) -> None:
    past = TODAY - timedelta(days=3)
    plan = plan_conversation(library, PlanForm(people=(ana,), day=past), today=TODAY)
    with pytest.raises(KnownError):
        move_plan(library, plan, past + timedelta(days=1), None, today=TODAY)
    move_plan(library, plan, TODAY, None, today=TODAY)
    assert library.value("SELECT day FROM plan") == TODAY.isoformat()


def test_moved_answers_did_you_talk(window: Window, sample: Library, qtbot: QtBot) -> None:
    board = board_of(window)
    column, hanna = find(board, "Hanna Weber")
    assert column is board.area.days[0]

    def choose_thursday(dialog: QWidget) -> None:
        assert isinstance(dialog, DayList) and dialog.title.text() == "Move Hanna Weber to"
        dialog.list.setCurrentRow(2)
        dialog.save()

    answer(qtbot, choose_thursday, lambda: window.run("move", hanna.subject))
    assert plan_of(sample, "Hanna Weber") == ("2026-09-17", "16:00", 45, "in person")
    assert find(board, "Hanna Weber")[0] is board.area.days[3]


# Later has dates of its own


def in_later(board: WeekScreen, name: str, *, below: bool = True) -> int:
    """A height in Later just below or above the middle of a card."""
    names = [tile.facts.name for tile in board.later.cards.tiles]
    middle = board.later.cards.card_rect(names.index(name)).center().toPoint()
    return board.later.cards.viewport().mapTo(board.later, middle).y() + (6 if below else -6)


def test_a_drop_in_later_takes_the_day_of_the_card_above(window: Window, sample: Library) -> None:
    board = board_of(window)
    _, tobias = find(board, "Tobias Lindner")
    offer = hold(board.later, [tobias], in_later(board, "Petra Novák"))
    assert offer is not None and offer.slot.title == "Thu 24 Sep, 16:15"
    assert offer.slot.words == "The day of your talk with Petra. 1 h left after this."
    assert drop(board.later, [tobias], in_later(board, "Petra Novák"))
    assert plan_of(sample, "Tobias Lindner") == ("2026-09-24", "16:15", 30, "in person")
    assert [tile.facts.name for tile in board.later.cards.tiles][2:4] == ["Petra Novák", "Tobias Lindner"]


def test_a_plan_keeps_its_time_on_the_day_it_goes_to(window: Window, sample: Library) -> None:
    board = board_of(window)
    _, sofie = find(board, "Sofie Brandt")
    assert drop(board.later, [sofie], in_later(board, "Grace Kimani"))
    assert plan_of(sample, "Sofie Brandt") == ("2026-09-21", "11:00", 30, "in person")
    _, grace = find(board, "Grace Kimani")
    assert drop(board.later, [grace], in_later(board, "Petra Novák"))
    assert plan_of(sample, "Grace Kimani") == ("2026-09-24", "10:00", 30, "call")


def test_above_all_of_later_is_a_week_later_and_in_its_own_place_nothing(
    window: Window, sample: Library
) -> None:
    board = board_of(window)
    _, sofie = find(board, "Sofie Brandt")
    offer = hold(board.later, [sofie], in_later(board, "Grace Kimani", below=False))
    assert offer is not None and offer.slot.title == "Fri 25 Sep, 11:00"
    _, petra = find(board, "Petra Novák")
    offer = hold(board.later, [petra], in_later(board, "Petra Novák"))
    assert offer is not None and not offer.acts and offer.slot.words == "Where it is now."
    steps = len(sample.history())
    assert drop(board.later, [petra], in_later(board, "Petra Novák", below=False))
    assert len(sample.history()) == steps


def test_several_suggestions_in_later_come_after_each_other(window: Window, sample: Library) -> None:
    board = board_of(window)
    tiles = [find(board, name)[1] for name in ("Tobias Lindner", "Katarzyna Wolska")]
    assert drop(board.later, tiles, in_later(board, "Petra Novák"))
    found = [plan_of(sample, tile.facts.name) for tile in tiles]
    assert [plan[:2] for plan in found if plan] == [("2026-09-24", "16:15"), ("2026-09-24", "17:00")]


# What is at the same time is shown, never forbidden


def test_a_plan_says_what_it_overlaps(window: Window, sample: Library) -> None:
    board = board_of(window)
    _, jasper = find(board, "Jasper Kuiper")
    assert jasper.facts.badges[0].tint == "plain" and "Overlaps" not in jasper.words
    move_plan(sample, jasper.subject.plan_id, date(2026, 9, 17), time(14, 30), today=TODAY)
    _, jasper = find(board, "Jasper Kuiper")
    _, deepak = find(board, "Deepak Iyer")
    assert jasper.words.endswith("Overlaps Deepak Iyer at 15:00.")
    assert deepak.words.endswith("Overlaps Jasper Kuiper at 14:30.")
    assert [tile.facts.badges[0].tint for tile in (jasper, deepak)] == ["due", "due"]
    assert jasper.facts.badges[0].tooltip.endswith("\nOverlaps Deepak Iyer at 15:00.")


def test_busy_time_is_in_the_words_of_its_day_and_of_what_overlaps_it(
    window: Window, sample: Library
) -> None:
    board = board_of(window)
    head = board.area.days[3].head
    assert head is not None
    assert head.toolTip().endswith("Busy in your calendar 12:00–13:30")
    assert head.accessibleDescription() == "Busy in your calendar 12:00–13:30"
    _, jasper = find(board, "Jasper Kuiper")
    move_plan(sample, jasper.subject.plan_id, date(2026, 9, 17), time(13), today=TODAY)
    assert find(board, "Jasper Kuiper")[1].words.endswith("Overlaps your calendar at 12:00.")


# P on several cards does what dragging all of them does


def test_p_on_several_suggestions_plans_each_for_itself(
    window: Window, sample: Library, qtbot: QtBot
) -> None:
    board = board_of(window)
    tiles = [find(board, name)[1] for name in ("Tobias Lindner", "Katarzyna Wolska")]
    board.walk.focus_key(tiles[0].key)
    board.state.selection.choose([tile.key for tile in tiles])

    def third(dialog: QWidget) -> None:
        assert isinstance(dialog, DayList) and dialog.title.text() == "Plan 2 conversations on"
        keys("3")

    answer(qtbot, third, lambda: keys("P"))
    found = [plan_of(sample, tile.facts.name) for tile in tiles]
    assert found == [
        ("2026-09-17", "15:45", 30, "in person"),
        ("2026-09-17", "16:30", 30, "message"),
    ]
    sample.undo()
    assert [plan_of(sample, tile.facts.name) for tile in tiles] == [None, None], "one step"


def test_p_on_several_plans_moves_them_and_another_day_asks_for_one(
    window: Window, sample: Library, qtbot: QtBot
) -> None:
    board = board_of(window)
    tiles = [find(board, name)[1] for name in ("Sofie Brandt", "Jasper Kuiper")]
    board.walk.focus_key(tiles[0].key)
    board.state.selection.choose([tile.key for tile in tiles])

    def another(dialog: QWidget) -> None:
        assert isinstance(dialog, DayList) and dialog.title.text() == "Move 2 conversations to"
        QTimer.singleShot(0, lambda: answer(qtbot, october, lambda: None))
        dialog.list.setCurrentRow(14)
        dialog.save()

    def october(dialog: QWidget) -> None:
        assert isinstance(dialog, AnyDayDialog)
        dialog.form.show_values({"day": date(2026, 10, 8)})
        dialog.save()

    answer(qtbot, another, lambda: keys("P"))
    assert [plan_of(sample, tile.facts.name) for tile in tiles] == [
        ("2026-10-08", "11:00", 30, "in person"),
        ("2026-10-08", "09:00", 45, "in person"),
    ]
