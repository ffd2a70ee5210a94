"""`rapport show`: one person on one page of text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

from planner.cli import shapes
from planner.cli.call import Call
from planner.cli.known_shapes import known_about, known_shape
from planner.cli.plain import shown
from planner.cli.rest_shapes import rest_shape
from planner.cli.show_known import section, tell_known
from planner.domain import words
from planner.domain.rhythm import State
from planner.queries.notes import DatedNote
from planner.queries.people import person_called
from planner.queries.person import PersonPage, Planned, Promise, Talk, person_page
from planner.queries.person_rest import OnInitiative, person_rest
from planner.queries.standing import last_words

_TALKS_SHOWN = 12


def show(call: Call) -> int:
    """One person."""
    with call.opened() as library:
        person = person_called(library, " ".join(call.options.person))
        page = person_page(library, person.id, call.today)
        known = known_about(library, person.id, call.today)
        rest = person_rest(library, person.id)
    if call.json:
        shapes.print_json(shapes.page_shape(page, call.today) | known_shape(known) | rest_shape(rest))
        return 0
    for line in _head(page, call.today):
        print(line)
    section("How to reach", [(each.label or each.kind, each.value) for each in page.points])
    section("Plans", [_plan(each, call.today) for each in page.plans])
    section("Promises", [_promise(each, call.today) for each in page.promises])
    talks = page.talks[:_TALKS_SHOWN]
    tell_known(known)
    section("Initiatives", [_stand(each) for each in rest.initiatives if not each.archived])
    section("Away", [_away(each, call.today) for each in rest.days_away])
    section("Connections", [(each.name, each.how) for each in page.connections])
    section("Notes", [_note(each, call.today) for each in page.dated_notes])
    section(_talks_title(page, len(talks)), [_talk(each, call.today) for each in talks])
    return 0


def _head(page: PersonPage, today: date) -> Iterator[str]:
    standing = page.standing
    yield shown(f"{standing.name} ({page.pronouns})" if page.pronouns else standing.name)
    known = filter(None, (standing.role, standing.organisation, standing.layer, standing.city))
    if line := ", ".join(known):
        yield shown(line)
    rhythm = words.rhythm_words(standing.rhythm_days) if standing.rhythm_days else "No rhythm"
    if standing.state is State.NO_RHYTHM:
        rhythm = ""
    yield shown(". ".join(filter(None, (standing.state_words, rhythm, last_words(standing, today)))) + ".")
    for extra in (standing.reason, page.as_a_person, page.likes_to_talk, page.notes):
        if extra:
            yield shown(extra)


def _plan(plan: Planned, today: date) -> tuple[str, ...]:
    return (
        words.day_words(plan.day, today),
        _time(plan.starts, "time open"),
        words.length(plan.minutes),
        plan.channel.value,
        _what(plan.purpose, plan.place, plan.others),
    )


def _promise(promise: Promise, today: date) -> tuple[str, ...]:
    due = f"by {words.day_words(promise.due_on, today)}" if promise.due_on else "no day given"
    return "You" if promise.yours else "They", due, _outcome(promise, today), promise.what


def _outcome(promise: Promise, today: date) -> str:
    if promise.outcome:
        return promise.outcome
    return "overdue" if promise.due_on and promise.due_on < today else "open"


def _stand(found: OnInitiative) -> tuple[str, str, str]:
    hoped = f"hoped for: {found.hoped.value}" if found.hoped and found.hoped is not found.now else ""
    return found.initiative, found.now.value if found.now else "not known yet", hoped or found.reason


def _away(days: tuple[date, date | None, str], today: date) -> tuple[str, str]:
    first, last, note = days
    until = words.day_words(last, today) if last else "further notice"
    return f"{words.day_words(first, today)} until {until}", note


def _note(note: DatedNote, today: date) -> tuple[str, str]:
    return words.day_words(note.on, today), "private" if note.private else note.words


def _talks_title(page: PersonPage, shown_here: int) -> str:
    if shown_here == len(page.talks):
        return "Conversations"
    return f"Conversations, the newest {shown_here} of {len(page.talks)}"


def _talk(talk: Talk, today: date) -> tuple[str, ...]:
    said = "private" if talk.private else ": ".join(filter(None, (talk.topic, talk.notes)))
    return (
        words.day_words(talk.day, today),
        _time(talk.starts, ""),
        "" if talk.minutes is None else words.length(talk.minutes),
        talk.channel.value,
        _what(said, "" if talk.private else talk.place, talk.others),
    )


def _time(starts: time | None, otherwise: str) -> str:
    return otherwise if starts is None else f"{starts:%H:%M}"


def _what(said: str, place: str, others: tuple[tuple[int, str], ...]) -> str:
    with_others = f"with {', '.join(name for _, name in others)}" if others else ""
    return "; ".join(filter(None, (said, place, with_others)))
