"""The panels of a person's page: everything is changed in place, and every figure opens to its facts."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.actions import commitments, people, reliance, trust
from planner.actions.people import PersonForm
from planner.actions.person_details import Detail, change_detail
from planner.actions.understanding import LearnedForm, learn
from planner.domain.angles import Angle, LearnedFrom
from planner.domain.commitments import By, Outcome
from planner.domain.criticality import Cause, Reliance
from planner.domain.dimensions import Dimension
from planner.domain.views import ViewKind
from planner.library import Library
from planner.queries.trust import trust_of
from planner.queries.understanding import understanding_of
from planner.ui.desk import Desk
from planner.ui.person.depend_panel import Figures
from planner.ui.person.fact_lists import FactLists
from planner.ui.person.row_editor import RowEditor
from planner.ui.person.stream import Tab
from planner.ui.person.view import PersonScreen
from planner.ui.widgets.add_row import AddRow
from planner.ui.widgets.buttons import Button
from tests.conftest import TODAY
from tests.ui.person_pages import Opener, page_opener, person_called, rows, type_into


@pytest.fixture
def opened(qtbot: QtBot) -> Opener:
    """Opens a person's page in a window of the usual size."""
    return page_opener(qtbot)


def add_line(row: AddRow, text: str, **picked: str) -> None:
    """Open the line, choose what stands beside it, type and press Enter."""
    row.begin()
    for name, key in picked.items():
        row.segments[name].choose(key)
    QTest.keyClicks(row.line, text)
    QTest.keyClick(row.line, Qt.Key.Key_Return)


def foot_row(screen: PersonScreen, button: str) -> AddRow:
    """The line at the foot of the open sheet whose button says so."""
    assert screen.sheet.isVisible() and screen.sheet.foot is not None
    return next(row for row in screen.sheet.foot.findChildren(AddRow) if row.button.text() == button)


def click_link(screen: PersonScreen, words: str) -> None:
    """Click a quiet button at the foot of the open sheet."""
    assert screen.sheet.foot is not None
    next(each for each in screen.sheet.foot.findChildren(Button) if each.text() == words).click()


def facts(screen: PersonScreen) -> list[str]:
    """The words of the facts in the open sheet."""
    return [row.fact.words for row in screen.sheet.facts.rows.values()]


def test_leaving_a_field_saves_it_as_one_step(desk: Desk, library: Library, ana: int, opened: Opener) -> None:
    screen = opened(desk, ana)
    type_into(screen.header.role, "Port director")
    screen.stream.setFocus()
    assert library.value("SELECT role FROM person WHERE id = ?", (ana,)) == "Port director"
    assert screen.header.role.value == "Port director" and not screen.header.role.is_open
    assert library.next_labels()[0] == "Change the role of Ana Ferreira"
    library.undo()
    assert screen.header.role.value != "Port director"


def test_going_to_another_place_or_person_saves_what_is_typed(
    desk: Desk, library: Library, ana: int, opened: Opener
) -> None:
    luca = people.add_person(library, PersonForm(name="Luca Steiner"), today=TODAY)
    screen = opened(desk, ana)
    type_into(screen.header.role, "Port director")
    screen.hide()
    assert library.value("SELECT role FROM person WHERE id = ?", (ana,)) == "Port director"
    screen.show()
    type_into(screen.side.as_person.about, "Sails")
    screen.show_person(luca)
    screen.stream.setFocus()
    about = "SELECT as_a_person FROM person WHERE id = ?"
    assert library.value(about, (ana,)) == "Sails"
    assert library.value(about, (luca,)) == ""


def test_the_first_connection_is_added_once(desk: Desk, library: Library, ana: int, opened: Opener) -> None:
    people.add_person(library, PersonForm(name="Luca Steiner"), today=TODAY)
    screen = opened(desk, ana)
    add_line(screen.side.connections.add, "Luca Steiner: sat together on two boards")
    assert library.value("SELECT count(*) FROM connection") == 1
    assert [row.connected.how for row in screen.side.connections.rows.rows.values()] == [
        "sat together on two boards"
    ]
    assert not screen.side.connections.add.problem.words


def test_a_way_to_reach_somebody_is_added_changed_and_removed(
    desk: Desk, library: Library, ana: int, opened: Opener
) -> None:
    screen = opened(desk, ana)
    panel = screen.side.reach
    add_line(panel.add, "ana@norvane.example")
    row = next(iter(panel.points.rows.values()))
    QTest.keyClick(row, Qt.Key.Key_F2)
    editor = panel.findChild(RowEditor)
    assert editor is not None
    typing = editor.words.editor
    assert typing is not None
    typing.selectAll()
    QTest.keyClicks(typing, "+41 44 555 0104")
    QTest.keyClick(typing, Qt.Key.Key_Return)
    assert (row.point.kind, row.point.value) == ("phone", "+41 44 555 0104")
    menu = row.open_menu(panel._does(row), QPoint())
    menu.actions()[-1].trigger()
    menu.close()
    assert not panel.points.rows


def test_escape_puts_a_field_back_and_stays_on_the_page(
    desk: Desk, library: Library, ana: int, opened: Opener
) -> None:
    screen = opened(desk, ana)
    type_into(screen.side.as_person.about, "Sails")
    editor = screen.side.as_person.about.editor
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not screen.side.as_person.about.is_open
    assert library.value("SELECT as_a_person FROM person WHERE id = ?", (ana,)) == ""
    assert screen.isVisible()


def test_what_is_refused_stays_typed_with_the_sentence(desk: Desk, ana: int, opened: Opener) -> None:
    screen = opened(desk, ana)
    type_into(screen.header.name, " ")
    assert not screen.header.name.save()
    assert screen.header.name.is_open
    assert screen.header.name.problem.words == "A name is needed; everything else can wait."


def test_letters_typed_in_a_field_are_no_commands(desk: Desk, ana: int, opened: Opener, qtbot: QtBot) -> None:
    screen = opened(desk, ana)
    with qtbot.assertNotEmitted(desk.command_wanted):
        type_into(screen.header.name, "lpc")
    assert screen.header.name.is_open


def test_a_line_notes_a_promise_with_its_day(desk: Desk, library: Library, ana: int, opened: Opener) -> None:
    screen = opened(desk, ana)
    add_line(screen.side.commitments.add, "the cost figures by Friday", by=By.YOU.value)
    row = screen.side.commitments.rows[0]
    assert (row.promise.what, row.promise.due_on) == ("the cost figures", date(2026, 9, 18))
    type_into(row.due, "Mon 21 Sep")
    assert row.due.save()
    assert screen.side.commitments.rows[0].promise.due_on == date(2026, 9, 21)
    library.undo()
    assert screen.side.commitments.rows[0].promise.due_on == date(2026, 9, 18)


def test_an_angle_opens_to_its_facts_and_a_guess_counts_as_none(
    desk: Desk, library: Library, ana: int, opened: Opener
) -> None:
    screen = opened(desk, ana)
    panel = screen.side.understanding
    row = panel.angles.rows[Angle.CARE]
    assert row.accessibleName() == "What Ana cares about: nothing known yet"
    row.click()
    assert screen.sheet.title.text() == "What Ana cares about"
    learning = foot_row(screen, "Add what you learned")
    add_line(learning, "Her people", source=LearnedFrom.GUESS.value)
    assert facts(screen) == ["Her people"]
    assert panel.side.text() == "0 of 8 angles fresh"
    add_line(learning, "A port that never stops", source=LearnedFrom.THEY_SAID.value)
    assert panel.side.text() == "1 of 8 angles fresh"
    assert panel.angles.rows[Angle.CARE].accessibleName().startswith("What Ana cares about: 1 fact")
    first = next(iter(screen.sheet.facts.rows.values()))
    assert not first.words.text.visibleRegion().isEmpty()
    type_into(first.words, "A port that never stops for long")
    assert first.words.save()
    assert facts(screen)[0] == "A port that never stops for long"


def test_answering_the_question_files_it(desk: Desk, library: Library, ana: int, opened: Opener) -> None:
    screen = opened(desk, ana)
    asking = understanding_of(library, ana, TODAY).asking
    assert asking is not None
    screen.side.understanding.asking.click()
    assert screen.sheet.title.text() == asking.question
    click_link(screen, "Another question")
    assert screen.sheet.title.text() == asking.questions[1]
    assert screen.sheet.isVisible()
    screen.side.understanding.asking.click()
    answering = foot_row(screen, "Write down the answer")
    assert answering.is_open
    QTest.keyClicks(answering.line, "A dark terminal")
    QTest.keyClick(answering.line, Qt.Key.Key_Return)
    found = understanding_of(library, ana, TODAY)
    fact = next(each for each in found.angles if each.angle is asking.angle).facts[0]
    assert (fact.learned, fact.question) == ("A dark terminal", asking.question)
    assert found.asking is not None and found.asking.question != asking.question
    assert screen.side.understanding.asking.text() == f"Worth asking: {found.asking.question}"


def test_a_private_fact_shows_only_once_it_is_opened(
    desk: Desk, library: Library, ana: int, opened: Opener
) -> None:
    secret = LearnedForm(angle=Angle.FEAR, learned="The audit", on=TODAY, private=True)
    learn(library, ana, secret, today=TODAY)
    screen = opened(desk, ana)
    screen.side.understanding.angles.rows[Angle.FEAR].click()
    row = next(iter(screen.sheet.facts.rows.values()))
    assert not row.words.isVisible() and "audit" not in row.accessibleName()
    row.closed.click()
    assert row.words.isVisible() and row.words.value == "The audit"
    screen.sheet.close_sheet()
    screen.side.understanding.angles.rows[Angle.FEAR].click()
    assert "audit" not in next(iter(screen.sheet.facts.rows.values())).accessibleName()


def test_trust_says_that_it_is_not_known_yet(desk: Desk, ana: int, opened: Opener) -> None:
    screen = opened(desk, ana)
    panel = screen.side.trust
    assert panel.band.accessibleName() == "Trust, as far as you can tell: not known yet"
    assert panel.width_words.text().startswith("Not known yet")
    assert [row.words for row in panel.dimensions.rows.values()] == ["Ability", "Benevolence", "Integrity"]


def test_a_view_of_ones_own_needs_its_fact_and_is_dated(
    desk: Desk, library: Library, ana: int, opened: Opener
) -> None:
    screen = opened(desk, ana)
    screen.side.trust.differently.click()
    row = foot_row(screen, "I see it differently")
    add_line(row, "", stage="deep")
    assert row.problem.words == "Write down the fact that lets you see it differently."
    add_line(row, "She told me about the board first", stage="deep")
    own = trust_of(library, ana, TODAY).own
    assert own is not None and own.on == TODAY and own.kind is ViewKind.TRUST
    assert screen.side.trust.own.text().endswith("deep. She told me about the board first")
    library.undo()
    assert not screen.side.trust.own.isVisible()


def test_a_line_of_trust_opens_to_its_promises_with_the_interval(
    desk: Desk, library: Library, ana: int, opened: Opener
) -> None:
    for day in (1, 5, 9):
        made = commitments.promise(library, ana, By.YOU, f"Paper {day}", date(2026, 9, day), today=TODAY)
        commitments.end_commitment(library, made, Outcome.KEPT, today=TODAY, on=date(2026, 9, day))
    screen = opened(desk, ana)
    line = next(row for row in screen.side.trust.lines.rows.values() if row.words.startswith("You kept"))
    assert line.words == "You kept 3 of 3 promises to Ana"
    line.click()
    assert len(facts(screen)) == 3
    assert "evidence worth 3 fresh promises" in screen.sheet.said.text()
    assert "%" in screen.sheet.said.text()


def test_a_fact_is_added_to_its_dimension(desk: Desk, library: Library, ana: int, opened: Opener) -> None:
    screen = opened(desk, ana)
    screen.side.trust.dimensions.rows[Dimension.INTEGRITY].click()
    add_line(foot_row(screen, "Add a fact"), "Said the same to the board as to me", sign="for")
    known = next(
        each for each in trust_of(library, ana, TODAY).dimensions if each.dimension is Dimension.INTEGRITY
    )
    assert [(each.what, each.speaks_for) for each in known.facts] == [
        ("Said the same to the board as to me", True)
    ]
    assert facts(screen) == ["Said the same to the board as to me"]


def test_a_broken_promise_offers_to_mend_and_asking_waits(
    desk: Desk, library: Library, ana: int, opened: Opener
) -> None:
    people.change_rhythm(library, ana, 28)
    screen = opened(desk, ana)
    panel = screen.side.trust
    assert not panel.mending.isVisible()
    made = commitments.promise(library, ana, By.YOU, "The review", date(2026, 9, 1), today=TODAY)
    commitments.end_commitment(library, made, Outcome.BROKEN, today=TODAY)
    assert panel.mending.text() == "A promise of yours was not kept. Begin to mend trust?"
    panel.mending.click()
    add_line(foot_row(screen, "Begin to mend trust"), "The review that never came")
    assert panel.mending.text().startswith("Mending trust since 15 Sep: 0 of 2 promises kept in time.")
    assert screen.side.understanding.asking.text() == "Asking waits while you mend trust."
    assert screen.header.facts[0].text == ("Every 20 days", "While you mend trust")
    for day in (16, 17):
        kept = commitments.promise(library, ana, By.YOU, "A part", date(2026, 9, day), today=TODAY)
        commitments.end_commitment(library, kept, Outcome.KEPT, today=TODAY)
    assert not panel.mending.isVisible()
    assert screen.side.understanding.asking.text().startswith("Worth asking:")


def test_give_and_take_counts_and_opens(desk: Desk, library: Library, ana: int, opened: Opener) -> None:
    screen = opened(desk, ana)
    panel = screen.side.giving
    assert panel.said.text() == "Nothing written down yet."
    panel.bars[By.THEY].click()
    add_line(foot_row(screen, "Add what was given"), "To the harbour master", by="they", kind="introduction")
    assert panel.bars[By.THEY].accessibleName() == "Ana gave 1 time in twelve months"
    assert facts(screen) == ["To the harbour master"]


def test_dependence_is_three_bars_from_figures_changed_in_place(
    desk: Desk, library: Library, ana: int, opened: Opener
) -> None:
    screen = opened(desk, ana)
    panel = screen.side.depend
    assert panel.side.text() == "not known yet"
    panel.bars[Cause.TIME].click()
    figures = screen.sheet.foot
    assert isinstance(figures, Figures)
    type_into(figures.fields["importance"], "8")
    assert figures.fields["importance"].save()
    type_into(figures.fields["alternatives"], "1")
    assert figures.fields["alternatives"].save()
    assert panel.bars[Cause.EXPERTISE].accessibleName() == "Expertise: 40 of 100"
    assert panel.bars[Cause.BENEFIT].accessibleName() == "Mutual benefit: not assessed yet"
    reliance.assess_reliance(library, ana, Reliance(hours_per_week=9), today=TODAY)
    assert panel.side.text() == "make-or-break"


def test_who_gains_more_is_said_apart_from_the_mutual_benefit(
    desk: Desk, library: Library, ana: int, opened: Opener
) -> None:
    change_detail(library, ana, Detail.PRONOUNS, "she/her")
    panel = opened(desk, ana).side.depend
    assert "gain" not in panel.said.text()
    assess = partial(reliance.assess_reliance, library, ana, today=TODAY)
    assess(Reliance(benefit_to_you=0.8, benefit_to_them=0.5), note="The joint tender")
    assert panel.bars[Cause.BENEFIT].accessibleName() == "Mutual benefit: 50 of 100"
    assert panel.said.text().endswith("while both still gain. You gain 3 of 10 more than she does.")
    (fact,) = FactLists(desk).reliance(ana).facts
    assert fact.more == "You gain 3 of 10 more than she does. The joint tender"


def test_the_history_takes_one_step_back_from_the_middle(
    desk: Desk, library: Library, ana: int, opened: Opener
) -> None:
    screen = opened(desk, ana)
    type_into(screen.header.role, "Port director")
    assert screen.header.role.save()
    trust.record_view(library, ana, ViewKind.CLOSENESS, 4, on=TODAY, today=TODAY)
    screen.tabs.choose(Tab.HISTORY)
    place = rows(screen).index("Change the role of Ana Ferreira")
    row = screen.stream.rows.row(screen.stream.rows.index(place))
    assert row is not None
    handy = screen.hands(row.about)
    assert handy is not None
    handy.does[0][2]()
    assert screen.header.role.value == ""
    assert rows(screen)[0] == "Take back “Change the role of Ana Ferreira”"


def test_escape_closes_the_sheet_and_gives_the_focus_back(
    sample_desk: Desk, sample: Library, opened: Opener
) -> None:
    screen = opened(sample_desk, person_called(sample, "Beatrix Keller"))
    row = screen.side.understanding.angles.rows[Angle.LISTEN]
    row.setFocus()
    row.click()
    assert screen.sheet.isVisible()
    assert len(facts(screen)) == 3
    QTest.keyClick(screen.sheet, Qt.Key.Key_Escape)
    assert not screen.sheet.isVisible() and row.hasFocus()


def test_a_sheet_closes_with_its_page_and_with_its_person(
    desk: Desk, library: Library, ana: int, opened: Opener
) -> None:
    screen = opened(desk, ana)
    screen.side.trust.band.click()
    assert screen.sheet.isVisible()
    screen.hide()
    assert not screen.sheet.isVisible()
    screen.show()
    screen.side.trust.band.click()
    while library.undo():  # until she was never added
        pass
    assert not screen.sheet.isVisible()
