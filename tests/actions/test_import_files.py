"""Files from the disk to a saved import: what is refused, progress, and real address books and calendars."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from planner.actions.imports.files import Cancelled, Imported, review, save
from planner.domain.errors import KnownError
from planner.library import Library
from tests.conftest import NOW, TODAY
from tests.dump import dump

DATA = Path(__file__).parents[1] / "data"

CARDS = """BEGIN:VCARD
VERSION:{version}
UID:1
N:Ferreira;Ana;;;
FN:Ana Ferreira
ORG:Contoso;Purchasing
EMAIL;TYPE=work:ana@contoso.example
END:VCARD
BEGIN:VCARD
VERSION:{version}
N:Costa;Rui;;;
TEL:+351 910 000 000
END:VCARD
"""

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:lunch
DTSTART:20260910T110000Z
DTEND:20260910T120000Z
SUMMARY:Lunch
ATTENDEE;CN=Ana Ferreira:mailto:Ana@contoso.example
END:VEVENT
BEGIN:VEVENT
UID:weekly
DTSTART:20260907T090000Z
DURATION:PT30M
RRULE:FREQ=WEEKLY;COUNT=4
SUMMARY:Weekly
ATTENDEE:mailto:ana@contoso.example
END:VEVENT
BEGIN:VEVENT
UID:dentist
DTSTART:20260916T080000Z
DURATION:PT1H
SUMMARY:Dentist
END:VEVENT
END:VCALENDAR
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def run(library: Library, *files: Path) -> Imported:
    return save(library, review(library, files, today=TODAY), now=NOW)


@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0"])
def test_an_address_book_and_a_calendar_together(library: Library, tmp_path: Path, version: str) -> None:
    files = (
        write(tmp_path, "calendar.ics", CALENDAR),
        write(tmp_path, "contacts.vcf", CARDS.format(version=version)),
    )
    before = dump(library)
    assert run(library, *files) == Imported(
        people_added=2, conversations_added=3, plans_added=2, busy_added=1
    )
    assert library.next_labels()[0] == (
        "Import calendar.ics and 1 other file: 2 people, 3 conversations, 2 plans, 1 busy time"
    )
    after = dump(library)
    assert run(library, *files) == Imported(people_unchanged=2)
    assert run(library, files[1]) == Imported(people_unchanged=2)
    assert run(library, files[0]) == Imported()
    assert dump(library) == after
    assert library.problems() == []
    library.undo()
    assert dump(library) == before


@pytest.mark.parametrize("file", sorted(DATA.glob("*/*.[vi]c[fs]")), ids=lambda path: path.name)
def test_files_of_real_programs_come_in_once(library: Library, file: Path) -> None:
    before = dump(library)
    run(library, file)
    after = dump(library)
    assert after != before
    assert run(library, file).nothing
    assert dump(library) == after
    assert library.problems() == []
    library.undo()
    assert dump(library) == before


def test_all_of_them_at_once_and_then_one_by_one(library: Library) -> None:
    files = sorted(DATA.glob("*/*.[vi]c[fs]"))
    run(library, *files)
    after = dump(library)
    for file in files:
        assert run(library, file).people_added == 0
    assert run(library, *files).nothing
    assert [len(rows) for rows in dump(library).values()] == [len(rows) for rows in after.values()]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("notes.txt", b"Buy milk", "“notes.txt” is not an address book, a calendar"),
        ("empty.vcf", b"", "“empty.vcf” is empty"),
        ("big.vcf", b"x" * (50 * 1024 * 1024 + 1), "“big.vcf” is larger than 50 MB"),
    ],
)
def test_a_file_that_is_no_address_book_gets_one_sentence(
    library: Library, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    good = write(tmp_path, "contacts.vcf", CARDS.format(version="3.0"))
    with pytest.raises(KnownError, match=said):
        review(library, [good, path], today=TODAY)


def test_a_file_that_is_not_there_and_a_folder_of_nothing(library: Library, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="There is no file “none"):
        review(library, [tmp_path / "none.vcf"], today=TODAY)
    with pytest.raises(KnownError, match="There is nothing in “"):
        review(library, [tmp_path], today=TODAY)


def test_a_whole_folder_is_read_and_what_is_no_use_is_passed_over(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "old computer"
    (folder / "deep" / "er").mkdir(parents=True)
    write(folder, "calendar.ics", CALENDAR)
    write(folder / "deep" / "er", "contacts.vcf", CARDS.format(version="3.0"))
    write(folder, "list.csv", "Name,E-Mail\nMei Tan,mei@x.example\n")
    write(folder, "notes.txt", "Buy milk")
    found = review(library, [folder], today=TODAY)
    assert {each.draft.name for each in found.people} == {"Ana Ferreira", "Rui Costa", "Mei Tan"}
    assert found.files == (
        "old computer/calendar.ics", "old computer/list.csv", "old computer/deep/er/contacts.vcf",
    )  # fmt: skip
    assert [(each.file, each.words) for each in found.problems] == [
        ("old computer", "“notes.txt” is nothing that Rapport reads, so it was passed over.")
    ]
    assert save(library, found, now=NOW).people_added == 3


def test_progress_runs_from_nothing_to_all(library: Library, tmp_path: Path) -> None:
    files = [write(tmp_path, f"{number}.vcf", CARDS.format(version="3.0")) for number in range(3)]
    heard: list[float] = []
    found = review(library, files, today=TODAY, progress=lambda done: not heard.append(done))
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    heard.clear()
    save(library, found, now=NOW, progress=lambda done: not heard.append(done))
    assert heard == sorted(heard)
    assert heard[-1] == pytest.approx(1.0)


@pytest.mark.parametrize("after", range(6))
def test_a_stopped_import_changes_nothing(library: Library, tmp_path: Path, after: int) -> None:
    run(library, write(tmp_path, "first.vcf", CARDS.format(version="3.0")))
    before, history = dump(library), library.history()
    more = (
        CARDS.format(version="3.0")
        .replace("Ferreira", "Berg")
        .replace("ana@", "eva@")
        .replace("UID:1", "UID:2")
    )
    files = [write(tmp_path, "more.vcf", more), write(tmp_path, "calendar.ics", CALENDAR)]
    found = review(library, files, today=TODAY)
    told: list[float] = []

    def stop(done: float) -> bool:
        told.append(done)
        return len(told) <= after

    with pytest.raises((Cancelled, KnownError)):
        save(library, found, now=NOW, progress=stop)
    assert dump(library) == before
    assert library.history() == history


def test_a_stopped_review_is_cancelled(library: Library, tmp_path: Path) -> None:
    file = write(tmp_path, "contacts.vcf", CARDS.format(version="3.0"))
    with pytest.raises(Cancelled):
        review(library, [file], today=TODAY, progress=lambda _done: False)


def test_earlier_today(library: Library, tmp_path: Path) -> None:
    text = CALENDAR.replace("20260910T11", "20260915T03").replace("20260910T12", "20260915T04")
    files = [write(tmp_path, "c.vcf", CARDS.format(version="3.0")), write(tmp_path, "c.ics", text)]
    now: datetime = NOW
    assert review(library, files, today=TODAY).conversations == 2
    assert review(library, files, today=TODAY, now=now).conversations == 3
