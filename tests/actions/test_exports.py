"""Exports: who and what leaves in each form, and what is private stays."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path

import icalendar
import pytest

from planner.actions.exports.export import export, export_pieces
from planner.actions.exports.wanted import Format, Wanted
from planner.actions.plans import let_go, move_plan
from planner.actions.trash import move_to_trash
from planner.domain.errors import Cancelled, KnownError
from planner.domain.uids import Of, id_of
from planner.exchange.vcard.cards import read_vcards
from planner.library import Library
from planner.library.tables import Person
from tests.actions.export_library import SECRET, exported, filled
from tests.conftest import NOW, TODAY

ALL = [*Format]


@pytest.fixture
def both(library: Library) -> tuple[int, int]:
    return filled(library)


def ending(form: Format) -> str:
    return f"out{form.ending}"


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def events(path: Path) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")  # type: ignore[no-any-return]


def test_people_leave_as_cards_by_name(library: Library, both: tuple[int, int], tmp_path: Path) -> None:
    for form in (Format.VCARD, Format.VCARD4):
        done = exported(library, tmp_path / form, form)
        people = read_vcards((tmp_path / form).read_bytes()).people
        assert [person.name for person in people] == ["Ana Ferreira", "Luca Rossi"]
        assert (done.number, done.files, done.left_private) == (2, 1, 0)
        assert people[0].tags == ("Board & shareholders", "chess")
        assert [id_of(Of.PERSON, person.uid) for person in people] == list(both)


def test_only_chosen_people_leave_and_nobody_from_the_trash(
    library: Library, both: tuple[int, int], tmp_path: Path
) -> None:
    ana, luca = both
    exported(library, tmp_path / "luca.vcf", Format.VCARD, people=(luca,))
    assert [each.name for each in read_vcards((tmp_path / "luca.vcf").read_bytes()).people] == ["Luca Rossi"]
    with library.change("Put Ana into the trash"):
        Person.update(trashed_on=TODAY).where(Person.id == ana).execute()
    exported(library, tmp_path / "all.vcf", Format.VCARD)
    assert [each.name for each in read_vcards((tmp_path / "all.vcf").read_bytes()).people] == ["Luca Rossi"]


def test_open_plans_leave_with_names_that_stay(
    library: Library, both: tuple[int, int], tmp_path: Path
) -> None:
    exported(library, tmp_path / "a.ics", Format.ICAL)
    first, second = events(tmp_path / "a.ics")
    assert (str(first["SUMMARY"]), first["SEQUENCE"]) == ("Call with Ana Ferreira: Lunch", 0)
    plan_id = id_of(Of.PLAN, str(first["UID"]))
    assert plan_id is not None
    move_plan(library, plan_id, TODAY.replace(day=19), None, today=TODAY)
    exported(library, tmp_path / "b.ics", Format.ICAL)
    moved = {str(each["UID"]): each["SEQUENCE"] for each in events(tmp_path / "b.ics")}
    assert moved == {str(first["UID"]): 1, str(second["UID"]): 0}


def test_plans_let_go_leave_only_when_they_are_asked_for(
    library: Library, both: tuple[int, int], tmp_path: Path
) -> None:
    plan_id = library.value("SELECT min(id) FROM plan")
    let_go(library, plan_id)
    exported(library, tmp_path / "a.ics", Format.ICAL)
    assert len(events(tmp_path / "a.ics")) == 1
    exported(library, tmp_path / "b.ics", Format.ICAL, let_go=True, alarm_minutes=5)
    cancelled = [each for each in events(tmp_path / "b.ics") if str(each["STATUS"]) == "CANCELLED"]
    assert [(id_of(Of.PLAN, str(each["UID"])), each["SEQUENCE"]) for each in cancelled] == [(plan_id, 1)]


def test_plans_of_some_people(library: Library, both: tuple[int, int], tmp_path: Path) -> None:
    exported(library, tmp_path / "a.ics", Format.ICAL, people=(both[1],))
    assert [str(each["SUMMARY"]) for each in events(tmp_path / "a.ics")] == ["Luca Rossi"]


def test_a_table_for_a_spreadsheet_and_an_exact_one(
    library: Library, both: tuple[int, int], tmp_path: Path
) -> None:
    with library.change("Rename"):
        Person.update(role="=cmd()").where(Person.id == both[0]).execute()
    exported(library, tmp_path / "a.csv", Format.CSV)
    exported(library, tmp_path / "b.csv", Format.CSV_EXACT)
    safe, exact = table(tmp_path / "a.csv")[0], table(tmp_path / "b.csv")[0]
    assert (safe["Name"], safe["Organization Title"]) == ("Ana Ferreira", "'=cmd()")
    assert (exact["Organization Title"], exact["E-mail 1 - Value"]) == ("=cmd()", "ana@norvane.example")
    assert (exact["Last Conversation"], exact["Next Plan"]) == ("2026-09-01", "2026-09-17")
    assert (exact["Rhythm in Days"], exact["Labels"]) == ("30", "chess")


def test_a_folder_of_tables(library: Library, both: tuple[int, int], tmp_path: Path) -> None:
    done = exported(library, tmp_path / "tables", Format.CSV, folder=True)
    names = sorted(path.name for path in (tmp_path / "tables").iterdir())
    assert names == ["commitments.csv", "conversations.csv", "people.csv", "plans.csv"]
    assert (done.files, done.left_private) == (4, 1)
    talks = table(tmp_path / "tables" / "conversations.csv")
    assert [(row["People"], row["Topic"], row["Starts"], row["Private"]) for row in talks] == [
        ("Ana Ferreira ::: Luca Rossi", "The budget", "09:30", ""),
        ("Ana Ferreira", "", "09:30", "yes"),
    ]
    (commitment,) = table(tmp_path / "tables" / "commitments.csv")
    assert (commitment["Person"], commitment["What"]) == ("Ana Ferreira", "the figures")
    assert len(table(tmp_path / "tables" / "plans.csv")) == 2


@pytest.mark.parametrize("form", [Format.VCARD, Format.VCARD4, Format.ICAL])
def test_a_folder_with_a_file_each(
    library: Library, both: tuple[int, int], tmp_path: Path, form: Format
) -> None:
    done = exported(library, tmp_path / "each", form, folder=True)
    files = sorted((tmp_path / "each").iterdir())
    assert (done.files, len(files)) == (2, 2)
    assert {path.suffix for path in files} == {form.ending}
    exported(library, tmp_path / "each", form, folder=True, replace=True)
    assert sorted((tmp_path / "each").iterdir()) == files


@pytest.mark.parametrize("form", [Format.JSON, Format.SQLITE])
def test_everything_is_one_file(
    library: Library, both: tuple[int, int], tmp_path: Path, form: Format
) -> None:
    if form is Format.JSON:
        with pytest.raises(KnownError, match="This form is one file"):
            exported(library, tmp_path / "x", form, folder=True)
        assert list(tmp_path.glob("*x*")) == []


def test_a_json_of_some_people_holds_nothing_of_others(
    library: Library, both: tuple[int, int], tmp_path: Path
) -> None:
    exported(library, tmp_path / "x.json", Format.JSON, people=(both[1],))
    said = json.loads((tmp_path / "x.json").read_text("utf-8"))
    assert [row["name"] for row in said["people"]] == ["Luca Rossi"]
    assert [row["topic"] for row in said["conversations"]] == ["The budget"]
    assert len(said["participations"]) == len(said["plans"]) == 1
    assert said["connections"] == said["organisations"] == said["initiatives"] == []
    assert len(said["layers"]) == 6
    assert not {"settings", "trips", "time_set_aside"} & set(said)


def test_a_sqlite_copy_opens_anywhere(library: Library, both: tuple[int, int], tmp_path: Path) -> None:
    exported(library, tmp_path / "x.sqlite", Format.SQLITE, private=True)
    with sqlite3.connect(tmp_path / "x.sqlite") as copy:
        assert [row[0] for row in copy.execute("SELECT name FROM person ORDER BY name")] == [
            "Ana Ferreira",
            "Luca Rossi",
        ]
        assert copy.execute("SELECT count(*) FROM change").fetchone()[0] > 5
        assert copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        copy.execute("UPDATE person SET name = 'x'")  # no trigger of ours stands in the way
    copy.close()
    assert sorted(path.name for path in tmp_path.iterdir() if "x.sqlite" in path.name) == ["x.sqlite"]


def test_a_sqlite_copy_of_some_people(library: Library, both: tuple[int, int], tmp_path: Path) -> None:
    exported(library, tmp_path / "x.sqlite", Format.SQLITE, people=(both[1],), private=True)
    raw = (tmp_path / "x.sqlite").read_bytes()
    assert b"Ana Ferreira" not in raw
    assert b"Luca Rossi" in raw
    with sqlite3.connect(tmp_path / "x.sqlite") as copy:
        counts = [
            copy.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            for name in ("person", "conversation", "plan", "initiative", "organisation", "change")
        ]
    copy.close()
    assert counts == [1, 1, 1, 0, 0, 0]


@pytest.mark.parametrize("form", ALL)
def test_what_is_private_leaves_only_when_it_is_asked_for(
    library: Library, both: tuple[int, int], tmp_path: Path, form: Format
) -> None:
    done = exported(library, tmp_path / ending(form), form)
    data = (tmp_path / ending(form)).read_bytes()
    assert SECRET.encode() not in data
    assert done.left_private == (4 if form.is_everything else 0)
    again = exported(library, tmp_path / ending(form), form, private=True, replace=True)
    assert again.left_private == 0
    assert (SECRET.encode() in (tmp_path / ending(form)).read_bytes()) == form.is_everything
    if not form.is_everything:
        exported(library, tmp_path / "open", form, folder=True)
        exported(library, tmp_path / "all", form, folder=True, private=True)
        found = [
            any(SECRET in path.read_text("utf-8") for path in (tmp_path / name).iterdir())
            for name in ("open", "all")
        ]
        assert found == [False, form in (Format.CSV, Format.CSV_EXACT)]


@pytest.mark.parametrize("form", [each for each in ALL if each is not Format.SQLITE])
def test_pieces_for_another_program_are_the_file(
    library: Library, both: tuple[int, int], tmp_path: Path, form: Format
) -> None:
    exported(library, tmp_path / "x", form)
    pieces = b"".join(export_pieces(library, Wanted(format=form), now=NOW))
    assert pieces == (tmp_path / "x").read_bytes()


def test_a_sqlite_copy_has_no_pieces(library: Library) -> None:
    with pytest.raises(KnownError, match="needs a file of its own"):
        list(export_pieces(library, Wanted(format=Format.SQLITE), now=NOW))


@pytest.mark.parametrize("form", [Format.VCARD, Format.ICAL, Format.CSV])
def test_nothing_to_export_is_said_and_nothing_is_written(
    library: Library, tmp_path: Path, form: Format
) -> None:
    with pytest.raises(KnownError, match=r"There (is nobody|are no open plans) to export"):
        exported(library, tmp_path / "x", form)
    assert not (tmp_path / "x").exists()


def test_the_library_itself_is_never_written_over(library: Library, both: tuple[int, int]) -> None:
    for tail in ("", "-wal"):
        with pytest.raises(KnownError, match="cannot replace the library itself"):
            exported(library, Path(f"{library.path}{tail}"), Format.JSON, replace=True)


@pytest.mark.parametrize("form", ALL)
def test_an_export_can_be_stopped_and_leaves_nothing(
    library: Library, both: tuple[int, int], tmp_path: Path, form: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.actions.exports.contents._TOLD_EVERY", 1)
    before = sorted(tmp_path.iterdir())
    with pytest.raises((Cancelled, KnownError)):
        export(library, tmp_path / "x", Wanted(format=form), now=NOW, progress=lambda _share: False)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("form", ALL)
def test_progress_runs_up_to_all(
    library: Library, both: tuple[int, int], tmp_path: Path, form: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.actions.exports.contents._TOLD_EVERY", 1)
    told: list[float] = []
    export(
        library,
        tmp_path / "x",
        Wanted(format=form),
        now=NOW,
        progress=lambda share: bool(told.append(share) or True),
    )
    assert told == sorted(told)
    assert 0 < told[0] <= told[-1] <= 1


def test_an_export_changes_nothing(library: Library, both: tuple[int, int], tmp_path: Path) -> None:
    before = library.history()
    for form in ALL:
        exported(library, tmp_path / form, form)
    assert library.history() == before
    move_to_trash(library, both[:1], today=NOW.date())
    assert len(library.history()) == len(before) + 1
