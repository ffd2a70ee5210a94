"""What trust adds to a suggested plan: whom you depend on weighs more, and mending asks for nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.actions.commitments import promise
from planner.actions.people import PersonForm, add_person
from planner.actions.reliance import assess_reliance
from planner.actions.repairs import begin_repair
from planner.actions.suggest_facts import gather
from planner.domain.commitments import By
from planner.domain.criticality import Reliance
from planner.domain.planning_value import Candidate
from planner.library import Library


def candidates(library: Library, today: date) -> dict[int, Candidate]:
    found = gather(library, today=today, last=today + timedelta(days=6))
    return {each.person_id: each for each in found.candidates}


def add(library: Library, name: str, today: date) -> int:
    return add_person(library, PersonForm(name=name, rhythm_days=30), today=today - timedelta(days=60))


def test_whom_you_depend_on_weighs_one_and_their_criticality(library: Library, today: date) -> None:
    relied, unsaid = add(library, "Relied On", today), add(library, "Not Assessed", today)
    assess_reliance(library, relied, Reliance(importance=0.9, alternatives=1), today=today)
    found = candidates(library, today)
    assert found[relied].weight == pytest.approx(1.45)
    assert found[unsaid].weight == 1


def test_while_trust_is_mended_nothing_is_asked(library: Library, today: date) -> None:
    ana = add(library, "Ana Ferreira", today)
    for by in By:
        promise(library, ana, by, "the deck", today + timedelta(days=2), today=today)
    assert len(candidates(library, today)[ana].theirs_due) == 1
    begin_repair(library, ana, why="It came too late", today=today)
    mended = candidates(library, today)[ana]
    assert (mended.theirs_due, len(mended.yours_due), mended.rhythm_days) == ((), 1, 21)
