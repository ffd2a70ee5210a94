"""What the middle of a person's page tells: plans, today, and the past, newest first. No Qt in here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, tzinfo
from enum import StrEnum
from itertools import groupby

from planner.domain import words
from planner.domain.debrief import TrustMark
from planner.domain.names import first_name
from planner.queries.favours import Given
from planner.queries.notes import DatedNote
from planner.queries.person import PersonPage, Planned, Promise, Talk
from planner.queries.person_history import PersonHistory, PersonStep
from planner.queries.understanding import Learned
from planner.ui.person.stream_folding import Extras, Folded, fold
from planner.ui.person.stream_row import About, Mark, Sign, StreamRow
from planner.ui.person.stream_words import (
    due_words,
    given_words,
    noun,
    outcome_words,
    promise_body,
    promised_words,
    talk_title,
    with_others,
)

_BRIEF = Sign("note", "Brief is ready", "its brief is ready", accent=True)


class Tab(StrEnum):
    """What of it is shown."""

    EVERYTHING = "everything"
    CONVERSATIONS = "conversations"
    COMMITMENTS = "commitments"
    NOTES = "notes"
    HISTORY = "history"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the stream is made from. `since` None shows everything there ever was.

    `history` is asked for only where it is shown; its times are told in `zone`. `marks` say by conversation
    what it did to trust, where a debrief said so.
    """

    page: PersonPage
    today: date
    learned: tuple[Learned, ...] = ()
    given: tuple[Given, ...] = ()
    since: date | None = None
    marks: Mapping[int, TrustMark] = field(default_factory=dict)
    history: PersonHistory | None = None
    zone: tzinfo = UTC


def rows_of(told: Told, tab: Tab) -> tuple[StreamRow, ...]:
    """The rows of a tab, newest first."""
    ways = {
        Tab.EVERYTHING: _everything,
        Tab.CONVERSATIONS: _conversations,
        Tab.COMMITMENTS: _commitments,
        Tab.NOTES: _notes,
        Tab.HISTORY: _steps,
    }
    return ways[tab](told)


def _everything(told: Told) -> tuple[StreamRow, ...]:
    page, today = told.page, told.today
    extras = Extras(made=page.promises, learned=told.learned, given=told.given, notes=page.dated_notes)
    folded, alone = fold(page.talks, extras)
    ahead = [each for each in page.plans if each.day >= today]
    plans = [plan_row(each, told, next_one=each in ahead[:1]) for each in reversed(page.plans)]
    past = [
        *(row for row in plans if row.mark is Mark.ASK),
        *(talk_row(each, told, folded.get(each.id)) for each in page.talks),
        *(promise_row(each, told) for each in page.promises if each.outcome),
        *(note_row(each, told) for each in alone.notes),
        *(_made_row(each, told) for each in alone.made),
        *_by_day([(each.on, _learned_row(each, told)) for each in alone.learned]),
        *_by_day([(each.on, _given_row(each, told)) for each in alone.given]),
    ]
    shown = _newest(row for row in past if not told.since or (row.day or today) >= told.since)
    older = len(past) - len(shown) + len(page.contacts) - len(page.talks)
    line = StreamRow(mark=Mark.TODAY, day=today, when="Today", title="Today")
    below = shown or ([] if older > 0 else [_empty(_nothing_yet(page))])
    return (*_newest(row for row in plans if row.mark is Mark.PLAN), line, *below, *_older(older))


def _conversations(told: Told) -> tuple[StreamRow, ...]:
    talks = [talk_row(each, told) for each in told.page.talks]
    older = _older(len(told.page.contacts) - len(talks))
    return (*talks, *older) or (_empty("No conversation yet. L logs the first one."),)


def _commitments(told: Told) -> tuple[StreamRow, ...]:
    page = told.page
    open_rows = [_open_row(each, told) for each in page.promises if each.outcome is None]
    ended = [promise_row(each, told) for each in page.promises if each.outcome]
    return (*open_rows, *_newest(ended)) or (
        _empty("No promises in either direction yet. C notes the first one."),
    )


def _notes(told: Told) -> tuple[StreamRow, ...]:
    called = first_name(told.page.standing.name)
    return tuple(note_row(each, told) for each in told.page.dated_notes) or (
        _empty(f"No note about {called} yet."),
    )


def _steps(told: Told) -> tuple[StreamRow, ...]:
    history = told.history or PersonHistory(steps=(), older=None)
    rows = [_step_row(each, told) for each in history.steps]
    if history.older is not None:
        rows.append(StreamRow(mark=Mark.OLDER, title="Older changes. Enter shows them."))
    return tuple(rows) or (_empty("Nothing has been changed here since the library began."),)


def plan_row(plan: Planned, told: Told, *, next_one: bool = False) -> StreamRow:
    """An open plan: what for, then when and where. One in the past asks whether it took place.

    The next one says that its brief is ready.
    """
    asks = plan.day < told.today
    title = plan.purpose.rstrip(".") or noun(plan.channel)
    starts = f"{plan.starts:%H:%M}" if plan.starts else "Time still open"
    facts = [starts, words.length(plan.minutes), plan.place, with_others(plan.others)]
    trip = (Sign("trips", f"{plan.trip} trip", f"on the trip to {plan.trip}"),) if plan.trip else ()
    return StreamRow(
        mark=Mark.ASK if asks else Mark.PLAN,
        about=About("plan", plan.id),
        day=plan.day,
        when=words.day_words(plan.day, told.today),
        title=f"Did you talk? {title}" if asks else title,
        body=", ".join(each for each in facts if each),
        channel=plan.channel,
        signs=(*trip, *((_BRIEF,) if next_one else ())),
    )


def talk_row(talk: Talk, told: Told, folded: Folded | None = None) -> StreamRow:
    """A conversation: what about, where, how long and who began; then the notes, and what came with it."""
    extra = folded or Folded()
    own = "\n".join(each for each in (talk.topic if talk.private else "", talk.notes) if each)
    body = ["" if talk.private else own, *extra.body()]
    more = [own if talk.private else "", *extra.more(told.page)]
    return StreamRow(
        mark=Mark.TALK,
        about=About("talk", talk.id),
        day=talk.day,
        when=words.short_day(talk.day, told.today),
        title=talk_title(talk, told.page),
        body="\n".join(each for each in body if each),
        more="\n".join(each for each in more if each),
        private=extra.is_private or bool(talk.private and own),
        channel=talk.channel,
        signs=(*_trust(told.marks.get(talk.id)), *extra.signs()),
    )


def _trust(mark: TrustMark | None) -> tuple[Sign, ...]:
    """What a debrief said of trust; that it stayed the same needs no sign."""
    if mark is TrustMark.UP:
        return (Sign("up", "Trust", "trust went up"),)
    return (Sign("down", "Trust", "trust went down"),) if mark is TrustMark.DOWN else ()


def promise_row(promise: Promise, told: Told) -> StreamRow:
    """A commitment that ended: how, and what it was."""
    mark = {"kept": Mark.KEPT, "kept late": Mark.LATE, "broken": Mark.LATE}.get(
        promise.outcome or "", Mark.ENDED
    )
    day = promise.closed_on or promise.made_on
    return StreamRow(
        mark=mark,
        about=About("promise", promise.id),
        day=day,
        when=words.short_day(day, told.today),
        title=outcome_words(promise, first_name(told.page.standing.name)),
        body=promise_body(promise),
        ended=True,
    )


def _open_row(promise: Promise, told: Told) -> StreamRow:
    called = first_name(told.page.standing.name)
    whose = f"You promised {called}" if promise.yours else f"{called} promised you"
    note = f" {promise.note[:1].upper()}{promise.note[1:]}." if promise.note else ""
    return StreamRow(
        mark=Mark.OPEN,
        about=About("promise", promise.id),
        day=promise.due_on or promise.made_on,
        when=words.short_day(promise.due_on, told.today) if promise.due_on else "Open",
        title=promise.what,
        body=f"{whose}. {due_words(promise, told.today)}.{note}",
    )


def note_row(note: DatedNote, told: Told) -> StreamRow:
    """A dated note; a private one keeps its words to itself."""
    return StreamRow(
        mark=Mark.NOTE,
        about=About("note", note.id),
        day=note.on,
        when=words.short_day(note.on, told.today),
        title="Note",
        body="" if note.private else note.words,
        more=note.words if note.private else "",
        private=note.private,
    )


def _made_row(promise: Promise, told: Told) -> StreamRow:
    return StreamRow(
        mark=Mark.MADE,
        about=About("promise made", promise.id),
        day=promise.made_on,
        when=words.short_day(promise.made_on, told.today),
        title=promised_words(promise, told.page),
        ended=promise.outcome is not None,
    )


def _learned_row(fact: Learned, told: Told) -> StreamRow:
    said = f"Learned: {fact.learned}"
    return StreamRow(
        mark=Mark.LEARNED,
        about=About("learned", fact.id),
        day=fact.on,
        when=words.short_day(fact.on, told.today),
        title="Learned something private" if fact.private else said,
        more=said,
        private=fact.private,
    )


def _given_row(given: Given, told: Told) -> StreamRow:
    said = given_words(given, told.page)
    return StreamRow(
        mark=Mark.GIVEN,
        about=About("given", given.id),
        day=given.on,
        when=words.short_day(given.on, told.today),
        title=said,
        more=said,
    )


def _by_day(rows: Sequence[tuple[date, StreamRow]]) -> list[StreamRow]:
    """Quiet rows of one kind and day as one: the first, how many more, and all of them when it is opened."""
    found = []
    for _, group in groupby(rows, key=lambda pair: pair[0]):
        day_rows = [row for _, row in group]
        first = next((row for row in day_rows if not row.private), day_rows[0])
        others = len(day_rows) - 1
        found.append(
            StreamRow(
                mark=first.mark,
                about=first.about,
                day=first.day,
                when=first.when,
                title=f"{first.title.rstrip('.')}, and {words.small(others)} more" if others else first.title,
                more="\n".join(row.more for row in day_rows) if others or first.private else "",
                private=any(row.private for row in day_rows),
            )
        )
    return found


def _step_row(step: PersonStep, told: Told) -> StreamRow:
    at = step.at.astimezone(told.zone)
    when = f"{at:%H:%M}" if at.date() == told.today else words.short_day(at.date(), told.today)
    return StreamRow(
        mark=Mark.STEP,
        about=About("step", step.id),
        day=at.date(),
        when=when,
        title=step.label,
        body="\n".join(step.lines),
    )


def _older(count: int) -> list[StreamRow]:
    if count <= 0:
        return []
    return [StreamRow(mark=Mark.OLDER, title=f"And {count:,} older. Enter shows them.")]


def _newest(rows: Iterable[StreamRow]) -> list[StreamRow]:
    return sorted(rows, key=lambda row: row.day or date.min, reverse=True)


def _empty(sentence: str) -> StreamRow:
    return StreamRow(mark=Mark.EMPTY, title=sentence)


def _nothing_yet(page: PersonPage) -> str:
    called = first_name(page.standing.name)
    return f"You and {called} have not spoken yet, as far as this library knows. L logs a conversation."
