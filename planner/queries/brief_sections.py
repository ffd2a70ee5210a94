"""The parts of a meeting brief about one person, each out of what is not private."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from planner.domain import brief_words, words
from planner.domain.angles import Angle, Freshness
from planner.domain.commitments import Outcome
from planner.domain.names import whom
from planner.domain.questions import Asked, filled_in, worth_asking
from planner.domain.stands import Stand
from planner.library import Library
from planner.queries.person import PersonPage, Promise, Talk
from planner.queries.questions import questions_for
from planner.queries.trust import Trust
from planner.queries.understanding import AngleKnown, Learned, Understanding

_TALKS, _QUESTIONS, _FACTS = 8, 4, 2
_BEFORE_LITTLE = 5
_SHORT_FACTS = 76  # letters: two facts stand under one angle where they are short
_LATELY_DAYS = 120
_BRING_DAYS = 3
_LABELS = {
    Angle.CARE: "Cares about",
    Angle.PRESSURE: "Under pressure",
    Angle.DECIDE: "Decides by",
    Angle.SEE_YOU: "Sees you as",
    Angle.BEHIND: "As a person",
    Angle.FEAR: "Fears",
    Angle.SUCCESS: "Success is",
    Angle.LISTEN: "Listens to",
}
"""The angles in the order of a brief: what a page has no room for stands last."""

_REMEMBERED = {
    Angle.SUCCESS: brief_words.wish,
    Angle.CARE: brief_words.caring,
    Angle.PRESSURE: brief_words.pressed,
}
"""What is worth remembering of a person, most first, and how it is said."""


class Line(NamedTuple):
    """Something with what it is about before it: a day, a promise, an angle."""

    lead: str
    text: str


class Around(NamedTuple):
    """Somebody the person is connected with, and how."""

    name: str
    organisation: str
    initials: str
    hue: str
    how: str


class Remembered(NamedTuple):
    """The one thing, and the id of the fact that it comes from (0: from none)."""

    sentence: str
    fact_id: int


def remember(page: PersonPage, known: Understanding, trust: Trust, today: date) -> Remembered:
    """The one thing to remember: a breach being mended or an overdue promise of yours, else what the person
    wants or cares about, else '' where nothing is known."""
    standing = page.standing
    late = any(each.yours and each.is_overdue(today) for each in standing.commitments)
    if trust.mending is not None or late:
        return Remembered(standing.reason, 0)
    for angle, said in _REMEMBERED.items():
        facts = _open_facts(_of(known, angle))
        if facts:
            return Remembered(said(standing.name, facts[0].learned), facts[0].id)
    return Remembered("", 0)


def promises(page: PersonPage, today: date, *, yours: bool) -> tuple[Line, ...]:
    """The open promises of one side, by their day."""
    return tuple(
        Line(each.what.strip().rstrip("."), f", {_when(each, today)}")
        for each in page.promises
        if each.outcome is None and each.yours is yours
    )


def _when(promise: Promise, today: date) -> str:
    note = promise.note.strip()
    return brief_words.listed((brief_words.due(promise.due_on, today), note[:1].upper() + note[1:]))


def lately(page: PersonPage, today: date) -> tuple[Line, ...]:
    """Conversations, promises that ended and notes, newest first."""
    found = [*_talks(page, today), *_ended(page, today), *_notes(page, today)]
    found.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(Line(words.short_day(day, today), said) for day, said in found)


def _talks(page: PersonPage, today: date) -> Iterator[tuple[date, str]]:
    talks = [each for each in page.talks if not each.private and each.day <= today]
    for talk in talks[:_TALKS]:
        yield talk.day, _talk(talk, page)


def _talk(talk: Talk, page: PersonPage) -> str:
    begun = brief_words.talked(
        talk.channel, talk.reached_out, talk.topic, talk.place, page.standing.name, page.pronouns
    )
    body = talk.notes.strip() or (talk.topic if talk.topic.strip().rstrip(".") not in begun else "")
    return f"{begun}: {brief_words.ended(body)}" if body else brief_words.ended(begun)


def _ended(page: PersonPage, today: date) -> Iterator[tuple[date, str]]:
    since = today - timedelta(days=_LATELY_DAYS)
    for each in page.promises:
        told = each.outcome in (Outcome.KEPT, Outcome.KEPT_LATE, Outcome.BROKEN)
        if told and each.closed_on and each.closed_on >= since:
            late = (each.closed_on - each.due_on).days if each.due_on else None
            whose = "Your" if each.yours else brief_words.whose(page.standing.name, page.pronouns)
            yield each.closed_on, brief_words.promise_ended(whose, each.what, late, each.outcome or "")


def _notes(page: PersonPage, today: date) -> Iterator[tuple[date, str]]:
    since = today - timedelta(days=_LATELY_DAYS)
    for note in page.dated_notes:
        if not note.private and note.on >= since:
            yield note.on, brief_words.ended(note.words)


def around(library: Library, page: PersonPage) -> tuple[Around, ...]:
    """The people around, the closest first."""
    connected = sorted(page.connections, key=lambda each: -(each.closeness or 0))
    works_at = dict(
        library.rows(
            "SELECT p.id, o.name FROM person p JOIN organisation o ON o.id = p.organisation_id"
            " JOIN connection c ON p.id IN (c.person_id, c.other_id) AND :id IN (c.person_id, c.other_id)",
            {"id": page.standing.person_id},
        )
    )
    return tuple(
        Around(
            each.name,
            works_at.get(each.person_id, ""),
            each.initials,
            each.hue,
            brief_words.ended(each.how),
        )
        for each in connected
    )


def understood(page: PersonPage, known: Understanding, *, left_out: int) -> tuple[Line, ...]:
    """What is known under each angle, and what is little known; `left_out` is a fact told elsewhere."""
    angles = [_of(known, angle) for angle in _LABELS]
    told = [line for each in angles if (line := _understood(page, each, left_out))]
    little = [_little(each) for each in angles if _is_little(each)]
    if little:
        said = brief_words.ended(brief_words.begun("; ".join(little)))
        told.insert(_BEFORE_LITTLE, Line("Little known", said))
    if page.notes.strip():
        told.append(Line("Your note", brief_words.ended(page.notes)))
    return tuple(told)


def _understood(page: PersonPage, known: AngleKnown, left_out: int) -> Line | None:
    facts = [fact for fact in _open_facts(known) if fact.id != left_out]
    if facts and not _is_little(known):
        return Line(_LABELS[known.angle], _facts(facts, known))
    if known.angle is Angle.BEHIND and page.as_a_person.strip():
        return Line(_LABELS[known.angle], brief_words.ended(page.as_a_person))
    return None


def _is_little(known: AngleKnown) -> bool:
    """Nothing that counts and may be told, or one old fact alone."""
    stale = known.coverage.freshness in (Freshness.STALE, Freshness.EXPIRED)
    return not _open_facts(known) or (stale and known.coverage.facts == 1)


def _little(known: AngleKnown) -> str:
    """Its title; how old the little is only where it may be told that there is any."""
    title = known.title[:1].lower() + known.title[1:]
    age = known.coverage.age_days if _open_facts(known) else None
    return f"{title} ({brief_words.age(age)})" if age is not None and age >= 31 else title


def _facts(facts: list[Learned], known: AngleKnown) -> str:
    shown = [each.learned for each in facts[:_FACTS]]
    if len("".join(shown)) > _SHORT_FACTS:
        del shown[1:]
    said = brief_words.listed(shown)
    age = known.coverage.age_days
    stale = known.coverage.freshness is not Freshness.FRESH and age is not None
    return f"{said} ({brief_words.age(age or 0).capitalize()}.)" if stale else said


def messages(
    library: Library, page: PersonPage, known: Understanding, trust: Trust, today: date
) -> tuple[Line, ...]:
    """How to speak to the person: the layer's way, what to bring, what is hoped for, what to mind."""
    return tuple(line for line in _messages(library, page, known, trust, today) if line.text)


def _messages(
    library: Library, page: PersonPage, known: Understanding, trust: Trust, today: date
) -> Iterator[Line]:
    way = library.value("SELECT way_of_speaking FROM layer WHERE id = ?", (page.layer_id,))
    yield Line("Say", brief_words.ended(str(way or "")))
    soon = today + timedelta(days=_BRING_DAYS)
    bring = [each.what for each in page.promises if _to_bring(each, soon)]
    yield Line("Bring", brief_words.listed(bring))
    if trust.mending is not None:
        other = whom(page.standing.name, page.pronouns)
        yield Line("Mind", f"You are mending trust with {other}; ask for nothing.")
    else:
        feared = _open_facts(_of(known, Angle.FEAR))[:1]
        yield Line("Mind", brief_words.listed(each.learned for each in feared))
    yield Line("Hope", brief_words.listed(_hopes(library, page.standing.person_id)))
    yield Line("How", brief_words.ended(page.likes_to_talk))


def _to_bring(promise: Promise, soon: date) -> bool:
    return promise.yours and promise.outcome is None and promise.due_on is not None and promise.due_on <= soon


def _hopes(library: Library, person_id: int) -> Iterator[str]:
    rows = library.rows(
        "SELECT i.name, s.now, s.hoped FROM stand s JOIN initiative i ON i.id = s.initiative_id"
        " WHERE s.person_id = ? AND i.archived = 0 AND s.hoped IS NOT NULL AND s.hoped IS NOT s.now"
        " ORDER BY i.next_on IS NULL, i.next_on, i.id",
        (person_id,),
    )
    for name, now, hoped in rows:
        today = f"{Stand(now).value} today, " if now else ""
        yield f"{name}: {today}{Stand(hoped).value} hoped for"


def questions(library: Library, page: PersonPage, known: Understanding, today: date) -> tuple[str, ...]:
    """The next question of each of the angles in most need."""
    bank = {
        angle: [filled_in(each, today) for each in asked]
        for angle, asked in questions_for(library, page.layer_id).items()
    }
    answered = [
        Asked(words=fact.question, on_day=fact.on)
        for each in known.angles
        for fact in each.facts
        if fact.question
    ]
    coverage = {each.angle: each.coverage for each in known.angles}
    found: list[str] = []
    while coverage and len(found) < _QUESTIONS:
        asking = worth_asking(coverage, bank, answered)
        if asking is None:
            break
        found.append(asking.question)
        del coverage[asking.angle]
    return tuple(found)


def _of(known: Understanding, angle: Angle) -> AngleKnown:
    return next(each for each in known.angles if each.angle is angle)


def _open_facts(known: AngleKnown) -> list[Learned]:
    """What may be told on paper: nothing private, and no guess."""
    return [each for each in known.facts if not each.private and each.counts]
