"""The week board: what it shows, and that it stays right."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.actions.commitments import promise
from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.people import PersonForm, add_person, change_rhythm
from planner.actions.plans import PlanForm, plan_conversation, talked
from planner.actions.settings import set_time_aside
from planner.domain.channels import Channel
from planner.domain.commitments import By
from planner.library import Library
from planner.queries.week import week_board
from planner.ui.board.bands import placed, title
from planner.ui.board.facts import day_tile, later_tile, lifted, suggestion_tile
from planner.ui.board.heads import capacity
from planner.ui.board.tiles import TileKind
from planner.ui.board.view import WeekScreen
from planner.ui.desk import Desk
from tests.conftest import NOW, TODAY
from tests.ui.dragging import find, names, shown_board

ORDINARY = 1292, 848


@pytest.fixture
def board(sample_desk: Desk, qtbot: QtBot) -> WeekScreen:
    return shown_board(sample_desk, qtbot)


# The sample's week


def test_the_sample_week_shows_every_card_in_its_column(board: WeekScreen) -> None:
    counts = [len(day.cards.tiles) for day in board.area.days]
    assert counts == [3, 3, 3, 2, 2, 0, 0]
    assert names(board.engage)[0] == "Tobias Lindner"
    assert len(board.engage.cards.tiles) == 6
    assert names(board.area.days[1]) == ["Daniel Meier", "Markus Egger", "Luca Steiner"]


def test_past_cards_are_done_or_ask(board: WeekScreen) -> None:
    kinds = [tile.kind for tile in board.area.days[0].cards.tiles]
    assert kinds == [TileKind.DONE, TileKind.DONE, TileKind.ASK]
    done, _, ask = board.area.days[0].cards.tiles
    assert done.facts.state_words == "Talked"
    assert done.facts.strip is None
    assert ask.words == "Was Hanna Weber at the booking review?"


def test_what_took_place_is_told_in_the_past(board: WeekScreen, sample_desk: Desk, sample: Library) -> None:
    _, daniel = find(board, "Daniel Meier")
    assert daniel.facts.why == "Hear how the cold-store cutover felt on his side."
    talked(sample, daniel.subject.plan_id, now=sample_desk.now)
    done = find(board, "Daniel Meier")[1].facts
    assert done.done and done.why == "Heard how the cold-store cutover felt on his side."
    assert done.why in done.accessible


def test_the_header_says_which_week_and_how_full(board: WeekScreen) -> None:
    header = board.header
    assert header.title.text() == "14 – 20 September"
    assert header.week.text() == "Week 38"
    assert f"{header.planned.text()} {header.set_aside.text()}" == "8 h 45 planned of 11 h set aside"


def test_day_heads_speak(board: WeekScreen) -> None:
    heads = [day.head.accessibleName() for day in board.area.days]
    assert heads[0] == "Monday 14 September, done, 1 h 30 of 2 h"
    assert heads[1] == "Tuesday 15 September, today, 2 h 45 of 3 h"
    assert heads[2] == "Wednesday 16 September, 15 min over"


def test_later_shows_the_next_few_and_all_on_demand(board: WeekScreen, qtbot: QtBot) -> None:
    cards = board.later.cards
    assert len(cards.tiles) == 5
    assert cards.column.rows[-1].words == "All 14 planned"  # type: ignore[union-attr]
    place = cards.card_rect(5).center().toPoint()
    qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(cards.tiles) == 14


def test_the_trip_lies_over_its_days(board: WeekScreen) -> None:
    (band, place), *rest = board.area.bands._bands
    assert not rest
    assert title(band) == "Zurich Tue–Wed"
    first, last = board.area.days[1], board.area.days[2]
    assert place.left() == first.x() + 7
    assert place.right() == last.x() + last.width() - 8
    assert "5 people there" in board.area.bands.accessibleName()


def test_cards_speak_in_one_sentence(board: WeekScreen) -> None:
    _, tile = find(board, "Beatrix Keller")
    assert tile.words == (
        "Beatrix Keller, Chair of the Board, Norvane, due in 2 days, planned Wednesday 09:30 for 60 minutes,"
        " in person, 2 promises from you, 1 from Beatrix. Resilience on one page, in her words."
    )
    assert board.area.days[2].cards.column.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == tile.words


# Facts of a card


def test_promises_say_when_they_are_due(desk: Desk) -> None:
    ana = add_person(desk.library, PersonForm(name="Ana Ferreira", rhythm_days=14), today=TODAY)
    promise(desk.library, ana, By.YOU, "The plan", TODAY - timedelta(days=3), today=TODAY)
    promise(desk.library, ana, By.THEY, "The forecast", None, today=TODAY)
    (standing,) = week_board(desk.library, TODAY).engage.people
    badge = suggestion_tile(standing, 1, TODAY).facts.badges[0]
    assert (badge.icon, badge.text, badge.icon2, badge.text2) == ("out", "1", "inn", "1")
    assert badge.tint == "overdue"
    assert badge.tooltip == (
        "You promised Ana: The plan, by Sat 12 Sep, 3 days late.\nAna promised you: The forecast."
    )


def test_a_plan_with_several_names_the_others(desk: Desk) -> None:
    people = tuple(
        add_person(desk.library, PersonForm(name=name), today=TODAY)
        for name in ("Ana Ferreira", "Luca Steiner", "Mei-Ling Zhao")
    )
    plan_conversation(desk.library, PlanForm(people=people, day=TODAY, starts=time(9)), today=TODAY)
    (card,) = week_board(desk.library, TODAY).days[1].cards
    tile = day_tile(card, TODAY)
    assert tile.facts.organisation == "with Luca and Mei-Ling"
    assert tile.subject.people == people


@pytest.mark.parametrize(
    ("purpose", "question"),
    [
        ("The board dinner", "Was Ana Ferreira at the board dinner?"),
        ("", "Did you talk with Ana Ferreira?"),
        ("Q3 budget", "Did you talk with Ana Ferreira about “Q3 budget”?"),
    ],
)
def test_a_plan_that_has_passed_asks(desk: Desk, purpose: str, question: str) -> None:
    ana = add_person(desk.library, PersonForm(name="Ana Ferreira"), today=TODAY)
    form = PlanForm(people=(ana,), day=TODAY - timedelta(days=1), purpose=purpose)
    plan_conversation(desk.library, form, today=TODAY)
    (card,) = week_board(desk.library, TODAY).days[0].cards
    assert day_tile(card, TODAY).words == question


def test_a_suggestion_is_lifted_as_half_an_hour_by_the_channel_used_last(desk: Desk) -> None:
    ana = add_person(desk.library, PersonForm(name="Ana Ferreira", rhythm_days=7), today=TODAY)
    talk = ConversationForm(people=(ana,), day=TODAY - timedelta(days=20), channel=Channel.CALL)
    log_conversation(desk.library, talk, now=NOW)
    (standing,) = week_board(desk.library, TODAY).engage.people
    tile = suggestion_tile(standing, 1, TODAY)
    assert tile.channel is Channel.CALL
    assert [(badge.icon, badge.text) for badge in lifted(tile).badges] == [("phone", "30 m")]


def test_a_later_card_names_its_day(desk: Desk) -> None:
    ana = add_person(desk.library, PersonForm(name="Ana Ferreira"), today=TODAY)
    plan_conversation(desk.library, PlanForm(people=(ana,), day=date(2027, 1, 4)), today=TODAY)
    (card,) = week_board(desk.library, TODAY).later
    assert later_tile(card, TODAY).facts.badges[0].text == "Mon 4 Jan 2027"


# Empty, large, dark


def test_nobody_to_engage_is_said_as_it_is(desk: Desk, qtbot: QtBot) -> None:
    board = shown_board(desk, qtbot)
    ana = add_person(desk.library, PersonForm(name="Ana Ferreira", rhythm_days=30), today=TODAY)
    assert board.engage.cards.accessibleName() == "To engage. Nobody is due yet."
    promise(desk.library, ana, By.YOU, "the deck", TODAY - timedelta(days=2), today=TODAY)
    assert board.engage.cards.accessibleName() == "To engage, 1"
    plan_conversation(desk.library, PlanForm(people=(ana,), day=TODAY), today=TODAY)
    assert board.engage.cards.accessibleName() == "To engage. Everyone who is due is planned. Enjoy it."


def test_empty_columns_speak(desk: Desk, qtbot: QtBot) -> None:
    board = shown_board(desk, qtbot)
    assert board.engage.cards.accessibleName() == "To engage. Everyone is on rhythm. Enjoy it."
    assert board.area.days[3].cards.accessibleName() == (
        "Thursday 17 September, Nothing planned. Quiet days are allowed."
    )
    empty = board.area.days[3].grab().toImage()
    colours = {empty.pixel(x, 90) for x in range(empty.width())}
    assert len(colours) > 1
    assert board.header.planned.text() == "Nothing"


@pytest.mark.parametrize("scale", [0.9, 1.5])
def test_text_size_changes_widths_and_days_scroll_sideways(
    board: WeekScreen, sample_desk: Desk, scale: float
) -> None:
    assert board.area.horizontalScrollBar().maximum() == 0
    sample_desk.theme.set_text_scale(scale)
    QApplication.processEvents()
    widths = {day.card_width for day in board.area.days[:5]}
    assert min(widths) >= round(150 * scale)
    assert max(widths) - min(widths) <= 1
    assert board.engage.card_width == round(240 * scale)
    assert (board.area.horizontalScrollBar().maximum() > 0) is (scale > 1)
    height = board.area.days[1].cards.card_rect(0).height()
    assert height > 150 * scale


def test_days_that_do_not_fit_fade_out_and_today_comes_first(sample_desk: Desk, qtbot: QtBot) -> None:
    assert shown_board(sample_desk, qtbot).area.fade is None
    sample_desk.theme.set_text_scale(1.5)
    area = shown_board(sample_desk, qtbot, (1000, 700)).area
    bar, fade = area.horizontalScrollBar(), area.fade
    assert fade is not None and bar.value() == area.days[1].x() > 0 and fade.sides == (False, True)
    bar.setValue(bar.value() + 30)
    assert fade.sides == (True, True)
    edge = fade.grab().toImage().pixelColor(0, 40)
    assert edge == sample_desk.theme.palette.paper
    bar.setValue(0)
    assert fade.sides == (False, True)
    bar.setValue(bar.maximum())
    assert fade.sides[1] is False


def test_the_board_follows_light_and_dark(board: WeekScreen, sample_desk: Desk) -> None:
    light = board.grab().toImage()
    sample_desk.theme.set_dark(True)
    QApplication.processEvents()
    dark = board.grab().toImage()
    place = board.area.days[1].cards.card_rect(0).center().toPoint()
    at = board.area.days[1].cards.viewport().mapTo(board, place + QPoint(-60, 60))
    assert light.pixelColor(at).lightness() > 200
    assert dark.pixelColor(at).lightness() < 60


# Weeks


def test_weeks_are_turned(board: WeekScreen, qtbot: QtBot, sample_desk: Desk) -> None:
    said: list[str] = []
    sample_desk.announced.connect(said.append)
    qtbot.mouseClick(board.header.next, Qt.MouseButton.LeftButton)
    assert board.header.title.text() == "21 – 27 September"
    assert said == ["21 – 27 September, Week 39"]
    assert "Grace Kimani" in names(board.area.days[0])
    board.previous_week()
    board.previous_week()
    assert board.header.title.text() == "7 – 13 September"
    qtbot.mouseClick(board.header.this, Qt.MouseButton.LeftButton)
    assert board.monday == date(2026, 9, 14)


def test_the_weekend_opens_and_folds(board: WeekScreen) -> None:
    assert board.area.folded.isVisible()
    assert not board.area.days[5].isVisible()
    board.weekend()
    assert board.area.days[5].isVisible() and board.area.days[6].isVisible()
    assert not board.area.folded.isVisible()
    board.weekend()
    assert board.area.folded.isVisible()


def test_a_click_opens_the_folded_weekend(board: WeekScreen, qtbot: QtBot) -> None:
    qtbot.mouseClick(board.area.folded, Qt.MouseButton.LeftButton)
    assert board.area.weekend_open


def test_the_folded_weekend_says_who_is_planned(desk: Desk, qtbot: QtBot) -> None:
    ana = add_person(desk.library, PersonForm(name="Ana Ferreira"), today=TODAY)
    plan_conversation(desk.library, PlanForm(people=(ana,), day=date(2026, 9, 19)), today=TODAY)
    board = shown_board(desk, qtbot)
    assert board.area.folded.accessibleName() == "Weekend, 1 conversation: Ana Ferreira. Press Enter to open"


# Staying right


def test_the_board_follows_the_library(board: WeekScreen, sample_desk: Desk) -> None:
    _, tile = find(board, "Priya Raman")
    set_time_aside(sample_desk.library, 4, 50)
    assert board.area.days[4].head.accessibleName().endswith("10 min over")
    change_rhythm(sample_desk.library, tile.person_id, 1)
    assert find(board, "Priya Raman")[1].facts.state_words.endswith("overdue")


def test_a_refresh_keeps_scrolling_focus_and_choice(board: WeekScreen, sample_desk: Desk) -> None:
    board.resize(1292, 420)
    QApplication.processEvents()
    column, tile = find(board, "Luca Steiner")
    board.state.selection.choose([tile.key])
    assert board.walk.focus_key(tile.key)
    scrolled = column.cards.verticalScrollBar().value()
    assert scrolled > 0
    set_time_aside(sample_desk.library, 1, 55)
    assert column.cards.verticalScrollBar().value() == scrolled
    assert board.walk.current() == tile
    assert board.state.selection.keys == (tile.key,)
    assert board.subject() == tile.subject


def test_a_hidden_board_waits_until_it_is_seen(board: WeekScreen, sample_desk: Desk) -> None:
    board.hide()
    set_time_aside(sample_desk.library, 4, 50)
    assert not board.area.days[4].head.accessibleName().endswith("over")
    board.show()
    assert board.area.days[4].head.accessibleName().endswith("10 min over")


def test_midnight_moves_the_week_on(board: WeekScreen, sample_desk: Desk) -> None:
    sample_desk._clock = lambda: NOW + timedelta(days=7)
    board._look_at_the_clock()
    assert board.monday == date(2026, 9, 21)
    assert "today" in board.area.days[1].head.accessibleName()


def test_many_people_stay_quick_to_show(desk: Desk, qtbot: QtBot) -> None:
    """A dozen suggestions are cards, sixty once one scrolls; a line with the rest leads to People."""
    with desk.library.change("Add many"):
        for number in range(70):
            form = PersonForm(name=f"Person {number:02}", rhythm_days=1)
            person = add_person(desk.library, form, today=TODAY)
            talk = ConversationForm(people=(person,), day=TODAY - timedelta(days=9))
            log_conversation(desk.library, talk, now=NOW)
    board = shown_board(desk, qtbot)
    wanted: list[str] = []
    desk.place_wanted.connect(wanted.append)
    assert len(board.engage.cards.tiles) == 12
    first, bar = board.engage.cards.tiles, board.engage.cards.verticalScrollBar()
    bar.setValue(bar.maximum() - 40)
    scrolled = bar.value()
    qtbot.waitUntil(lambda: len(board.engage.cards.tiles) > 12)
    assert len(board.engage.cards.tiles) == 60
    assert board.engage.cards.tiles[:12] == first and bar.value() == scrolled
    assert board.engage.cards.column.rows[-1].words == "10 more in People"  # type: ignore[union-attr]
    board.engage.cards.more_wanted.emit()
    assert wanted == ["people"]


def test_capacity_in_words(sample_desk: Desk) -> None:
    days = week_board(sample_desk.library, TODAY).days
    assert [capacity(day) for day in days[:3]] == ["1 h 30 of 2 h", "2 h 45 of 3 h", "15 min over"]
    assert capacity(days[5]) == ""


def test_trips_that_meet_get_lanes_of_their_own(sample_desk: Desk) -> None:
    board = week_board(sample_desk.library, TODAY)
    band = board.trips[0]
    shown = tuple(day.day for day in board.days)
    assert [(each.lane, each.first, each.last) for each in placed((band, band), shown)] == [
        (0, 1, 2),
        (1, 1, 2),
    ]


def test_a_badge_explains_itself_under_the_pointer(board: WeekScreen) -> None:
    column, tile = find(board, "Jasper Kuiper")
    rect = column.cards.card_rect(0)
    place = QPoint(int(rect.left()) + 20, int(rect.bottom()) - 18)
    assert column.cards.delegate.tooltip(tile, rect, place.toPointF()) == "In person, 09:00, 45 minutes"
