"""What every screen works with keeps what was asked for while it stays true."""

from __future__ import annotations

from datetime import timedelta

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.people import change_rhythm
from planner.actions.plans import PlanForm, plan_conversation
from planner.queries.engage import to_engage
from planner.ui.desk import Desk
from tests.conftest import NOW, TODAY


def test_the_shares_are_kept_until_something_bears_on_them(sample_desk: Desk) -> None:
    sample, kept = sample_desk.library, sample_desk.shares
    who = to_engage(sample, TODAY).people[0].person_id
    plan_conversation(sample, PlanForm(people=(who,), day=TODAY), today=TODAY)
    assert sample_desk.shares is kept, "a plan changes nobody's share"
    log_conversation(sample, ConversationForm(people=(who,), day=TODAY), now=NOW)
    assert who in kept and who not in sample_desk.shares
    sample.undo()
    assert sample_desk.shares == kept
    change_rhythm(sample, who, 365)
    assert who not in sample_desk.shares
    sample_desk._clock = lambda: NOW + timedelta(days=300)
    assert len(sample_desk.shares) > len(kept)
