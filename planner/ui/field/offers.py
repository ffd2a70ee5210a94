"""What else a typed line could be for, below what it would write down."""

from __future__ import annotations

from dataclasses import replace

from planner.actions.one_line import unknown_people
from planner.domain.names import first_name
from planner.domain.one_line.rows import Kind, RowKind, Understood
from planner.queries.search.look import Most, look
from planner.queries.search.texts import Text
from planner.ui.desk import Desk
from planner.ui.frame.hit import Hit

OPEN, PLAN, ADD = "open", "plan", "add"
_COUNTED = 9
_LOOKED_IN = {Text.CONVERSATION: _COUNTED, Text.NOTE: _COUNTED}


def offers(desk: Desk, understood: Understood) -> tuple[Hit, ...]:
    """Add who is not known; open the first person; find the topic; plan another one."""
    first = understood.statements[0]
    found = [
        Hit(words=f"Add {name} to your people", icon="user_plus", offer=ADD, fills=name)
        for statement in understood.statements
        for name in statement.strangers
        if unknown_people([statement])
    ][:1]
    if first.people:
        name = first.all(RowKind.PEOPLE)[0].words
        person_id = first.people[0]
        if len(first.people) == 1:
            found.append(Hit(words=f"Open {name}", icon="people", offer=OPEN, person_id=person_id))
        topic = first.text(RowKind.TOPIC)
        if topic and (times := _times(desk, topic)):
            found.append(Hit(words=f"Find “{topic}” in {times}", icon="search", fills=topic))
        else:
            found.append(Hit(words="Only look for these words", icon="search", fills=f"/{understood.text}"))
        if first.kind is Kind.CONVERSATION:
            who = first_name(name) if len(first.people) == 1 else name
            again = f"Plan another {_noun(understood)} with {who}"
            found.append(Hit(words=again, icon="plan", offer=PLAN, person_id=person_id))
    return tuple(replace(each, keys=f"Alt {number}", group="Or") for number, each in enumerate(found, 1))


def _times(desk: Desk, topic: str) -> str:
    """'5 notes': how many conversations and notes hold the topic, '' for none."""
    found = look(desk.library, f'"{topic}" ', today=desk.today, most=Most(0, _LOOKED_IN))
    number = sum(len(each) for each in found.texts.values())
    if not number:
        return ""
    many = any(len(each) == _COUNTED for each in found.texts.values())
    return f"{number}{' or more' if many else ''} note{'s' if number > 1 else ''}"


def _noun(understood: Understood) -> str:
    """'lunch', as it was typed, or the way in general."""
    channel = understood.statements[0].all(RowKind.CHANNEL)
    named = channel[0].words.partition(", ")[2] if channel else ""
    return named or {"in person": "conversation", "video": "video call"}.get(
        understood.statements[0].channel.value, understood.statements[0].channel.value
    )
