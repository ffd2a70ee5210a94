"""What is known about a person: the keys of this part of `show --json`, for `rapport help json`."""

from __future__ import annotations

Keys = dict[str, str]

KNOWN: Keys = {
    "angles_fresh": "how many of the eight angles were learned about lately",
    "understanding": "the eight angles, see below",
    "worth_asking": "the next question, from the emptiest or oldest angle, see below",
    "trust": "how far the facts carry, in words, see below",
    "for_and_against": "what speaks for trust and what against it, the weightiest first, see below",
    "promises_kept": "the record of promises, yours and then theirs, see below",
    "trusted_for": "ability, benevolence and integrity, each for itself, see below",
    "debriefs": "what conversations did to trust, newest first, see below",
    "reaching_out": "who began the conversations of the last six months, see below",
    "give_and_take": "what was given in the last twelve months, see below",
    "views": "your own views of the relationship, newest first, see below",
    "mending": "times of mending trust after a breach, newest first, see below",
    "depends_on": "how much you depend on the person, see below",
}

_FACT: Keys = {
    "learned": "what was learned; null where it is private",
    "day": "when",
    "source": "they said, I saw, somebody told me or my guess; a guess counts as nothing",
    "certainty": "sure, likely or a guess",
    "question": "what it answered",
    "private": "true hides what was learned",
}
_PROMISE_FACT: Keys = {
    "what": "what was promised",
    "due_on": "the day it was due",
    "outcome": "how it ended; null for one that is open and more than two weeks overdue",
    "closed_on": "the day it ended",
    "days_late": "days after the day that counts, negative when early",
    "worth": "1 kept in time, 0.75 up to a week late, 0.5 later, 0 not kept",
    "counts": "how much it still weighs: 1 for a fresh one of normal size, half of it after a year",
}
_NOTED_FACT: Keys = {
    "what": "what happened; null where it is private",
    "day": "when",
    "speaks": "for or against",
    "strength": "small, normal or large",
    "source": "own, document, second-hand or rumour; a rumour counts as nothing",
    "private": "true hides what happened",
}
_GIVEN: Keys = {
    "by": "you or they",
    "kind": "answer, introduction or favour",
    "what": "what was given",
    "day": "when",
}
_VIEW: Keys = {
    "about": "power, interest, closeness, liking (1 to 5), trust or keeps promises (0 to 1), or an answer "
    "of the trust equation's sheet (1 to 10)",
    "value": "the value",
    "day": "when",
    "fact": "the fact behind it",
    "pale": "true without a fact of the last three months",
}
_LEANING = "mostly you, balanced, mostly them, too few to tell or no record"

KNOWN_PARTS: dict[tuple[str, str], Keys] = {
    ("show", "dated_notes"): {
        "day": "when",
        "words": "the note; null where it is private",
        "private": "true hides the note",
    },
    ("show", "understanding"): {
        "angle": "what they care about, pressure they are under, how they decide, what success looks like, "
        "how they see you, who they listen to, person behind the role or what they fear",
        "state": "fresh, stale, expired or missing",
        "age_days": "days since the newest fact that counts",
        "counted": "how many facts count",
        "facts": "a list, newest first, see below",
    },
    ("show", "understanding.facts"): _FACT,
    ("show", "worth_asking"): {"angle": "the angle", "question": "what to ask"},
    ("show", "trust"): {
        "stage": "early, growing, deep, or from one to another; null: not known yet. There is no score",
        "why": "what it rests on, and why it is as sure or unsure as it is",
        "own_view": "your own view of trust, like those of views",
        "notice": "your rating beside the record, where they are far apart",
        "equation_range": "the range of the trust equation by your newest sheet, as in 6 to 18",
    },
    ("show", "for_and_against"): {
        "speaks": "for, against or neither",
        "words": "the fact; null where it is private",
        "when": "a month, or the span that was counted",
        "private": "true hides the fact",
    },
    ("show", "promises_kept"): {
        "by": "who promised: you or they",
        "words": "how many were kept",
        "likely": "what that lets one expect",
        "kept": "how many were kept in time",
        "counted": "how many say something",
        "evidence": "how many fresh promises they are worth",
        "low": "the lower end of the 90 % interval of the share kept; null while too little is known",
        "high": "its upper end",
        "facts": "every promise that was counted, see below",
    },
    ("show", "promises_kept.facts"): _PROMISE_FACT,
    ("show", "trusted_for"): {
        "dimension": "ability, benevolence or integrity",
        "words": "as in leans positive, thin",
        "evidence": "how many fresh facts they are worth",
        "low": "the lower end of the 90 % interval of the share that speaks for it; null: too little known",
        "high": "its upper end",
        "facts": "the dated facts, newest first, see below",
    },
    ("show", "trusted_for.facts"): _NOTED_FACT,
    ("show", "debriefs"): {"day": "the day", "trust": "up, same or down", "topic": "what it was about"},
    ("show", "reaching_out"): {
        "you": "how many you began",
        "they": "how many they began",
        "leaning": _LEANING,
    },
    ("show", "give_and_take"): {
        "you": "how often you gave",
        "they": "how often they gave",
        "leaning": _LEANING,
        "facts": "a list, newest first, see below",
    },
    ("show", "give_and_take.facts"): _GIVEN,
    ("show", "views"): _VIEW,
    ("show", "mending"): {
        "begun_on": "since when",
        "ended_on": "until when; null while it is open",
        "why": "what is mended",
        "kept": "promises of yours kept in time since; two end it",
    },
    ("show", "depends_on"): {
        "day": "when it was assessed",
        "label": "make-or-break, important or normal",
        "expertise": "0 to 1",
        "time_together": "0 to 1",
        "mutual_benefit": "0 to 1",
        "imbalance": "benefit to you less benefit to them",
        "not_assessed": "a list of what nobody thought about yet",
        "note": "a note",
    },
}
"""A path with a point leads into what stands there."""
KNOWN_OBJECTS = frozenset({"worth_asking", "trust", "reaching_out", "give_and_take", "depends_on"})
"""Those that are no list."""

OBJECTIVITY: Keys = {
    "finding": "what the check says, in one or two sentences",
    "power": "what a check of so many people can find; null where it was not computed",
    "people_counted": "how many people it compares",
    "close": "how many of them you marked as close",
    "difference": "how much higher you rate people you are close to, beyond their record; null: too few",
    "chance": "how often chance alone makes such a difference",
    "largest": "the three people with the largest gaps, see below",
    "underrated": "people rated much lower than their record, see below",
}
RATED: Keys = {
    "person": "the name",
    "rating": "how sure you are that the person keeps promises, 0 to 1",
    "record": "what the promises let one expect, 0 to 1",
    "kept": "promises kept in time",
    "counted": "promises that say something",
    "close": "whether you marked the person as close; null where you did not say",
    "noticed": "true where the gap is worth a thought",
}
