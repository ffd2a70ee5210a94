"""The words of a person's stream: how a conversation, a promise, a plan is said in a line. No Qt in here."""

from __future__ import annotations

from datetime import date

from planner.domain import words
from planner.domain.channels import Channel, ReachedOut
from planner.domain.commitments import By
from planner.domain.names import first_name, who
from planner.domain.reciprocity import FavourKind
from planner.queries.favours import Given
from planner.queries.person import PersonPage, Promise, Talk

_GAVE = {
    FavourKind.ANSWER: "gave an answer",
    FavourKind.INTRODUCTION: "made an introduction",
    FavourKind.FAVOUR: "did a favour",
}


def they_word(page: PersonPage) -> str:
    """'she', 'he', or the first name where the pronouns are not known."""
    return who(page.standing.name, page.pronouns)


def subject(by: By, page: PersonPage) -> str:
    """'You', 'She', 'Luca': who did something, at the beginning of a sentence."""
    they = they_word(page)
    return "You" if by is By.YOU else f"{they[:1].upper()}{they[1:]}"


def noun(channel: Channel) -> str:
    """'Call', 'Message': a conversation without a topic."""
    return {
        Channel.IN_PERSON: "Conversation",
        Channel.CALL: "Call",
        Channel.VIDEO: "Video call",
        Channel.MESSAGE: "Message",
        Channel.EVENT: "Event",
    }[channel]


def talk_title(talk: Talk, page: PersonPage) -> str:
    """'Lunch, Rotterdam, 1 h 15, she rang you, with Luca'; nothing of what is private."""
    topic = "" if talk.private else talk.topic.rstrip(".")
    length = words.length(talk.minutes) if talk.minutes else ""
    facts = [topic or noun(talk.channel), talk.place, length, _began(talk, page), with_others(talk.others)]
    return ", ".join(each for each in facts if each)


def _began(talk: Talk, page: PersonPage) -> str:
    if talk.reached_out is not ReachedOut.THEY:
        return ""
    verb = {Channel.CALL: "rang you", Channel.VIDEO: "called you", Channel.MESSAGE: "wrote"}
    return f"{they_word(page)} {verb.get(talk.channel, 'reached out')}"


def with_others(others: tuple[tuple[int, str], ...]) -> str:
    """'with Ana and Luca', 'with Ana, Luca and 3 others', or ''."""
    if not others:
        return ""
    more = len(others) - 2
    names = [first_name(name) for _, name in others[:2]]
    if more > 0:
        return f"with {', '.join(names)} and {words.count(more, 'other')}"
    return f"with {' and '.join(names)}"


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


def promise_body(promise: Promise) -> str:
    """What was promised, and the note on it: 'The June board paper. She thanked you for saying so.'"""
    if not promise.note:
        return promise.what
    note = promise.note[:1].upper() + promise.note[1:]
    return f"{promise.what.rstrip('.')}. {note}"


def due_words(promise: Promise, today: date) -> str:
    """'Due Wed 16 Sep', '3 days overdue, was due 12 Sep', or since when without a day."""
    if promise.due_on is None:
        return f"Since {words.short_day(promise.made_on, today)}, no date given"
    late = (today - promise.due_on).days
    if late > 0:
        return f"{words.count(late, 'day')} overdue, was due {words.short_day(promise.due_on, today)}"
    return f"Due {words.day_words(promise.due_on, today)}"


def promised_words(promise: Promise, page: PersonPage) -> str:
    """'You promised: the figures', 'She promised: an answer'."""
    return f"{subject(By.YOU if promise.yours else By.THEY, page)} promised: {promise.what}"


def given_words(given: Given, page: PersonPage) -> str:
    """'You gave an answer: what the outage cost', 'She did a favour'."""
    said = f"{subject(given.by, page)} {_GAVE[given.kind]}"
    return f"{said}: {given.what}" if given.what else said


def _days_early(promise: Promise) -> int:
    if promise.due_on is None or promise.closed_on is None:
        return 0
    return (promise.due_on - promise.closed_on).days


def _early(promise: Promise) -> str:
    days = _days_early(promise)
    return f", {_apart(days)} early" if days > 0 else ""


def _apart(days: int) -> str:
    return f"{words.small(days)} {'day' if days == 1 else 'days'}"
