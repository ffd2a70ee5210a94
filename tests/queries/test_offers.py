"""Another rhythm is offered for what happened lately, and never taken by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from planner.actions.commitments import promise
from planner.actions.leave import Stretch, take_leave
from planner.actions.people import PersonForm, add_person, change_rhythm
from planner.actions.person_details import Detail, change_detail
from planner.actions.repairs import begin_repair
from planner.actions.trust import EvidenceForm, note_evidence
from planner.domain.channels import Channel, ReachedOut
from planner.domain.commitments import By
from planner.domain.dimensions import Dimension, Source
from planner.domain.intervals import Ground
from planner.library import Library
from planner.queries.cadence.person import person_cadence
from tests.queries.cadence_people import Talk, person


def test_another_rhythm_is_offered_and_never_taken(library: Library, today: date, talk: Talk) -> None:
    ana = person(library, today, "Ana Ferreira", 30, "customers")
    for ago in (90, 60, 31):
        talk(ana, ago, channel=Channel.CALL)
    found = person_cadence(library, ana, today).offer
    assert found is not None and (found.rhythm_days, found.ground) == (34, Ground.KEPT)
    promise(library, ana, By.YOU, "the paper", today - timedelta(days=1), today=today)
    found = person_cadence(library, ana, today).offer
    assert found is not None and (found.rhythm_days, found.ground) == (21, Ground.TROUBLE)
    assert "Ana" in found.sentence
    change_rhythm(library, ana, 15)
    assert person_cadence(library, ana, today).offer is None


def test_what_came_up_since_the_last_conversation_calls_for_talking_sooner(
    library: Library, today: date, talk: Talk
) -> None:
    ana = person(library, today, "Ana Ferreira", 30, "customers")
    talk(ana, 5)
    seen = EvidenceForm(
        dimension=Dimension.INTEGRITY,
        speaks_for=False,
        what="The figures were not hers",
        on=today - timedelta(days=6),
    )
    for said in (
        seen,
        replace(seen, on=today, speaks_for=True),
        replace(seen, on=today, source=Source.RUMOUR),
    ):
        note_evidence(library, ana, said, today=today)
        assert person_cadence(library, ana, today).offer is None
    note_evidence(library, ana, replace(seen, on=today - timedelta(days=5)), today=today)
    found = person_cadence(library, ana, today).offer
    assert found is not None and (found.rhythm_days, found.ground) == (21, Ground.TROUBLE)
    assert found.sentence.startswith("Something came up with Ana;")
    begin_repair(library, ana, why="The figures", today=today)
    mending = person_cadence(library, ana, today)
    assert (mending.measure.rhythm_days, mending.offer) == (21, None)


def test_a_new_role_calls_for_talking_sooner(library: Library, today: date, talk: Talk) -> None:
    ana = person(library, today, "Ana Ferreira", 30, "customers")
    talk(ana, 5)
    for role in ("Buyer", "Head of Purchasing"):
        change_detail(library, ana, Detail.ROLE, role)
        assert person_cadence(library, ana, today).offer is None  # nobody knows what it was before
    bo = add_person(library, PersonForm(name="Bo Lund", role="Buyer", rhythm_days=30), today=today)
    talk(bo, 5)
    change_detail(library, bo, Detail.ROLE, "buyer")
    assert person_cadence(library, bo, today).offer is None
    change_detail(library, bo, Detail.ROLE, "Head of Purchasing")
    found = person_cadence(library, bo, today).offer
    assert found is not None and found.sentence.startswith("Bo has a new role;")
    library.undo()
    assert person_cadence(library, bo, today).offer is None


def test_days_of_leave_do_not_break_a_rhythm_kept_in_a_row(library: Library, today: date, talk: Talk) -> None:
    ana = person(library, today, "Ana", 30, "customers")
    for ago in (110, 60, 31):
        talk(ana, ago, channel=Channel.CALL)
    assert person_cadence(library, ana, today).offer is None
    away = Stretch(first_day=today - timedelta(days=100), last_day=today - timedelta(days=81))
    take_leave(library, away, today=today)
    found = person_cadence(library, ana, today).offer
    assert found is not None and found.ground is Ground.KEPT


def test_messages_that_only_you_sent_keep_no_rhythm_together(
    library: Library, today: date, talk: Talk
) -> None:
    ana = person(library, today, "Ana", 30, "customers")
    for ago in (90, 60, 31):
        talk(ana, ago, channel=Channel.MESSAGE, reached_out=ReachedOut.YOU)
    assert person_cadence(library, ana, today).offer is None
    for ago in (90, 60, 31):
        talk(ana, ago, channel=Channel.MESSAGE, reached_out=ReachedOut.THEY)
    assert person_cadence(library, ana, today).offer is not None
