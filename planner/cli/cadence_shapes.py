"""The shapes of the JSON answers about cadence and forecasts; json_cadence.py says what each key holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planner.domain.forecast import Chance
    from planner.domain.gaps import KnownGap
    from planner.queries.cadence.going_quiet import GoingQuiet, Quiet
    from planner.queries.cadence.person import Ahead, PersonCadence
    from planner.queries.cadence.quiet_day import QuietDay
    from planner.queries.forecast_check import Check, ForecastCheck

Shape = dict[str, Any]


def cadence_shape(found: PersonCadence) -> Shape:
    """The answer of `cadence --json`."""
    measure, statistics, wait = found.measure, found.statistics, found.wait
    return {
        "person": found.name,
        "as_of": found.as_of.isoformat(),
        "state": measure.state.value,
        "rhythm_days": measure.rhythm_days,
        "share_of_rhythm": _rounded(measure.share) if measure.last_day else None,
        "last_conversation": _day(measure.last_day),
        "days_since": measure.days_since,
        "paused_days": measure.paused if measure.last_day else None,
        "contacts": found.contacts,
        "gap_mean_days": _rounded(statistics.mean),
        "gap_median_days": _rounded(statistics.median),
        "gap_smoothed_days": _rounded(statistics.smoothed),
        "gap_variation": _rounded(statistics.variation),
        "burstiness": _rounded(statistics.burstiness),
        "finite_burstiness": _rounded(statistics.finite_burstiness),
        "habit": found.habit.value,
        "warmth": _rounded(found.warmth),
        "alive": _shown(found.alive),
        "regular": _shown(found.regular),
        "next_contact_days": _rounded(wait.middle) if wait else None,
        "next_contact_from": _rounded(wait.first) if wait else None,
        "next_contact_until": _rounded(wait.last) if wait else None,
        **_quiet(found.quiet, "quiet_", "quiet_chance"),
        "unusual_after_days": _rounded(found.unusual_after),
        "offer_rhythm_days": found.offer.rhythm_days if found.offer else None,
        "offer": found.offer.sentence if found.offer else None,
        "forecast": [_ahead(each) for each in found.ahead],
        "gaps": [_gap(each) for each in found.gaps],
    }


def _quiet(day: QuietDay | None, words: str, chance: str) -> Shape:
    told = day.chance if day else None
    band = day.band if day else None
    return {
        "quiet_on": day.on.isoformat() if day else None,
        "quiet_from": day.first.isoformat() if day else None,
        "quiet_until": day.last.isoformat() if day else None,
        chance: _shown(told),
        f"{words}words": told.odds.value if told else None,
        f"{chance}_low": _rounded(band.low) if band else None,
        f"{chance}_high": _rounded(band.high) if band else None,
    }


def _ahead(found: Ahead) -> Shape:
    return {
        "days": found.days,
        "chance": _shown(found.by_habit),
        "words": found.by_habit.odds.value,
        "with_plans": _shown(found.with_plans),
        "n": found.by_habit.contacts,
        "evidence": found.by_habit.evidence.value,
    }


def _gap(gap: KnownGap) -> Shape:
    return {
        "begins": gap.begins.isoformat(),
        "ends": gap.ends.isoformat(),
        "days": gap.days,
        "paused_days": gap.paused_days,
        "kept": gap.kept,
    }


def quiet_shape(found: Quiet) -> Shape:
    """The answer of `quiet --json`."""
    return {
        "as_of": found.as_of.isoformat(),
        "within_days": found.within_days,
        "likely": [_going_quiet(each) for each in found.likely],
        "likely_total": found.likely_total,
        "unlikely": found.unlikely,
        "already": [_going_quiet(each) for each in found.already],
        "already_total": found.already_total,
    }


def _going_quiet(found: GoingQuiet) -> Shape:
    from planner.domain.forecast import evidence_of

    return {
        "person": found.name,
        "rhythm_days": found.rhythm_days,
        "last_conversation": found.last_day.isoformat(),
        **_quiet(found.day, "", "chance"),
        "planned_on": _day(found.day.planned_on),
        "n": found.contacts,
        "evidence": evidence_of(found.contacts).value,
    }


def check_shape(found: ForecastCheck) -> Shape:
    """The answer of `forecast-check --json`."""
    whole = found.whole
    return {
        "as_of": found.as_of.isoformat(),
        "sentence": found.sentence,
        "too_early": found.too_early,
        "counted": found.counted,
        "prompted": found.prompted,
        "waiting": found.waiting,
        "correction_allowed": found.correcting.allowed,
        "correction_shift": found.correcting.correction.shift,
        "correction_slope": found.correcting.correction.slope,
        **_figures(whole),
        "skill_mean_gap": _rounded(whole.skill_mean_gap) if whole else None,
        "skill_smoothed_gap": _rounded(whole.skill_smoothed_gap) if whole else None,
        "bins": [
            {
                "from": each.low,
                "to": each.high,
                "forecasts": each.number,
                "told": _rounded(each.told),
                "happened": _rounded(each.happened),
            }
            for each in (whole.bins if whole else ())
        ],
        "horizons": [{"days": days, **_figures(check)} for days, check in found.horizons],
        "months": [{"month": month.isoformat(), **_figures(check)} for month, check in found.months],
    }


def _figures(check: Check | None) -> Shape:
    return {
        "forecasts": check.forecasts if check else None,
        "happened": _rounded(check.happened) if check else None,
        "brier": _rounded(check.brier) if check else None,
        "skill": _rounded(check.skill) if check else None,
        "slope": _rounded(check.slope) if check else None,
        "concordance": _rounded(check.concordance) if check else None,
    }


def _shown(chance: Chance | None) -> float | None:
    return round(chance.shown, 2) if chance else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
