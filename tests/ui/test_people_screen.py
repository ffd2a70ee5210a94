"""The people screen: groups, looks, what is asked for, folding, archiving, and what it remembers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, add_person
from planner.actions.people_several import archive
from planner.domain.filters import Filter
from planner.domain.rhythm import State
from planner.library import Library
from planner.queries.people import person_called
from planner.ui.memory import Memory
from planner.ui.people import wishes
from planner.ui.people.grouping import Grouping, Order
from planner.ui.people.heading import counts_of, heading_of
from planner.ui.people.look import Look
from planner.ui.people.sheet import Density, Spot
from planner.ui.people.view import PeopleScreen
from planner.ui.widgets.group_heading import told_rects
from planner.ui.window import Window


@pytest.fixture
def people(window: Window, qtbot: QtBot) -> PeopleScreen:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    screen = window.places.go("people")
    assert isinstance(screen, PeopleScreen)
    return screen


def names(people: PeopleScreen) -> list[str]:
    return [people.grid.names[each] for each in people.grid.people]


def texts(menu: QMenu) -> list[str]:
    return [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]


def test_everybody_by_layer(people: PeopleScreen) -> None:
    assert people.header.context.text() == "41 people in six layers"
    assert [(group.name, len(group.people)) for group in people.grid.groups][:2] == [
        ("Business peers", 8),
        ("Board & shareholders", 6),
    ]


def test_nobody_matches_and_one_click_shows_everybody(people: PeopleScreen) -> None:
    people.filter_bar.choose(Filter(text="xyz", unplanned=True))
    assert people.grid.people == [] and people._nobody.isVisible() and not people.grid.isVisible()
    people._nobody.clear.click()
    assert len(people.grid.people) == 41 and not people._nobody.isVisible()


def test_only_seen_cards_are_asked_for_and_only_touched_ones_again(
    people: PeopleScreen, sample: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    people.grid.viewport().repaint()
    before = set(people.grid._facts)
    assert 0 < len(before) < 41
    asked: list[int] = []
    ask = people.grid._ask
    monkeypatch.setattr(people.grid, "_ask", lambda wanted: asked.extend(wanted) or ask(wanted))
    person = people.grid.people[0]
    from planner.actions.people import change_rhythm

    change_rhythm(sample, person, 3)
    people.grid.viewport().repaint()
    assert asked == [person]


def test_a_change_refreshes_and_keeps_the_focus(people: PeopleScreen, sample: Library) -> None:
    QTest.keyClick(people.grid, Qt.Key.Key_Right)
    before = people.grid.focused
    add_person(sample, PersonForm(name="Aaron Early"), today=people.desk.today)
    assert len(people.grid.people) == 42
    assert people.grid.focused == before
    assert people.grid.groups[-1].name == "No layer yet"


# Looks


def test_the_menus_group_and_sort(people: PeopleScreen) -> None:
    header = people.header
    assert header.order.text() == "Next conversation" and header.group.text() == "Group: layer"
    group = header.group_menu()
    assert texts(group) == ["Layer", "City", "Organisation", "State", "Initiative", "Nothing"]
    group.actions()[3].trigger()
    assert [each.name for each in people.grid.groups] == ["Overdue", "Due", "On rhythm", "Resting"]
    assert header.group.text() == "Group: state"
    header.group_menu().actions()[5].trigger()
    header.order_menu().actions()[2].trigger()
    assert names(people) == sorted(names(people)) and header.order.text() == "Name"
    turn = header.order_menu().actions()[-1]
    assert turn.text() == "From the other end" and turn.isCheckable()
    turn.trigger()
    assert names(people) == sorted(names(people), reverse=True)


def test_three_densities(people: PeopleScreen) -> None:
    heights = {}
    for key in (Density.ROWS, Density.CARDS, Density.SPACIOUS):
        people.header.density.choose(key)
        people.header.density.chosen.emit(key)
        people.grid.viewport().repaint()
        heights[key] = (people.grid.sheet.measures.card, people.grid.sheet.columns)
    assert heights == {Density.ROWS: (40, 1), Density.CARDS: (134, 4), Density.SPACIOUS: (178, 3)}
    assert people.grid.facts_of(people.grid.people[0]) is not None


def test_a_spacious_card_says_why_in_full(people: PeopleScreen, sample: Library) -> None:
    tobias = person_called(sample, "tobias").id
    in_short = people.grid.facts_of(tobias)
    assert in_short is not None and in_short.why == "The terminal outage review is still open."
    assert in_short.last == "Last: in person, 23 days ago"
    people.see(Look(density=Density.SPACIOUS))
    in_full = people.grid.facts_of(tobias)
    assert in_full is not None and in_full.why == in_short.reason
    ana = people.grid.facts_of(person_called(sample, "ana fer").id)
    assert ana is not None and ana.last.endswith(", from Ana") and ana.coming.startswith("Next: ")


def test_groups_fold_and_open(people: PeopleScreen) -> None:
    key = people.grid.groups[0].key
    people.grid.fold_wanted.emit(key)
    assert len(people.grid.people) == 33
    assert people.grid.accessibleDescription() == (
        "Business peers, 8 people, 5 on rhythm, 1 due, 2 overdue, folded"
    )
    people.grid.fold_wanted.emit(key)
    assert len(people.grid.people) == 41


def test_the_menu_of_a_heading(people: PeopleScreen) -> None:
    menu = wishes.heading_menu(people.grid, Look(), 1)
    counts = ["Show the 4 on rhythm", "Show the 1 due", "Show the 1 overdue"]
    assert texts(menu) == [
        *("Fold", "Fold all others", "Open all", *counts, "Choose all 6", "Add somebody here"),
    ]
    looks: list[Look] = []
    menu.see.connect(looks.append)
    menu.actions()[0].trigger()
    menu.actions()[1].trigger()
    assert looks[0].folded == {people.grid.groups[1].key} and len(looks[1].folded) == 5
    next(each for each in menu.actions() if each.text() == "Choose all 6").trigger()
    assert list(people.grid.selected) == list(people.grid.groups[1].people)


def chosen_in_heading_menu(people: PeopleScreen, words: str) -> None:
    """Open the menu of the first heading by its key, and choose an entry."""
    people.grid.go(Spot(0))
    place = people.grid.heading_rect(0).center().toPoint()
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, people.grid.mapToGlobal(place))
    QApplication.sendEvent(people.grid, by_key)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(each for each in menu.actions() if each.text() == words).trigger()
    menu.close()


def test_the_menu_of_a_heading_folds_and_opens_counts(people: PeopleScreen) -> None:
    chosen_in_heading_menu(people, "Fold all others")
    assert len(people.grid.people) == 8
    chosen_in_heading_menu(people, "Show the 2 overdue")
    assert len(people.grid.people) == 2 and people.grid.groups[0].name == "Business peers"


def test_the_button_of_the_head_adds_a_person(people: PeopleScreen) -> None:
    asked: list[str] = []
    people.desk.command_wanted.disconnect()
    people.desk.command_wanted.connect(lambda command, _subject: asked.append(command))
    QTest.mouseClick(people.header.add, Qt.MouseButton.LeftButton)
    assert asked == ["add_person"]


@pytest.mark.parametrize("by", [each for each in Grouping if each is not Grouping.STATE])
def test_a_count_in_a_heading_opens_to_whom_it_counts(by: Grouping, people: PeopleScreen) -> None:
    people.see(Look(grouping=by))
    group = people.grid.groups[0]
    (said, states), *_ = counts_of(group)
    box = told_rects(people.grid.heading_rect(0), heading_of(group), people.desk.theme)[0]
    QTest.mouseClick(people.grid.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    shown = people.grid.groups
    assert said.startswith(f"{len(people.grid.people)} ") and set(people.grid.people) <= set(group.people)
    assert shown[0].name == group.name and set(shown[0].states) <= states
    people.filter_bar.clear()
    menu = wishes.heading_menu(people.grid, Look(grouping=by), 0)
    asked: list[frozenset[State]] = []
    menu.count.connect(asked.append)
    next(each for each in menu.actions() if each.text() == f"Show the {said}").trigger()
    assert asked == [states]


def test_the_look_is_remembered(people: PeopleScreen, window: Window, tmp_path: Path) -> None:
    people.desk.memory = Memory(tmp_path / "window.ini")
    people.see(Look(grouping=Grouping.STATE, order=Order.NAME, density=Density.ROWS))
    again = PeopleScreen(people.desk, window)
    again.refresh()
    assert again.header.group.accessibleName() == "Group: state" and again.grid.sheet.columns == 1
    again.deleteLater()


def test_another_grouping_opens_what_was_folded(people: PeopleScreen) -> None:
    people.grid.fold_wanted.emit(people.grid.groups[0].key)
    people.see(people._look._replace(grouping=Grouping.STATE))
    assert len(people.grid.people) == 41


# Acting on several


def test_the_selection_bar_names_them_and_acts(people: PeopleScreen, sample: Library) -> None:
    chosen = [person_called(sample, name).id for name in ("tobias", "mei-ling")]
    people.grid.choose(chosen)
    assert (
        people._bar.isVisible() and people._bar._label.text() == "2 selected: Tobias Lindner, Mei-Ling Zhao"
    )
    asked: list[tuple[str, tuple[int, ...]]] = []
    people.desk.command_wanted.disconnect()
    people.desk.command_wanted.connect(lambda command, subject: asked.append((command, subject.people)))
    for label in ("Plan on", "Change rhythm", "Add to initiative", "Draft message"):
        people._bar.buttons[label].click()
    assert asked == [(each, tuple(chosen)) for each in ("plan", "rhythm", "initiative", "message")]
    people._bar.buttons["Clear"].click()
    assert not people.grid.selected and not people._bar.isVisible()


def test_the_bar_counts_those_it_does_not_name(people: PeopleScreen) -> None:
    people.grid.choose(people.grid.people[:12])
    assert people._bar._label.text().startswith("12 selected: ")
    assert people._bar._label.text().endswith(" and 10 more")


def test_menus_offer_what_makes_sense(people: PeopleScreen, sample: Library) -> None:
    ana, maya = person_called(sample, "ana fer").id, person_called(sample, "maya").id
    one = texts(wishes.people_menu(people.desk, [ana], people))
    assert one[0] == "Open the person" and "Let rest until …" in one and one[-1] == "Move to the trash"
    assert "Tag …" in one and "Move to a layer …" in one and "Archive" in one and "Add to initiative" in one
    several = texts(wishes.people_menu(people.desk, [ana, maya], people))
    assert "Open the person" not in several and several[-1] == "Move to the trash"
    bulk = {"Plan on …", "Change the rhythm", "Move to a layer …", "Tag …", "Let rest until …", "Archive"}
    assert bulk | {"Add to initiative"} <= set(several)
    assert "End the rest" in texts(wishes.people_menu(people.desk, [maya], people))
    archive(sample, [ana])
    assert "Bring back from the archive" in texts(wishes.people_menu(people.desk, [ana], people))


def test_archived_people_leave_the_page_and_a_filter_shows_them(
    people: PeopleScreen, window: Window, sample: Library
) -> None:
    tobias = person_called(sample, "tobias").id
    people.grid.choose([tobias])
    QTest.keyClick(people.grid, Qt.Key.Key_X)
    assert tobias not in people.grid.people and not people.grid.selected
    assert people.header.context.text() == "40 people in six layers"
    people.filter_bar.choose(Filter(archived=True))
    assert people.grid.people == [tobias]
    people.grid.choose([tobias])
    window.run("unarchive")
    assert people.grid.people == []
    sample.undo()
    assert people.grid.people == [tobias]


def test_a_rest_can_be_ended(people: PeopleScreen, window: Window, sample: Library) -> None:
    maya = person_called(sample, "maya").id
    people.grid.choose([maya])
    window.run("end_rest")
    assert "resting" not in {brief.state for brief in people.filter_bar.shown()}
    assert sample.next_labels()[0] == "End the rest of Maya Johansson"


def test_the_keyboard_opens_the_card_in_focus_while_others_are_chosen(
    people: PeopleScreen, window: Window
) -> None:
    people.grid.choose(people.grid.people[:2])
    people.grid.go_to(people.grid.people[4])
    QTest.keyClick(people.grid, Qt.Key.Key_Return)
    assert window.places.current == "person"
    shown = window.pages.currentWidget()
    assert shown is not None and people.grid.people[4] in shown.subject().people  # type: ignore[attr-defined]


def test_hidden_it_only_notes_that_it_is_stale(people: PeopleScreen, window: Window, sample: Library) -> None:
    window.places.go("plan")
    add_person(sample, PersonForm(name="Zoe Late"), today=people.desk.today)
    assert "zoe late" not in names(people)
    window.places.go("people")
    assert "zoe late" in names(people)


def test_a_menu_opens_by_key_at_the_card(people: PeopleScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QPoint] = []
    monkeypatch.setattr(QMenu, "popup", lambda _menu, where: opened.append(where))
    people.grid.menu_wanted.emit(people.grid.corner_of(people.grid.spot))
    QTest.keyClick(people.grid, Qt.Key.Key_Up)
    people.grid.menu_wanted.emit(people.grid.corner_of(people.grid.spot))
    assert len(opened) == 2


Opened = Callable[[Library], Window]


def test_one_person_in_no_layer_yet(open_window: Opened, library: Library) -> None:
    add_person(library, PersonForm(name="Ana"), today=library.clock().date())
    window = open_window(library)
    screen = window.places.go("people")
    assert isinstance(screen, PeopleScreen)
    assert screen.header.context.text() == "1 person"
    assert [each.name for each in screen.grid.groups] == ["No layer yet"]


def test_another_day_tells_everything_anew(people: PeopleScreen, sample: Library) -> None:
    ana = person_called(sample, "ana fer").id
    before = people.grid.facts_of(ana)
    people.day.look()
    assert people.grid.facts_of(ana) is before
    later = people.desk.now + timedelta(days=60)
    people.desk._clock = lambda: later
    people.day.look()
    after = people.grid.facts_of(ana)
    assert before is not None and after is not None and after.last == "Last: in person, 61 days ago, from Ana"
    assert before.last == "Last: in person, yesterday, from Ana"
    assert people.filter_bar.chips.states["Overdue"]._count == 40


def test_the_head_says_less_where_there_is_less_room(people: PeopleScreen, window: Window) -> None:
    header = people.header

    def said() -> tuple[bool, str, str]:
        return header.context.isVisible(), header.group.text(), header.order.text()

    assert said() == (True, "Group: layer", "Next conversation")
    found = []
    for width in (950, 700, 620, 520):
        header.resize(width, header.height())
        found.append(said())
    assert found[0] == (True, "Group: layer", "Next conversation")
    assert (False, "Layer", "") in found, found
    assert header.order.accessibleName() == "Sorted by next conversation"
    assert header.group.accessibleName() == "Group: layer"


def test_a_row_of_chips_does_not_begin_with_a_line(people: PeopleScreen) -> None:
    chips = people.filter_bar.chips
    for width in range(300, 1300, 40):
        chips.resize(width, 200)
        chips._row.activate()
        for divider in chips._dividers:
            assert divider.x() > 0 or divider.width() == 0, width
