"""From the answers of the queries to cards: which words, badges and tints each card bears."""

from __future__ import annotations

from datetime import date

from planner.domain import words
from planner.domain.channels import Channel
from planner.domain.names import first_name
from planner.domain.past_tense import as_past
from planner.domain.reasons import OpenCommitment
from planner.domain.slot import Taken, overlap_words
from planner.domain.week import Span
from planner.queries.standing import Standing
from planner.queries.week import CardKind, DayCard, DayColumn
from planner.ui.board.tiles import Question, Tile, TileKind
from planner.ui.cards.facts import Badge, CardFacts, Tint, channel_badge, commitment_badge
from planner.ui.screen import Subject

_KINDS = {CardKind.PLAN: TileKind.PLAN, CardKind.DONE: TileKind.DONE, CardKind.ASK: TileKind.ASK}
_THIS_WEEK = 7


def suggestion_tile(standing: Standing, rank: int, today: date) -> Tile:
    """Somebody worth engaging, at their place in the list."""
    facts = _facts(standing, standing.reason, _promises(standing, today), rank=rank)
    return Tile(
        key=f"person:{standing.person_id}",
        kind=TileKind.SUGGESTION,
        facts=facts._replace(accessible=_sentence(standing, f"number {rank}", today, standing.reason)),
        subject=Subject(people=(standing.person_id,)),
        channel=standing.last_channel or Channel.IN_PERSON,
    )


def day_tiles(day: DayColumn, today: date) -> tuple[Tile, ...]:
    """The cards of a day; plans know what they overlap."""
    return tuple(day_tile(card, today, _overlaps(card, day)) for card in day.cards)


def day_tile(card: DayCard, today: date, overlaps: str = "") -> Tile:
    """A plan, a conversation, or the question whether one took place; what it `overlaps` is said."""
    kind = _KINDS[card.kind]
    slot = _slot_badge(card)
    if overlaps:
        slot = slot._replace(tint="due", tooltip=f"{slot.tooltip}\n{overlaps}")
    badges = (slot, *_there(card), *_promises(card.standing, today, done=kind is TileKind.DONE))
    facts = _facts(card.standing, card.why, badges, subject_id=card.plan_id or card.conversation_id)
    if kind is TileKind.DONE:
        facts = facts._replace(why=as_past(card.why), state_words="Talked", done=True, strip=None)
    if card.others:
        facts = facts._replace(organisation=f"with {_row_of_names(card.others)}")
    question = _question(card) if kind is TileKind.ASK else None
    accessible = (
        question.words if question else _sentence(card.standing, _when(card, today), today, facts.why)
    )
    accessible = f"{accessible} {overlaps}".strip()
    return _tile(card, kind, facts._replace(accessible=accessible), question)


def later_tile(card: DayCard, today: date) -> Tile:
    """A plan after the week that is shown."""
    day = words.day_words(card.day, today)
    badge = _slot_badge(card)._replace(text=day)
    facts = _facts(card.standing, card.why, (badge,), subject_id=card.plan_id)
    if card.others:
        facts = facts._replace(organisation=f"with {_row_of_names(card.others)}")
    accessible = _sentence(card.standing, _when(card, today), today, card.why)
    return _tile(card, TileKind.LATER, facts._replace(accessible=accessible), None)


def lifted(tile: Tile) -> CardFacts:
    """The card as it hangs under the pointer: a suggestion becomes a plan of half an hour."""
    if tile.kind is not TileKind.SUGGESTION:
        return tile.facts._replace(rank=None)
    length = words.short_length(tile.minutes)
    return tile.facts._replace(rank=None, badges=(channel_badge(tile.channel, length),))


def _tile(card: DayCard, kind: TileKind, facts: CardFacts, question: Question | None) -> Tile:
    return Tile(
        key=f"plan:{card.plan_id}" if card.plan_id else f"talk:{card.conversation_id}",
        kind=kind,
        facts=facts,
        subject=Subject(people=card.people, plan_id=_open_plan(card), conversation_id=card.conversation_id),
        channel=card.channel,
        day=card.day,
        starts=card.starts,
        minutes=card.minutes if card.minutes is not None else 0,
        question=question,
    )


def _open_plan(card: DayCard) -> int:
    return 0 if card.conversation_id else card.plan_id


def _facts(
    standing: Standing, why: str, badges: tuple[Badge, ...], *, subject_id: int = 0, rank: int | None = None
) -> CardFacts:
    return CardFacts(
        person_id=standing.person_id,
        subject_id=subject_id,
        name=standing.name,
        initials=standing.initials,
        hue=standing.hue,
        role=standing.role,
        organisation=standing.organisation,
        city=standing.city,
        state=standing.state,
        state_words=standing.state_words,
        strip=standing.strip,
        why=why,
        badges=badges,
        rank=rank,
        layer=standing.layer,
        accessible="",
    )


def _slot_badge(card: DayCard) -> Badge:
    parts = [f"{card.starts:%H:%M}"] if card.starts else []
    parts += [words.short_length(card.minutes)] if card.minutes is not None else []
    said = [f"{card.starts:%H:%M}"] if card.starts else ["time open"] if card.plan_id else []
    said += [words.count(card.minutes, "minute")] if card.minutes is not None else []
    said += [_their_time(card)] if card.there else []
    channel = str(card.channel).capitalize()
    return channel_badge(card.channel, ", ".join(parts), ", ".join((channel, *said)))


def _overlaps(card: DayCard, day: DayColumn) -> str:
    """What of the same day a plan overlaps: other plans, and busy time of the calendar."""
    if card.kind is not CardKind.PLAN or card.starts is None:
        return ""
    taken = [
        Taken(span=Span(starts=each.starts, minutes=each.minutes or 0), whose=each.standing.name)
        for each in day.cards
        if each is not card and each.kind is CardKind.PLAN and each.starts is not None
    ]
    taken += [Taken(span=span, whose="your calendar") for span in day.busy]
    wanted = Span(starts=card.starts, minutes=card.minutes or 0)
    return overlap_words(wanted, sorted(taken, key=lambda each: each.span.begin))


def _there(card: DayCard) -> tuple[Badge, ...]:
    """'13:30 for Priya': their own time, where it differs."""
    if card.there is None:
        return ()
    named = _their_time(card)
    return (Badge("clock", named, "plain", f"It is {named} then."),)


def _their_time(card: DayCard) -> str:
    if card.there is None:
        return ""
    day = f"{words.weekday(card.there.date())} " if card.there.date() != card.day else ""
    return f"{day}{card.there:%H:%M} for {first_name(card.standing.name)}"


def _promises(standing: Standing, today: date, *, done: bool = False) -> tuple[Badge, ...]:
    open_ones = standing.commitments
    if not open_ones:
        return ()
    tooltip = "\n".join(_promise_words(standing, each, today) for each in open_ones)
    if done and len(open_ones) == 1 and (by := _this_week(open_ones[0], today)):
        return (Badge("out" if open_ones[0].yours else "inn", by, _tint(open_ones, today), tooltip),)
    badge = commitment_badge(standing.yours_open, standing.theirs_open, tint=_tint(open_ones, today))
    return (badge._replace(tooltip=tooltip),)


def _this_week(promise: OpenCommitment, today: date) -> str:
    if promise.due_on is None or not 0 <= (promise.due_on - today).days < _THIS_WEEK:
        return ""
    return f"by {words.weekday(promise.due_on)}"


def _tint(promises: tuple[OpenCommitment, ...], today: date) -> Tint:
    if any(each.is_overdue(today) for each in promises):
        return "overdue"
    return "due" if any(each.is_soon(today) for each in promises) else "plain"


def _promise_words(standing: Standing, promise: OpenCommitment, today: date) -> str:
    name = first_name(standing.name)
    said = f"You promised {name}" if promise.yours else f"{name} promised you"
    what = promise.what.strip().rstrip(".")
    if promise.due_on is None:
        return f"{said}: {what}."
    late = (today - promise.due_on).days
    day = words.day_words(promise.due_on, today)
    return f"{said}: {what}, by {day}" + (f", {words.count(late, 'day')} late." if late > 0 else ".")


def _question(card: DayCard) -> Question:
    names = _row_of_names((card.standing.name, *card.others)) if card.others else card.standing.name
    topic = card.why.strip().rstrip(".?")
    first, _, rest = topic.partition(" ")
    if card.why == card.standing.reason or not topic:
        return Question(before="Did you talk with ", name=names, after="?")
    if first.casefold() == "the" and rest and not card.others:
        return Question(before="Was ", name=names, after=f" at the {rest}?")
    return Question(before="Did you talk with ", name=names, after=f" about “{topic}”?")


def _row_of_names(names: tuple[str, ...]) -> str:
    called = [first_name(name) for name in names]
    return called[0] if len(called) == 1 else f"{', '.join(called[:-1])} and {called[-1]}"


def _when(card: DayCard, today: date) -> str:
    day = words.long_weekday(card.day)
    if abs((card.day - today).days) >= _THIS_WEEK:
        day = words.day_words(card.day, today)
    at = f" {card.starts:%H:%M}" if card.starts else ""
    length = f" for {words.count(card.minutes, 'minute')}" if card.minutes else ""
    said = "talked" if card.kind is CardKind.DONE else "planned"
    there = f", {_their_time(card)}" if card.there else ""
    return f"{said} {day}{at}{length}, {card.channel}{there}"


def _sentence(standing: Standing, when: str, today: date, why: str) -> str:
    parts = [standing.name, standing.role, standing.organisation, _spoken_state(standing), when]
    parts += _promise_counts(standing, today)
    return f"{', '.join(part for part in parts if part)}. {why}".strip()


def _spoken_state(standing: Standing) -> str:
    """'due in 3 days' for 'Due in 3 d'."""
    said = standing.state_words.split(" ")
    for at, word in enumerate(said[:-1]):
        if said[at + 1] == "d" and word.isdecimal():
            said[at : at + 2] = words.count(int(word), "day").split(" ")
    spoken = " ".join(said)
    return spoken[:1].lower() + spoken[1:]


def _promise_counts(standing: Standing, today: date) -> list[str]:
    said = [f"{words.count(standing.yours_open, 'promise')} from you"] if standing.yours_open else []
    if standing.theirs_open:
        noun = "" if said else " promise" if standing.theirs_open == 1 else " promises"
        said.append(f"{standing.theirs_open}{noun} from {first_name(standing.name)}")
    late = standing.overdue_commitments(today)
    return [*said, f"{late} late"] if late else said
