"""What the middle of a person's page tells: plans, today, and the past, newest first. No Qt in here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.domain import words
from planner.domain.channels import Channel, ReachedOut
from planner.domain.names import first_name
from planner.queries.person import PersonPage, Planned, Promise, Talk

PRIVATE = "Private note, opens with Enter"


class Mark(StrEnum):
    """What a row is, and so how its mark on the line looks."""

    TODAY = "today"
    EMPTY = "empty"
    PLAN = "plan"
    ASK = "ask"
    TALK = "talk"
    KEPT = "kept"
    LATE = "late"
    ENDED = "ended"
    OPEN = "open"


class Tab(StrEnum):
    """What of it is shown."""

    EVERYTHING = "everything"
    CONVERSATIONS = "conversations"
    COMMITMENTS = "commitments"


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamRow:
    """One row. `hidden` is text that is shown only while the row is open: private notes.

    Ids are 0 where the row is not about a plan, conversation or commitment.
    """

    mark: Mark
    day: date | None = None
    when: str = ""
    title: str = ""
    body: str = ""
    hidden: str = ""
    channel: Channel | None = None
    plan_id: int = 0
    conversation_id: int = 0
    commitment_id: int = 0

    @property
    def key(self) -> tuple[int, int, int]:
        """What the row is about, the same after a change."""
        return self.plan_id, self.conversation_id, self.commitment_id

    @property
    def spoken(self) -> str:
        """The row for assistive technology; never what is private."""
        if self.mark in (Mark.TODAY, Mark.EMPTY):
            return self.title
        kind = {Mark.PLAN: "planned, ", Mark.ASK: "planned, not answered, "}.get(self.mark, "")
        channel = f"{self.channel}: " if self.channel else ""
        private = f", {PRIVATE.lower()}" if self.hidden else ""
        body = f". {self.body}" if self.body else ""
        return f"{self.when}, {kind}{channel}{self.title}{body}{private}"


def rows_of(page: PersonPage, tab: Tab, today: date) -> tuple[StreamRow, ...]:
    """The rows of a tab, newest first."""
    if tab is Tab.COMMITMENTS:
        return _commitments(page, today)
    talks = [talk_row(each, page, today) for each in page.talks]
    if tab is Tab.CONVERSATIONS:
        return tuple(talks) or (_empty("No conversation yet. L logs the first one."),)
    plans = [plan_row(each, page, today) for each in reversed(page.plans)]
    ended = [promise_row(each, page, today) for each in page.promises if each.outcome]
    ahead = [row for row in plans if row.mark is Mark.PLAN]
    past = [*(row for row in plans if row.mark is Mark.ASK), *talks, *ended]
    line = StreamRow(mark=Mark.TODAY, day=today, when="Today", title="Today")
    return (*_newest(ahead), line, *(_newest(past) or [_empty(_nothing_yet(page))]))


def plan_row(plan: Planned, page: PersonPage, today: date) -> StreamRow:
    """An open plan: what for, then when and where. One in the past asks whether it took place."""
    asks = plan.day < today
    title = plan.purpose.rstrip(".") or _noun(plan.channel)
    starts = f"{plan.starts:%H:%M}" if plan.starts else "Time still open"
    facts = [starts, words.length(plan.minutes), plan.place, _with(plan.others)]
    return StreamRow(
        mark=Mark.ASK if asks else Mark.PLAN,
        day=plan.day,
        when=words.day_words(plan.day, today),
        title=f"Did you talk? {title}" if asks else title,
        body=", ".join(each for each in facts if each),
        channel=plan.channel,
        plan_id=plan.id,
    )


def talk_row(talk: Talk, page: PersonPage, today: date) -> StreamRow:
    """A conversation: what about, where, how long and who began; then the notes."""
    topic = "" if talk.private else talk.topic.rstrip(".")
    length = words.length(talk.minutes) if talk.minutes else ""
    facts = [topic or _noun(talk.channel), talk.place, length, _began(talk, page), _with(talk.others)]
    notes = "\n".join(each for each in (talk.topic if talk.private else "", talk.notes) if each)
    return StreamRow(
        mark=Mark.TALK,
        day=talk.day,
        when=words.short_day(talk.day, today),
        title=", ".join(each for each in facts if each),
        body="" if talk.private else notes,
        hidden=notes if talk.private else "",
        channel=talk.channel,
        conversation_id=talk.id,
    )


def promise_row(promise: Promise, page: PersonPage, today: date) -> StreamRow:
    """A commitment that ended: how, and what it was."""
    mark = {"kept": Mark.KEPT, "kept late": Mark.LATE, "broken": Mark.LATE}.get(
        promise.outcome or "", Mark.ENDED
    )
    day = promise.closed_on or promise.made_on
    return StreamRow(
        mark=mark,
        day=day,
        when=words.short_day(day, today),
        title=outcome_words(promise, first_name(page.standing.name)),
        body=promise.what,
        commitment_id=promise.id,
    )


def outcome_words(promise: Promise, called: str) -> str:
    """How a commitment ended, without blame: 'You kept a promise, three days early'."""
    if promise.outcome == "kept":
        return f"{'You' if promise.yours else called} kept a promise{_early(promise)}"
    if promise.outcome == "kept late":
        slipped = f" by {_apart(-_days_early(promise))}" if _days_early(promise) < 0 else ""
        return f"{'A promise' if promise.yours else f'A promise of {called}'} slipped{slipped}"
    if promise.outcome == "broken":
        return "A promise of yours was not kept" if promise.yours else f"A promise of {called} was not kept"
    if promise.outcome == "released":
        return (
            f"{called} released you from a promise"
            if promise.yours
            else f"You released {called} from a promise"
        )
    return "You agreed on something else" if promise.yours else f"{called} agreed on something else"


def _commitments(page: PersonPage, today: date) -> tuple[StreamRow, ...]:
    open_rows = [_open_row(each, page, today) for each in page.promises if each.outcome is None]
    ended = [promise_row(each, page, today) for each in page.promises if each.outcome]
    return (*open_rows, *_newest(ended)) or (
        _empty("No promises in either direction yet. C notes the first one."),
    )


def _open_row(promise: Promise, page: PersonPage, today: date) -> StreamRow:
    called = first_name(page.standing.name)
    whose = f"You promised {called}" if promise.yours else f"{called} promised you"
    return StreamRow(
        mark=Mark.OPEN,
        day=promise.due_on or promise.made_on,
        when=words.short_day(promise.due_on, today) if promise.due_on else "Open",
        title=promise.what,
        body=f"{whose}. {due_words(promise, today)}.",
        commitment_id=promise.id,
    )


def due_words(promise: Promise, today: date) -> str:
    """'Due Wed 16 Sep', '3 days overdue, was due 12 Sep', or since when without a day."""
    if promise.due_on is None:
        return f"Since {words.short_day(promise.made_on, today)}, no date given"
    late = (today - promise.due_on).days
    if late > 0:
        return f"{words.count(late, 'day')} overdue, was due {words.short_day(promise.due_on, today)}"
    return f"Due {words.day_words(promise.due_on, today)}"


def they_word(page: PersonPage) -> str:
    """'she', 'he', or the first name where the pronouns are not known."""
    pronouns = page.pronouns.casefold()
    if pronouns.startswith("she"):
        return "she"
    return "he" if pronouns.startswith("he") else first_name(page.standing.name)


def _began(talk: Talk, page: PersonPage) -> str:
    if talk.reached_out is not ReachedOut.THEY:
        return ""
    verb = {Channel.CALL: "rang you", Channel.VIDEO: "called you", Channel.MESSAGE: "wrote"}
    return f"{they_word(page)} {verb.get(talk.channel, 'reached out')}"


def _with(others: tuple[tuple[int, str], ...]) -> str:
    if not others:
        return ""
    more = len(others) - 2
    names = [first_name(name) for _, name in others[:2]]
    if more > 0:
        return f"with {', '.join(names)} and {words.count(more, 'other')}"
    return f"with {' and '.join(names)}"


def _noun(channel: Channel) -> str:
    return {
        Channel.IN_PERSON: "Conversation",
        Channel.CALL: "Call",
        Channel.VIDEO: "Video call",
        Channel.MESSAGE: "Message",
        Channel.EVENT: "Event",
    }[channel]


def _days_early(promise: Promise) -> int:
    if promise.due_on is None or promise.closed_on is None:
        return 0
    return (promise.due_on - promise.closed_on).days


def _early(promise: Promise) -> str:
    days = _days_early(promise)
    return f", {_apart(days)} early" if days > 0 else ""


def _apart(days: int) -> str:
    return f"{words.small(days)} {'day' if days == 1 else 'days'}"


def _newest(rows: Iterable[StreamRow]) -> list[StreamRow]:
    return sorted(rows, key=lambda row: row.day or date.min, reverse=True)


def _empty(sentence: str) -> StreamRow:
    return StreamRow(mark=Mark.EMPTY, title=sentence)


def _nothing_yet(page: PersonPage) -> str:
    called = first_name(page.standing.name)
    return f"You and {called} have not spoken yet, as far as this library knows. L logs a conversation."
