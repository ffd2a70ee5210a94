"""A lane of somebody with a rhythm of two weeks on which nothing lies yet."""

from __future__ import annotations

from datetime import date

import numpy as np

from planner.domain.rhythm import State
from planner.queries.standing import Measure
from planner.ui.timeline.lane import Lane
from tests.conftest import TODAY


def empty_lane(today: date = TODAY) -> Lane:
    """Nothing yet: put on it what a test is about."""
    none = np.array([], dtype=np.int32)
    measure = Measure(
        person_id=1,
        rhythm_days=14,
        resting=False,
        resting_until=None,
        created_on=today,
        last_day=today,
        days_since=0,
        paused=0,
        share=0.0,
        state=State.ON_RHYTHM,
    )
    return Lane(
        measure=measure,
        days=none,
        kinds=none.astype(np.uint8),
        conversations=none,
        quiet_first=none,
        quiet_last=none,
        plans=(),
        flags=(),
        due=(),
    )
