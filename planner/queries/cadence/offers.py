"""What happened lately that may call for another rhythm (SCIENCE 1.10)."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from planner.domain.intervals import Lately, Offer, offer
from planner.domain.names import first_name
from planner.domain.rhythm import FIRST_RHYTHM_DAYS
from planner.domain.strip import TOLERANCE
from planner.library import Library
from planner.queries.standing import Measure

_NEWEST = 8
_AT_THE_RHYTHM = 0.8
"""A contact this early, as a share of the rhythm, still came at the rhythm. A convention."""

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
_UNANSWERED = """
SELECT count(*) FROM attempt WHERE person_id = ? AND kind = 'unanswered' AND on_day > ? AND on_day <= ?
"""


def rhythm_offer(library: Library, measure: Measure, today: date) -> Offer | None:
    """Another rhythm for somebody, or None; never for somebody who rests or has no rhythm."""
    rhythm, last = measure.rhythm_days, measure.last_day
    if not rhythm or last is None or measure.resting:
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
    who, since = measure.person_id, measure.last_day
    asked = {"person": who, "since": (since - timedelta(days=1)).isoformat(), "today": today.isoformat()}
    return Lately(
        kept_in_a_row=_kept_in_a_row(library, who, rhythm, today),
        unanswered_in_a_row=library.value(_UNANSWERED, (who, since.isoformat(), today.isoformat())),
        troubles=library.value(_MISSED, asked),
    )


def _kept_in_a_row(library: Library, who: int, rhythm: int, today: date) -> int:
    """How many of the newest gaps came at the rhythm, both sides taking part, without a break."""
    rows = list(library.rows(_TALKS, (who, today.isoformat(), _NEWEST)))
    found = 0
    for (later, both), (earlier, _) in pairwise(rows):
        gap = (date.fromisoformat(later) - date.fromisoformat(earlier)).days
        if not both or not _AT_THE_RHYTHM * rhythm <= gap <= (1 + TOLERANCE) * rhythm:
            break
        found += 1
    return found
