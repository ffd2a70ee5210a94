"""A suggested plan over the week: asked for, shown, accepted, thinned out and put away."""

from __future__ import annotations

import re
from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from planner.actions.commitments import By, promise
from planner.actions.people import let_rest
from planner.actions.plans import PlanForm, plan_conversation
from planner.actions.settings import set_time_aside
from planner.domain import words
from planner.library import Library
from planner.ui.board.view import WeekScreen
from planner.ui.cards import board_card, proposal_card
from planner.ui.cards.card_style import PLAIN, CardLook
from planner.ui.window import Window
from tests.conftest import TODAY
from tests.ui.dragging import drop, find, hold, middle_of
from tests.ui.pictures import picture, shows
from tests.ui.suggestions import (
    PLANNED,
    active_board,
    any_due,
    as_planned,
    at,
    find_proposal,
    overheard,
    planned,
    press,
    proposals,
    settle,
    suggested_on,
)

Key = Qt.Key
Left = Qt.MouseButton.LeftButton
Control = Qt.KeyboardModifier.ControlModifier
PLANS = "SELECT count(*) FROM plan"


@pytest.fixture
def board(window: Window, qtbot: QtBot) -> WeekScreen:
    return active_board(window, qtbot)


@pytest.fixture
def suggested(board: WeekScreen, qtbot: QtBot) -> WeekScreen:
    return suggested_on(board, qtbot)


@pytest.fixture
def heard(board: WeekScreen) -> list[str]:
    return overheard(board)


def told(board: WeekScreen) -> tuple[str, str]:
    """What there is to say: how many and how good, then how much of the time set aside."""
    shown = proposals(board)
    more = sum(tile.minutes for tile in shown)
    return (
        f"{len(shown)} conversations, proven the best possible",
        f"{words.length(more)} more: {words.length(PLANNED + more)} of 11 h set aside",
    )


# What is shown


def test_dashed_cards_stand_among_the_plans_at_their_times(suggested: WeekScreen, sample: Library) -> None:
    shown = proposals(suggested)
    assert [as_planned(tile) for tile in shown] == [
        (each.person_id, each.day.isoformat(), at(each.starts), each.minutes, each.channel.value)
        for each in suggested.proposing.chosen
    ]
    assert len(shown) >= 5
    for view in suggested.area.days:
        starts = [tile.starts or time.max for tile in view.cards.tiles]
        assert starts == sorted(starts)
        assert all(tile.day == view.day for tile in view.cards.tiles)
    assert sample.value(PLANS + " WHERE created_on = ?", (TODAY.isoformat(),)) == 0, "nothing is written"


def test_each_says_a_fact_before_advice_and_everything_to_a_screen_reader(suggested: WeekScreen) -> None:
    column, tile = find_proposal(suggested, "Mei-Ling Zhao")
    assert re.fullmatch(
        r"34 days since you spoke, rhythm 28; this cuts \d+ overdue days to \d+\.", tile.facts.why
    )
    assert tile.day is not None and tile.words.startswith("Suggested, not planned yet. ")
    assert f"Mei-Ling Zhao on {words.day_words(tile.day, TODAY)} ({tile.minutes} min): last" in tile.words
    assert find_proposal(suggested, "Tobias Lindner")[1].facts.why == (
        "You promised him the terminal outage review by 4 September; it is still open."
    )
    row = column.cards.column.row_of(tile.key)
    assert row is not None
    index = column.cards.column.index(row)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == tile.words


def test_a_dashed_card_cannot_be_taken_for_a_plan(suggested: WeekScreen) -> None:
    theme = suggested.desk.theme
    facts = find_proposal(suggested, "Mei-Ling Zhao")[1].facts
    height = proposal_card.height_for_width(theme, facts, 150)
    for look in (PLAIN, CardLook(hovered=True), CardLook(focused=True)):
        dashed = picture(150, height, lambda p, r, look=look: proposal_card.paint(p, r, facts, look, theme))
        assert shows(dashed, theme.palette.accent_tint) > 150 * height / 3
        line = [dashed.pixelColor(x, 0).rgb() == theme.palette.accent.rgb() for x in range(20, 130)]
        assert 0.3 < sum(line) / len(line) < 0.8, "the line is dashed"
    plan = picture(150, 200, lambda p, r: board_card.paint(p, r, facts, PLAIN, theme))
    assert shows(plan, theme.palette.accent_tint) == shows(plan, theme.palette.accent) == 0


def test_the_bar_says_how_many_how_much_and_how_good(suggested: WeekScreen, heard: list[str]) -> None:
    said = suggested.proposing.bar.words.said
    assert (said.title, said.caption) == told(suggested)
    assert suggested.proposing.bar.isVisible()


def test_the_day_heads_show_what_would_be_added(board: WeekScreen, qtbot: QtBot) -> None:
    before = board.area.days[3].head.grab().toImage()
    board.header.suggest.click()
    settle(board, qtbot)
    head = board.area.days[3].head
    more = sum(tile.minutes for tile in proposals(board) if tile.day == board.area.days[3].day)
    said = f"Thursday 17 September, 1 h 15 of 2 h, {words.length(more)} more suggested"
    assert more and head.accessibleName() == said
    assert shows(head.grab().toImage(), board.desk.theme.palette.accent_line) > 20
    press(board, qtbot, Key.Key_Escape)
    assert head.accessibleName() == "Thursday 17 September, 1 h 15 of 2 h"
    assert head.grab().toImage() == before


def test_it_is_announced_and_the_keyboard_is_on_the_first_one(
    board: WeekScreen, heard: list[str], qtbot: QtBot
) -> None:
    board.walk.focus_here()
    press(board, qtbot, Key.Key_S)
    assert heard[-1] == f"{'. '.join(told(board))}."
    current = board.walk.current()
    assert current is not None and current == proposals(board)[0]
    assert board.subject().people == (current.person_id,)


def test_a_promise_without_room_is_said(board: WeekScreen, sample: Library, qtbot: QtBot) -> None:
    promise(sample, any_due(board), By.YOU, "the slides", date(2026, 9, 18), today=TODAY)
    for weekday in range(5):
        set_time_aside(sample, weekday, 65 if weekday == 4 else 0)
    press(board, qtbot, Key.Key_S)
    said = board.proposing.bar.words.said
    assert len(proposals(board)) == 1
    assert said.caption == "5 min more: 8 h 50 of 1 h 05 set aside; no room for 1 promise"
    assert said.spoken.endswith("cannot be kept unless 5 min are freed on Friday.")


# Putting it away, and nothing to show


@pytest.mark.parametrize("how", ["key", "bar", "command", "week"])
def test_it_is_put_away_without_a_trace(
    suggested: WeekScreen, sample: Library, heard: list[str], qtbot: QtBot, how: str
) -> None:
    steps = len(sample.history())
    if how == "key":
        press(suggested, qtbot, Key.Key_Escape)
    elif how == "bar":
        qtbot.mouseClick(suggested.proposing.bar.buttons["close_suggestion"], Left)
    elif how == "command":
        suggested.desk.command_wanted.emit("close_suggestion", None)
    else:
        suggested.next_week()
    assert proposals(suggested) == [] and not suggested.proposing.bar.isVisible()
    assert "The suggestion is put away. Nothing of it was planned." in heard
    assert len(sample.history()) == steps


def test_esc_clears_what_is_chosen_first(suggested: WeekScreen, qtbot: QtBot) -> None:
    suggested.state.selection.choose((proposals(suggested)[0].key,))
    press(suggested, qtbot, Key.Key_Escape)
    assert suggested.proposing.proposal is not None and not len(suggested.state.selection)


def test_nothing_to_suggest_is_said_in_words(board: WeekScreen, sample: Library, qtbot: QtBot) -> None:
    with sample.change("Rest"):
        for row in list(sample.rows("SELECT id FROM person")):
            let_rest(sample, row[0], None, today=TODAY)
    board.walk.focus_here()
    press(board, qtbot, Key.Key_S)
    said = board.proposing.bar.words.said
    assert said.title == "Nothing to suggest"
    assert said.caption == "Everyone who is due is planned or resting. Enjoy it."
    shown = [command for command, button in board.proposing.bar.buttons.items() if button.isVisible()]
    assert shown == ["why_not", "close_suggestion"]


def test_a_week_that_has_passed_is_refused_in_words(
    board: WeekScreen, heard: list[str], qtbot: QtBot
) -> None:
    board.show_week(date(2026, 9, 7))
    board.desk.command_wanted.emit("suggest", None)
    settle(board, qtbot)
    assert heard[-1] == "That week has passed. Choose this one or one to come."
    assert board.proposing.proposal is None


def test_without_a_suggestion_its_commands_say_so(board: WeekScreen, qtbot: QtBot) -> None:
    said: list[str] = []
    board.desk.said.connect(lambda words, _undo: said.append(words))
    for command in ("accept_all", "why_not", "close_suggestion"):
        board.desk.command_wanted.emit(command, None)
    board.walk.focus_here()
    press(board, qtbot, Key.Key_Y)
    assert said == ["Nothing is suggested at the moment. “Suggest a plan” (S) does that."] * 4
    press(board, qtbot, Key.Key_S)
    board.walk.focus_key(find(board, "Sofie Brandt")[1].key)
    assert not board.proposing.bar.buttons["accept"].isEnabled()
    press(board, qtbot, Key.Key_Y)
    assert said[-1] == "Choose a suggested card first, then this works on it."


# The library changes meanwhile


def test_what_is_planned_meanwhile_is_taken_into_account(
    suggested: WeekScreen, sample: Library, qtbot: QtBot
) -> None:
    (tile,) = [each for each in proposals(suggested) if each.facts.name == "Mei-Ling Zhao"]
    form = PlanForm(people=(tile.person_id,), day=date(2026, 9, 17), starts=time(9), minutes=45)
    plan_conversation(sample, form, today=TODAY)
    settle(suggested, qtbot)
    names = [each.facts.name for each in proposals(suggested)]
    assert names and "Mei-Ling Zhao" not in names
    thursday = [each for each in proposals(suggested) if each.day == date(2026, 9, 17)]
    assert sum(each.minutes for each in thursday) == 0, "no time is left on Thursday"


def test_a_card_may_be_dragged_to_a_day_of_its_own(
    suggested: WeekScreen, sample: Library, qtbot: QtBot
) -> None:
    _, tile = find_proposal(suggested, "Katarzyna Wolska")
    thursday, friday = suggested.area.days[3], suggested.area.days[4]
    offer = hold(friday, [find(suggested, "Jasper Kuiper")[1]], 700)
    assert offer is not None and "Katarzyna" not in offer.slot.words, "a suggestion takes no time"
    assert drop(thursday, [tile])
    settle(suggested, qtbot)
    assert (tile.person_id, "2026-09-17") in {each[:2] for each in planned(sample)}
    assert all(each.facts.name != "Katarzyna Wolska" for each in proposals(suggested))
    assert hold(suggested.engage, [proposals(suggested)[0]]) is None


def test_it_can_be_cancelled(board: WeekScreen, heard: list[str], qtbot: QtBot) -> None:
    board.desk.command_wanted.emit("suggest", None)
    board.proposing.work.cancel()
    settle(board, qtbot)
    assert proposals(board) == [] and board.proposing.proposal is None and heard == []


def test_a_weekend_with_a_suggestion_opens(board: WeekScreen, sample: Library, qtbot: QtBot) -> None:
    for weekday in range(6):
        set_time_aside(sample, weekday, 120 if weekday == 5 else 0)
    board.walk.focus_here()
    press(board, qtbot, Key.Key_S)
    assert board.area.weekend_open
    assert {tile.day for tile in proposals(board)} == {date(2026, 9, 19)}


def test_the_bars_and_the_toast_never_lie_on_each_other(suggested: WeekScreen, window: Window) -> None:
    suggested.state.selection.choose((find(suggested, "Sofie Brandt")[1].key,))
    assert suggested.bar.isVisible()
    window.toast.say("Planned somebody with quite a long name for Thursday 08:30")
    bars = (suggested.proposing.bar, suggested.bar, window.toast)
    seen = [bar._shown_at(bar.mapTo(window, QPoint())) for bar in bars]
    assert not any(one.intersects(other) for one in seen for other in seen if one is not other)


def test_from_the_month_it_goes_to_the_week(window: Window, board: WeekScreen, qtbot: QtBot) -> None:
    window.run("month_view")
    window.run("suggest")
    settle(board, qtbot)
    assert window.pages.currentWidget() is board and proposals(board)
    column, tile = find_proposal(board, "Mei-Ling Zhao")
    assert "rhythm 28 days" in column.cards.delegate.tooltip(
        tile, column.cards.card_rect(0), middle_of(column, "Mei-Ling Zhao").toPointF()
    )
