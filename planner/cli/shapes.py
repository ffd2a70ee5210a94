"""The shapes of the JSON answers. What is not known is null; days are 'YYYY-MM-DD', times 'HH:MM'."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planner.actions.imports.files import FileProblem, Imported
    from planner.actions.suggest_proposal import Proposal
    from planner.library.door import Step
    from planner.queries.commitments import Listed
    from planner.queries.connections import Connected
    from planner.queries.person import PersonPage, Planned, Promise, Talk
    from planner.queries.standing import Standing

Shape = dict[str, Any]

_CONTROLS = re.compile("[\x7f-\x9f]")


def print_json(value: Any) -> None:
    """Print a value as JSON in UTF-8, without a control character that a terminal would obey."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    print(_CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def today_shape(standing: Standing, today: date) -> Shape:
    """One person of `today --json`."""
    return {
        "person": standing.name,
        "layer": standing.layer or None,
        "state": standing.state.value,
        "days_since": standing.days_since,
        "rhythm_days": standing.rhythm_days,
        "share_of_rhythm": None if standing.share is None else round(standing.share, 3),
        "reason": standing.reason or None,
        "commitments_overdue": standing.overdue_commitments(today),
    }


def person_shape(standing: Standing, today: date) -> Shape:
    """One person of `people --json`."""
    return {
        **today_shape(standing, today),
        "role": standing.role or None,
        "organisation": standing.organisation or None,
        "city": standing.city or None,
        "last_conversation": _day(standing.last_day),
        "next_plan": _day(standing.next_plan.day) if standing.next_plan else None,
        "commitments_open": len(standing.commitments),
    }


def page_shape(page: PersonPage, today: date) -> Shape:
    """The answer of `show --json`."""
    return {
        **person_shape(page.standing, today),
        "pronouns": page.pronouns or None,
        "languages": page.languages or None,
        "time_zone": page.zone or None,
        "birthday": page.birthday,
        "likes_to_talk": page.likes_to_talk or None,
        "as_a_person": page.as_a_person or None,
        "notes": page.notes or None,
        "tags": list(page.tags),
        "resting_until": _day(page.resting_until),
        "archived": page.archived,
        "contact_points": [
            {"kind": point.kind, "label": point.label or None, "value": point.value} for point in page.points
        ],
        "plans": [_plan(plan) for plan in page.plans],
        "conversations": [_conversation(talk) for talk in page.talks],
        "commitments": [_commitment(promise) for promise in page.promises],
        "connections": [_connection(each) for each in page.connections],
        "dated_notes": [
            {"day": _day(each.on), "words": None if each.private else each.words, "private": each.private}
            for each in page.dated_notes
        ],
    }


def _plan(plan: Planned) -> Shape:
    return {
        "day": _day(plan.day),
        "starts": f"{plan.starts:%H:%M}" if plan.starts else None,
        "minutes": plan.minutes,
        "channel": plan.channel.value,
        "purpose": plan.purpose or None,
        "place": plan.place or None,
        "others": _names(plan.others),
    }


def _conversation(talk: Talk) -> Shape:
    """What is private stays in the library: its topic, notes and place read null."""
    return {
        "day": _day(talk.day),
        "starts": f"{talk.starts:%H:%M}" if talk.starts else None,
        "minutes": talk.minutes,
        "channel": talk.channel.value,
        "reached_out": talk.reached_out.value if talk.reached_out else None,
        "private": talk.private,
        "topic": None if talk.private else talk.topic or None,
        "notes": None if talk.private else talk.notes or None,
        "place": None if talk.private else talk.place or None,
        "others": _names(talk.others),
    }


def _connection(connected: Connected) -> Shape:
    return {
        "person": connected.name,
        "how": connected.how or None,
        "kind": connected.kind,
        "directed": connected.directed,
        "outwards": connected.outwards,
        "closeness": connected.closeness,
        "since": connected.since,
    }


def _commitment(promise: Promise | Listed) -> Shape:
    return {
        "by": "you" if promise.yours else "they",
        "what": promise.what,
        "note": promise.note or None,
        "size": promise.size.value,
        "made_on": _day(promise.made_on),
        "due_on": _day(promise.due_on),
        "moved_from": _day(promise.moved_from),
        "outcome": promise.outcome,
        "closed_on": _day(promise.closed_on),
    }


def listed_shape(promise: Listed) -> Shape:
    """One promise of `promises --json`."""
    return {"person": promise.name, **_commitment(promise), "when": promise.when.value}


def step_shape(step: Step, changed: Iterable[str] = ()) -> Shape:
    """One step of `history --json`, with what it changed of the person asked for."""
    return {
        "step": step.id,
        "when": step.at.isoformat(timespec="seconds").replace("+00:00", "Z"),
        "label": step.label,
        "state": step.state,
        "rows": step.rows,
        "changed": list(changed),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _names(people: Iterable[tuple[int, str]]) -> list[str]:
    return [name for _, name in people]


def suggestion_shape(proposal: Proposal) -> Shape:
    """The answer of `plan-week --json`."""
    return {
        "picks": [
            {
                "person": each.name,
                "day": _day(each.day),
                "at": f"{each.starts:%H:%M}" if each.starts else None,
                "minutes": each.minutes,
                "channel": each.channel.value,
                "reason": each.sentence,
            }
            for each in proposal.chosen
        ],
        "left_out": [{"person": each.name, "why": each.reason} for each in proposal.left_out],
        "gap": round(proposal.gap, 4),
    }


def import_shape(imported: Imported, problems: Iterable[FileProblem]) -> Shape:
    """The answer of `import --json`."""
    return {
        "people_added": imported.people_added,
        "people_changed": imported.people_changed,
        "people_unchanged": imported.people_unchanged,
        "conversations_added": imported.conversations_added,
        "messages_added": imported.messages_added,
        "plans_added": imported.plans_added,
        "busy_added": imported.busy_added,
        "problems": [
            {"file": each.file, "line": each.line or None, "words": each.words} for each in problems
        ],
    }
