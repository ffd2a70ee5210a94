"""P17 where files come in: hostile words in each of them reach the review and the library as plain text."""

from __future__ import annotations

import csv
import io
import re
import time
from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.actions.imports.choices import everybody_new
from planner.actions.imports.files import review, save
from planner.domain.errors import KnownError
from planner.exchange.reader import read_file_bytes
from planner.library import Library
from planner.ui.desk import Desk
from planner.ui.theme import Theme
from tests.actions.mail_archives import ME, archive, mail
from tests.conftest import NOW, TODAY
from tests.dump import dump
from tests.safety.hostile import HOSTILE
from tests.safety.test_hostile_text import SLOW, read_as_markup
from tests.ui.conftest import _wardrobe, dressed
from tests.ui.review_files import meeting, shown
from tests.ui.review_screens import review_screen

__all__ = ["_wardrobe", "dressed"]

TEXTS = [*HOSTILE.values(), "\x00", "\ufffe\uffff", "A" * 3 + "\x00" * 1_000 + "B", "\u2028Ana\u2029"]
STEERING = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def cards(folder: Path) -> Path:
    """A card each, in which every entry says it, once as it is and once as the writer should have put it."""
    entries = (
        "FN",
        "N",
        "TITLE",
        "ORG",
        "NOTE",
        "EMAIL",
        "TEL",
        "ADR;TYPE=home",
        "CATEGORIES",
        "X-ANY",
        "URL",
    )
    lines = []
    for text in TEXTS:
        for put in (
            text,
            text.replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n").replace(";", "\\;"),
        ):
            said = [f"{entry}:{put}" for entry in entries]
            lines += ["BEGIN:VCARD", "VERSION:3.0", *said, f"{put}:{put}", "END:VCARD"]
    return written(folder / "cards.vcf", "\r\n".join(lines))


def calendar(folder: Path) -> Path:
    """An entry each with a guest, of whom the title, the name and the address say it."""
    entries = [
        meeting(f"{number}{text[:40]}", "20260910T110000Z", text, (text, f"{number}@x.example"), ("A", text))
        for number, text in enumerate(TEXTS)
    ]
    return written(folder / "calendar.ics", f"BEGIN:VCALENDAR\r\n{''.join(entries)}END:VCALENDAR\r\n")


def table(folder: Path) -> Path:
    """A row each; and a heading says it."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["Name", "E-mail", "Company", "Notes", HOSTILE["markup"]])
    writer.writerows([text, f"{number}@x.example", text, text, text] for number, text in enumerate(TEXTS))
    return written(folder / "table.csv", out.getvalue())


def mails(folder: Path) -> Path:
    """A message each from somebody so called, plain and encoded, with it in subject and body."""
    messages = []
    for number, text in enumerate(TEXTS):
        coded = f"=?utf-8?B?{b64encode(text[:2_000].encode()).decode()}?="
        messages += [
            mail(f"{name} <{number}@x.example>", ME, number, subject=coded, body=text)
            for name in (f'"{text}"', coded)
        ]
    return archive(folder, *messages)


MAKERS: list[Callable[[Path], Path]] = [cards, calendar, table, mails]


def written(path: Path, text: str) -> Path:
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return path


@pytest.mark.parametrize("make", MAKERS)
def test_what_is_imported_is_plain_and_can_be_taken_back(
    make: Callable[[Path], Path], library: Library, tmp_path: Path
) -> None:
    before = dump(library)
    found = review(library, [make(tmp_path)], today=TODAY, now=NOW)
    save(library, found, everybody_new(found.strangers), now=NOW)
    names = [row[0] for row in library.rows("SELECT name FROM person")]
    assert len(names) >= 5
    assert [name[:40] for name in names if STEERING.search(name)] == []
    topics = [row[0] for row in library.rows("SELECT topic || notes FROM conversation")]
    assert [topic[:40] for topic in topics if STEERING.search(topic)] == []
    assert library.problems() == []
    library.undo()
    assert dump(library) == before


def test_a_message_of_its_own_is_read_as_plain_or_refused() -> None:
    read = 0
    for text in TEXTS:
        said = " ".join(text.split())[:200]
        one = mail(f'"{said}" <x@x.example>', ME, subject=text, body=text).partition("\n")[2]
        with suppress(KnownError):
            drafts = read_file_bytes(one.encode("utf-8", "surrogatepass"), until=TODAY, zone="UTC")
            names = [address.name for each in drafts.messages for address in (each.sender, *each.to)]
            assert not [name for name in names if STEERING.search(name)]
            read += 1
    assert read >= 8


@pytest.mark.parametrize("make", MAKERS)
def test_the_review_shows_it_as_plain_text_and_soon(
    make: Callable[[Path], Path], library: Library, dressed: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = Desk(library, dressed, lambda: NOW)
    screen = review_screen(qtbot, desk)
    path = make(tmp_path)
    begun = time.process_time()
    shown(qtbot, screen, path)
    screen.grab()
    assert time.process_time() - begun < SLOW
    assert screen.list.rows or screen.columns.isVisible()
    assert list(read_as_markup(screen)) == []
    assert screen.width() == 1130
    desk.close()


def test_a_file_may_be_called_as_it_likes(
    library: Library, dressed: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = Desk(library, dressed, lambda: NOW)
    screen = review_screen(qtbot, desk)
    path = tmp_path / "<b>a<img src=x>\u202efcv.\n.vcf"
    path.write_bytes(b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nEND:VCARD\r\n")
    shown(qtbot, screen, path)
    screen.grab()
    assert list(read_as_markup(screen)) == []
    screen.import_now()
    qtbot.waitUntil(lambda: bool(library.history()))
    desk.close()
