"""Asking a large library while the window is still being loaded: used only where it is still true."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from planner.actions.conversations import ConversationForm, log_conversation
from planner.library import Library
from planner.library.tables import Layer
from planner.queries import ahead as asking
from planner.queries.ahead import Ahead, ahead_of
from planner.queries.engage import to_engage
from planner.queries.timely import Shares, timely
from planner.ui.desk import Desk
from planner.ui.theme import Theme
from tests.conftest import NOW, TODAY


def test_only_a_large_library_is_asked_ahead(
    sample: Library, tmp_path: Path, clock: Callable[[], datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ahead_of(sample.path, clock) is None
    assert ahead_of(tmp_path / "nothing.rapport", clock) is None
    assert not (tmp_path / "nothing.rapport").exists()
    monkeypatch.setattr(asking, "_LARGE_BYTES", 1000)
    found = ahead_of(sample.path, clock)
    assert found is not None
    assert found.shares() == timely(sample, TODAY)
    found.library.close()


def test_what_changed_since_is_not_overlooked(sample: Library) -> None:
    ahead = Ahead(sample, TODAY)
    before = ahead.shares()
    who = to_engage(sample, TODAY).people[0].person_id
    assert before is not None and who in before
    log_conversation(sample, ConversationForm(people=(who,), day=TODAY), now=NOW)
    assert ahead.shares() is None
    sample.undo()
    assert ahead.shares() is None, "an undone step may be done again"


def test_another_day_is_asked_anew(sample: Library) -> None:
    ahead = Ahead(sample, TODAY)
    sample.clock = lambda: NOW + timedelta(days=1)
    assert ahead.shares() is None


def test_a_desk_takes_it_for_the_first_answer(
    sample: Library, dressed: Theme, clock: Callable[[], datetime]
) -> None:
    desk = Desk(sample, dressed, clock)
    ahead = Ahead(sample, TODAY)
    asked: list[Shares | None] = []
    desk.timely.first = lambda: asked.append(ahead.shares()) or asked[-1]
    assert desk.shares == timely(sample, TODAY)
    assert len(asked) == 1 and desk.shares is asked[0]
    with sample.change("Tighten"):
        Layer.update(rhythm_days=3).execute()
    assert desk.shares == timely(sample, TODAY) != asked[0]
    assert len(asked) == 1
    desk.close()
