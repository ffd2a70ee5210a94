"""Which lanes are asked for, and what is kept of them when something changes."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.plans import PlanForm, plan_conversation
from planner.library import Library
from planner.queries.lane_heads import lane_heads
from planner.ui.desk import Desk
from planner.ui.timeline.store import LaneStore


@pytest.fixture
def store(desk: Desk, ana: int, luca: int, now: datetime) -> LaneStore:
    """The lanes of Ana, with whom you talked a week ago, and of Luca."""
    form = ConversationForm(people=(ana,), day=now.date() - timedelta(days=7))
    log_conversation(desk.library, form, now=now)
    made = LaneStore(desk, desk)
    made.show(lane_heads(desk.library, [ana, luca]))
    made.see(0, 1)
    return made


def test_few_lanes_are_known_at_once(store: LaneStore, ana: int, luca: int) -> None:
    known = [store.lane(each) for each in (ana, luca)]
    assert [len(each.days) if each else None for each in known] == [1, 0]
    assert not store.waiting


def test_lanes_with_many_conversations_come_from_a_thread(
    desk: Desk, store: LaneStore, ana: int, luca: int, qtbot: QtBot
) -> None:
    busy = LaneStore(desk, desk, talks_at_once=0)
    busy.show(lane_heads(desk.library, [ana, luca]))
    busy.see(0, 1)
    assert busy.lane(ana) is None and busy.waiting
    with qtbot.waitSignal(busy.came):
        pass
    lane = busy.lane(ana)
    assert lane is not None and len(lane.days) == 1
    qtbot.waitUntil(lambda: not busy.waiting)


def test_a_plan_asks_only_for_what_lies_ahead(
    store: LaneStore, library: Library, ana: int, now: datetime
) -> None:
    asked: list[str] = []

    def hear(_cursor: object, sql: str, _bindings: object) -> bool:
        asked.append(sql)
        return True

    plan_conversation(library, PlanForm(people=(ana,), day=now.date()), today=now.date())
    library.connection.exec_trace = hear
    store.forget([ana], past=False)
    store.see(0, 1)
    library.connection.exec_trace = None
    lane = store.lane(ana)
    assert lane is not None and len(lane.plans) == 1 and len(lane.days) == 1
    assert asked and not any("JOIN conversation" in each for each in asked), "none is read again"


def test_what_was_kept_of_the_past_is_not_trusted_after_a_conversation(
    store: LaneStore, library: Library, ana: int, now: datetime
) -> None:
    store.forget([ana], past=False)
    log_conversation(library, ConversationForm(people=(ana,), day=now.date()), now=now)
    store.forget([ana])
    store.see(0, 1)
    lane = store.lane(ana)
    assert lane is not None and len(lane.days) == 2


def test_what_comes_late_is_dropped_where_it_was_forgotten_meanwhile(
    store: LaneStore, library: Library, ana: int, luca: int, now: datetime, qtbot: QtBot
) -> None:
    store.forget(None)
    store.see(2, 2)  # in view is nobody of them
    store._ask_in_thread()
    log_conversation(library, ConversationForm(people=(luca,), day=now.date()), now=now)
    store.forget([luca])
    qtbot.waitUntil(lambda: store.lane(luca) is not None and not store.waiting)
    lane = store.lane(luca)
    assert lane is not None and len(lane.days) == 1
