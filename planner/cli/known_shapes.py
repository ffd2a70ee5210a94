"""The shapes of what is known about a person, for `show --json`. The words of what is private are null."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from planner.library import Library
    from planner.queries.favours import GiveAndTake
    from planner.queries.objectivity import ObjectivityCheck, RatedPerson
    from planner.queries.promise_records import Direction
    from planner.queries.reliance import Assessed
    from planner.queries.repairs import RepairTrack
    from planner.queries.trust import Trust
    from planner.queries.trust_facts import DimensionKnown
    from planner.queries.understanding import AngleKnown, Understanding
    from planner.queries.views import View

Shape = dict[str, Any]


class Known(NamedTuple):
    """What is known about one person beside the page itself."""

    understanding: Understanding
    trust: Trust
    reliance: tuple[Assessed, ...]


def known_about(library: Library, person_id: int, today: date) -> Known:
    """Everything that is known about one person."""
    from planner.queries.reliance import reliance_of
    from planner.queries.trust import trust_of
    from planner.queries.understanding import understanding_of

    return Known(
        understanding=understanding_of(library, person_id, today),
        trust=trust_of(library, person_id, today),
        reliance=reliance_of(library, person_id),
    )


def known_shape(known: Known) -> Shape:
    """The part of `show --json` that is about trust and understanding."""
    understanding, trust = known.understanding, known.trust
    asking = understanding.asking
    return {
        "angles_fresh": sum(each.coverage.freshness == "fresh" for each in understanding.angles),
        "understanding": [_angle(each) for each in understanding.angles],
        "worth_asking": {"angle": asking.angle.value, "question": asking.question} if asking else None,
        "trust": {
            "stage": trust.band.words if trust.band else None,
            "why": trust.width,
            "own_view": _view(trust.own) if trust.own else None,
            "notice": trust.notice or None,
            "equation_range": trust.reflected.range_words if trust.reflected else None,
        },
        "for_and_against": [
            {
                "speaks": {True: "for", False: "against", None: "neither"}[line.speaks_for],
                "words": None if line.private else line.words,
                "when": line.when,
                "private": line.private,
            }
            for line in trust.lines
        ],
        "promises_kept": [_direction(trust.yours), _direction(trust.theirs)],
        "trusted_for": [_dimension(each) for each in trust.dimensions],
        "debriefs": [
            {"day": each.day.isoformat(), "trust": each.mark.value, "topic": each.topic or None}
            for each in trust.marks
        ],
        "reaching_out": {
            "you": trust.reaching_out.yours,
            "they": trust.reaching_out.theirs,
            "leaning": trust.reaching_out.leaning.value,
        },
        "give_and_take": _give_and_take(trust.give_and_take),
        "views": [_view(each) for each in trust.views],
        "mending": [_repair(each) for each in trust.repairs],
        "depends_on": _reliance(known.reliance[0]) if known.reliance else None,
    }


def _angle(known: AngleKnown) -> Shape:
    return {
        "angle": known.angle.value,
        "state": known.coverage.freshness.value,
        "age_days": known.coverage.age_days,
        "counted": known.coverage.facts,
        "facts": [
            {
                "learned": None if fact.private else fact.learned,
                "day": fact.on.isoformat(),
                "source": fact.source.value,
                "certainty": fact.certainty.value if fact.certainty else None,
                "question": None if fact.private else fact.question or None,
                "private": fact.private,
            }
            for fact in known.facts
        ],
    }


def _direction(found: Direction) -> Shape:
    return {
        "by": found.by.value,
        "words": found.sentence,
        "likely": found.likely,
        "kept": found.kept,
        "counted": found.counted,
        "evidence": round(found.evidence, 2),
        **_interval(found.interval),
        "facts": [
            {
                "what": fact.what,
                "due_on": fact.due_on.isoformat() if fact.due_on else None,
                "outcome": fact.outcome.value if fact.outcome else None,
                "closed_on": fact.closed_on.isoformat() if fact.closed_on else None,
                "days_late": fact.days_late,
                "worth": fact.worth,
                "counts": round(fact.counts, 3),
            }
            for fact in found.facts
        ],
    }


def _dimension(found: DimensionKnown) -> Shape:
    return {
        "dimension": found.dimension.value,
        "words": found.words,
        "evidence": round(found.evidence, 2),
        **_interval(found.interval),
        "facts": [
            {
                "what": None if fact.private else fact.what,
                "day": fact.on.isoformat(),
                "speaks": "for" if fact.speaks_for else "against",
                "strength": fact.strength.value,
                "source": fact.source.value,
                "private": fact.private,
            }
            for fact in found.facts
        ],
    }


def _interval(interval: tuple[float, float] | None) -> Shape:
    low, high = (None, None) if interval is None else (round(each, 3) for each in interval)
    return {"low": low, "high": high}


def _give_and_take(found: GiveAndTake) -> Shape:
    return {
        "you": found.leaning.yours,
        "they": found.leaning.theirs,
        "leaning": found.leaning.leaning.value,
        "facts": [
            {
                "by": each.by.value,
                "kind": each.kind.value,
                "what": each.what or None,
                "day": each.on.isoformat(),
            }
            for each in found.facts
        ],
    }


def _view(view: View) -> Shape:
    return {
        "about": view.kind.value,
        "value": view.value,
        "day": view.on.isoformat(),
        "fact": view.fact or None,
        "pale": view.pale,
    }


def _repair(track: RepairTrack) -> Shape:
    return {
        "begun_on": track.begun_on.isoformat(),
        "ended_on": track.ended_on.isoformat() if track.ended_on else None,
        "why": track.why or None,
        "kept": track.kept,
    }


def _reliance(found: Assessed) -> Shape:
    parts = {cause.value.replace(" ", "_"): part for cause, part in found.criticality.parts.items()}
    return {
        "day": found.on.isoformat(),
        "label": found.criticality.label.value if found.criticality.label else None,
        **{cause: None if part is None else round(part, 3) for cause, part in parts.items()},
        "imbalance": found.criticality.imbalance,
        "not_assessed": [cause.value for cause in found.criticality.not_assessed],
        "note": found.note or None,
    }


def objectivity_shape(check: ObjectivityCheck) -> Shape:
    """The answer of `objectivity --json`."""
    portfolio = check.portfolio
    return {
        "finding": check.finding,
        "power": portfolio.power or None,
        "people_counted": portfolio.people,
        "close": portfolio.close,
        "difference": None if portfolio.difference is None else round(portfolio.difference, 3),
        "chance": None if portfolio.chance is None else round(portfolio.chance, 4),
        "largest": [_rated(each) for each in check.largest],
        "underrated": [_rated(each) for each in check.underrated],
    }


def _rated(person: RatedPerson) -> Shape:
    return {
        "person": person.name,
        "rating": person.held.rating,
        "record": round(person.held.mean, 3),
        "kept": person.kept,
        "counted": person.counted,
        "close": person.close,
        "noticed": person.held.is_noticed,
    }
