"""Address books and calendars to review in tests, and the rows and clicks of the screen that shows them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from planner.ui.review.rows import Answer, Row, Section
from planner.ui.review.view import ReviewScreen

ANA = ("Ana Ferreira", "ana@contoso.example")
RUI = ("Rui Costa", "rui@contoso.example")
YUSUF = ("Yusuf Demir", "yusuf@port.example")
FREE = (
    "Wer;Haus;E-Mail;Thema\n"
    "Ana Ferreira;Contoso;ana@contoso.example;Cranes\nRui Costa;Fabrikam;rui@x.example;Ships\n"
)
"""A table of people whose columns nobody can guess all."""


def card(name: str, email: str = "", *, role: str = "", organisation: str = "", phone: str = "") -> str:
    """One vCard."""
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"FN:{name}",
        *([f"TITLE:{role}"] if role else []),
        *([f"ORG:{organisation}"] if organisation else []),
        *([f"EMAIL;TYPE=work:{email}"] if email else []),
        *([f"TEL;TYPE=cell:{phone}"] if phone else []),
        "END:VCARD",
    ]
    return "\r\n".join([*lines, ""])


def meeting(uid: str, starts: str, title: str, *guests: tuple[str, str]) -> str:
    """One entry of an hour; `starts` is UTC as '20260910T110000Z'."""
    invited = [f"ATTENDEE;CN={name}:mailto:{email}" for name, email in guests]
    lines = ["BEGIN:VEVENT", f"UID:{uid}", f"DTSTART:{starts}", "DURATION:PT1H", f"SUMMARY:{title}"]
    return "\r\n".join([*lines, *invited, "END:VEVENT", ""])


def address_book(folder: Path, *cards: str, name: str = "contacts.vcf") -> Path:
    """A file of these cards."""
    path = folder / name
    path.write_text("".join(cards), encoding="utf-8", newline="")
    return path


def calendar(folder: Path, *meetings: str, name: str = "calendar.ics") -> Path:
    """A file of these entries."""
    path = folder / name
    text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + "".join(meetings) + "END:VCALENDAR\r\n"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def shown(qtbot: QtBot, screen: ReviewScreen, *files: Path) -> None:
    """Let the screen read the files, and wait for the list and its figures."""
    screen.review_files(files)
    settle(qtbot, screen)


def settle(qtbot: QtBot, screen: ReviewScreen) -> None:
    """Wait until nothing is read, saved or worked out any more."""
    qtbot.waitUntil(lambda: not screen.work.running and screen.figures.settled, timeout=20_000)


def row(screen: ReviewScreen, title: str) -> Row:
    """The row of this title that is listed now."""
    return next(each for each in screen.list.rows if each.title == title)


def titles(screen: ReviewScreen, section: Section) -> list[str]:
    """The titles listed in a section."""
    return [each.title for each in screen.list.rows if each.section is section]


def click_tick(qtbot: QtBot, screen: ReviewScreen, title: str) -> None:
    """Click the tick box of a row."""
    place = screen.list.places_of(row(screen, title)).tick.center().toPoint()
    _click(qtbot, screen, place)


def click_answer(qtbot: QtBot, screen: ReviewScreen, title: str, answer: Answer) -> None:
    """Click one of a row's painted answers."""
    answers = dict(screen.list.places_of(row(screen, title)).answers)
    _click(qtbot, screen, answers[answer].center().toPoint())


def click_take(qtbot: QtBot, screen: ReviewScreen, title: str, field: str) -> None:
    """Click the painted button that takes a difference over."""
    takings = screen.list.places_of(row(screen, title)).takings
    place = next(rect for difference, rect in takings if difference.field == field)
    _click(qtbot, screen, place.center().toPoint())


def _click(qtbot: QtBot, screen: ReviewScreen, place: QPoint) -> None:
    qtbot.mouseClick(screen.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, screen)
