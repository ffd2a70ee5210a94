"""The life of a promise: made, moved, kept, broken, released, opened again, removed; and mending."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.actions import commitments
from planner.actions.people import PersonForm, add_person
from planner.actions.repairs import begin_repair
from planner.domain.commitments import By, Outcome, Size
from planner.domain.errors import KnownError
from planner.domain.rhythm import tightened
from planner.library import Library
from planner.queries.commitments import When, commitments_by_day
from planner.queries.engage import to_engage
from planner.queries.person import person_page
from planner.queries.repairs import repairs_of
from planner.queries.standing import standings
from planner.queries.trust import trust_of
from tests.conftest import TODAY


@pytest.fixture
def ana(library: Library) -> int:
    return add_person(
        library, PersonForm(name="Ana Ferreira", pronouns="she/her", rhythm_days=30), today=TODAY
    )


def days(count: int) -> date:
    return TODAY + timedelta(days=count)


def promised(library: Library, person: int, due: int | None, *, made: int = -60, by: By = By.YOU) -> int:
    due_on = None if due is None else days(due)
    return commitments.promise(library, person, by, "the figures", due_on, today=days(made))


def ending(library: Library, commitment_id: int) -> tuple[str | None, str | None]:
    row = library.row("SELECT outcome, closed_on FROM commitment WHERE id = ?", (commitment_id,))
    assert row
    return row[0], row[1]


@pytest.mark.parametrize(
    ("due", "said", "kept"),
    [
        (0, Outcome.KEPT, "kept"),
        (-1, Outcome.KEPT, "kept late"),
        (None, Outcome.KEPT, "kept"),
        (5, Outcome.KEPT_LATE, "kept"),
        (None, Outcome.KEPT_LATE, "kept late"),
        (-9, Outcome.BROKEN, "broken"),
        (-9, Outcome.RELEASED, "released"),
    ],
)
def test_how_it_ended_is_told_from_its_day(
    library: Library, ana: int, due: int | None, said: Outcome, kept: str
) -> None:
    made = promised(library, ana, due)
    commitments.end_commitment(library, made, said, today=TODAY)
    assert ending(library, made) == (kept, TODAY.isoformat())


def test_it_may_have_ended_on_an_earlier_day_but_not_on_a_later(library: Library, ana: int) -> None:
    made = promised(library, ana, -3)
    commitments.end_commitment(library, made, Outcome.KEPT, today=TODAY, on=days(-3))
    assert ending(library, made) == ("kept", days(-3).isoformat())
    with pytest.raises(KnownError, match="still to come"):
        commitments.end_commitment(library, made, Outcome.KEPT, today=TODAY, on=days(1))


def test_moved_in_time_the_new_day_counts(library: Library, ana: int) -> None:
    made = promised(library, ana, 2)
    moved = commitments.renegotiate(library, made, days(20), today=TODAY, what="the final figures")
    assert ending(library, made) == ("renegotiated", TODAY.isoformat())
    assert library.history(1)[0].label == "Move your promise to Ana to Mon 5 Oct"
    (listed,) = (each for each in person_page(library, ana, TODAY).promises if each.outcome is None)
    assert (listed.id, listed.what, listed.moved_from) == (moved, "the final figures", days(2))
    commitments.end_commitment(library, moved, Outcome.KEPT, today=days(20))
    record = trust_of(library, ana, days(20)).yours
    assert (record.kept, record.counted, record.facts[0].worth) == (1, 1, 1.0)


def test_moved_after_its_day_it_stays_late(library: Library, ana: int) -> None:
    made = promised(library, ana, -2)
    moved = commitments.renegotiate(library, made, days(20), today=TODAY)
    commitments.end_commitment(library, moved, Outcome.KEPT, today=days(3))
    assert ending(library, moved)[0] == "kept late"
    fact = trust_of(library, ana, days(3)).yours.facts[0]
    assert (fact.days_late, fact.worth) == (5, 0.75)


def test_what_cannot_be_moved_or_opened_is_said(library: Library, ana: int) -> None:
    made = promised(library, ana, 2)
    with pytest.raises(KnownError, match="from today on"):
        commitments.renegotiate(library, made, days(-1), today=TODAY)
    moved = commitments.renegotiate(library, made, None, today=TODAY)
    with pytest.raises(KnownError, match="has ended"):
        commitments.renegotiate(library, made, days(9), today=TODAY)
    with pytest.raises(KnownError, match="took its place"):
        commitments.reopen_commitment(library, made)
    with pytest.raises(KnownError, match="took its place"):
        commitments.end_commitment(library, made, Outcome.BROKEN, today=TODAY)
    commitments.remove_commitment(library, moved)
    assert ending(library, made) == (None, None)
    with pytest.raises(KnownError, match="no longer"):
        commitments.remove_commitment(library, moved)


def test_words_day_and_size_can_be_corrected(library: Library, ana: int) -> None:
    made = promised(library, ana, 2)
    commitments.change_commitment(
        library, made, what=" all figures ", due_on=None, size=Size.LARGE, note="drafted"
    )
    (shown,) = person_page(library, ana, TODAY).promises
    assert (shown.what, shown.due_on, shown.size, shown.note) == ("all figures", None, Size.LARGE, "drafted")
    with pytest.raises(KnownError, match="what was promised"):
        commitments.change_commitment(library, made, what=" ", due_on=None, size=Size.SMALL)


def test_all_promises_stand_by_their_day(library: Library, ana: int) -> None:
    luca = add_person(library, PersonForm(name="Luca Moretti"), today=TODAY)
    late, soon, later = promised(library, luca, -1), promised(library, ana, 7), promised(library, ana, 8)
    undated, ended = promised(library, luca, None, by=By.THEY), promised(library, ana, -30)
    commitments.end_commitment(library, ended, Outcome.BROKEN, today=TODAY)
    assert [(each.id, each.when) for each in commitments_by_day(library, TODAY)] == [
        (late, When.OVERDUE),
        (soon, When.SOON),
        (later, When.LATER),
        (undated, When.NO_DAY),
        (ended, When.ENDED),
    ]
    assert [each.yours for each in commitments_by_day(library, TODAY)] == [True, True, True, False, True]
    assert len(commitments_by_day(library, days(400))) == 4


# Mending


def broken(library: Library, person: int) -> int:
    made = promised(library, person, -10)
    commitments.end_commitment(library, made, Outcome.BROKEN, today=TODAY)
    return made


def kept(library: Library, person: int, on: date, *, due: int | None = None) -> int:
    made = promised(library, person, due)
    commitments.end_commitment(library, made, Outcome.KEPT, today=on)
    return made


def test_mending_tightens_the_rhythm_and_says_so(library: Library, ana: int) -> None:
    begin_repair(library, ana, commitment_id=broken(library, ana), today=TODAY)
    standing = standings(library, TODAY, [ana])[ana]
    assert standing.rhythm_days == tightened(30) == 21
    assert standing.mending and standing.mending.left == 2
    assert standing.reason == (
        "You are mending trust with her since 15 September; promise something small, and keep it."
    )
    track = trust_of(library, ana, TODAY).mending
    assert track and (track.why, track.kept) == ("the figures", 0)
    library.undo()
    assert standings(library, TODAY, [ana])[ana].rhythm_days == 30


def test_only_two_promises_kept_in_time_end_it(library: Library, ana: int) -> None:
    begin_repair(library, ana, why="I spoke of it in public", today=TODAY)
    kept(library, ana, days(4), due=1)
    assert standings(library, days(4), [ana])[ana].mending.left == 2  # type: ignore[union-attr]
    kept(library, ana, days(5))
    second = kept(library, ana, days(9))
    (track,) = repairs_of(library, ana)
    assert (track.ended_on, track.kept) == (days(9), 2)
    assert standings(library, days(9), [ana])[ana].rhythm_days == 30
    commitments.reopen_commitment(library, second)
    assert repairs_of(library, ana)[0].ended_on is None
    library.undo()
    assert repairs_of(library, ana)[0].ended_on == days(9)


def test_mending_begins_with_a_reason_and_only_once(library: Library, ana: int) -> None:
    with pytest.raises(KnownError, match="what is to be mended"):
        begin_repair(library, ana, today=TODAY)
    theirs = promised(library, ana, -10, by=By.THEY)
    commitments.end_commitment(library, theirs, Outcome.BROKEN, today=TODAY)
    for not_mine in (theirs, promised(library, ana, 3)):
        with pytest.raises(KnownError, match="Only a broken promise of yours"):
            begin_repair(library, ana, commitment_id=not_mine, today=TODAY)
    begin_repair(library, ana, why="x", today=TODAY)
    with pytest.raises(KnownError, match="already, since 15 September"):
        begin_repair(library, ana, why="y", today=TODAY)


def test_who_is_mended_with_comes_due_sooner(library: Library, ana: int) -> None:
    from planner.actions.conversations import ConversationForm, log_conversation
    from tests.conftest import NOW

    form = ConversationForm(people=(ana,), day=days(-20))
    log_conversation(library, form, now=NOW)
    assert [each.person_id for each in to_engage(library, TODAY).people] == []
    begin_repair(library, ana, why="x", today=TODAY)
    assert [each.person_id for each in to_engage(library, TODAY).people] == [ana]
