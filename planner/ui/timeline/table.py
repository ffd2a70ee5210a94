"""The timeline in words: a row for each lane, made when it is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from planner.domain import words
from planner.queries.lane_heads import LaneHead
from planner.ui.charts.table import Table
from planner.ui.timeline.facts import flag_words, plan_row, talk_words
from planner.ui.timeline.label_paint import rhythm_words
from planner.ui.timeline.lane import Lane
from planner.ui.timeline.store import LaneStore

_HEADS = (
    *("Person", "Rhythm", "State", "Talks", "They reached out"),
    *("Quiet too long", "Planned", "Due next", "Commitments", "Conversations"),
)
_FIGURES = frozenset({3, 4})
_NONE = "none"


def timeline_table(
    heads: Sequence[LaneHead], store: LaneStore, first: date, last: date, today: date
) -> Table:
    """What the lanes show from a day to a day."""

    def row(number: int) -> Sequence[str]:
        head = heads[number]
        store.know([head.person_id])
        lane = store.lane(head.person_id)
        if lane is None:
            return (head.name, *("not known yet" for _ in _HEADS[1:]))
        return _row(head, lane, first, last, today)

    return Table(_HEADS, len(heads), row, _FIGURES)


def _row(head: LaneHead, lane: Lane, first: date, last: date, today: date) -> Sequence[str]:
    begin, end = first.toordinal(), last.toordinal()
    part = lane.seen(begin, end)
    talks = range(part.start, part.stop)
    quiet = lane.stretches(begin, end)
    return (
        head.name,
        rhythm_words(lane.measure.rhythm_days),
        lane.measure.state.value,
        str(len(talks)),
        str(int((lane.kinds[part] % 2).sum())),
        _listed(_days(one, other, today) for one, other in quiet),
        _listed(plan_row(each, today) for each in lane.plans if first <= each.day <= last),
        _listed(_days(int(one), int(other) - 1, today) for one, other in lane.windows if one <= end),
        _listed(flag_words(each, today) for each in lane.flags if first <= each.day <= last),
        _listed(talk_words(lane, place, today) for place in talks),
    )


def _listed(several: Iterable[str]) -> str:
    return "; ".join(several) or _NONE


def _days(first: int, last: int, today: date) -> str:
    begin, end = (words.short_day(date.fromordinal(each), today) for each in (first, last))
    return begin if first == last else f"{begin} to {end}"
