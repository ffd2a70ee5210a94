"""Every key of the JSON answers about cadence and forecasts: a part of `rapport help json`."""

from __future__ import annotations

_CHANCE = "0 to 1, in steps of 5 %, from 2 % to 98 %"

CADENCE = {
    "person": "the name",
    "as_of": "the day that counts as today",
    "state": "as in rapport today --json",
    "rhythm_days": "how many days apart you mean to talk",
    "share_of_rhythm": "as in rapport today --json",
    "last_conversation": "the day of the last conversation",
    "days_since": "days since then",
    "paused_days": "how many of these were your leave, their absence or rest",
    "contacts": "n: on how many days you talked; every figure here rests on these",
    "gap_mean_days": "the mean of the gaps between them, in days without pauses",
    "gap_median_days": "their median",
    "gap_smoothed_days": "their mean, newer gaps weighing more (the newest 0.3)",
    "gap_variation": "their standard deviation divided by their mean",
    "burstiness": "(variation - 1) / (variation + 1): -1 is like clockwork, 1 in bursts",
    "finite_burstiness": "the same, corrected for so few gaps",
    "habit": "steady, mixed, in bursts or too few (fewer than 5 gaps)",
    "warmth": "attention of the last year against the rhythm, 0 to 1; neither closeness nor trust",
    "alive": f"chance that the relationship has not ended in silence, {_CHANCE}",
    "regular": f"chance that its habit is regular and not bursty, {_CHANCE}",
    "next_contact_days": "the days until the next contact if nobody acts: half of the time it comes sooner",
    "next_contact_from": "one time in four it comes sooner",
    "next_contact_until": "three times in four it comes sooner",
    "quiet_on": "the day on which twice the rhythm will have passed, or has",
    "quiet_from": "a rhythm is no appointment: the first day around it",
    "quiet_until": "and the last",
    "quiet_chance": f"chance that it goes quiet, plans counted, {_CHANCE}; null where it is quiet",
    "quiet_words": "almost certain, likely, possible or unlikely",
    "quiet_chance_low": "in one of ten worlds that fit the history the chance without plans is below this",
    "quiet_chance_high": "in one of ten it is above this",
    "unusual_after_days": "without a rhythm: in how many days a silence would be unusual; null is no pattern",
    "offer_rhythm_days": "a rhythm that may suit better",
    "offer": "why, in one sentence",
    "forecast": "the chance of contact, for 7, 14, 30 and 60 days, see below",
    "gaps": "the gaps, oldest first, see below",
}
AHEAD = {
    "days": "within so many days",
    "chance": f"chance of contact if nobody acts, {_CHANCE}",
    "words": "almost certain, likely, possible or unlikely",
    "with_plans": "the chance with what is planned; null where nothing is",
    "n": "on how many contacts it rests",
    "evidence": "thin (fewer than 3 contacts), fair, or good (10 and more)",
}
GAP = {
    "begins": "the day of one conversation",
    "ends": "the day of the next",
    "days": "the days between, without pauses",
    "paused_days": "how many days of pause lay between",
    "kept": "whether it kept the rhythm of today",
}
QUIET = {
    "as_of": "the day that counts as today",
    "within_days": "how many days ahead is looked",
    "likely": "who may go quiet by then if nobody acts, by chance and how much you depend on them, below",
    "likely_total": "how many these are altogether",
    "unlikely": "for how many others the day lies ahead, but contact before it is likely",
    "already": "who is quiet, longest first, see below",
    "already_total": "how many these are altogether",
}
GOING_QUIET = {
    "person": "the name",
    "rhythm_days": "how many days apart you mean to talk",
    "last_conversation": "the day of the last conversation",
    "quiet_on": "the day on which twice the rhythm will have passed, or has",
    "quiet_from": "a rhythm is no appointment: the first day around it",
    "quiet_until": "and the last",
    "chance": f"chance that it goes quiet, plans counted, {_CHANCE}; null where it is quiet",
    "words": "almost certain, likely or possible",
    "chance_low": "in one of ten worlds that fit the history the chance without plans is below this",
    "chance_high": "in one of ten it is above this",
    "planned_on": "the day of the next plan before it",
    "n": "on how many contacts it rests",
    "evidence": "thin (fewer than 3 contacts), fair, or good (10 and more)",
}
CHECK = {
    "as_of": "the day that counts as today",
    "sentence": "what the check finds",
    "too_early": "true while fewer than 50 forecasts have come due",
    "counted": "forecasts that came due without a suggestion beside them: the ones that are checked",
    "prompted": "forecasts that came due with one: they say nothing about what happens if nobody acts",
    "waiting": "forecasts that have not come due",
    "correction_allowed": "whether forecasts may be corrected by how earlier ones held up",
    "correction_shift": "u of the correction in use, logit p' = u + v logit p; 0 changes nothing",
    "correction_slope": "v; 1 changes nothing",
    "forecasts": "how many are checked; this and what follows is null while it is too early",
    "happened": "how many of them happened, 0 to 1: the base rate",
    "brier": "mean squared error, 0 to 1, lower is better",
    "skill": "1 - Brier / Brier of always saying the base rate: above 0 is better than that",
    "skill_mean_gap": "the same against each one's mean gap",
    "skill_smoothed_gap": "the same against each one's smoothed gap",
    "slope": "1 is well calibrated, below 1 too sure of itself",
    "concordance": "how often the one told as likelier was in contact first; 0.5 is chance",
    "bins": "what was told against what happened, in five bins, see below",
    "horizons": "the same figures for 7, 30 and 60 days, see below",
    "months": "the same by the month in which they were told, see below",
}
BIN = {
    "from": "forecasts from this chance on",
    "to": "to below this one",
    "forecasts": "how many",
    "told": "their mean",
    "happened": "how many happened, 0 to 1",
}
_FIGURES = {key: CHECK[key] for key in ("forecasts", "happened", "brier", "skill", "slope", "concordance")}
HORIZON = {"days": "within so many days", **_FIGURES}
MONTH = {"month": "its first day", **_FIGURES}

ANSWERS = {"cadence": CADENCE, "quiet": QUIET, "forecast-check": CHECK}
PARTS = {
    ("cadence", "forecast"): AHEAD,
    ("cadence", "gaps"): GAP,
    ("quiet", "likely"): GOING_QUIET,
    ("quiet", "already"): GOING_QUIET,
    ("forecast-check", "bins"): BIN,
    ("forecast-check", "horizons"): HORIZON,
    ("forecast-check", "months"): MONTH,
}
