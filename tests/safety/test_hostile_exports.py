"""P17 and P16: hostile words leave in every form, break none, and come back as they were."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import icalendar
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.actions.exports.export import export
from planner.actions.exports.wanted import Format, Wanted
from planner.actions.imports.files import review
from planner.actions.imports.whole import import_whole, review_whole
from planner.domain.plain import shown
from planner.exchange.vcard.cards import read_vcards
from planner.library import Library
from planner.ui.cadence.view import CadenceScreen
from planner.ui.charts.saving import save_picture
from planner.ui.desk import Desk
from planner.ui.memory import Memory
from planner.ui.theme import Theme
from planner.ui.window import Window
from tests.conftest import NOW, TODAY
from tests.safety.hostile import HOSTILE, fill
from tests.safety.test_hostile_text import settle
from tests.ui.conftest import _wardrobe, dressed

__all__ = ["_wardrobe", "dressed"]

PEOPLE = 2 * len(HOSTILE)
"""Each has somebody beside them."""
PLANS = 2 * len(HOSTILE)
FORMULA = re.compile(r"^[=+\-@\t\r\n]")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(tmp_path_factory.mktemp("hostile") / "hostile.rapport", clock=lambda: NOW) as made:
        for text in HOSTILE.values():
            fill(made, text)
        yield made


def exported(library: Library, folder: Path, form: Format) -> Path:
    path = folder / f"all{form.ending}"
    export(library, path, Wanted(format=form, private=True), now=NOW)
    return path


def words_of(text: str) -> str:
    """Text without what no other program could show, and however its white space was written."""
    return " ".join(shown(text).replace("\ufeff", "").split())


@pytest.mark.parametrize("form", [Format.VCARD, Format.VCARD4])
def test_an_address_book_has_a_card_for_each_and_nothing_gets_out_of_its_line(
    form: Format, library: Library, tmp_path: Path
) -> None:
    data = exported(library, tmp_path, form).read_bytes()
    lines = data.split(b"\r\n")
    assert lines.count(b"BEGIN:VCARD") == lines.count(b"END:VCARD") == PEOPLE
    assert max(map(len, lines)) <= 75
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", data)
    assert not any(line.startswith((b"ATTACH", b"<", b"=HYPERLINK")) for line in lines)
    names = {words_of(draft.name) for draft in read_vcards(data).people}
    for text in HOSTILE.values():
        if len(text) < 1_000:
            assert words_of(text) in names


def test_a_calendar_has_an_entry_for_each_and_no_program_sees_another_line(
    library: Library, tmp_path: Path
) -> None:
    data = exported(library, tmp_path, Format.ICAL).read_bytes()
    lines = data.split(b"\r\n")
    assert lines.count(b"BEGIN:VEVENT") == lines.count(b"END:VEVENT") == PLANS
    assert max(map(len, lines)) <= 75
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", data)
    assert not any(line.startswith((b"ATTACH", b"BEGIN:VALARM", b"BEGIN:VCARD")) for line in lines)
    said = " ".join(
        words_of(str(event.get("SUMMARY", "")) + str(event.get("DESCRIPTION", "")))
        for event in icalendar.Calendar.from_ical(data).walk("VEVENT")
    )
    assert "<b>Ana</b> <img" in said and "BEGIN:VCARD" in said


def test_no_cell_of_a_spreadsheet_is_a_formula_and_the_exact_table_holds_what_there_is(
    library: Library, tmp_path: Path
) -> None:
    plain, exact = (exported(library, tmp_path / each, each) for each in made_folders(tmp_path))
    csv.field_size_limit(10_000_000)
    with plain.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert len(cells) > 10 * PEOPLE
    assert [cell[:20] for cell in cells if FORMULA.match(cell)] == []
    with exact.open(encoding="utf-8-sig", newline="") as file:
        true = {cell for row in csv.reader(file) for cell in row}
    assert HOSTILE["formula"] in true


@pytest.mark.parametrize("form", [Format.VCARD, Format.VCARD4, Format.ICAL, Format.CSV, Format.CSV_EXACT])
def test_what_left_can_come_in_again(form: Format, library: Library, tmp_path: Path) -> None:
    """But for the two with a line of more than a megabyte in a table, which is said."""
    with Library(tmp_path / "other.rapport", clock=lambda: NOW) as other:
        found = review(other, [exported(library, tmp_path, form)], today=TODAY, now=NOW)
    if form is Format.ICAL:
        assert len(found.events) == PLANS
    elif form.ending == ".csv":
        assert len(found.people) == PEOPLE - 2 and len(found.problems) >= 2
    else:
        assert len(found.people) == PEOPLE


def made_folders(folder: Path) -> tuple[Format, Format]:
    forms = (Format.CSV, Format.CSV_EXACT)
    for each in forms:
        (folder / each).mkdir()
    return forms


def test_a_table_each_is_no_formula_either(library: Library, tmp_path: Path) -> None:
    csv.field_size_limit(10_000_000)
    export(library, tmp_path / "all", Wanted(format=Format.CSV, private=True, folder=True), now=NOW)
    for file in (tmp_path / "all").iterdir():
        with file.open(encoding="utf-8-sig", newline="") as rows:
            assert not [cell[:20] for row in csv.reader(rows) for cell in row if FORMULA.match(cell)], (
                file.name
            )


def test_everything_comes_back_byte_for_byte(library: Library, tmp_path: Path) -> None:
    path = exported(library, tmp_path, Format.JSON)
    assert HOSTILE["nul"] in {person["name"] for person in json.loads(path.read_text("utf-8"))["people"]}
    with Library(tmp_path / "other.rapport", clock=lambda: NOW) as other:
        import_whole(other, review_whole(other, path))
        again = tmp_path / "again.json"
        export(other, again, Wanted(format=Format.JSON, private=True), now=NOW)
    assert again.read_bytes() == path.read_bytes()


def test_a_plain_copy_holds_the_same_words(library: Library, tmp_path: Path) -> None:
    with sqlite3.connect(exported(library, tmp_path, Format.SQLITE)) as plain:
        names = {row[0] for row in plain.execute("SELECT name FROM person")}
    plain.close()
    assert {" ".join(text.split()) for text in HOSTILE.values()} <= {" ".join(name.split()) for name in names}


@pytest.mark.parametrize("form", [Format.VCARD, Format.ICAL, Format.CSV])
def test_files_of_their_own_have_names_that_lead_nowhere(
    form: Format, library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "all"
    export(library, folder, Wanted(format=form, private=True, folder=True), now=NOW)
    assert [each.name for each in tmp_path.iterdir()] == ["all"]
    for each in folder.iterdir():
        assert each.is_file() and len(each.name) < 120
        assert not re.search('[\x00-\x1f<>:"|?*\u202a-\u202e]', each.name)


def test_a_drawing_is_only_shapes(
    library: Library, dressed: Theme, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    del qapp
    desk = Desk(library, dressed, lambda: NOW)
    window = Window(desk, Memory(None))
    window.resize(1440, 900)
    window.show_first()
    window.show()
    screen = window.places.go("cadence")
    assert isinstance(screen, CadenceScreen)
    qtbot.waitUntil(lambda: not screen.source.busy)
    draw, size, name = screen.taking.drawing(None)
    save_picture(draw, size, tmp_path / "chart.svg", name)
    root = ElementTree.parse(tmp_path / "chart.svg").getroot()  # a NUL or a "<" out of place would stop it
    kinds = {each.tag.rpartition("}")[2] for each in root.iter()}
    assert kinds <= {
        "svg",
        "title",
        "desc",
        "defs",
        "g",
        "path",
        "rect",
        "polyline",
        "line",
        "circle",
        "text",
    } | {
        *(
            "linearGradient",
            "radialGradient",
            "stop",
            "polygon",
            "ellipse",
            "tspan",
            "clipPath",
            "use",
            "pattern",
        )
    }
    assert not any(
        key.rpartition("}")[2] in ("href", "onload", "onclick") for each in root.iter() for key in each.attrib
    )
    window.close()
    window.deleteLater()
    desk.close()
    settle()
