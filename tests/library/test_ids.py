"""Ids are 63-bit, ordered by time and random at the end."""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from planner.library.ids import new_id, new_ids


def test_ids_fit_63_bits_and_follow_the_clock() -> None:
    first = new_id()
    time.sleep(0.003)
    second = new_id()
    assert 0 < first < second < 2**63
    assert first >> 21 <= time.time_ns() // 1_000_000


def test_ids_keep_the_order_in_which_they_were_made() -> None:
    made = [each for _ in range(300) for each in (new_id(), *new_ids(5))]
    assert made == sorted(set(made))


def test_threads_never_share_an_id() -> None:
    with ThreadPoolExecutor(4) as pool:
        made = [each for ids in pool.map(lambda _: new_ids(50), range(200)) for each in ids]
    assert len(set(made)) == 10_000


def test_two_programs_begin_apart() -> None:
    code = "from planner.library.ids import new_id; print(new_id() & (1 << 21) - 1)"
    said = {subprocess.check_output([sys.executable, "-c", code]) for _ in range(4)}
    assert len(said) > 1
