"""Learning about a person, questions, the debrief, notes and connections: done, said, and refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.actions.connections import ConnectionForm, change_connection, connect, disconnect
from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.debriefs import DebriefForm, LearnedLine, PromisedLine, debrief, skip_debrief
from planner.actions.notes import add_note, change_note, remove_note
from planner.actions.people import PersonForm, add_person
from planner.actions.questions import add_question, save_questions
from planner.actions.understanding import LearnedForm, change_learned, learn, remove_learned
from planner.domain.angles import Angle, Certainty, Freshness, LearnedFrom
from planner.domain.commitments import By
from planner.domain.debrief import TrustMark
from planner.domain.errors import KnownError
from planner.domain.layers import HUES
from planner.library import Library
from planner.queries.connections import connection_kinds, connections_of
from planner.queries.debriefs import marks_of, waiting_debriefs
from planner.queries.person import person_page
from planner.queries.questions import default_questions, question_list, questions_for
from planner.queries.understanding import AngleKnown, understanding_of
from tests.conftest import NOW, TODAY


@pytest.fixture
def ana(library: Library) -> int:
    return add_person(library, PersonForm(name="Ana Ferreira", pronouns="she/her"), today=TODAY)


@pytest.fixture
def luca(library: Library) -> int:
    return add_person(library, PersonForm(name="Luca Moretti"), today=TODAY)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def known(library: Library, person: int, angle: Angle) -> AngleKnown:
    return next(each for each in understanding_of(library, person, TODAY).angles if each.angle is angle)


def form(learned: str = "Ports", **rest: object) -> LearnedForm:
    given: dict[str, object] = {"angle": Angle.CARE, "on": ago(20)} | rest
    return LearnedForm(learned=learned, **given)  # type: ignore[arg-type]


# Understanding


def test_what_is_learned_fills_an_angle_and_can_be_changed_and_forgotten(library: Library, ana: int) -> None:
    assert known(library, ana, Angle.CARE).coverage.freshness is Freshness.MISSING
    assert known(library, ana, Angle.CARE).age == "not known yet"
    learned = learn(library, ana, form(private=True, certainty=Certainty.LIKELY), today=TODAY)
    now = known(library, ana, Angle.CARE)
    assert (now.title, now.age, now.coverage.steps) == ("What she cares about", "3 wk", 1)
    assert (now.facts[0].private, now.facts[0].certainty) == (True, Certainty.LIKELY)
    change_learned(library, learned, form("People", angle=Angle.FEAR, on=ago(200)), today=TODAY)
    assert known(library, ana, Angle.CARE).facts == ()
    assert known(library, ana, Angle.FEAR).coverage.freshness is Freshness.STALE
    remove_learned(library, learned)
    assert understanding_of(library, ana, TODAY).coverage == 0
    with pytest.raises(KnownError, match="no longer"):
        remove_learned(library, learned)


def test_a_guess_is_kept_but_counts_for_nothing(library: Library, ana: int) -> None:
    learn(library, ana, form(source=LearnedFrom.GUESS), today=TODAY)
    now = known(library, ana, Angle.CARE)
    assert (len(now.facts), now.facts[0].counts, now.coverage.facts) == (1, False, 0)
    assert understanding_of(library, ana, TODAY).summary == "0 of 8 angles fresh"


def test_nothing_and_a_day_to_come_are_refused(library: Library, ana: int) -> None:
    for wrong in (form(" "), form(on=ago(-1))):
        with pytest.raises(KnownError):
            learn(library, ana, wrong, today=TODAY)
    assert library.value("SELECT count(*) FROM understanding") == 0


# Worth asking


def test_every_angle_has_six_questions_for_everybody_and_some_for_every_layer(library: Library) -> None:
    layers = dict(library.rows("SELECT hue, id FROM layer"))
    asked = [
        question
        for angle in Angle
        for each in (None, *layers.values())
        for question in default_questions(library, each, angle)
    ]
    assert len(asked) == len(set(asked)) == 8 * (6 + 6 * 2)
    for angle in Angle:
        assert len(default_questions(library, None, angle)) == 6
        assert all(len(default_questions(library, layers[hue], angle)) == 2 for hue in HUES)
    assert all(question.endswith("?") and len(question) < 90 for question in asked)


def test_answering_files_it_and_the_next_question_comes(library: Library, ana: int) -> None:
    layer = library.value("SELECT id FROM layer WHERE hue = 'board'")
    chair = add_person(library, PersonForm(name="Beatrix Keller", layer_id=layer), today=TODAY)
    for angle in Angle:
        if angle is not Angle.FEAR:
            learn(library, chair, form(angle=angle), today=TODAY)
    asking = understanding_of(library, chair, TODAY).asking
    assert asking and (asking.angle, asking.question) == (
        Angle.FEAR,
        "What would make you lose sleep about 2027?",
    )
    answer = form("A third outage", angle=Angle.FEAR, question=asking.question, on=ago(170))
    learn(library, chair, answer, today=TODAY)
    again = understanding_of(library, chair, TODAY).asking
    assert again and (again.angle, again.question) == (
        Angle.FEAR,
        "Which headline would you not want to read about us?",
    )
    assert again.questions[-1] == asking.question
    other = understanding_of(library, ana, TODAY).asking
    assert other and other.question == default_questions(library, None, Angle.CARE)[0]


def test_the_bank_can_be_rewritten_reordered_and_brought_back(library: Library) -> None:
    board = library.value("SELECT id FROM layer WHERE hue = 'board'")
    first, second = default_questions(library, board, Angle.FEAR)
    add_question(library, board, Angle.FEAR, "  What keeps you up? ")
    assert question_list(library, board, Angle.FEAR) == ("What keeps you up?", first, second)
    save_questions(library, board, Angle.FEAR, [second, "What keeps you up?", second, " "])
    assert question_list(library, board, Angle.FEAR) == (second, "What keeps you up?")
    assert questions_for(library, board)[Angle.FEAR][:2] == (second, "What keeps you up?")
    assert question_list(library, None, Angle.FEAR) == default_questions(library, None, Angle.FEAR)
    save_questions(library, board, Angle.FEAR, [])
    assert question_list(library, board, Angle.FEAR) == (first, second)
    assert library.value("SELECT count(*) FROM question") == 0
    library.undo()
    assert question_list(library, board, Angle.FEAR) == (second, "What keeps you up?")


# Debrief


def talk(library: Library, *people: int, days: int = 1, private: bool = False) -> int:
    told = ConversationForm(people=people, day=ago(days), topic="The budget", private=private)
    return log_conversation(library, told, now=NOW)


def test_a_debrief_is_one_step_and_leaves_what_it_says(library: Library, ana: int, luca: int) -> None:
    conversation = talk(library, ana, luca)
    steps = len(library.history())
    debrief(
        library,
        conversation,
        DebriefForm(
            marks={ana: TrustMark.UP},
            learned=(LearnedLine(person_id=ana, angle=Angle.PRESSURE, learned="A flat budget"),),
            promised=(PromisedLine(person_id=luca, by=By.YOU, what="the map", due_on=ago(-3)),),
        ),
        today=TODAY,
    )
    assert len(library.history()) == steps + 1
    assert library.history(1)[0].label == "Debrief the conversation with Ana and Luca"
    (mark,) = marks_of(library, ana)
    assert (mark.mark, mark.day, mark.topic) == (TrustMark.UP, ago(1), "The budget")
    assert marks_of(library, luca) == ()
    fact = known(library, ana, Angle.PRESSURE).facts[0]
    assert (fact.learned, fact.on, fact.conversation_id) == ("A flat budget", ago(1), conversation)
    (promise,) = person_page(library, luca, TODAY).promises
    assert (promise.what, promise.made_on) == ("the map", ago(1))
    assert waiting_debriefs(library, TODAY) == ()
    library.undo()
    assert [each.conversation_id for each in waiting_debriefs(library, TODAY)] == [conversation]
    assert known(library, ana, Angle.PRESSURE).facts == ()


def test_the_queue_holds_the_last_fourteen_days_newest_first(library: Library, ana: int, luca: int) -> None:
    old, edge, new = (
        talk(library, ana, days=15),
        talk(library, ana, days=14),
        talk(library, luca, private=True),
    )
    waiting = waiting_debriefs(library, TODAY)
    assert [each.conversation_id for each in waiting] == [new, edge]
    assert [each.topic for each in waiting] == ["", "The budget"]
    assert waiting[0].people == ((luca, "Luca Moretti"),)
    skip_debrief(library, new, today=TODAY)
    assert [each.conversation_id for each in waiting_debriefs(library, TODAY)] == [edge]
    assert old not in {each.conversation_id for each in waiting_debriefs(library, TODAY)}
    assert len(waiting_debriefs(library, TODAY, limit=0)) == 0


def test_a_debrief_can_follow_a_skipped_one_and_say_nothing(library: Library, ana: int) -> None:
    conversation = talk(library, ana)
    skip_debrief(library, conversation, today=TODAY)
    debrief(library, conversation, DebriefForm(marks={ana: TrustMark.DOWN}), today=TODAY)
    assert marks_of(library, ana)[0].mark is TrustMark.DOWN
    debrief(library, conversation, DebriefForm(), today=TODAY)
    assert marks_of(library, ana) == ()
    assert library.value("SELECT count(*) FROM debrief") == 1


def test_a_debrief_refused_leaves_nothing(library: Library, ana: int, luca: int) -> None:
    conversation = talk(library, ana)
    with pytest.raises(KnownError, match="were there"):
        debrief(library, conversation, DebriefForm(marks={luca: TrustMark.UP}), today=TODAY)
    empty = LearnedLine(person_id=ana, angle=Angle.CARE, learned=" ")
    with pytest.raises(KnownError, match="learned"):
        debrief(library, conversation, DebriefForm(marks={ana: TrustMark.UP}, learned=(empty,)), today=TODAY)
    assert marks_of(library, ana) == ()
    with pytest.raises(KnownError, match="no longer"):
        skip_debrief(library, 1, today=TODAY)


# Notes


def test_notes_are_dated_private_and_one_step_each(library: Library, ana: int) -> None:
    older = add_note(library, ana, "Met at the fair", on=ago(30))
    newer = add_note(library, ana, " Thinking of leaving ", on=ago(2), private=True)
    notes = person_page(library, ana, TODAY).dated_notes
    assert [(each.id, each.words, each.private) for each in notes] == [
        (newer, "Thinking of leaving", True),
        (older, "Met at the fair", False),
    ]
    change_note(library, older, "Met in Basel", on=ago(1), private=False)
    assert person_page(library, ana, TODAY).dated_notes[0].words == "Met in Basel"
    remove_note(library, older)
    assert len(person_page(library, ana, TODAY).dated_notes) == 1
    for wrong in (lambda: add_note(library, ana, "\n", on=TODAY), lambda: remove_note(library, older)):
        with pytest.raises(KnownError):
            wrong()


# Connections


def test_a_connection_is_seen_from_both_sides(library: Library, ana: int, luca: int) -> None:
    made = connect(library, ana, ConnectionForm(other_id=luca, kind="trusts", directed=True, closeness=2))
    (from_ana,), (from_luca,) = connections_of(library, ana), connections_of(library, luca)
    assert (from_ana.how, from_ana.outwards, from_ana.person_id) == ("Ana trusts Luca", True, luca)
    assert (from_luca.how, from_luca.outwards, from_luca.closeness) == ("Trusts Luca", False, 2)
    changed = ConnectionForm(other_id=ana, kind="sails with", since="2021", note="")
    change_connection(library, made, changed, seen_from=luca)
    assert connections_of(library, ana)[0].how == "Sails with since 2021"
    assert connection_kinds(library)[-1] == "sails with"
    disconnect(library, made)
    assert connections_of(library, luca) == ()
    with pytest.raises(KnownError, match="no longer"):
        disconnect(library, made)


def test_several_kinds_join_a_pair_but_each_only_once(library: Library, ana: int, luca: int) -> None:
    connect(library, ana, ConnectionForm(other_id=luca, kind="knows"))
    connect(library, ana, ConnectionForm(other_id=luca, kind="mentors", directed=True))
    connect(library, luca, ConnectionForm(other_id=ana, kind="mentors", directed=True))
    assert len(connections_of(library, ana)) == 3
    wrong = [
        (luca, ConnectionForm(other_id=ana, kind=" knows ")),
        (ana, ConnectionForm(other_id=ana, kind="knows")),
        (ana, ConnectionForm(other_id=luca, kind=" ")),
        (ana, ConnectionForm(other_id=luca, kind="friends", closeness=9)),
    ]
    for person, bad in wrong:
        with pytest.raises(KnownError):
            connect(library, person, bad)
    assert len(connections_of(library, ana)) == 3
