"""What tests of several questions need."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from planner.actions.conversations import ConversationForm, log_conversation
from planner.library import Library
from tests.queries.cadence_people import Talk


@pytest.fixture
def talk(library: Library, now: datetime) -> Talk:
    """Logs a conversation so many days ago."""

    def logged(who: int | tuple[int, ...], ago: int, **more: object) -> int:
        people = who if isinstance(who, tuple) else (who,)
        form = ConversationForm(people=people, day=now.date() - timedelta(days=ago), **more)  # type: ignore[arg-type]
        return log_conversation(library, form, now=now)

    return logged
