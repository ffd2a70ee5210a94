"""Ids are 63-bit, ordered by time and random at the end."""

from __future__ import annotations

import time

from planner.library.ids import new_id, new_ids


def test_ids_fit_63_bits_and_follow_the_clock() -> None:
    first = new_id()
    time.sleep(0.003)
    second = new_id()
    assert 0 < first < second < 2**63
    assert first >> 21 <= time.time_ns() // 1_000_000


def test_many_ids_are_distinct_and_rise() -> None:
    ids = new_ids(5_000)
    assert ids == sorted(set(ids)) and len(ids) == 5_000


def test_two_programs_at_one_moment_hardly_meet() -> None:
    made = {new_id() for _ in range(1_000)}
    assert len(made) >= 995
