"""Deciding in the review: who comes in, who is the same, and what is taken over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm
from planner.library import Library
from planner.queries.people import count
from planner.ui.desk import Desk
from planner.ui.review.rows import Answer, Section, Shelf
from planner.ui.review.view import ReviewScreen
from planner.ui.theme import Theme
from tests.ui.review_files import (
    ANA,
    RUI,
    address_book,
    calendar,
    card,
    click_answer,
    click_take,
    click_tick,
    meeting,
    row,
    settle,
    shown,
    titles,
)
from tests.ui.review_screens import Clock, add, both_files, review_screen

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(qapp: QApplication, library: Library, clock: Clock) -> Iterator[Desk]:
    made = Desk(library, Theme(reduced_motion=True), clock)
    yield made
    made.close()


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> ReviewScreen:
    return review_screen(qtbot, desk)


@pytest.fixture
def both(tmp_path: Path) -> tuple[Path, Path]:
    return both_files(tmp_path)


def test_a_stranger_comes_in_and_the_meeting_becomes_a_conversation(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, both: tuple[Path, Path]
) -> None:
    shown(qtbot, screen, *both)
    assert screen.reviewing is not None
    port = row(screen, "Port talks")
    assert screen.reviewing.told(port).words == "Nobody you know: Yusuf Demir"
    click_tick(qtbot, screen, "Yusuf Demir")
    assert screen.reviewing.told(port).words == "With Yusuf Demir"
    assert screen.reviewing.told(port).badge == ("chat", "Conversation")
    with qtbot.waitSignal(desk.place_wanted):
        screen.import_now()
    assert count(desk.library) == 3
    assert desk.library.value("SELECT count(*) FROM conversation") == 2


def test_whoever_is_at_most_meetings_may_be_you(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, tmp_path: Path
) -> None:
    helena = ("Helena Voss", "helena@norvane.example")
    days = range(1, 8)
    file = calendar(
        tmp_path, *(meeting(f"m{day}", f"2026090{day}T080000Z", f"Talk {day}", helena) for day in days)
    )
    shown(qtbot, screen, file)
    assert row(screen, "Helena Voss").answers == (Answer.YOU, Answer.NEW, Answer.OUT)
    qtbot.mouseClick(screen.filters.untick, LEFT)
    click_answer(qtbot, screen, "Helena Voss", Answer.YOU)
    assert screen.foot.go.text() == "Keep your own address"
    with qtbot.waitSignal(desk.place_wanted):
        screen.import_now()
    assert count(desk.library) == 0
    shown(qtbot, screen, file)
    assert titles(screen, Section.STRANGERS) == []


@pytest.mark.parametrize(
    ("answer", "people", "emails"),
    [(Answer.SAME, 1, 2), (Answer.NEW, 2, 2), (Answer.OUT, 1, 1)],
)
def test_possibly_the_same_waits_for_an_answer(
    qtbot: QtBot,
    screen: ReviewScreen,
    desk: Desk,
    tmp_path: Path,
    answer: Answer,
    people: int,
    emails: int,
) -> None:
    shown(qtbot, screen, address_book(tmp_path, card("Ana Ferreira", "ana@home.example")))
    with qtbot.waitSignal(desk.place_wanted):
        screen.import_now()
    file = address_book(tmp_path, card(*ANA, organisation="Contoso"), card(*RUI), name="more.vcf")
    shown(qtbot, screen, file)
    ana = row(screen, "Ana Ferreira")
    assert ana.section is Section.POSSIBLE
    assert ana.words.startswith("Same name as Ana Ferreira")
    assert screen.foot.go.text() == "Import 1 person"
    click_answer(qtbot, screen, "Ana Ferreira", answer)
    with qtbot.waitSignal(desk.place_wanted):
        screen.import_now()
    named = desk.library.value("SELECT count(*) FROM person WHERE name = 'Ana Ferreira'")
    points = desk.library.value("SELECT count(*) FROM contact_point WHERE normal LIKE 'ana@%'")
    assert (named, points) == (people, emails)


def test_ticking_everything_answers_for_nobody_who_may_be_known(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, tmp_path: Path
) -> None:
    add(desk, PersonForm(name="Ana Ferreira", organisation="Fabrikam"))
    shown(qtbot, screen, address_book(tmp_path, card(*ANA, organisation="Contoso"), card(*RUI)))
    assert screen.reviewing is not None
    ana = row(screen, "Ana Ferreira")
    qtbot.mouseClick(screen.filters.tick, LEFT)
    assert screen.reviewing.decisions.of(ana) is Answer.OUT
    qtbot.mouseClick(screen.filters.chips[Shelf.POSSIBLE], LEFT)
    qtbot.mouseClick(screen.filters.tick, LEFT)
    assert screen.reviewing.decisions.of(ana) is Answer.SAME


def test_what_stands_here_stays_unless_it_is_taken(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, tmp_path: Path
) -> None:
    shown(qtbot, screen, address_book(tmp_path, card(*ANA, role="CIO")))
    with qtbot.waitSignal(desk.place_wanted):
        screen.import_now()
    file = address_book(tmp_path, card(*ANA, role="CTO", phone="+41 44 000 00 00"), name="newer.vcf")
    shown(qtbot, screen, file)
    ana = row(screen, "Ana Ferreira")
    assert (ana.section, ana.words) == (Section.CHANGED, "Adds phone +41 44 000 00 00")
    click_take(qtbot, screen, "Ana Ferreira", "role")
    click_take(qtbot, screen, "Ana Ferreira", "role")
    assert screen.reviewing is not None
    assert screen.reviewing.choices().taken == frozenset()
    click_take(qtbot, screen, "Ana Ferreira", "role")
    with qtbot.waitSignal(desk.place_wanted):
        screen.import_now()
    assert desk.library.value("SELECT role FROM person") == "CTO"


def test_all_changes_that_are_shown_are_taken_at_once_or_none(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, tmp_path: Path
) -> None:
    for name, role in (("Ana Ferreira", "CIO"), ("Rui Costa", "Buyer"), ("Mei Lin", "CFO")):
        add(desk, PersonForm(name=name, role=role))
    cards = [card(name, role="Chair") for name in ("Ana Ferreira", "Rui Costa", "Mei Lin")]
    shown(qtbot, screen, address_book(tmp_path, *cards))
    take = screen.filters.take
    assert (take.isVisible(), take.text()) == (True, "Take all changes")
    screen.search.setText("Mei")
    qtbot.mouseClick(take, LEFT)
    settle(qtbot, screen)
    assert screen.foot.go.text() == "Import 1 changed person"
    assert take.text() == "Keep all as here"
    screen.search.clear()
    assert take.text() == "Take all changes"
    qtbot.mouseClick(take, LEFT)
    settle(qtbot, screen)
    assert screen.foot.go.text() == "Import 3 changed people"
    click_take(qtbot, screen, "Ana Ferreira", "role")
    assert take.text() == "Take all changes"
    qtbot.mouseClick(take, LEFT)
    qtbot.mouseClick(take, LEFT)
    settle(qtbot, screen)
    assert screen.foot.go.text() == "Nothing to import"


def test_where_nothing_differs_there_are_no_changes_to_take(
    qtbot: QtBot, screen: ReviewScreen, both: tuple[Path, Path]
) -> None:
    shown(qtbot, screen, *both)
    assert not screen.filters.take.isVisible()


def test_an_unchanged_person_can_still_take_the_new_role(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, tmp_path: Path
) -> None:
    add(desk, PersonForm(name="Ana Ferreira", role="CIO"))
    shown(qtbot, screen, address_book(tmp_path, card("Ana Ferreira", role="CTO")))
    assert titles(screen, Section.UNCHANGED) == ["Ana Ferreira"]
    assert screen.foot.go.text() == "Nothing to import"
    click_take(qtbot, screen, "Ana Ferreira", "role")
    assert screen.foot.go.text() == "Import 1 changed person"


def test_decisions_outlive_a_change_of_the_library(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, both: tuple[Path, Path]
) -> None:
    shown(qtbot, screen, *both)
    click_tick(qtbot, screen, "Lunch")
    click_tick(qtbot, screen, "Rui Costa")
    add(desk, PersonForm(name="Yusuf Demir"))
    settle(qtbot, screen)
    assert row(screen, "Yusuf Demir").answers == (Answer.SAME, Answer.NEW, Answer.OUT)
    assert screen.foot.go.text() == "Import 1 person, 1 plan and 1 busy time"
    with qtbot.waitSignal(desk.place_wanted):
        screen.import_now()
    assert count(desk.library) == 2
