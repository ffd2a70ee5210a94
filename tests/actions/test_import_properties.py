"""What must hold for every import: the second one changes nothing, and undo leaves no trace."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.actions.imports.files import Choices, Kind, preview, review_drafts, save
from planner.exchange.drafts import AttendeeDraft, EventDraft, PersonDraft
from planner.library import Library
from tests.actions.import_drafts import calendar as a_calendar
from tests.actions.import_drafts import cards as an_address_book
from tests.actions.import_drafts import event, person
from tests.conftest import NOW, TODAY
from tests.dump import dump, searchable

WORDS = st.sampled_from(["", "", "One", "Two"])
SAID = {
    "role": WORDS,
    "note": WORDS,
    "birthday": st.sampled_from([None, "--05-03", "1980-05-03"]),
    "tags": st.lists(st.sampled_from(["vip", "VIP", "Board", "chess"]), max_size=2).map(tuple),
    "photo": st.sampled_from([None, b"picture"]),
    "given_name": WORDS,
}


def a_card(name: str, emails: list[str], phones: list[str], rest: dict[str, Any]) -> PersonDraft:
    return person(name, *emails, phones=tuple(phones), **rest)


# Few values, so that cards meet in every way: shared addresses, copied UIDs, other names, no marks at all.
TANGLED = st.builds(
    a_card,
    st.sampled_from(["Ana Ferreira", "A. Ferreira", "Rui Ferreira", "Rui", "Ána ferreira", "Contoso"]),
    st.lists(st.sampled_from(["e1@x.example", "E1@x.example", "e2@x.example", "e3@x.example"]), max_size=2),
    st.lists(st.sampled_from(["111", "+1 11", "222"]), max_size=2),
    st.fixed_dictionaries(
        {
            "uid": st.sampled_from(["", "", "u1", "u2", "u3"]),
            "organisation": st.sampled_from(["", "Contoso", "contoso ", "Fabrikam"]),
        }
        | SAID
    ),
)


def cards_of(names: list[str], organisation: str, own: str) -> st.SearchStrategy[PersonDraft]:
    """Cards of one person, each with some of what belongs to them; `own` makes it theirs alone."""
    return st.builds(
        a_card,
        st.sampled_from(names),
        st.lists(
            st.sampled_from([f"{own}1@x.example", f"{own.upper()}1@x.example", f"{own}2@x.example"]),
            max_size=2,
        ),
        st.lists(st.sampled_from([f"+35191{ord(own)}", f"+351 91 {ord(own)}", f"21{ord(own)}"]), max_size=2),
        st.fixed_dictionaries(
            {
                "uid": st.sampled_from(["", f"{own}-1", f"{own}-2"]),
                "organisation": st.sampled_from(["", organisation]),
            }
            | SAID
        ),
    )


PLAIN = st.one_of(
    cards_of(["Ana Ferreira", "Ána  ferreira", "Ana Maria Ferreira", "Ferreira, Ana"], "Contoso", "a"),
    cards_of(["Rui Ferreira", "R. Ferreira"], "Contoso", "r"),
    cards_of(["Mei Tan"], "Fabrikam", "m"),
    cards_of(["Contoso"], "Contoso", "c"),
)
GUESTS = st.builds(
    AttendeeDraft,
    email=st.sampled_from(["a1@x.example", "r1@x.example", "m2@x.example", "stranger@x.example", ""]),
    name=st.sampled_from(["Ana Ferreira", "Rui Ferreira", "Eva Berg"]),
    organiser=st.booleans(),
    declined=st.booleans(),
)
EVENTS = st.builds(
    lambda uid, days, at, guests, rest: event(uid, TODAY + timedelta(days), at, guests=tuple(guests), **rest),
    st.sampled_from(["1", "2", "3", "4"]),
    st.integers(-2, 2),
    st.sampled_from(["10:00", "10:01", "10:03", None]),
    st.lists(GUESTS, max_size=3),
    st.fixed_dictionaries(
        {
            "free": st.booleans(),
            "title": st.sampled_from(["Lunch", "Call"]),
            "instance": st.sampled_from(["", "2026-09-15"]),
        }
    ),
)
ADDRESS_BOOKS = st.lists(PLAIN, max_size=6)
CALENDARS = st.lists(EVENTS, max_size=6)


@cache
def empty_file() -> bytes:
    """A fresh library's file, closed: copying it is quicker than making one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "test.rapport"
        Library(path, clock=lambda: NOW).close()
        return path.read_bytes()


@contextmanager
def fresh_library() -> Iterator[Library]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "test.rapport"
        path.write_bytes(empty_file())
        with Library(path, clock=lambda: NOW) as library:
            yield library


def run(library: Library, people: list[PersonDraft], events: list[EventDraft], *, answers: int = 0) -> None:
    """Import them; `answers` says what happens to possible people and strangers: left out, new, the same."""
    files = [an_address_book(*people), a_calendar(*events)]
    found = review_drafts(library, files, today=TODAY)
    asked = frozenset(
        [each.id for each in found.people_of(Kind.POSSIBLE)] + [each.id for each in found.strangers]
    )
    chosen = (Choices(), Choices(new=asked), Choices(same=asked))[answers]
    assert save(library, found, chosen, now=NOW) == preview(found, chosen)


@given(before=ADDRESS_BOOKS, people=ADDRESS_BOOKS, events=CALENDARS, answers=st.integers(0, 2))
@settings(deadline=None, max_examples=60)
def test_the_second_import_changes_nothing(
    before: list[PersonDraft], people: list[PersonDraft], events: list[EventDraft], answers: int
) -> None:
    with fresh_library() as library:
        run(library, before, [])
        run(library, people, events, answers=answers)
        check_that_again_changes_nothing(library, people, events)


@given(people=st.lists(TANGLED, max_size=6))
@settings(deadline=None, max_examples=60)
def test_an_address_book_of_tangled_cards_comes_in_once(people: list[PersonDraft]) -> None:
    with fresh_library() as library:
        run(library, people, [])
        check_that_again_changes_nothing(library, people, [])


def check_that_again_changes_nothing(
    library: Library, people: list[PersonDraft], events: list[EventDraft]
) -> None:
    once, history = dump(library), library.history()
    run(library, people, events)
    assert dump(library) == once
    assert library.history() == history


@given(before=ADDRESS_BOOKS, people=ADDRESS_BOOKS, events=CALENDARS, answers=st.integers(0, 2))
@settings(deadline=None, max_examples=40)
def test_undo_leaves_no_trace_and_redo_brings_all_of_it_back(
    before: list[PersonDraft], people: list[PersonDraft], events: list[EventDraft], answers: int
) -> None:
    with fresh_library() as library:
        run(library, before, events[:2])
        steps, old, found = len(library.history()), dump(library), searchable(library)
        run(library, people, events, answers=answers)
        new = dump(library)
        assert library.problems() == []
        if len(library.history()) == steps:
            assert new == old
            return
        library.undo()
        assert dump(library) == old
        assert searchable(library) == found
        library.redo()
        assert dump(library) == new


@given(people=st.lists(TANGLED, max_size=6), events=CALENDARS)
@settings(deadline=None, max_examples=40)
def test_nobody_and_nothing_is_lost(people: list[PersonDraft], events: list[EventDraft]) -> None:
    """Into an empty library: every name's marks are there, and every event that is not free is something."""
    with fresh_library() as library:
        run(library, people, events)
        normals = {row[0] for row in library.rows("SELECT normal FROM contact_point")}
        for each in people:
            for point in each.points:
                assert point.value.casefold().replace(" ", "") in normals
        found = review_drafts(library, [a_calendar(*events)], today=TODAY)
        for each_event in found.events:
            assert each_event.becomes in ("already", "left out")
