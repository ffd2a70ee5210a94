"""From the answers of the month's query to chips: what each says, briefly on the chip and in full aloud."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.domain import words
from planner.domain.names import first_name, initials
from planner.domain.rhythm import State
from planner.queries.month import MonthCard, MonthDay
from planner.queries.week import CardKind
from planner.ui.board.bands import Band, in_full
from planner.ui.board.heads import capacity
from planner.ui.board.tiles import Question, Tile, TileKind
from planner.ui.cards.facts import Badge, CardFacts, channel_badge
from planner.ui.screen import Subject

_KINDS = {CardKind.PLAN: TileKind.PLAN, CardKind.DONE: TileKind.DONE, CardKind.ASK: TileKind.ASK}


def card_key(card: MonthCard) -> str:
    """The key of a card, the same as in the week."""
    return f"plan:{card.plan_id}" if card.plan_id else f"talk:{card.conversation_id}"


def month_tile(card: MonthCard, today: date) -> Tile:
    """A plan, a conversation, or the question whether one took place."""
    kind = _KINDS[card.kind]
    question = Question(before="Did you talk with ", name=_called(card), after="?")
    return Tile(
        key=card_key(card),
        kind=kind,
        facts=_facts(card, today, question.words if kind is TileKind.ASK else ""),
        subject=Subject(
            people=card.people,
            plan_id=0 if card.conversation_id else card.plan_id,
            conversation_id=card.conversation_id,
        ),
        channel=card.channel,
        day=card.day,
        starts=card.starts,
        minutes=card.minutes or 0,
        question=question if kind is TileKind.ASK else None,
    )


def chip_names(tile: Tile) -> tuple[str, ...]:
    """'Beatrix Keller', 'Beatrix K.', 'Beatrix', for less and less room; '+2' stands for two more people."""
    others = len(tile.subject.people) - 1
    more = f" +{others}" if others > 0 else ""
    first, last = first_name(tile.facts.name), tile.facts.initials[1:]
    short = (f"{first} {last}.", first) if last and first != tile.facts.name else ()
    return tuple(f"{name}{more}" for name in (tile.facts.name, *short))


def chip_tooltip(tile: Tile) -> str:
    """Everything the chip has no room for."""
    when = tile.facts.badges[0].tooltip
    who = ", ".join(part for part in (tile.facts.name, tile.facts.role, tile.facts.organisation) if part)
    return "\n".join(part for part in (who, when, tile.facts.why) if part)


def day_words(day: MonthDay, bands: Sequence[Band], today: date) -> str:
    """A day with everything known about it, for a screen reader."""
    said = [
        f"{words.long_weekday(day.day)} {words.long_day(day.day, today)}",
        "today" if day.day == today else "",
        day.holiday,
        "on leave" if day.on_leave else "",
        words.count(day.count, "conversation") if day.count else "nothing planned",
        capacity(day),
        _busy(day),
        *(in_full(band) for band in bands if band.first_day <= day.day <= band.last_day),
    ]
    return ", ".join(part for part in said if part)


def day_tooltip(day: MonthDay, today: date) -> str:
    """The date and how full the day is, in words."""
    planned = words.length(day.planned_minutes) if day.planned_minutes else "Nothing"
    aside = f" of {words.length(day.set_aside_minutes)} set aside" if day.set_aside_minutes else ""
    leave = "You are on leave" if day.on_leave else ""
    parts = [words.day_words(day.day, today), f"{planned} planned{aside}", day.holiday, leave, _busy(day)]
    return "\n".join(part for part in parts if part)


def _facts(card: MonthCard, today: date, question: str) -> CardFacts:
    together = f"with {_row([first_name(name) for name in card.names[1:]])}" if card.names[1:] else ""
    badge = _badge(card)
    parts = (*card.names, card.role, card.organisation, _said(card, today))
    spoken = f"{', '.join(part for part in parts if part)}. {card.why}".strip()
    return CardFacts(
        person_id=card.people[0],
        subject_id=card.plan_id or card.conversation_id,
        name=card.names[0],
        initials=initials(card.names[0]),
        hue=card.hue,
        role=card.role,
        organisation=together or card.organisation,
        state=State.NO_RHYTHM,
        state_words="",
        why=question or card.why,
        badges=(badge,),
        done=card.kind is CardKind.DONE,
        accessible=f"{question} {spoken}".strip(),
    )


def _badge(card: MonthCard) -> Badge:
    at = f"{card.starts:%H:%M}" if card.starts else ""
    length = words.short_length(card.minutes) if card.minutes is not None else ""
    said = [str(card.channel).capitalize(), at or ("time open" if card.plan_id else "")]
    said += [words.count(card.minutes, "minute")] if card.minutes is not None else []
    shown = ", ".join(part for part in (at, length) if part)
    return channel_badge(card.channel, shown, ", ".join(part for part in said if part))


def _said(card: MonthCard, today: date) -> str:
    verb = "talked" if card.kind is CardKind.DONE else "planned"
    at = f" {card.starts:%H:%M}" if card.starts else ""
    length = f" for {words.count(card.minutes, 'minute')}" if card.minutes else ""
    return (
        f"{verb} {words.long_weekday(card.day)} {words.long_day(card.day, today)}{at}{length}, {card.channel}"
    )


def _called(card: MonthCard) -> str:
    return card.names[0] if len(card.names) == 1 else _row([first_name(name) for name in card.names])


def _row(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _busy(day: MonthDay) -> str:
    minutes = sum(span.minutes for span in day.busy)
    return f"{words.length(minutes)} busy in your calendar" if minutes else ""
