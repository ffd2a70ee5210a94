"""P17 on every screen: with hostile people all over it, it is there soon, whole, and shows plain text."""

from __future__ import annotations

import ast
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

import planner
from planner.actions.trash import move_to_trash
from planner.domain.plain import calm, shown
from planner.library import Library
from planner.ui import picture_screens
from planner.ui.desk import Desk
from planner.ui.memory import Memory
from planner.ui.theme import Theme
from planner.ui.wanted_picture import SCREENS, Wanted
from planner.ui.widgets.plain import plain_tooltip
from planner.ui.widgets.text import draw_text, lines, one_line
from planner.ui.window import Window
from tests.conftest import NOW, TODAY
from tests.safety.hostile import HOSTILE, fill
from tests.safety.test_hostile_text import SLOW, read_as_markup, settle
from tests.ui.conftest import _wardrobe, dressed
from tests.ui.pictures import inked, picture

__all__ = ["_wardrobe", "dressed"]

SIZE = (1280, 800)
UI = Path(planner.__file__).parent / "ui"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Nobody here is harmless; one is here twice, and one is in the trash."""
    with Library(tmp_path_factory.mktemp("hostile") / "hostile.rapport", clock=lambda: NOW) as made:
        for text in HOSTILE.values():
            fill(made, text)
        fill(made, HOSTILE["markup"])
        move_to_trash(made, [fill(made, HOSTILE["direction"])], today=TODAY)
        made.back_up("by hand")
        yield made


@pytest.fixture
def window(library: Library, dressed: Theme, qapp: QApplication) -> Iterator[Window]:
    del qapp
    desk = Desk(library, dressed, lambda: NOW)
    made = Window(desk, Memory(None))
    made.resize(*SIZE)
    made.show_first()
    made.show()
    settle()
    yield made
    made.close()
    made.deleteLater()
    desk.close()
    settle()


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_full_of_hostile_people_is_whole(screen: str, window: Window) -> None:
    person = window.desk.library.value("SELECT id FROM person WHERE name = ?", (HOSTILE["markup"],))
    begun = time.process_time()
    over = picture_screens._go(window, Wanted(screen=screen, file=Path("x.png"), person_id=person))
    settle()
    (window if over is None else over).grab()
    took = time.process_time() - begun
    assert list(read_as_markup(window if over is None else over)) == []
    assert (window.width(), window.height()) == SIZE, "nothing asks for more room than there is"
    assert over is None or (over.width() <= SIZE[0] and over.height() <= SIZE[1])
    assert took < SLOW, f"{took:.1f} s"
    if over is not None:
        over.close()


# What is painted


@pytest.mark.parametrize(
    ("hostile", "plain"),
    [
        ("Ana \u202eFerreira\u202c \u2066Lima\u2069", "Ana Ferreira Lima"),
        ("Ana\x00 Fer\x07reira\x1b[31m", "Ana Ferreira[31m"),
        ("A" + "\u0301" * 300 + "na", "A" + "\u0301" * 4 + "na"),
        ("Ana\r\n\tLima", "Ana Lima"),
    ],
)
def test_what_steers_is_not_painted(hostile: str, plain: str, dressed: Theme) -> None:
    """No box for what has no picture, no letters turned round, no marks over the lines above."""
    assert shown(hostile).split() == plain.split()
    here, wanted = one_line(dressed, hostile, "body"), one_line(dressed, plain, "body")
    assert [run.glyphIndexes() for run in here.runs] == [run.glyphIndexes() for run in wanted.runs]
    several = lines(dressed, hostile, "body", 400, 3)
    assert [run.glyphIndexes() for run in several[0].runs] == [run.glyphIndexes() for run in wanted.runs]


def test_marks_stay_on_their_line(dressed: Theme) -> None:
    def paint(painter: QPainter, room: QRectF) -> None:
        draw_text(painter, 4, 60, HOSTILE["marks"], "body", dressed, dressed.palette.ink, room.width())

    image = picture(300, 100, paint)
    assert inked(image) > 0 and inked(image.copy(0, 0, 300, 50)) == 0


def test_what_languages_need_stays(dressed: Theme) -> None:
    for name in (
        "Zieliński",
        "Nguyễn Thị Hồng",
        "עִבְרִית",
        "Ελένη",
        "日本語",
        "👩‍👧 Ana",
        "A\u0323\u0302\u0301",
    ):
        assert calm(name) == name
        assert one_line(dressed, name, "body").width > 0


def test_a_long_tooltip_wraps_and_a_very_long_one_is_cut() -> None:
    assert plain_tooltip("Ana <b>") == "<qt>Ana &lt;b&gt;</qt>"
    assert plain_tooltip("Two\nlines & more") == "<qt>Two<br>lines &amp; more</qt>"
    assert plain_tooltip("of the many words " * 10).startswith("<qt>of the")
    assert len(plain_tooltip(HOSTILE["long"])) < 1_100
    assert "\u202e" not in plain_tooltip(HOSTILE["direction"])


# So that it stays so


def calls_in(file: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func).rpartition(".")[2], node


def test_no_tooltip_is_given_without_being_made_plain() -> None:
    wrong = [
        f"{file.relative_to(UI)}:{call.lineno}"
        for file in UI.rglob("*.py")
        if file.name != "plain.py"
        for name, call in calls_in(file)
        if (name == "setToolTip" and not isinstance(call.args[0], ast.Constant))
        or (name == "showText" and not ast.unparse(call.args[1]).startswith("plain_tooltip("))
    ]
    assert wrong == []


def test_no_label_and_no_view_reads_markup() -> None:
    """The one label that exists is plain; nothing else of Qt that reads HTML is made or told to."""
    reading = {"setHtml", "setMarkdown", "insertHtml", "appendHtml", "QTextBrowser", "setDefaultStyleSheet"}
    found = {
        (str(file.relative_to(UI)), name)
        for file in UI.rglob("*.py")
        for name, _ in calls_in(file)
        if name in reading or name == "QLabel"
    }
    assert found == set()
