"""The columns of a table: guessed, chosen, previewed at once, and remembered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from planner.actions.imports.columns import Meaning, remembered_columns
from planner.library import Library
from planner.ui.desk import Desk
from planner.ui.review.columns.columns import GROUPS
from planner.ui.review.rows import Section
from planner.ui.review.view import ReviewScreen
from planner.ui.theme import Theme
from tests.ui.review_files import FREE, address_book, card, click_tick, row, settle, shown, titles
from tests.ui.review_screens import Clock, review_screen

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(qapp: QApplication, library: Library, clock: Clock) -> Iterator[Desk]:
    made = Desk(library, Theme(reduced_motion=True), clock)
    yield made
    made.close()


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> ReviewScreen:
    made = review_screen(qtbot, desk)
    made.activateWindow()
    return made


def written(folder: Path, text: str = FREE, name: str = "fair.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def opened(qtbot: QtBot, screen: ReviewScreen, number: int) -> QMenu:
    """The menu of a column's chooser, opened by a click."""
    place = screen.columns.table.chooser(number).center().toPoint()
    qtbot.mouseClick(screen.columns.table.viewport(), LEFT, pos=place)
    return menu(qtbot, screen)


def menu(qtbot: QtBot, screen: ReviewScreen) -> QMenu:
    def visible() -> list[QMenu]:
        return [each for each in screen.columns.table.findChildren(QMenu) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(visible()))
    return visible()[0]


def action(found: QMenu, meaning: Meaning) -> QAction:
    return next(each for each in found.actions() if each.text() == meaning.value)


def choose(qtbot: QtBot, screen: ReviewScreen, number: int, meaning: Meaning) -> None:
    found = opened(qtbot, screen, number)
    qtbot.mouseClick(found, LEFT, pos=found.actionGeometry(action(found, meaning)).center())


def meanings(screen: ReviewScreen) -> list[Meaning]:
    columns = screen.columns.columns
    assert columns is not None
    return [columns.meaning(number) for number in range(columns.table.width)]


def previewed(screen: ReviewScreen) -> list[str]:
    return screen.columns.preview.accessibleDescription().split(". ")


def test_a_free_table_is_asked_about_before_anybody_is_reviewed(
    qtbot: QtBot, screen: ReviewScreen, tmp_path: Path
) -> None:
    shown(qtbot, screen, written(tmp_path))
    assert screen.columns.isVisible()
    assert not screen.list.isVisible()
    assert screen.columns.question.text() == "What do the columns mean?"
    assert meanings(screen) == [Meaning.NAME, Meaning.KEPT, Meaning.EMAIL, Meaning.KEPT]
    assert previewed(screen)[0] == "Ana Ferreira, ana@contoso.example, Kept for export: 2 more"
    assert screen.columns.table.hasFocus()


def test_a_choice_shows_at_once_and_comes_in(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, tmp_path: Path
) -> None:
    shown(qtbot, screen, written(tmp_path))
    before = screen.columns.preview.grab().toImage()
    choose(qtbot, screen, 1, Meaning.ORGANISATION)
    choose(qtbot, screen, 3, Meaning.TAGS)
    assert previewed(screen)[0] == "Ana Ferreira, ana@contoso.example, Cranes"
    assert screen.columns.preview.grab().toImage() != before
    qtbot.mouseClick(screen.columns.go, LEFT)
    settle(qtbot, screen)
    assert titles(screen, Section.NEW) == ["Ana Ferreira", "Rui Costa"]
    assert row(screen, "Rui Costa").about == "Fabrikam"
    qtbot.mouseClick(screen.foot.go, LEFT)
    settle(qtbot, screen)
    assert len(remembered_columns(desk.library)) == 1
    tags = desk.library.rows("SELECT tag FROM person_tag ORDER BY tag")
    assert [each[0] for each in tags] == ["Cranes", "Ships"]


def test_what_was_chosen_is_not_asked_again_but_can_be_changed(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, tmp_path: Path
) -> None:
    shown(qtbot, screen, written(tmp_path))
    choose(qtbot, screen, 1, Meaning.ORGANISATION)
    qtbot.mouseClick(screen.columns.go, LEFT)
    settle(qtbot, screen)
    qtbot.mouseClick(screen.foot.go, LEFT)
    settle(qtbot, screen)
    other = "Thema;Haus;Wer;E-Mail\nShips;Contoso;Mei Tan;mei@x.example\n"
    shown(qtbot, screen, written(tmp_path, other, "next.csv"))
    assert not screen.columns.isVisible()
    assert row(screen, "Mei Tan").about == "Contoso"
    assert screen.ask_columns.isVisible()
    qtbot.mouseClick(screen.ask_columns, LEFT)
    assert meanings(screen) == [Meaning.KEPT, Meaning.ORGANISATION, Meaning.NAME, Meaning.EMAIL]
    choose(qtbot, screen, 1, Meaning.ROLE)
    qtbot.mouseClick(screen.columns.go, LEFT)
    settle(qtbot, screen)
    assert row(screen, "Mei Tan").about == "Contoso"
    assert screen.reviewing is not None
    assert screen.reviewing.found.review.people[0].draft.role == "Contoso"


def test_decisions_outlive_another_choice_of_columns(
    qtbot: QtBot, screen: ReviewScreen, tmp_path: Path
) -> None:
    shown(qtbot, screen, written(tmp_path))
    qtbot.mouseClick(screen.columns.go, LEFT)
    settle(qtbot, screen)
    click_tick(qtbot, screen, "Ana Ferreira")
    qtbot.mouseClick(screen.ask_columns, LEFT)
    choose(qtbot, screen, 1, Meaning.ORGANISATION)
    qtbot.mouseClick(screen.columns.go, LEFT)
    settle(qtbot, screen)
    assert screen.foot.go.text() == "Import 1 person"


def test_keys_walk_open_and_leave_out(qtbot: QtBot, screen: ReviewScreen, tmp_path: Path) -> None:
    shown(qtbot, screen, written(tmp_path))
    table = screen.columns.table
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.accessibleDescription() == (
        "Thema, becomes Kept for export, first values Cranes, Ships, column 4 of 4"
    )
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert meanings(screen)[3] is Meaning.NOTHING
    QTest.keyClick(table, Qt.Key.Key_Up)
    QTest.keyClick(table, Qt.Key.Key_Up)
    QTest.keyClick(table, Qt.Key.Key_Space)
    found = menu(qtbot, screen)
    assert found.activeAction().text() == Meaning.KEPT.value
    found.setActiveAction(action(found, Meaning.ORGANISATION))
    QTest.keyClick(found, Qt.Key.Key_Return)
    assert meanings(screen)[1] is Meaning.ORGANISATION
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(menu(qtbot, screen), Qt.Key.Key_Escape)
    assert meanings(screen)[1] is Meaning.ORGANISATION


def test_the_chooser_offers_everything_but_labels(qtbot: QtBot, screen: ReviewScreen, tmp_path: Path) -> None:
    assert {each for group in GROUPS for each in group} == set(Meaning) - {Meaning.LABEL}
    shown(qtbot, screen, written(tmp_path))
    found = opened(qtbot, screen, 2)
    assert [each.text() for each in found.actions() if each.isChecked()] == [Meaning.EMAIL.value]
    found.close()


def test_a_table_that_names_nobody_cannot_be_used(qtbot: QtBot, screen: ReviewScreen, tmp_path: Path) -> None:
    shown(qtbot, screen, written(tmp_path, "Wer,Wann\nAna 1,12.3.\nRui 2,13.3.\n"))
    assert screen.columns.isVisible()
    assert not screen.columns.go.isEnabled()
    assert screen.columns.said.text() == "Say which column holds the names or the e-mail addresses."
    choose(qtbot, screen, 0, Meaning.NAME)
    assert screen.columns.go.isEnabled()
    qtbot.mouseClick(screen.columns.go, LEFT)
    settle(qtbot, screen)
    assert titles(screen, Section.NEW) == ["Ana 1", "Rui 2"]


def test_several_tables_are_asked_about_one_by_one(
    qtbot: QtBot, screen: ReviewScreen, tmp_path: Path
) -> None:
    second = written(tmp_path, "Mei Tan,mei@x.example\nNoor Haddad,noor@x.example\n", "plain.csv")
    shown(qtbot, screen, written(tmp_path), second, address_book(tmp_path, card("Eve Moss")))
    page = screen.columns
    assert page.question.text() == "Table 1 of 2, fair.csv: what do the columns mean?"
    assert page.back.isHidden()
    qtbot.mouseClick(page.go, LEFT)
    assert page.question.text() == "Table 2 of 2, plain.csv: what do the columns mean?"
    assert page.said.text() == "This table has no headings, so the choice is for this time only."
    choose(qtbot, screen, 1, Meaning.NOTHING)
    qtbot.mouseClick(page.back, LEFT)
    assert meanings(screen)[0] is Meaning.NAME
    qtbot.mouseClick(page.go, LEFT)
    assert meanings(screen) == [Meaning.NAME, Meaning.NOTHING]
    qtbot.mouseClick(page.go, LEFT)
    settle(qtbot, screen)
    assert len(titles(screen, Section.NEW)) == 5
    assert row(screen, "Mei Tan").words == "Only the name"


def test_cancel_leaves_the_import_or_goes_back_to_the_review(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, tmp_path: Path
) -> None:
    shown(qtbot, screen, written(tmp_path))
    with qtbot.waitSignal(desk.place_wanted):
        qtbot.mouseClick(screen.columns.cancel, LEFT)
    assert screen.start.isVisible()
    shown(qtbot, screen, written(tmp_path))
    qtbot.mouseClick(screen.columns.go, LEFT)
    settle(qtbot, screen)
    qtbot.mouseClick(screen.ask_columns, LEFT)
    assert screen.columns.isVisible()
    qtbot.mouseClick(screen.columns.cancel, LEFT)
    assert titles(screen, Section.NEW) == ["Ana Ferreira", "Rui Costa"]


def test_a_table_of_a_known_program_is_not_asked_about(
    qtbot: QtBot, screen: ReviewScreen, tmp_path: Path
) -> None:
    text = "First Name,Last Name,Connected On\nMei,Tan,1 Jan 2020\n"
    shown(qtbot, screen, written(tmp_path, text, "Connections.csv"))
    assert titles(screen, Section.NEW) == ["Mei Tan"]
    qtbot.mouseClick(screen.ask_columns, LEFT)
    assert meanings(screen) == [Meaning.GIVEN, Meaning.FAMILY, Meaning.KEPT]


def test_a_wide_table_scrolls_to_the_column_that_has_the_keyboard(
    qtbot: QtBot, screen: ReviewScreen, tmp_path: Path
) -> None:
    heads = ["Name", "E-Mail", *(f"Frage {number}" for number in range(60))]
    rows = ["Ana Ferreira", "ana@x.example", *(str(number) for number in range(60))]
    shown(qtbot, screen, written(tmp_path, f"{';'.join(heads)}\n{';'.join(rows)}\n"))
    table = screen.columns.table
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.verticalScrollBar().value() == table.verticalScrollBar().maximum() > 0
    assert table.row(61).bottom() <= table.viewport().height() + 1
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert table.verticalScrollBar().value() == 0
