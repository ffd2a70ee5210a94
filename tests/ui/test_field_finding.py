"""The universal field finds: recent people, everything by words, commands, help, and nothing private."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.actions.conversations import ConversationForm, log_conversation
from planner.domain.channels import Channel
from planner.library import Library
from planner.queries.people import person_called
from planner.ui.commands import Needs
from planner.ui.desk import Desk
from planner.ui.field.hits import find, matching_commands
from planner.ui.people.view import PeopleScreen
from planner.ui.screen import Subject
from planner.ui.window import Window
from tests.conftest import NOW, TODAY


def test_recent_people_come_before_anything_is_typed(sample_desk: Desk) -> None:
    found = find(sample_desk, "", Subject(), ["suggest"])
    assert len(found.hits) == 7
    assert {hit.group for hit in found.hits[:6]} == {"Recent"}
    assert found.hits[-1].words == "Suggest a plan"
    assert [hit.keys for hit in found.hits[:2]] == ["Alt 1", "Alt 2"]


def test_every_kind_is_found_with_its_hit_marked(sample_desk: Desk) -> None:
    hits = find(sample_desk, "budg", Subject()).hits
    assert {"Conversations", "Commitments", "What you learned"} <= {hit.group for hit in hits}
    for hit in hits:
        assert hit.marks, hit
        start, end = hit.marks[0]
        assert hit.below[start:end].casefold().startswith("budg")


def test_names_come_before_commands_and_commands_before_texts(sample_desk: Desk) -> None:
    assert find(sample_desk, "ana", Subject()).hits[0].words == "Ana Ferreira"
    assert find(sample_desk, "suggest", Subject()).hits[0].words == "Suggest a plan"
    assert find(sample_desk, "katazyna", Subject()).hits[0].words == "Katarzyna Wolska"


def test_filters_narrow_and_say_what_they_do_not_know(sample_desk: Desk) -> None:
    hits = find(sample_desk, "budget person:marcus", Subject()).hits
    assert hits and all("Marcus" in hit.words for hit in hits)
    assert "No layer is called" in find(sample_desk, "budget layer:moon", Subject()).nothing


def test_only_commands_and_whom_they_are_about(sample_desk: Desk) -> None:
    ana = person_called(sample_desk.library, "Ana Ferreira").id
    hits = find(sample_desk, ">", Subject(people=(ana,))).hits
    assert hits[0].group == "With Ana Ferreira" and all(hit.command for hit in hits)
    assert all(
        hit.command and hit.command.needs is Needs.NOTHING for hit in find(sample_desk, ">", Subject()).hits
    )
    assert [each.id for each in matching_commands("text lar", Subject())] == ["text_larger"]


def test_help_fills_the_line(window: Window) -> None:
    window.run("field")
    body = window.field.body
    QTest.keyClicks(body.line, "?")
    assert {hit.group for hit in body.hits} == {"Write it down", "Find it", "More"}
    QTest.keyClick(body.line, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert body.line.text() == "I owe Luca the exit costs by 30 Sep"
    assert body.understood is not None


def test_enter_opens_whom_a_hit_is_about(window: Window) -> None:
    window.run("field")
    QTest.keyClicks(window.field.body.line, "platform budget")
    QTest.keyClick(window.field.body.line, Qt.Key.Key_Return)
    assert not window.field.isVisible()
    assert window.places.current == "person"


def test_an_initiative_shows_its_people(window: Window, sample: Library) -> None:
    name, identity = sample.row("SELECT name, id FROM initiative WHERE archived = 0 ORDER BY id") or ("", 0)
    window.run("field")
    QTest.keyClicks(window.field.body.line, f'"{name}"')
    place = next(at for at, hit in enumerate(window.field.results) if hit.group == "Initiatives")
    for _ in range(place):
        QTest.keyClick(window.field.body.line, Qt.Key.Key_Down)
    QTest.keyClick(window.field.body.line, Qt.Key.Key_Return)
    screen = window.places.screen("people")
    assert window.places.current == "people" and isinstance(screen, PeopleScreen)
    assert screen.filter_bar.filter.initiatives == frozenset({identity})


def test_private_notes_are_found_only_while_they_are_open(sample_desk: Desk, sample: Library) -> None:
    ana = person_called(sample, "Ana Ferreira").id
    form = ConversationForm(
        people=(ana,), day=TODAY, channel=Channel.CALL, topic="Heron", notes="heronry", private=True
    )
    log_conversation(sample, form, now=NOW)
    assert not find(sample_desk, "heronry", Subject()).hits
    sample_desk.open_private_notes()
    assert find(sample_desk, "heronry", Subject()).hits[0].aside.endswith("private")
    sample_desk.close_private_notes()
    assert not find(sample_desk, "heronry", Subject()).hits
