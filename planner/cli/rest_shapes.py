"""The shape of what else is kept of a person, for `show --json`, and what its keys mean."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planner.queries.person_rest import PersonRest

Keys = dict[str, str]

REST: Keys = {
    "name_parts": "what the name is made of, see below",
    "in_library_since": "the day the person was added",
    "resting_from": "the day from which the rhythm rests",
    "has_photo": "true where there is a picture",
    "not_to_contact": "true for somebody who asked not to be contacted",
    "initiatives": "where the person stands on initiatives, see below",
    "days_away": "when the person is away, see below",
    "attempts": "tries to talk that came to nothing, newest first, see below",
}
REST_PARTS: dict[tuple[str, str], Keys] = {
    ("show", "name_parts"): {
        "given_name": "given name",
        "additional_names": "further given names",
        "family_name": "family name",
        "prefix": "what stands before the name",
        "suffix": "what stands after it",
        "nickname": "nicknames, with commas between",
    },
    ("show", "initiatives"): {
        "initiative": "its name",
        "archived": "true for one that is over",
        "now": "unaware, resistant, neutral, supportive or leading",
        "hoped": "the same, as you hope",
        "day": "since when you think so",
        "reason": "why you think so",
    },
    ("show", "days_away"): {
        "first_day": "the first day",
        "last_day": "the last day; null until further notice",
        "note": "a note",
    },
    ("show", "attempts"): {
        "day": "when",
        "channel": "in person, call, video, message or event",
        "kind": "unanswered, cancelled or no show",
    },
}
REST_OBJECTS = frozenset({"name_parts"})
"""Those that are no list."""


def rest_shape(rest: PersonRest) -> dict[str, Any]:
    """The part of `show --json` that has no other place."""
    return {
        "name_parts": {key: part or None for key, part in rest.name_parts.items()},
        "in_library_since": rest.created_on.isoformat(),
        "resting_from": _day(rest.resting_from),
        "has_photo": rest.has_photo,
        "not_to_contact": rest.not_to_contact,
        "initiatives": [
            {
                "initiative": each.initiative,
                "archived": each.archived,
                "now": each.now.value if each.now else None,
                "hoped": each.hoped.value if each.hoped else None,
                "day": _day(each.on),
                "reason": each.reason or None,
            }
            for each in rest.initiatives
        ],
        "days_away": [
            {"first_day": first.isoformat(), "last_day": _day(last), "note": note or None}
            for first, last, note in rest.days_away
        ],
        "attempts": [
            {"day": each.on.isoformat(), "channel": each.channel.value, "kind": each.kind}
            for each in rest.attempts
        ],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
