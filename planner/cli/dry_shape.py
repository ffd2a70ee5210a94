"""The answer of `import --dry-run --json`."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from planner.actions.imports.dry import DryRun
from planner.actions.imports.events import Fate
from planner.actions.imports.files import FileProblem, PersonReview, Stranger
from planner.actions.imports.times import in_utc
from planner.cli.shapes import Shape
from planner.exchange.drafts import EventDraft, PointKind
from planner.exchange.mail.messages import MessageDraft


def dry_run_shape(found: DryRun) -> Shape:
    """Everything in the files, as it would be saved."""
    return {
        "people": [*map(_person, found.people), *map(_stranger, found.strangers)],
        "events": [_event(fate, people) for fate, people in found.events],
        "messages": [_message(message) for message in found.messages],
        "problems": [_problem(problem) for problem in found.problems],
    }


def _person(review: PersonReview) -> Shape:
    draft = review.draft
    return {
        "name": draft.name,
        "organisation": draft.organisation or None,
        "role": draft.role or draft.department or None,
        "emails": [point.value for point in review.points.values() if point.kind is PointKind.EMAIL],
        "phones": [point.value for point in review.points.values() if point.kind is PointKind.PHONE],
        "birthday": draft.birthday,
        "source": f"{review.file}, line {draft.line}" if draft.line else review.file,
    }


def _stranger(stranger: Stranger) -> Shape:
    return {
        "name": stranger.name,
        "organisation": None,
        "role": None,
        "emails": [stranger.email] if stranger.email else [],
        "phones": [],
        "birthday": None,
        "source": "mail",
    }


def _event(fate: Fate, people: tuple[str, ...]) -> Shape:
    draft = fate.event.draft
    return {
        "title": draft.title,
        "starts": draft.starts.isoformat() if draft.starts else draft.day.isoformat(),
        "ends": _end(draft),
        "people": list(people),
        "kind": fate.becomes.value,
    }


def _end(draft: EventDraft) -> str:
    """The moment, or the last day of an all-day event."""
    if draft.starts is None:
        return (draft.day + timedelta(days=draft.days - 1)).isoformat()
    zone = draft.starts.tzinfo
    end = draft.starts.astimezone(UTC) + timedelta(minutes=draft.minutes or 0)
    return end.astimezone(zone).isoformat()


def _message(message: MessageDraft) -> Shape:
    return {
        "from": message.sender.email,
        "to": [box.email for box in (*message.to, *message.copied)],
        "at": in_utc(datetime.fromtimestamp(message.sent, UTC)),
        "subject": message.subject,
    }


def _problem(problem: FileProblem) -> Shape:
    return {"file": problem.file, "line": problem.line or None, "text": problem.words}
