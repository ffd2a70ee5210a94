"""Searching everything: people by name and facts, texts by words, filters, and what stays private."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.actions.commitments import promise
from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.notes import add_note
from planner.actions.people import PersonForm, add_person
from planner.actions.understanding import LearnedForm, learn
from planner.domain.angles import Angle
from planner.domain.channels import Channel
from planner.domain.commitments import By
from planner.library import Library
from planner.library.tables import Initiative, Person, Stand
from planner.queries.people import layers
from planner.queries.search.look import Found, Most, look
from planner.queries.search.texts import FoundText, Text
from tests.conftest import NOW, TODAY


def found(library: Library, text: str, *, private: bool = False) -> Found:
    return look(library, text, today=TODAY, most=Most.each(10), private=private)


def names(library: Library, text: str) -> list[str]:
    return [each.name for each in found(library, text).people]


def texts(library: Library, text: str, kind: Text, *, private: bool = False) -> list[FoundText]:
    return list(found(library, text, private=private).texts[kind])


def topics(library: Library, text: str) -> list[str]:
    return [each.title for each in texts(library, text, Text.CONVERSATION)]


@pytest.fixture
def ana(library: Library) -> int:
    board = next(each.id for each in layers(library) if each.hue == "board")
    form = PersonForm(name="Ana Ferreira", city="Zürich", layer_id=board, role="Chief Financial Officer")
    return add_person(library, form, today=TODAY)


@pytest.fixture
def luca(library: Library) -> int:
    return add_person(library, PersonForm(name="Luca Steiner", city="Geneva"), today=TODAY)


def talk(library: Library, *people: int, topic: str, ago: int = 1, **more: object) -> int:
    form = ConversationForm(people=people, day=TODAY - timedelta(ago), topic=topic, **more)  # type: ignore[arg-type]
    return log_conversation(library, form, now=NOW)


# People


def test_people_by_every_part_of_a_name_whom_one_talked_to_last_first(library: Library, ana: int) -> None:
    later = add_person(library, PersonForm(name="Ana Abel"), today=TODAY)
    talk(library, later, topic="Costs", ago=9)
    talk(library, ana, topic="Costs", ago=30)
    assert names(library, "ana") == names(library, "an") == ["Ana Abel", "Ana Ferreira"]
    assert names(library, "a fer") == names(library, "FERR ana") == ["Ana Ferreira"]
    assert names(library, "ana -abel") == ["Ana Ferreira"]


def test_people_by_their_facts_after_those_by_name(library: Library, ana: int, luca: int) -> None:
    add_person(library, PersonForm(name="Chief Joseph"), today=TODAY)
    assert names(library, "chief") == ["Chief Joseph", "Ana Ferreira"]
    assert names(library, "zurich") == ["Ana Ferreira"]


def test_a_slip_of_typing_is_forgiven_where_nobody_is_called_so(library: Library, ana: int) -> None:
    assert names(library, "ferriera") == names(library, "ana ferriera") == ["Ana Ferreira"]
    add_person(library, PersonForm(name="Bo Ferriera"), today=TODAY)
    assert names(library, "ferriera") == ["Bo Ferriera"]


def test_nobody_from_the_trash_and_nothing_that_was_only_with_them(
    library: Library, ana: int, luca: int
) -> None:
    talk(library, ana, topic="Needle with Ana")
    talk(library, ana, luca, topic="Needle with both")
    promise(library, ana, By.YOU, "The needle", None, today=TODAY)
    with library.change("Put Ana into the trash"):
        Person.update(trashed_on=TODAY).where(Person.id == ana).execute()
    assert names(library, "ana") == [] == names(library, "chief")
    assert topics(library, "needle") == ["Needle with both"]
    assert texts(library, "needle", Text.CONVERSATION)[0].people == ((luca, "Luca Steiner"),)
    assert texts(library, "needle", Text.COMMITMENT) == []
    assert (
        topics(library, "person:luca") == ["Needle with both"] and found(library, "person:ana").problem == ""
    )
    assert topics(library, "person:ana") == []


# Texts


def test_every_kind_of_text_with_the_part_around_the_hit(library: Library, ana: int) -> None:
    talk(library, ana, topic="Costs", notes="The needle is in the hay.", channel=Channel.CALL)
    add_note(library, ana, "Brings a needle everywhere", on=TODAY)
    learn(library, ana, LearnedForm(angle=Angle.FEAR, learned="Needles", on=TODAY), today=TODAY)
    promise(library, ana, By.THEY, "A needle", TODAY, today=TODAY)
    with library.change("Begin an initiative"):
        begun = Initiative.create(name="Hay", folded="hay", goal="No needle left", created_on=TODAY)
        Stand.create(initiative=begun, person=ana)
    answer = found(library, "needl")
    assert [len(answer.texts[kind]) for kind in Text] == [1, 1, 1, 1, 1]
    for (each,) in answer.texts.values():
        hits = [each.words.text[start:end].casefold().rstrip("s") for start, end in each.words.marks]
        assert hits == ["needle"] and each.people == ((ana, "Ana Ferreira"),)
    talked, learned = answer.texts[Text.CONVERSATION][0], answer.texts[Text.UNDERSTANDING][0]
    assert (talked.words.text, talked.channel) == ("Costs. The needle is in the hay", Channel.CALL)
    assert learned.title == "What Ana fears"
    assert not answer.texts[Text.COMMITMENT][0].by_you


def test_the_newest_day_comes_first_whenever_it_was_entered(library: Library, ana: int) -> None:
    for ago in (2, 30, 7):
        talk(library, ana, topic=f"Costs {ago}", ago=ago)
    assert topics(library, "costs") == ["Costs 2", "Costs 7", "Costs 30"]


def test_words_phrases_and_minus(library: Library, ana: int) -> None:
    talk(library, ana, topic="The third quarter", ago=1)
    talk(library, ana, topic="A quarter of the third", ago=2)
    assert len(topics(library, "third quart")) == 2
    assert topics(library, '"third quarter"') == ["The third quarter"]
    assert topics(library, "quarter -a") == ["The third quarter"]
    assert topics(library, "nothing OR third") == ["The third quarter", "A quarter of the third"]


# Filters


def test_filters_narrow_by_person_layer_and_city(library: Library, ana: int, luca: int) -> None:
    talk(library, ana, topic="Costs with Ana", ago=1)
    talk(library, luca, topic="Costs with Luca", ago=2)
    for filters in ("person:fer", 'person:"Ana F"', "layer:board", "layer:Board", "city:zur", "-layer:none"):
        assert topics(library, f"costs {filters}") == ["Costs with Ana"], filters
    assert topics(library, "-person:ana costs") == ["Costs with Luca"]
    assert topics(library, "layer:none") == ["Costs with Luca"] and names(library, "layer:none") == [
        "Luca Steiner"
    ]


def test_filters_narrow_by_day_and_channel(library: Library, ana: int) -> None:
    talk(library, ana, topic="In August", ago=20, channel=Channel.CALL)
    talk(library, ana, topic="In September", ago=3)
    add_note(library, ana, "In May", on=date(2026, 5, 2))
    assert topics(library, "after:2026-09") == ["In September"]
    assert topics(library, "before:2026-09-01") == ["In August"] == topics(library, "channel:phone")
    assert topics(library, "-channel:call") == ["In September"]
    assert topics(library, "after:yesterday") == [] == topics(library, 'before:"last June"')
    assert topics(library, "before:today in after:2026-08-30") == ["In September"]
    assert [each.words.text for each in texts(library, "before:2026-06", Text.NOTE)] == ["In May"]
    assert texts(library, "channel:call in", Text.NOTE) == [] and names(library, "after:2026 ana") == []


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("layer:nowhere", "No layer is called “nowhere”. There are Peers, Board,"),
        ("city:atlantis", "Nobody here lives in “atlantis”"),
        ("person:zzz", "Nobody here is called “zzz”."),
        ("channel:fax", "“fax” is no channel."),
        ("before:soonish", "“soonish” is not a day."),
    ],
)
def test_a_filter_that_means_nothing_is_said_in_a_sentence(
    library: Library, ana: int, typed: str, sentence: str
) -> None:
    answer = found(library, f"{typed} ana")
    assert answer.problem.startswith(sentence) and not answer


# Private


def test_what_is_private_is_found_only_where_it_is_unlocked(library: Library, ana: int) -> None:
    talk(library, ana, topic="Needle", private=True)
    add_note(library, ana, "A needle", on=TODAY, private=True)
    secret = LearnedForm(angle=Angle.FEAR, learned="Needles", on=TODAY, private=True)
    learn(library, ana, secret, today=TODAY)
    for typed in ("needle", "person:ana", "person:ana needl"):
        assert not any(found(library, typed).texts.values())
        unlocked = found(library, typed, private=True).texts
        assert [kind for kind in Text if unlocked[kind]] == [Text.CONVERSATION, Text.NOTE, Text.UNDERSTANDING]
        assert all(each.private for hits in unlocked.values() for each in hits)


def test_private_hits_do_not_hide_others(library: Library, ana: int) -> None:
    talk(library, ana, topic="Needle in the open", ago=400)
    for ago in range(60):
        talk(library, ana, topic="Needle", ago=ago, private=True)
    assert topics(library, "needle") == ["Needle in the open"]
