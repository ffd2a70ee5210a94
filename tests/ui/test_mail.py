"""M drafts a message: the mail program gets the address, and nothing in the library changes."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.people import PersonForm, Point, add_person
from planner.domain.channels import Channel
from planner.library import Library
from planner.queries.message import addressees
from planner.ui import doing
from planner.ui.board.menu import menu_ids
from planner.ui.board.view import WeekScreen
from planner.ui.people.view import PeopleScreen
from planner.ui.screen import Subject
from planner.ui.window import Window
from tests.conftest import NOW, TODAY


class MailProgram(QObject):
    """What the desktop hands addresses of mail to."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        """Note the address."""
        self.opened.append(bytes(url.toEncoded().data()).decode())


@pytest.fixture
def mail(window: Window) -> Iterator[MailProgram]:
    program = MailProgram()
    QDesktopServices.setUrlHandler("mailto", program, "take")
    yield program
    QDesktopServices.unsetUrlHandler("mailto")


@pytest.fixture
def ana(sample: Library) -> int:
    point = Point(kind="email", value="ana@norvane.example")
    return add_person(sample, PersonForm(name="Ana Novak", points=(point,)), today=TODAY)


@pytest.fixture
def said(window: Window) -> list[str]:
    heard: list[str] = []
    window.desk.said.connect(lambda words, _undo: heard.append(words))
    window.desk.failed.connect(heard.append)
    return heard


def log(library: Library, person: int, topic: str, *, private: bool = False) -> None:
    form = ConversationForm(people=(person,), day=TODAY, channel=Channel.CALL, topic=topic, private=private)
    log_conversation(library, form, now=NOW)


def test_the_mail_program_opens_with_the_draft(
    window: Window, mail: MailProgram, ana: int, sample: Library, said: list[str]
) -> None:
    log(sample, ana, "Exit costs")
    steps = len(sample.history())
    doing.run(window.desk, window, "message", Subject(people=(ana,)))
    (opened,) = mail.opened
    assert opened.startswith("mailto:ana@norvane.example?subject=Exit%20costs&body=Hello%20Ana")
    assert "“Exit costs”" in unquote(opened)
    assert said == ["Your mail program has a draft to Ana."]
    assert len(sample.history()) == steps


def test_what_was_private_stays_out(sample: Library, ana: int) -> None:
    log(sample, ana, "Exit costs")
    log(sample, ana, "Her health", private=True)
    assert [each.topic for each in addressees(sample, [ana])] == [""]


def test_without_an_address_the_sentence_comes_instead(
    window: Window, mail: MailProgram, sample: Library, said: list[str]
) -> None:
    nobody = add_person(sample, PersonForm(name="Priya Rao"), today=TODAY)
    doing.run(window.desk, window, "message", Subject(people=(nobody,)))
    assert mail.opened == []
    assert said == ["Priya Rao has no e-mail address yet. Edit the person to add one."]


def test_m_works_on_the_board_and_the_menus_offer_it(
    window: Window, mail: MailProgram, ana: int, qtbot: QtBot, said: list[str]
) -> None:
    board = window.pages.currentWidget()
    assert isinstance(board, WeekScreen)
    tile = board.engage.cards.tiles[0]
    window.activateWindow()
    board.engage.cards.focus_row(0)
    qtbot.keyClick(board.engage.cards, Qt.Key.Key_M)
    assert mail.opened or said, "the key reaches the command"
    kinds = {each.kind: each for column in board.columns for each in column.cards.tiles}
    assert all("message" in menu_ids((each,)) for each in kinds.values())
    assert "message" in menu_ids((tile, tile))


def test_the_bar_of_selected_people_and_the_cards_offer_it(
    window: Window, mail: MailProgram, ana: int, qtbot: QtBot
) -> None:
    people = window.places.go("people")
    assert isinstance(people, PeopleScreen)
    people.grid.acted.emit("Message", ana)
    assert len(mail.opened) == 1
    people.grid.choose([ana])
    qtbot.mouseClick(people._bar.buttons["Draft message"], Qt.MouseButton.LeftButton)
    assert len(mail.opened) == 2
