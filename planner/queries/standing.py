"""How relationships stand today: the facts behind every card, list and sentence."""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, time, timedelta
from functools import partial
from typing import NamedTuple

from planner.domain import rhythm, words
from planner.domain.channels import Channel, ReachedOut
from planner.domain.names import first_name, initials
from planner.domain.reasons import Facts, OpenCommitment, reason
from planner.domain.repair import Mending
from planner.domain.rhythm import Pause, State
from planner.domain.strip import PAST_INTERVALS, Strip, cadence_strip, left_end
from planner.library import Library
from planner.queries.dues import Due, Dues
from planner.queries.pauses import Pauses, pauses
from planner.queries.repairs import mending


class NextPlan(NamedTuple):
    """The next open plan with a person, from today on."""

    id: int
    day: date
    starts: time | None
    channel: Channel
    purpose: str = ""


class Standing(NamedTuple):
    """How the relationship with one person stands on a day.

    `days_since` and `share` are None before the first conversation or without a rhythm; `hue` is '' where
    no layer was chosen. `reason` is the sentence that says why to talk, fact first; `facts` are what it was
    made from. While trust is `mending` after a breach the rhythm is tighter, and nothing is asked of them.
    """

    person_id: int
    name: str
    initials: str
    role: str
    organisation: str
    city: str
    hue: str
    layer: str
    rhythm_days: int | None
    last_day: date | None
    last_channel: Channel | None
    last_topic: str
    days_since: int | None
    share: float | None
    state: State
    state_words: str
    due_day: date | None
    next_plan: NextPlan | None
    commitments: tuple[OpenCommitment, ...]
    strip: Strip | None
    reason: str
    mending: Mending | None = None
    facts: Facts | None = None

    @property
    def yours_open(self) -> int:
        """How many promises of yours are open."""
        return sum(each.yours for each in self.commitments)

    @property
    def theirs_open(self) -> int:
        """How many of their promises to you are open."""
        return len(self.commitments) - self.yours_open

    def overdue_commitments(self, today: date) -> int:
        """How many open commitments, yours and theirs, are past their day."""
        return sum(each.is_overdue(today) for each in self.commitments)


class Unwritten(NamedTuple):
    """A conversation that is not written down yet: its day, and who began it where that is known."""

    day: date
    reached_out: ReachedOut | None = None


class Measure(NamedTuple):
    """The bare figures of one person, cheap enough to make for everybody.

    Whoever is declared absent today rests like somebody who was let rest. `own_pauses` are their rest and
    absences, past and coming; the owner's leave is not among them but counted in `paused`.
    """

    person_id: int
    rhythm_days: int | None
    resting: bool
    resting_until: date | None
    created_on: date
    last_day: date | None
    days_since: int | None
    paused: int
    share: float | None
    state: State
    mending: Mending | None = None
    own_pauses: tuple[Pause, ...] = ()


_MEASURES = """
SELECT p.id, p.rhythm_days, l.rhythm_days, l.id IS NOT NULL, p.resting_from, p.resting_until, p.created_on,
    (SELECT max(day) FROM participation WHERE person_id = p.id AND day <= :today)
FROM person p LEFT JOIN layer l ON l.id = p.layer_id
"""


def measures(
    library: Library,
    today: date,
    people: Iterable[int] | None = None,
    unwritten: Unwritten | None = None,
) -> list[Measure]:
    """The figures of these people, or of everybody who is neither archived nor in the trash; unordered.

    With an `unwritten` conversation they are as if each of them had been in it.
    """
    where = (
        "WHERE p.archived = 0 AND p.trashed_on IS NULL"
        if people is None
        else "WHERE p.id IN (SELECT value FROM json_each(:people))"
    )
    chosen = None if people is None else list(people)
    parameters = {"today": today.isoformat()} | ({} if chosen is None else {"people": json.dumps(chosen)})
    still, mended = pauses(library, today, chosen), mending(library)
    rows = library.rows(_MEASURES + where, parameters)
    if unwritten:
        day = unwritten.day.isoformat()
        rows = ((*row[:-1], max(row[-1] or day, day)) for row in rows)
    return [_measure(row, still, today, mended.get(row[0])) for row in rows]


def _measure(
    row: tuple[int, int | None, int | None, int, str | None, str | None, str, str | None],
    still: Pauses,
    today: date,
    mended: Mending | None,
) -> Measure:
    person_id, own, layers, in_a_layer, resting_from, resting_until, created, last = row
    rhythm_days = rhythm.target_interval_days(
        own, layers, in_a_layer=bool(in_a_layer), started=last is not None
    )
    if mended and rhythm_days:
        rhythm_days = rhythm.tightened(rhythm_days)
    created_on = date.fromisoformat(created)
    last_day = date.fromisoformat(last) if last else None
    own_pauses = still.own(person_id, _rest(resting_from, resting_until))
    resting, until = still.back_on(own_pauses)
    paused = still.days(own_pauses, last_day or created_on)
    since = None if last_day is None else max(0, (today - last_day).days)
    base = since if since is not None else max(0, (today - created_on).days)
    share = rhythm.share_of_rhythm(base, rhythm_days, paused) if rhythm_days else None
    return Measure(
        person_id=person_id,
        rhythm_days=rhythm_days,
        resting=resting,
        resting_until=until,
        created_on=created_on,
        last_day=last_day,
        days_since=since,
        paused=paused,
        share=share,
        state=rhythm.state_of(share, resting=resting, started=last_day is not None),
        mending=mended,
        own_pauses=own_pauses,
    )


def _rest(begun: str | None, until: str | None) -> Pause | None:
    """The days of rest: the day it lasts until counts again."""
    if begun is None:
        return None
    last = date.fromisoformat(until) - timedelta(days=1) if until else None
    return Pause(first=date.fromisoformat(begun), last=last)


_PEOPLE = """
SELECT p.id, p.name, p.pronouns, p.role, coalesce(o.name, ''), p.city,
    coalesce(l.hue, ''), coalesce(l.name, ''), c.channel, c.topic, c.reached_out, c.private
FROM person p LEFT JOIN layer l ON l.id = p.layer_id LEFT JOIN organisation o ON o.id = p.organisation_id
LEFT JOIN conversation c ON c.id = (
    SELECT x.conversation_id FROM participation x
    WHERE x.person_id = p.id AND x.day <= :today ORDER BY x.day DESC, x.conversation_id DESC LIMIT 1)
WHERE p.id IN (SELECT value FROM json_each(:people))
"""


def standings(
    library: Library,
    today: date,
    people: Iterable[int],
    *,
    intervals: int = PAST_INTERVALS,
    known: Iterable[Measure] | None = None,
    unwritten: Unwritten | None = None,
) -> dict[int, Standing]:
    """How these people stand, by person id; ids that are not there are left out.

    `known` spares a question where the measures were taken already. With an `unwritten` conversation rhythm
    and strip are as if each of them had been in it.
    """
    wanted = list(dict.fromkeys(people))
    if not wanted:
        return {}
    taken = {each.person_id: each for each in (known or measures(library, today, wanted, unwritten))}
    dues = Dues(library, today)
    there = [taken[each] for each in wanted if each in taken]
    strips = _strips(library, Pauses(dues.leave, {}, today), there, intervals, unwritten)
    open_commitments = commitments_of(library, wanted)
    plans = next_plans(library, today, wanted)
    rows = library.rows(_PEOPLE, {"today": today.isoformat(), "people": json.dumps(wanted)})
    return {
        row[0]: _standing(
            row,
            taken[row[0]],
            _due(taken[row[0]], dues),
            strips.get(row[0]),
            open_commitments[row[0]],
            plans.get(row[0]),
            today,
        )
        for row in rows
        if row[0] in taken
    }


def _standing(
    row: tuple[int, str, str, str, str, str, str, str, str | None, str | None, str | None, int | None],
    measure: Measure,
    due: Due | None,
    strip: Strip | None,
    commitments: tuple[OpenCommitment, ...],
    plan: NextPlan | None,
    today: date,
) -> Standing:
    person_id, name, pronouns, role, organisation, city, hue, layer, channel, topic, reached_out, private = (
        row
    )
    known_topic = "" if private else topic or ""
    facts = Facts(
        name=name,
        pronouns=pronouns,
        state=measure.state,
        days_since=measure.days_since,
        rhythm_days=measure.rhythm_days,
        last_topic=known_topic,
        they_reached_out=reached_out == ReachedOut.THEY,
        known_for_days=max(0, (today - measure.created_on).days),
        commitments=commitments,
        mending=measure.mending,
    )
    return Standing(
        person_id=person_id,
        name=name,
        initials=initials(name),
        role=role,
        organisation=organisation,
        city=city,
        hue=hue,
        layer=layer,
        rhythm_days=measure.rhythm_days,
        last_day=measure.last_day,
        last_channel=Channel(channel) if channel else None,
        last_topic=known_topic,
        days_since=measure.days_since,
        share=measure.share if measure.last_day else None,
        state=measure.state,
        state_words=_words(measure, due, today),
        due_day=due.day if due else None,
        next_plan=plan,
        commitments=commitments,
        strip=strip,
        reason=reason(facts, today),
        mending=measure.mending,
        facts=facts,
    )


def _due(measure: Measure, dues: Dues) -> Due | None:
    """Nothing falls due before the first conversation, without a rhythm, or while somebody rests."""
    if not measure.rhythm_days or not measure.last_day or measure.resting:
        return None
    return dues.due(measure.last_day, measure.rhythm_days, measure.own_pauses)


def _words(measure: Measure, due: Due | None, today: date) -> str:
    """The days that are left include coming ones that do not count; overdue are only those that did."""
    left = None
    if measure.rhythm_days and measure.days_since is not None:
        left = measure.rhythm_days + measure.paused - measure.days_since
    if due and left is not None and left > 0:
        left = (due.used_up - today).days
    return rhythm.state_words(measure.state, left, measure.resting_until, today)


_TOUCHES = """
SELECT x.person_id, x.day, c.reached_out
FROM json_each(:wanted) w
JOIN participation x ON x.person_id = w.value ->> 0 AND x.day >= w.value ->> 1 AND x.day <= :today
JOIN conversation c ON c.id = x.conversation_id
ORDER BY x.person_id, x.day
"""


def _strips(
    library: Library, still: Pauses, people: list[Measure], intervals: int, unwritten: Unwritten | None
) -> dict[int, Strip]:
    today = still.until
    shown = [each for each in people if each.rhythm_days and each.last_day]
    wanted = [[each.person_id, _first_shown(each, still, intervals).isoformat()] for each in shown]
    touches: defaultdict[int, list[tuple[date, ReachedOut | None]]] = defaultdict(list)
    rows = library.rows(_TOUCHES, {"wanted": json.dumps(wanted), "today": today.isoformat()})
    for person_id, day, reached_out in rows:
        touches[person_id].append((date.fromisoformat(day), ReachedOut(reached_out) if reached_out else None))
    if unwritten:
        for each in shown:
            said = [*touches[each.person_id], (unwritten.day, unwritten.reached_out)]
            touches[each.person_id] = sorted(said, key=lambda touch: touch[0])
    made = {
        each.person_id: cadence_strip(
            touches[each.person_id],
            today=today,
            rhythm_days=each.rhythm_days,
            share=each.share,
            state=each.state,
            intervals=intervals,
            paused=partial(still.days, each.own_pauses),
        )
        for each in shown
    }
    return {person_id: strip for person_id, strip in made.items() if strip}


def _first_shown(measure: Measure, still: Pauses, intervals: int) -> date:
    assert measure.last_day is not None and measure.rhythm_days is not None
    paused = partial(still.days, measure.own_pauses)
    return left_end(measure.last_day, measure.rhythm_days, intervals, paused)


def commitments_of(library: Library, people: Iterable[int]) -> defaultdict[int, tuple[OpenCommitment, ...]]:
    """The open commitments of these people, soonest due first, undated last."""
    rows = library.rows(
        "SELECT id, person_id, by, what, made_on, due_on FROM commitment WHERE outcome IS NULL"
        " AND person_id IN (SELECT value FROM json_each(?)) ORDER BY due_on IS NULL, due_on, id",
        (json.dumps(list(people)),),
    )
    found: defaultdict[int, tuple[OpenCommitment, ...]] = defaultdict(tuple)
    for identity, person_id, by, what, made_on, due_on in rows:
        found[person_id] += (
            OpenCommitment(
                id=identity,
                person_id=person_id,
                yours=by == "you",
                what=what,
                made_on=date.fromisoformat(made_on),
                due_on=date.fromisoformat(due_on) if due_on else None,
            ),
        )
    return found


def next_plans(library: Library, today: date, people: Iterable[int] | None = None) -> dict[int, NextPlan]:
    """The next open plan of each of these people (or of everybody) from `today` on."""
    narrowed = "" if people is None else " AND pp.person_id IN (SELECT value FROM json_each(:people))"
    rows = library.rows(
        "SELECT pp.person_id, p.id, p.day, p.starts, p.channel, p.purpose FROM plan p"
        " JOIN plan_person pp ON pp.plan_id = p.id WHERE p.status = 'open' AND p.day >= :today"
        f"{narrowed} ORDER BY p.day DESC, p.starts DESC",
        {"today": today.isoformat()} | ({} if people is None else {"people": json.dumps(list(people))}),
    )
    return {
        person_id: NextPlan(
            id=identity,
            day=date.fromisoformat(day),
            starts=time.fromisoformat(starts) if starts else None,
            channel=Channel(channel),
            purpose=purpose,
        )
        for person_id, identity, day, starts, channel, purpose in rows
    }


def last_words(standing: Standing, today: date) -> str:
    """'Last: call, 9 days ago, from Ana' where she reached out, or that there was none yet."""
    if standing.last_day is None or standing.last_channel is None:
        return "No conversation yet"
    theirs = standing.facts is not None and standing.facts.they_reached_out
    by = f", from {first_name(standing.name)}" if theirs else ""
    return f"Last: {standing.last_channel}, {words.days_ago((today - standing.last_day).days)}{by}"
