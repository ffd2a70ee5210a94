"""Tables: nothing in a spreadsheet is run, and the exact way reads back to the letter."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.outgoing import OutgoingPerson
from planner.exchange.people_table import people_header, person_row
from planner.exchange.tables import safe_cell, table
from tests.exchange.outgoing import ANA, people

MOST = {"email": 2, "phone": 1, "address": 1, "link": 2}


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("cell", ["=1+1", "+49 40", "-2", "@cmd", "\tx", "\rx", "\nx", "＝1", "＠x"])
def test_a_cell_that_could_be_run_is_shown_instead(cell: str) -> None:
    assert safe_cell(cell) == f"'{cell}"
    assert rows(b"".join(table(["A"], [[cell]], exact=False))) == [["A"], [f"'{cell}"]]


@pytest.mark.parametrize("cell", ["", "a=1", " =1", "1-2", "é", "'=1"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert safe_cell(cell) == cell


def test_a_spreadsheet_s_table_says_that_it_is_utf_8_and_an_exact_one_only_is() -> None:
    assert b"".join(table(["Ä"], [], exact=False)) == b"\xef\xbb\xbf\xc3\x84\r\n"
    assert b"".join(table(["Ä"], [], exact=True)) == b"\xc3\x84\r\n"


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=450))
def test_the_exact_way_reads_back_to_the_letter(cells: list[list[str]]) -> None:
    plain = [[cell.replace("\0", "") for cell in row] for row in cells]
    read = rows(b"".join(table(["A", "B"], plain, exact=True)))
    assert read == [["A", "B"], *plain]


@given(st.lists(st.text(), min_size=1, max_size=3))
def test_no_cell_of_a_spreadsheet_begins_with_a_sign_that_runs_it(row: list[str]) -> None:
    plain = [cell.replace("\0", "") for cell in row]
    (_, read) = rows(b"".join(table(["A"] * len(row), [plain], exact=False)))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in read)
    assert [cell.removeprefix("'") for cell in read] == [cell.removeprefix("'") for cell in plain]


def test_a_person_s_row_stands_under_the_headings_that_google_knows() -> None:
    person = replace(ANA, rhythm_days=14, last_conversation=date(2026, 9, 1), next_plan=date(2026, 9, 20))
    cells = dict(zip(people_header(MOST), person_row(person, MOST), strict=True))
    assert cells == {
        "Name": "Dr. Ana Maria Ferreira",
        "First Name": "Ana",
        "Middle Name": "Maria",
        "Last Name": "Ferreira",
        "Name Prefix": "Dr.",
        "Name Suffix": "",
        "Nickname": "Annie, Nini",
        "Pronouns": "she/her",
        "Organization Title": "Chief, Finance",
        "Organization Name": "Norvane; Ltd",
        "Organization Department": "",
        "Layer": "Board & shareholders",
        "Labels": "chess ::: Lisbon, old town",
        "City": "Lisbon",
        "Time Zone": "Europe/Lisbon",
        "Languages": "pt, en-GB",
        "Birthday": "1974-03-02",
        "E-mail 1 - Label": "* work",
        "E-mail 1 - Value": "ana@norvane.example",
        "E-mail 2 - Label": "Summer house",
        "E-mail 2 - Value": "ana@home.example",
        "Phone 1 - Label": "* work mobile",
        "Phone 1 - Value": "+351 910 000 001",
        "Address 1 - Label": "home",
        "Address 1 - Formatted": "Rua Augusta 1, Lisbon, 1100",
        "Address 1 - PO Box": "",
        "Address 1 - Extended Address": "",
        "Address 1 - Street": "Rua Augusta 1",
        "Address 1 - City": "Lisbon",
        "Address 1 - Region": "",
        "Address 1 - Postal Code": "1100",
        "Address 1 - Country": "",
        "Website 1 - Label": "home page",
        "Website 1 - Value": "https://norvane.example/ana",
        "Website 2 - Label": "skype",
        "Website 2 - Value": "skype:ana.f",
        "Notes": "Two lines:\none, two; three\\four",
        "Likes to Talk": "",
        "As a Person": "",
        "Rhythm in Days": "14",
        "Last Conversation": "2026-09-01",
        "Next Plan": "2026-09-20",
        "Archived": "",
        "UID": "5f1b2a3c-0000-4444-8888-c0ffee000001",
    }


def test_a_department_goes_out_while_it_is_of_this_organisation() -> None:
    there = replace(ANA, kept=("X-A:1", r"X-RAPPORT-ORG:Norvane\; Ltd;Finance;North\, East"))
    column = people_header(MOST).index("Organization Department")
    assert person_row(there, MOST)[column] == "Finance, North, East"
    assert person_row(replace(there, organisation="Iberfrío"), MOST)[column] == ""


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(people())
def test_every_row_is_as_wide_as_the_headings(person: OutgoingPerson) -> None:
    most = {"email": 6, "phone": 6, "address": 6, "link": 6}
    assert len(person_row(person, most)) == len(people_header(most))
    assert len(person_row(person, {})) == len(people_header({}))
