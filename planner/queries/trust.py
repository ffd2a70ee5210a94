"""Trust, as far as you can tell: the evidence of one relationship, kind by kind, with the facts behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from planner.domain import trust_band, words
from planner.domain.belief import Belief
from planner.domain.commitments import By, Record
from planner.domain.dimensions import PRIOR_MEAN, Dimension
from planner.domain.errors import KnownError
from planner.domain.names import whom
from planner.domain.objectivity import Held, held_against, notice_words
from planner.domain.reciprocity import Reciprocity
from planner.domain.trust_band import Band, RestsOn
from planner.domain.views import ViewKind
from planner.library import Library
from planner.queries.debriefs import Marked, marks_of
from planner.queries.favours import GiveAndTake, give_and_take, reaching_out
from planner.queries.promise_records import Direction, promise_records
from planner.queries.repairs import RepairTrack, repairs_of
from planner.queries.trust_facts import DimensionKnown, Fact, beliefs_of, dimensions_known, facts_of
from planner.queries.trust_lines import Line, Lines, trust_lines
from planner.queries.views import Reflected, View, current_views, newest_reflection, views_of

_LATELY_MONTHS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """All that is known of trust in one relationship, from one moment. It has no score.

    `band` is for the drawing alone (see trust_band.py), None while nothing is known; `width` says in one
    sentence why it is as wide as it is. `lines` speak for and against, the weightiest first. `own` is your
    own view where you recorded one, and `views` are all views with their history. `held` holds your rating of
    keeping promises against the record, where there is both.
    """

    band: Band | None
    width: str
    only_asked: str
    lines: tuple[Line, ...]
    yours: Direction
    theirs: Direction
    dimensions: tuple[DimensionKnown, ...]
    own: View | None
    views: tuple[View, ...]
    reflected: Reflected | None
    reaching_out: Reciprocity
    give_and_take: GiveAndTake
    marks: tuple[Marked, ...]
    repairs: tuple[RepairTrack, ...]
    held: Held | None

    @property
    def notice(self) -> str:
        """What to say where your rating and the record are far apart, gently; else ''."""
        if self.held is None or not self.held.is_noticed:
            return ""
        return notice_words(self.held, self.theirs.kept, self.theirs.counted)

    @property
    def mending(self) -> RepairTrack | None:
        """The time of mending that is open: while it lasts nothing is asked of the person."""
        return next((each for each in self.repairs if each.ended_on is None), None)


def trust_of(library: Library, person_id: int, today: date) -> Trust:
    """Raises KnownError where the person is no longer there."""
    row = library.row("SELECT name, pronouns FROM person WHERE id = ?", (person_id,))
    if row is None:
        raise KnownError("This person is no longer in the library.")
    name, pronouns = row
    records, directions = promise_records(library, person_id, name, pronouns, today)
    facts = facts_of(library, person_id)
    beliefs = beliefs_of(facts, today)
    band = trust_band.trust_band(_kinds(records, directions, beliefs))
    reaching = reaching_out(library, person_id, today)
    views = views_of(library, person_id, today)
    other = whom(name, pronouns)
    return Trust(
        band=band,
        width=trust_band.width_sentence(band, _rests_on(library, person_id, directions, facts, today)),
        only_asked=f"How far you are trusted cannot be read from your own notes; ask {other}.",
        lines=trust_lines(Lines(name=name, pronouns=pronouns, today=today), directions, facts, reaching),
        yours=directions[By.YOU],
        theirs=directions[By.THEY],
        dimensions=dimensions_known(facts, beliefs),
        own=current_views(views).get(ViewKind.TRUST),
        views=views,
        reflected=newest_reflection(views),
        reaching_out=reaching,
        give_and_take=give_and_take(library, person_id, today),
        marks=marks_of(library, person_id),
        repairs=repairs_of(library, person_id),
        held=_held(views, records[By.THEY]),
    )


def _held(views: tuple[View, ...], theirs: Record) -> Held | None:
    rating = current_views(views).get(ViewKind.KEEPS_WORD)
    return held_against(rating.value, theirs.belief) if rating else None


def _kinds(
    records: Mapping[By, Record], directions: Mapping[By, Direction], beliefs: Mapping[Dimension, Belief]
) -> dict[str, tuple[float, float]]:
    """Every kind of evidence as (sum d y, sum d)."""
    promises = {
        str(by): trust_band.evidence_of(found.belief, directions[by].usual) for by, found in records.items()
    }
    noted = {str(each): trust_band.evidence_of(found, PRIOR_MEAN) for each, found in beliefs.items()}
    return promises | noted


def _rests_on(
    library: Library,
    person_id: int,
    directions: Mapping[By, Direction],
    facts: tuple[Fact, ...],
    today: date,
) -> RestsOn:
    months = today.year * 12 + today.month - 1 - _LATELY_MONTHS
    since = date(months // 12, months % 12 + 1, 1)
    counted = library.row(
        "SELECT count(*), coalesce(sum(day >= ?), 0) FROM participation WHERE person_id = ? AND day <= ?",
        (since.isoformat(), person_id, today.isoformat()),
    )
    conversations, lately = counted or (0, 0)
    return RestsOn(
        promises=sum(each.counted for each in directions.values()),
        facts=sum(fact.counts for fact in facts),
        conversations=conversations,
        lately=lately,
        since=words.month_title(since).split()[0],
    )
