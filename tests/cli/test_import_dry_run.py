"""`rapport import --dry-run`: everything that files hold, for people and programs, and nothing saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.cli.json_help import ANSWERS, PARTS
from tests.cli.conftest import Terminal
from tests.cli.import_files import write_files

MAIL = """\
From ana@norvane.example Tue Sep  1 08:00:00 2026
Delivered-To: me@mine.example
From: =?utf-8?Q?An=C3=A1_Ferreira?= <Ana@norvane.example>
To: me@mine.example
Cc: Luca <luca@meridia.example>
Date: Tue, 1 Sep 2026 10:00:00 +0200
Subject: =?utf-8?B?QnVkZ2V0IOKAkyBhZ2Fpbg==?=
Message-ID: <1@norvane.example>

Hello

From list@dev.example Tue Sep  1 09:00:00 2026
From: Somebody <list@dev.example>
To: me@mine.example
Date: Tue, 1 Sep 2026 11:00:00 +0200
List-Id: <dev.example>
Subject: Not this one

Hello

"""
TABLE = (
    "Vorname;Nachname;E-Mail;Geburtstag;Firma\n"
    "J\u00fcrgen;M\u00fcller;j@m.example;3.5.1980;M\u00fcller & Sohn\n"
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    return write_files(tmp_path)


@pytest.fixture
def four(files: tuple[Path, Path], tmp_path: Path) -> tuple[Path, ...]:
    mail, table = tmp_path / "archive.mbox", tmp_path / "list.csv"
    mail.write_text(MAIL, "utf-8")
    table.write_text(TABLE + ";;;;Nobody\n", "cp1252")
    return (*files, mail, table)


def test_a_dry_run_tells_everything_and_saves_nothing(terminal: Terminal, four: tuple[Path, ...]) -> None:
    answer = terminal.json("import", *four, "--dry-run")
    assert not terminal.library.exists()
    assert list(answer) == list(ANSWERS["import --dry-run"])
    for key, entries in answer.items():
        assert all(list(entry) == list(PARTS["import --dry-run", key]) for entry in entries), key
    assert answer["people"] == [
        {
            "name": "Ana Ferreira",
            "organisation": "Norvane",
            "role": "CFO",
            "emails": ["ana@norvane.example"],
            "phones": [],
            "birthday": None,
            "source": "contacts.vcf, line 1",
        },
        {
            "name": "Luca Moretti",
            "organisation": None,
            "role": None,
            "emails": ["luca@meridia.example"],
            "phones": [],
            "birthday": None,
            "source": "contacts.vcf, line 8",
        },
        {
            "name": "J\u00fcrgen M\u00fcller",
            "organisation": "M\u00fcller & Sohn",
            "role": None,
            "emails": ["j@m.example"],
            "phones": [],
            "birthday": "1980-05-03",
            "source": "list.csv, line 2",
        },
        {
            "name": "Nobody",
            "organisation": "Nobody",
            "role": None,
            "emails": [],
            "phones": [],
            "birthday": None,
            "source": "list.csv, line 3",
        },
    ]
    assert answer["events"] == [
        {
            "title": "The budget",
            "starts": "2026-09-01T09:00:00+00:00",
            "ends": "2026-09-01T09:30:00+00:00",
            "people": ["Ana Ferreira", "Noor Haddad"],
            "kind": "conversation",
        },
        {
            "title": "Dentist",
            "starts": "2026-09-17T09:00:00+00:00",
            "ends": "2026-09-17T10:00:00+00:00",
            "people": [],
            "kind": "busy",
        },
        {
            "title": "The pilot",
            "starts": "2026-09-18T09:00:00+00:00",
            "ends": "2026-09-18T10:00:00+00:00",
            "people": ["Luca Moretti"],
            "kind": "plan",
        },
    ]
    assert answer["messages"] == [
        {
            "from": "ana@norvane.example",
            "to": ["me@mine.example", "luca@meridia.example"],
            "at": "2026-09-01T08:00:00Z",
            "subject": "Budget \u2013 again",
        }
    ]
    assert answer["problems"] == []


def test_a_dry_run_answers_the_same_whatever_the_library_holds(
    terminal: Terminal, sample_terminal: Terminal, four: tuple[Path, ...]
) -> None:
    before = sample_terminal.json("import", *four, "--dry-run")
    sample_terminal("import", *four, "--yes", "--attendees")
    assert sample_terminal.json("import", *four, "--dry-run") == before
    assert len(sample_terminal.json("history")) == 1


def test_a_dry_run_says_what_is_broken_and_where(terminal: Terminal, tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    table.write_text("Name,E-Mail,Birthday\nAna,ana@x.example,31.02.1980\n", "utf-8")
    assert terminal.json("import", table, "--dry-run")["problems"] == [
        {
            "file": "list.csv",
            "line": 2,
            "text": "The birthday \u201c31.02.1980\u201d is not a full date. It is kept as written.",
        }
    ]
    assert "not an address book" in terminal.refuses("import", _text(tmp_path), "--dry-run", "--json")


def test_a_dry_run_tells_to_dos_with_people(terminal: Terminal, tmp_path: Path) -> None:
    calendar = tmp_path / "tasks.ics"
    todo = "UID:1\nSUMMARY:Send the figures\nDUE;VALUE=DATE:20260920"
    who = "ATTENDEE;CN=Ana:mailto:ana@x.example"
    calendar.write_text(
        f"BEGIN:VCALENDAR\nBEGIN:VTODO\n{todo}\n{who}\nEND:VTODO\n"
        "BEGIN:VTODO\nUID:2\nSUMMARY:Alone\nEND:VTODO\nEND:VCALENDAR\n"
    )
    assert terminal.json("import", calendar, "--dry-run")["events"] == [
        {
            "title": "Send the figures",
            "starts": "2026-09-20",
            "ends": "2026-09-20",
            "people": ["Ana"],
            "kind": "commitment",
        }
    ]


def _text(folder: Path) -> Path:
    path = folder / "recipe.txt"
    path.write_text("Two eggs", "utf-8")
    return path


def test_a_dry_run_for_people_shows_the_review(terminal: Terminal, four: tuple[Path, ...]) -> None:
    written = terminal("import", *four, "--dry-run")
    assert "New: 4\n  Ana Ferreira   CFO, Norvane\n" in written
    assert "Mail: 1 conversation; left out: 1 from mailing lists and newsletters\n" in written
    assert "Taken for your own address: 1\n  me@mine.example\n" in written
    assert not terminal.library.exists()
    terminal("import", *four, "--yes")
    assert "Unchanged: 4 people" in terminal("import", *four, "--dry-run")


def test_a_whole_folder_and_what_mails_say(
    terminal: Terminal, four: tuple[Path, ...], tmp_path: Path
) -> None:
    folder = tmp_path / "everything"
    folder.mkdir()
    for path in four:
        path.rename(folder / path.name)
    assert terminal.json("import", folder, "--yes", "--with-text")["messages_added"] == 1
    talk = next(
        each for each in terminal.json("show", "ana")["conversations"] if each["channel"] == "message"
    )
    assert (talk["topic"], talk["notes"], talk["reached_out"]) == ("Budget \u2013 again", "Hello", "they")


def test_a_series_with_one_person_is_with_them_and_the_likely_owner_is_named(
    terminal: Terminal, tmp_path: Path
) -> None:
    def series(*people: str) -> Path:
        lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "SUMMARY:One to one", "DTSTART:20260803T090000Z"]
        lines += ["DURATION:PT30M", "RRULE:FREQ=WEEKLY;COUNT=6", *people, "END:VEVENT", "END:VCALENDAR"]
        path = tmp_path / f"{len(people)}.ics"
        path.write_text("\n".join(lines), "utf-8")
        return path

    ana = "ATTENDEE;CN=Ana Ferreira:mailto:ana@x.example"
    me = "ORGANIZER;CN=Helena:mailto:helena@x.example"
    for people in ([ana], [me, ana]):
        events = terminal.json("import", series(*people), "--dry-run")["events"]
        assert [each["people"] for each in events] == [["Ana Ferreira"]] * 6
    told = terminal("import", series(me, ana), "--dry-run")
    assert "likely you, left out: 1\n  Helena  helena@x.example  6 events" in told


def test_a_meeting_whose_only_place_is_a_link_is_by_video(terminal: Terminal, tmp_path: Path) -> None:
    def channel(*lines: str) -> str:
        card, path = tmp_path / "ana.vcf", tmp_path / f"{len(lines)}.ics"
        card.write_text("BEGIN:VCARD\nFN:Ana\nEMAIL:ana@x.example\nEND:VCARD\n", "utf-8")
        about = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", f"UID:{len(lines)}", "SUMMARY:Budget"]
        when = ["DTSTART:20260901T090000Z", "DURATION:PT1H", "ATTENDEE:mailto:ana@x.example"]
        path.write_text("\n".join([*about, *when, *lines, "END:VEVENT", "END:VCALENDAR"]), "utf-8")
        terminal("import", card, path, "--yes")
        return str(terminal.json("show", "Ana")["conversations"][0]["channel"])

    link = "X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij"
    assert channel(link) == "video"
    terminal("undo")
    assert channel(link, "LOCATION:Café Central") == "in person"
