"""The long list of a review: only what is seen is painted, and everything works by keyboard."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from statistics import median

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from planner.actions.imports.files import Difference, Imported, review_drafts
from planner.actions.people import PersonForm, add_person
from planner.domain.layers import HUES
from planner.library import Library
from planner.ui.desk import Desk
from planner.ui.review import words
from planner.ui.review.decisions import Decisions
from planner.ui.review.list import ReviewList
from planner.ui.review.reviewing import Reviewing
from planner.ui.review.rows import Answer, Found, Row, Section
from planner.ui.review.sheet import Measures, lay_out
from planner.ui.review.telling import Telling, spoken
from planner.ui.review.view import ReviewScreen
from planner.ui.theme import Theme
from tests.conftest import TODAY
from tests.ui.pointer import hover
from tests.ui.review_files import ANA, RUI, address_book, card, row, settle, shown

Clock = Callable[[], datetime]
BOTH = (Answer.TAKE, Answer.OUT)


@pytest.fixture
def desk(qapp: QApplication, library: Library, clock: Clock) -> Iterator[Desk]:
    made = Desk(library, Theme(reduced_motion=True), clock)
    yield made
    made.close()


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk, tmp_path: Path) -> ReviewScreen:
    """Forty new people, and one who may be known; the list has the keyboard."""
    add_person(desk.library, PersonForm(name="Ana Ferreira", organisation="Fabrikam"), today=TODAY)
    made = ReviewScreen(desk)
    qtbot.addWidget(made)
    made.resize(1130, 700)
    made.show()
    made.activateWindow()
    people = [card(f"Person {each:02}", f"p{each}@x.example") for each in range(40)]
    shown(qtbot, made, address_book(tmp_path, *people, card(*ANA, organisation="Contoso")))
    made.list.setFocus()
    return made


class Counting(Reviewing):
    """Counts how many rows are asked for their words."""

    asked = 0

    def told(self, row: Row) -> Telling:
        self.asked += 1
        return super().told(row)


def long_found(library: Library, number: int) -> Found:
    rows = tuple(
        Row(
            key=f"person {each}",
            section=Section.NEW,
            title=f"Person {each}",
            about="Head of Procurement, Baltyk Lines",
            initials="PB",
            hue=HUES[each % 6],
            words=f"person{each}@baltyk.example, +48 58 555 01 44, Gdańsk",
            answers=BOTH,
            proposal=Answer.TAKE,
            person_id=each + 1,
            folded=f"person {each}",
        )
        for each in range(number)
    )
    return Found(review=review_drafts(library, [], today=TODAY), rows=rows, names={})


# Size


def test_twenty_thousand_rows_cost_as_much_as_the_few_that_are_seen(qtbot: QtBot, library: Library) -> None:
    view = ReviewList(Theme(reduced_motion=True))
    qtbot.addWidget(view)
    view.resize(1130, 700)
    view.show()
    reviewing = Counting(long_found(library, 20_000), Decisions())
    view.show_review(reviewing)
    view.narrowed()
    bar = view.verticalScrollBar()
    assert bar.maximum() > 20_000 * 50
    view.grab()
    took = []
    for share in range(20):
        bar.setValue(bar.maximum() * share // 19)
        reviewing.asked = 0
        begun = time.process_time()  # whatever else the machine does meanwhile
        view.viewport().grab()
        took.append(time.process_time() - begun)
        assert reviewing.asked < 30
    assert median(took) < 0.1
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.focused is reviewing.found.rows[-1]


heights = st.lists(st.tuples(st.integers(0, 3), st.integers(20, 200)), min_size=1, max_size=40)


@given(heights, st.integers(-50, 9000))
@hypothesis_settings(deadline=None, max_examples=60)
def test_every_row_is_found_where_it_lies(drawn: list[tuple[int, int]], y: int) -> None:
    sections = list(Section)
    ordered = sorted(drawn, key=lambda each: each[0])
    rows = [Row(key=str(n), section=sections[each[0]], title="") for n, each in enumerate(ordered)]
    high = {each.key: ordered[n][1] for n, each in enumerate(rows)}
    sheet = lay_out(rows, lambda each: high[each.key], Measures(heading=40, gap=10, foot=20))
    for index, (top, height) in enumerate(zip(sheet.tops, sheet.heights, strict=True)):
        assert sheet.at(top) == sheet.at(top + height - 1) == index
        assert index in sheet.visible(top, top + 1)
    found = sheet.at(y)
    inside = [
        index
        for index, (top, height) in enumerate(zip(sheet.tops, sheet.heights, strict=True))
        if top <= y < top + height
    ]
    assert ([] if found is None else [found]) == inside
    assert sheet.height > sheet.tops[-1] + sheet.heights[-1]
    assert [each.section for each in sheet.blocks] == sorted(
        {each.section for each in rows}, key=sections.index
    )


# Keys


def test_arrows_pages_and_ends_move_and_stay_in_view(screen: ReviewScreen) -> None:
    review_list = screen.list
    for key, title in (
        (Qt.Key.Key_Down, "Person 01"),
        (Qt.Key.Key_Up, "Person 00"),
        (Qt.Key.Key_Up, "Person 00"),
        (Qt.Key.Key_End, "Ana Ferreira"),
        (Qt.Key.Key_Down, "Ana Ferreira"),
        (Qt.Key.Key_Home, "Person 00"),
    ):
        QTest.keyClick(review_list, key)
        assert review_list.focused is not None
        assert review_list.focused.title == title
        seen = review_list.viewport().rect()
        assert seen.contains(review_list.places_of(review_list.focused).row.toRect())
    QTest.keyClick(review_list, Qt.Key.Key_PageDown)
    assert review_list.focused is not None
    page = review_list.rows.index(review_list.focused)
    assert 5 < page < 20
    QTest.keyClick(review_list, Qt.Key.Key_PageUp)
    assert review_list.focused.title == "Person 00"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_space_and_return_tick(qtbot: QtBot, screen: ReviewScreen, key: Qt.Key) -> None:
    QTest.keyClick(screen.list, key)
    settle(qtbot, screen)
    assert screen.foot.go.text() == "Import 39 people"
    QTest.keyClick(screen.list, key)
    settle(qtbot, screen)
    assert screen.foot.go.text() == "Import 40 people"


def test_letters_answer(qtbot: QtBot, screen: ReviewScreen) -> None:
    assert screen.reviewing is not None
    ana = row(screen, "Ana Ferreira")
    QTest.keyClick(screen.list, Qt.Key.Key_End)
    for key, answer, words_shown in (
        (Qt.Key.Key_S, Answer.SAME, "Becomes one with Ana Ferreira, adds e-mail ana@contoso.example"),
        (Qt.Key.Key_N, Answer.NEW, "Comes in as somebody new: ana@contoso.example"),
        (Qt.Key.Key_X, Answer.OUT, "Same name as Ana Ferreira of Fabrikam, other organisation."),
        (Qt.Key.Key_Y, Answer.OUT, "Same name as Ana Ferreira of Fabrikam, other organisation."),
    ):
        QTest.keyClick(screen.list, key)
        assert screen.reviewing.decisions.of(ana) is answer
        assert screen.reviewing.told(ana).words == words_shown
    QTest.keyClick(screen.list, Qt.Key.Key_S)
    height = screen.list.places_of(ana).row.height()
    QTest.keyClick(screen.list, Qt.Key.Key_T)
    assert screen.reviewing.choices().taken == {(ana.person_id, "organisation")}
    QTest.keyClick(screen.list, Qt.Key.Key_X)
    assert screen.list.places_of(ana).row.height() < height


def test_every_step_and_tick_is_spoken(qtbot: QtBot, screen: ReviewScreen, desk: Desk) -> None:
    heard: list[str] = []
    desk.announced.connect(heard.append)
    QTest.keyClick(screen.list, Qt.Key.Key_Down)
    QTest.keyClick(screen.list, Qt.Key.Key_Space)
    assert heard == [
        "Person 01, ticked, p1@x.example, New people, 2 of 41 rows",
        "Person 01, not ticked, p1@x.example, New people, 2 of 41 rows",
    ]
    assert screen.list.accessibleDescription() == heard[-1]
    assert screen.list.accessibleName() == "What would be imported"


# Looks


def test_it_follows_the_theme_and_the_text_size(screen: ReviewScreen, desk: Desk) -> None:
    light = screen.grab().toImage()
    before = screen.list.places_of(screen.list.rows[0]).row.height()
    desk.theme.set_dark(True)
    assert screen.grab().toImage() != light
    desk.theme.set_text_scale(1.5)
    assert screen.list.places_of(screen.list.rows[0]).row.height() == pytest.approx(before * 1.5)


def test_hovering_shows_and_a_tooltip_is_never_markup(
    qtbot: QtBot, screen: ReviewScreen, tmp_path: Path
) -> None:
    shown(qtbot, screen, address_book(tmp_path, card("<b>Rui</b>", "rui@x.example"), name="x.vcf"))
    first = screen.list.rows[0]
    plain = screen.list.grab().toImage()
    place = screen.list.places_of(first).words.center().toPoint()
    hover(screen.list.viewport(), place)
    assert screen.list.grab().toImage() != plain
    where = screen.list.viewport().mapToGlobal(place)
    QApplication.sendEvent(screen.list.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, where))
    assert "&lt;b&gt;Rui" in QToolTip.text()
    assert "x.vcf, line 1" in QToolTip.text()


def test_clicking_beside_the_boxes_decides_nothing(qtbot: QtBot, screen: ReviewScreen) -> None:
    assert screen.reviewing is not None
    third = screen.list.rows[2]
    place = screen.list.places_of(third).words.center().toPoint()
    qtbot.mouseClick(screen.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert screen.list.focused is third
    assert screen.reviewing.decisions.ticked(third)


# Words


def test_the_words_of_an_import() -> None:
    assert words.imported(Imported()) == ""
    assert (
        words.imported(Imported(people_added=12, conversations_added=30)) == "12 people and 30 conversations"
    )
    all_of_it = Imported(people_added=1, people_changed=2, conversations_added=3, plans_added=4, busy_added=5)
    assert words.imported(all_of_it) == "1 person, 2 changed people, 3 conversations and more"


def test_the_words_of_files_people_and_places() -> None:
    assert words.files(["a.vcf"]) == "a.vcf"
    assert words.files(["a.vcf", "b.ics", "c.ics"]) == "a.vcf and 2 other files"
    assert words.people(["Ana", "Rui", "Ines"]) == "Ana, Rui and Ines"
    assert words.people(["Ana", "Rui", "Ines", "Jonas", "Mei"]) == "Ana, Rui and 3 others"
    assert words.place("a.vcf", 12) == "a.vcf, line 12"
    assert words.place("a.vcf", 0) == "a.vcf"


def test_the_words_of_differences() -> None:
    role = Difference(field="role", words="Role", old="CIO", new="CTO", adds=False)
    photo = Difference(field="photo", words="Photo", old="", new="a picture", adds=True)
    notes = Difference(field="notes", words="Notes", old="", new="Likes\nlong " + "walks " * 20, adds=True)
    assert words.conflict(role) == "Role: CIO → CTO"
    born = Difference(field="birthday", words="Birthday", old="--04-15", new="1978-04-15", adds=False)
    assert words.conflict(born) == "Birthday: 15 April → 15 April 1978"
    said = words.additions([role, photo, notes])
    assert said.startswith("a photo, a note “Likes long walks")
    assert said.endswith("…”")


def test_a_row_without_a_tick_box_does_not_speak_of_one() -> None:
    problem = Row(key="1", section=Section.PROBLEMS, title="No start.", about="a.ics, line 3")
    assert spoken(problem, Telling(ticked=None, words="")) == "No start., a.ics, line 3"


def test_counts_name_people_once(qtbot: QtBot, screen: ReviewScreen, tmp_path: Path, desk: Desk) -> None:
    assert screen.counts.text() == "40 new people, 1 possibly known"
    add_person(desk.library, PersonForm(name="Rui Costa"), today=TODAY)
    settle(qtbot, screen)
    shown(qtbot, screen, address_book(tmp_path, card(*RUI), name="rui.vcf"))
    assert screen.counts.text() == "1 person changed"
