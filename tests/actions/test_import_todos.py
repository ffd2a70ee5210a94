"""To-dos with people become commitments: whose they are, how they end, and that they are known again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.actions.commitments import end_commitment, promise, remove_commitment
from planner.actions.imports.files import Becomes, Choices
from planner.actions.people import PersonForm, Point, add_person
from planner.actions.settings import remember, set_owner
from planner.domain.commitments import By, Outcome
from planner.exchange.drafts import AttendeeDraft, EventDraft, TodoDraft
from planner.library import Library
from planner.library.tables import Commitment
from tests.actions.import_drafts import ANA, RUI, calendar, guest, imported, looked_at
from tests.conftest import TODAY

ME = "me@norvane.example"
DUE = date(2026, 9, 20)


def todo(
    *guests: AttendeeDraft, uid: str = "t1", title: str = "Send the figures", **said: object
) -> EventDraft:
    values = {"made_on": date(2026, 9, 1), "due_on": DUE} | said
    return EventDraft(
        uid=uid,
        title=title,
        day=DUE,
        starts=None,
        minutes=None,
        attendees=guests,
        free=True,
        todo=TodoDraft(**values),  # type: ignore[arg-type]
    )


@pytest.fixture(autouse=True)
def ana(library: Library) -> int:
    set_owner(library, name="Helena Voss")
    remember(library, "own_addresses", [ME])
    form = PersonForm(name="Ana Ferreira", points=(Point(kind="email", value=ANA),))
    return add_person(library, form, today=TODAY)


def commitments(library: Library) -> list[tuple[object, ...]]:
    return list(
        library.rows("SELECT by, what, made_on, due_on, outcome, closed_on FROM commitment ORDER BY id")
    )


OPEN = ("you", "Send the figures", "2026-09-01", "2026-09-20", None, None)


@pytest.mark.parametrize(
    ("guests", "by"),
    [
        ((guest(ANA),), "you"),
        ((guest(ANA, organiser=True), guest(ME)), "you"),
        ((guest(ME, organiser=True), guest(ANA)), "they"),
    ],
)
def test_whose_promise_it_is(library: Library, guests: tuple[AttendeeDraft, ...], by: str) -> None:
    done = imported(library, calendar(todo(*guests)))
    assert done.commitments_added == 1
    assert commitments(library) == [(by, *OPEN[1:])]
    assert library.history()[0].label == "Import calendar.ics: 1 promise"


def test_whoever_asked_for_it_is_the_one_it_is_promised_to(library: Library) -> None:
    rui = add_person(library, PersonForm(name="Rui", points=(Point(kind="email", value=RUI),)), today=TODAY)
    imported(library, calendar(todo(guest(ANA), guest(RUI, organiser=True))))
    assert library.value("SELECT person_id FROM commitment") == rui


def test_without_anybody_known_it_comes_to_nothing(library: Library) -> None:
    review = looked_at(library, calendar(todo(), todo(guest("x@y.example", "Xu"), uid="t2")))
    assert [event.becomes for event in review.events] == [Becomes.LEFT_OUT, Becomes.LEFT_OUT]
    assert [stranger.name for stranger in review.strangers] == ["Xu"]
    chosen = Choices(new=frozenset({review.strangers[0].id}))
    assert imported(
        library, calendar(todo(guest("x@y.example", "Xu"))), choices=chosen
    ).commitments_added in (0, 1)


@pytest.mark.parametrize(
    ("done_on", "outcome"), [(date(2026, 9, 10), "kept"), (date(2026, 9, 12), "kept late")]
)
def test_one_that_was_done_has_ended(library: Library, done_on: date, outcome: str) -> None:
    imported(library, calendar(todo(guest(ANA), due_on=date(2026, 9, 11), done_on=done_on)))
    ((_, _, _, due, ended, closed),) = commitments(library)
    assert (due, ended, closed) == ("2026-09-11", outcome, done_on.isoformat())


def test_the_same_file_again_changes_nothing(library: Library) -> None:
    file = calendar(todo(guest(ANA)))
    imported(library, file)
    review = looked_at(library, file)
    assert [event.becomes for event in review.events] == [Becomes.ALREADY]
    assert imported(library, file).nothing
    assert commitments(library) == [OPEN]


def test_a_promise_noted_by_hand_is_not_noted_twice(library: Library, ana: int) -> None:
    promise(library, ana, By.YOU, "send  the FIGURES", None, today=TODAY)
    assert imported(library, calendar(todo(guest(ANA)))).nothing


def test_what_the_calendar_changes_is_taken_over(library: Library) -> None:
    imported(library, calendar(todo(guest(ANA))))
    later = calendar(todo(guest(ANA), due_on=date(2026, 9, 25)))
    assert [event.becomes for event in looked_at(library, later).events] == [Becomes.CHANGED]
    imported(library, later)
    assert commitments(library)[0][3] == "2026-09-25"
    imported(library, calendar(todo(guest(ANA), due_on=date(2026, 9, 25), done_on=TODAY)))
    assert commitments(library)[0][4:] == ("kept", TODAY.isoformat())
    assert imported(library, calendar(todo(guest(ANA), due_on=date(2026, 9, 25), done_on=TODAY))).nothing


def test_one_that_is_off_is_released_and_never_comes_new(library: Library) -> None:
    imported(library, calendar(todo(guest(ANA))))
    imported(library, calendar(todo(guest(ANA), cancelled=True)))
    assert commitments(library)[0][4] == "released"
    other = looked_at(library, calendar(todo(guest(ANA), uid="t2", cancelled=True)))
    assert [event.becomes for event in other.events] == [Becomes.LEFT_OUT]


def test_what_was_changed_here_stays(library: Library) -> None:
    imported(library, calendar(todo(guest(ANA))))
    identity = library.value("SELECT id FROM commitment")
    with library.change("Move it here"):
        Commitment.update(due_on=date(2026, 9, 30)).where(Commitment.id == identity).execute()
    imported(library, calendar(todo(guest(ANA), due_on=date(2026, 9, 25))))
    assert commitments(library)[0][3] == "2026-09-30"
    end_commitment(library, identity, Outcome.BROKEN, today=TODAY)
    assert imported(library, calendar(todo(guest(ANA), done_on=TODAY))).nothing
    remove_commitment(library, identity)
    assert imported(library, calendar(todo(guest(ANA)))).commitments_added == 1


def test_two_to_dos_one_left_out(library: Library) -> None:
    file = calendar(todo(guest(ANA)), todo(guest(ANA), uid="t2", title="Call back"))
    keys = [event.key for event in looked_at(library, file).events]
    imported(library, file, choices=Choices(left_out_events=frozenset(keys[:1])))
    assert [row[1] for row in commitments(library)] == ["Call back"]


def test_undo_takes_all_of_it_back_and_the_file_is_new_again(library: Library) -> None:
    imported(library, calendar(todo(guest(ANA))))
    library.undo()
    assert commitments(library) == []
    assert imported(library, calendar(replace(todo(guest(ANA)), title="Again"))).commitments_added == 1
