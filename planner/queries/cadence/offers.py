"""What happened lately that may call for another rhythm (SCIENCE 1.10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

from planner.domain.intervals import Lately, Offer, Trouble, offer
from planner.domain.names import first_name
from planner.domain.rhythm import FIRST_RHYTHM_DAYS, Pause, paused_days
from planner.domain.strip import TOLERANCE
from planner.library import Library
from planner.library.history import Recorded, rows_of_step
from planner.queries.pauses import own_leave
from planner.queries.standing import Measure

_NEWEST = 8
_AT_THE_RHYTHM = 0.8
"""A contact this early, as a share of the rhythm, still came at the rhythm. A convention."""
_MOST_ROWS = 500
"""Steps that touched more rows are whole imports: too long to read through for the role of one person."""

_TALKS = """
SELECT x.day, max(c.channel <> 'message' OR c.reached_out = 'they')
FROM participation x JOIN conversation c ON c.id = x.conversation_id
WHERE x.person_id = ? AND x.day <= ? GROUP BY x.day ORDER BY x.day DESC LIMIT ?
"""
_MISSED = """
SELECT count(*) FROM commitment WHERE person_id = :person AND (
    (outcome IN ('broken', 'kept late') AND closed_on > :since AND closed_on <= :today)
    OR (outcome IS NULL AND due_on < :today))
"""
_AGAINST = """
SELECT count(*) FROM evidence
WHERE person_id = :person AND NOT speaks_for AND source <> 'rumour' AND on_day > :since AND on_day <= :today
"""
_STEPS = """
SELECT id, at, label, changeset FROM change
WHERE state = 'done' AND at >= ? AND rows <= ? ORDER BY id DESC
"""
_UNANSWERED = """
SELECT count(*) FROM attempt WHERE person_id = ? AND kind = 'unanswered' AND on_day > ? AND on_day <= ?
"""


def rhythm_offer(library: Library, measure: Measure, today: date) -> Offer | None:
    """Another rhythm for somebody, or None.

    Never for somebody who rests or has no rhythm, nor while trust is mending: that rhythm is tighter already.
    """
    rhythm, last = measure.rhythm_days, measure.last_day
    if not rhythm or last is None or measure.resting or measure.mending:
        return None
    row = library.row(
        "SELECT p.name, l.rhythm_days FROM person p LEFT JOIN layer l ON l.id = p.layer_id WHERE p.id = ?",
        (measure.person_id,),
    )
    name, layers = row or ("", None)
    return offer(
        first_name(name), rhythm, layers or FIRST_RHYTHM_DAYS, _lately(library, measure, rhythm, today)
    )


def _lately(library: Library, measure: Measure, rhythm: int, today: date) -> Lately:
    assert measure.last_day is not None
    still = (*measure.own_pauses, *own_leave(library))
    who, since = measure.person_id, measure.last_day
    return Lately(
        kept_in_a_row=_kept_in_a_row(library, who, rhythm, today, still),
        unanswered_in_a_row=library.value(_UNANSWERED, (who, since.isoformat(), today.isoformat())),
        troubles=frozenset(_troubles(library, who, since, today)),
    )


def _troubles(library: Library, who: int, last: date, today: date) -> Iterator[Trouble]:
    """What troubled either side from the day of the last conversation on."""
    asked = {"person": who, "since": (last - timedelta(days=1)).isoformat(), "today": today.isoformat()}
    if library.value(_MISSED, asked):
        yield Trouble.MISSED
    if library.value(_AGAINST, asked):
        yield Trouble.AGAINST
    if _has_new_role(library, who, last):
        yield Trouble.NEW_ROLE


def _has_new_role(library: Library, who: int, since: date) -> bool:
    """Whether their role is another one than it was, as the history has it; filling it in first is none."""
    before = ""
    for step in library.rows(_STEPS, (since.isoformat(), _MOST_ROWS)):
        recorded = Recorded(step[0], datetime.fromisoformat(step[1]), step[2], step[3])
        for row in rows_of_step(library, recorded, lambda table, key, _: (table, key) == ("person", who)):
            if row.before and row.after:
                before = row.before.get("role", before)
    now = library.value("SELECT role FROM person WHERE id = ?", (who,)) or ""
    return bool(before) and before.casefold() != now.casefold()


def _kept_in_a_row(library: Library, who: int, rhythm: int, today: date, pauses: Sequence[Pause]) -> int:
    """How many of the newest gaps came at the rhythm, both sides taking part, without a break.

    Days on which the rhythm stood still are not counted.
    """
    rows = list(library.rows(_TALKS, (who, today.isoformat(), _NEWEST)))
    found = 0
    for (later, both), (earlier, _) in pairwise(rows):
        begins, ends = date.fromisoformat(earlier), date.fromisoformat(later)
        gap = (ends - begins).days - paused_days(pauses, begins, ends)
        if not both or not _AT_THE_RHYTHM * rhythm <= gap <= (1 + TOLERANCE) * rhythm:
            break
        found += 1
    return found
