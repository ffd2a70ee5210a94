"""From an address book to a planned week, typed in a terminal: files of many programs, and one's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from planner.app import main
from planner.library import Library
from tests.conftest import NOW
from tests.dump import dump
from tests.journeys import files

DATA = Path(__file__).parents[1] / "data"
BOOKS = sorted((DATA / "vcard").glob("*.vcf"))
CALENDARS = sorted((DATA / "icalendar").glob("*.ics"))
TUESDAY = "2026-09-15"


class Typing:
    """A terminal at one library."""

    def __init__(self, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.library = library
        self._capsys = capsys

    def __call__(self, *words: str | Path, on: str = TUESDAY) -> str:
        """What is answered to a command that succeeds."""
        self._capsys.readouterr()
        code = main(["--library", str(self.library), "--today", on, *map(str, words)])
        written, said = self._capsys.readouterr()
        assert (code, said) == (0, "")
        return written

    def json(self, *words: str | Path) -> Any:
        """The same, read as JSON."""
        return json.loads(self(*words, "--json"))

    def held(self) -> dict[str, list[tuple[Any, ...]]]:
        """Everything that the library's file holds."""
        with Library(self.library, clock=lambda: NOW, create=False) as library:
            return dump(library)


@pytest.fixture
def typed(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Typing:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return Typing(tmp_path / "mine.rapport", capsys)


def test_the_story_on_files_of_many_programs(typed: Typing, tmp_path: Path) -> None:
    answer = typed.json("import", *BOOKS, *CALENDARS, "--yes", "--attendees")
    assert answer["people_added"] > 20 and answer["conversations_added"] > 10 and answer["busy_added"] > 50
    assert {each["file"] for each in answer["problems"]} <= {each.name for each in BOOKS + CALENDARS}
    people = [each["person"] for each in typed.json("people")]
    assert len(people) == answer["people_added"]
    assert {"Ngozi Okafor", "Lukáš Novák", "Ирина Загорска", "Carl Ito"} <= set(people)
    imported = typed.held()

    again = typed.json("import", *BOOKS, *CALENDARS, "--yes", "--attendees")
    assert (again["people_added"], again["people_changed"], again["conversations_added"]) == (0, 0, 0)
    assert typed.held() == imported
    due = typed.json("today")
    assert len(due) > 3 and all(each["rhythm_days"] == 30 and each["reason"] for each in due)
    shares = [each["share_of_rhythm"] for each in due]
    assert shares == sorted(shares, reverse=True) and "Lukáš Novák" not in {each["person"] for each in due}

    typed("promise", "lukas", "--by", "me", "the term sheet", "--due", "2026-09-12", on="2026-09-01")
    first = typed.json("today")[0]
    assert (first["person"], first["commitments_overdue"]) == ("Lukáš Novák", 1)
    assert first["reason"] == "You promised Lukáš the term sheet by 12 September; it is still open."
    assert first["reason"] in typed("today")

    assert "Thu 17 Sep, 15:00" in typed("plan", "lukas", "--on", "thursday", "--at", "15:00")
    assert "Lukáš Novák" not in {each["person"] for each in typed.json("today")}
    typed("log", "lukas", "--at", "15:00", "--minutes", "40", "--topic", "The term sheet", on="2026-09-17")
    logged = typed.held()
    page = typed.json("show", "lukas")
    assert page["plans"] == [], "the plan of that day is ticked off"
    assert (page["conversations"][0]["topic"], page["conversations"][0]["minutes"]) == ("The term sheet", 40)

    assert typed("undo").startswith("Undone: Log a conversation with Lukáš Novák")
    assert typed.json("show", "lukas")["plans"][0]["starts"] == "15:00"
    assert typed("redo").startswith("Done again: Log a conversation with Lukáš Novák")
    assert typed.held() == logged

    steps = [(each["label"].split(":")[0], each["state"]) for each in typed.json("history")]
    assert steps == [
        ("Log a conversation with Lukáš Novák", "done"),
        ("Plan Lukáš Novák for Thu 17 Sep", "done"),
        ("Note your promise to Lukáš Novák", "done"),
        (f"Import android.vcf and {len(BOOKS + CALENDARS) - 1} other files", "done"),
    ]
    assert typed("check") == f"“mine.rapport” is whole: {len(people)} people.\n"
    keep = tmp_path / "keep.rapport"
    typed("backup", keep)
    typed.library = keep
    assert typed.held() == logged
    assert typed("check") == f"“keep.rapport” is whole: {len(people)} people.\n"


def test_the_story_that_the_window_tells(typed: Typing, tmp_path: Path) -> None:
    answer = typed.json("import", *files.written(tmp_path), "--yes")
    assert len(answer.pop("problems")) == 1
    assert answer == {
        "people_added": 3,
        "people_changed": 0,
        "people_unchanged": 0,
        "conversations_added": 5,
        "messages_added": 0,
        "plans_added": 1,
        "busy_added": 1,
    }
    (due,) = typed.json("today")
    assert due == {
        "person": "Ngozi Okafor",
        "layer": "Customers",
        "state": "quiet",
        "days_since": 75,
        "rhythm_days": 30,
        "share_of_rhythm": 2.5,
        "commitments_overdue": 0,
        "reason": "75 days since you spoke about Risk round; ask what came of it.",
    }
    typed("plan", "ngozi", "--on", "thursday", "--at", "10:00")
    assert typed("today") == "Tue 15 Sep: nobody is due.\n"
    typed("log", "ngozi", "--on", "thursday", "--from", "me", on="2026-09-18")
    page = typed.json("show", "ngozi")
    assert (page["plans"], len(page["conversations"])) == ([], 6)
    for _ in range(3):
        typed("undo")
    assert typed.json("people") == []
    for _ in range(3):
        typed("redo")
    assert typed.json("show", "ngozi") == page
