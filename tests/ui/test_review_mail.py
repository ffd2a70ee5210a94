"""Mail archives in the review: who is in them, whose mail comes in, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, Point
from planner.library import Library
from planner.ui.desk import Desk
from planner.ui.review.rows import Answer, Section, Shelf
from planner.ui.review.view import ReviewScreen
from planner.ui.theme import Theme
from tests.actions.mail_archives import ANA, ME, RUI, archive, mail, talks
from tests.ui.review_files import click_answer, click_tick, row, settle, shown, titles
from tests.ui.review_screens import Clock, add, review_screen

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(qapp: QApplication, library: Library, clock: Clock) -> Iterator[Desk]:
    made = Desk(library, Theme(reduced_motion=True), clock)
    add(made, PersonForm(name="Ana Ferreira", points=(Point(kind="email", value="ana@contoso.example"),)))
    yield made
    made.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return archive(
        tmp_path,
        mail(ANA, ME, 9),
        mail(ME, ANA, 7, body="What it says\n"),
        *(mail(RUI, ME, 6 - n) if n % 2 else mail(ME, RUI, 6 - n) for n in range(4)),
        mail("Once <once@x.example>", ME, 3),
        mail("list@x.example", ME, 3, more="List-Id: <x.example>"),
        mail("list@x.example", ME, 2, more="List-Id: <x.example>"),
    )


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk, path: Path) -> ReviewScreen:
    made = review_screen(qtbot, desk)
    shown(qtbot, made, path)
    return made


def said(screen: ReviewScreen, title: str) -> str:
    assert screen.reviewing is not None
    return screen.reviewing.told(row(screen, title)).words


def test_everybody_in_the_mail_is_listed_with_what_there_is(screen: ReviewScreen) -> None:
    assert screen.counts.text() == "7 messages"
    assert titles(screen, Section.WRITERS) == [ME, "Rui Costa", "Once"]
    assert said(screen, "Rui Costa") == "You wrote on 2 days, they on 2, last on 12 Sep"
    assert said(screen, "Once") == "They wrote on one day, last on 12 Sep"
    assert said(screen, ME).startswith("Kept as one of your own addresses")
    assert titles(screen, Section.MAIL) == ["Ana Ferreira"]
    assert said(screen, "Ana Ferreira") == (
        "You wrote on one day, they on 1, from 6 Sep to 8 Sep. 2 messages in all"
    )
    assert titles(screen, Section.LEFT_OUT) == ["2 from mailing lists and newsletters"]
    assert row(screen, "2 from mailing lists and newsletters").about.startswith("They name a list")
    assert screen.foot.go.text() == "Import 1 person and 6 conversations by mail"


def test_the_chips_show_people_and_mail(qtbot: QtBot, screen: ReviewScreen) -> None:
    assert set(screen.filters.chips) == {Shelf.EVERYTHING, Shelf.WRITERS, Shelf.MAIL}
    qtbot.mouseClick(screen.filters.chips[Shelf.MAIL], LEFT)
    assert [each.section for each in screen.list.rows] == [Section.MAIL, Section.LEFT_OUT]


def test_mail_that_is_not_wanted_stays_out(qtbot: QtBot, screen: ReviewScreen, desk: Desk) -> None:
    click_tick(qtbot, screen, "Ana Ferreira")
    assert screen.foot.go.text() == "Import 1 person and 4 conversations by mail"
    click_tick(qtbot, screen, "Rui Costa")
    assert screen.foot.go.text() == "Keep your own address"
    click_tick(qtbot, screen, "Once")
    assert screen.foot.go.text() == "Import 1 person and 1 conversation by mail"
    qtbot.mouseClick(screen.foot.go, LEFT)
    settle(qtbot, screen)
    assert [each[4] for each in talks(desk.library)] == ["Once"]


def test_an_address_that_is_not_the_owners_can_be_somebody(qtbot: QtBot, screen: ReviewScreen) -> None:
    click_answer(qtbot, screen, ME, Answer.NEW)
    assert (
        said(screen, ME)
        == "This seems to be your own address: mail was delivered to it, a calendar is called by it, "
        "or it is in nearly all mail"
    )
    click_answer(qtbot, screen, ME, Answer.YOU)
    assert screen.foot.go.text() == "Import 1 person and 6 conversations by mail"


@pytest.mark.parametrize("wanted", [False, True])
def test_what_mails_say_is_kept_only_with_a_tick(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, wanted: bool
) -> None:
    assert screen.foot.text.isVisible()
    assert not screen.foot.text.isChecked()
    if wanted:
        qtbot.mouseClick(screen.foot.text, LEFT, pos=screen.foot.text.rect().center() / 4)
        assert screen.foot.text.isChecked()
    qtbot.mouseClick(screen.foot.go, LEFT)
    settle(qtbot, screen)
    assert any("What it says" in each[3] for each in talks(desk.library)) is wanted


def test_without_mail_there_is_no_such_tick(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    screen = review_screen(qtbot, desk)
    table = tmp_path / "Connections.csv"
    table.write_text("First Name,Last Name,Connected On\nMei,Tan,1 Jan 2020\n", "utf-8")
    shown(qtbot, screen, table)
    assert titles(screen, Section.NEW) == ["Mei Tan"]
    assert not screen.foot.text.isVisible()


def test_the_same_archive_again_has_nothing_to_add(
    qtbot: QtBot, screen: ReviewScreen, path: Path, tmp_path: Path
) -> None:
    click_tick(qtbot, screen, "Once")
    qtbot.mouseClick(screen.foot.go, LEFT)
    settle(qtbot, screen)
    shown(qtbot, screen, path)
    assert screen.nothing.heading.text() == "Everything in these files is here already."
