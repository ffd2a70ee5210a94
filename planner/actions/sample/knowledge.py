"""What is known between the owner and the people of the sample, as rows: facts, notes, favours, views."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any

from planner.actions.sample.calendar import SampleCalendar, SampleIds
from planner.actions.sample.history import Chance
from planner.actions.sample.recipe import Member
from planner.actions.sample.rows import RowBook
from planner.resources import resource

_EVENING = time(18, 40)
_DEBRIEFED_FROM, _DEBRIEFED_UNTIL = -180, -6
_SKIPPED, _UP, _DOWN = 0.15, 0.30, 0.07
_NEWEST_PROMISE, _BETWEEN_PROMISES = 22, 34
_SIZES = (1.0, 1.0, 1.0, 0.5, 2.0)


def read_knowledge() -> dict[str, Any]:
    """The recipe of what is known, by person, with the promises to draw from and the times of mending."""
    return tomllib.loads(resource("sample", "knowledge.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Writes rows into the book; `talks` maps a person's key and a day to the conversation's id."""

    recipe: Mapping[str, Any]
    calendar: SampleCalendar
    ids: SampleIds
    book: RowBook
    people: Mapping[str, int]
    talks: Mapping[tuple[str, int], int]

    def add(self, members: tuple[Member, ...]) -> None:
        """Everything about everybody."""
        for member in members:
            known = self.recipe.get(member.key, {})
            self._add_learned(member.key, known)
            self._add_facts(member.key, known)
            self._add_favours(member.key, known)
            self._add_views(member.key, known)
            self._add_drawn_promises(member, known)
            self._add_debriefs(member)
        for track in self.recipe["repair"]:
            self._add_repair(track)

    def _row(self, table: str, key: str, day: int, **columns: Any) -> int:
        return self.book.add(table, id=self.ids.at(day, _EVENING), person_id=self.people[key], **columns)

    def _add_learned(self, key: str, known: Mapping[str, Any]) -> None:
        for day, angle, text, source, certainty in known.get("learned", ()):
            self._row(
                *("understanding", key, day),
                angle=angle,
                learned=text,
                learned_on=self.calendar.text(day),
                source=source,
                certainty=certainty,
                private=0,
                conversation_id=self.talks.get((key, day)),
            )

    def _add_facts(self, key: str, known: Mapping[str, Any]) -> None:
        for day, dimension, sign, text, source in known.get("facts", ()):
            self._row(
                *("evidence", key, day),
                dimension=dimension,
                speaks_for=int(sign == "+"),
                source=source,
                on_day=self.calendar.text(day),
                what=text,
            )
        for day, text, *private in known.get("notes", ()):
            self._row(
                "note", key, day, on_day=self.calendar.text(day), words=text, private=int(bool(private))
            )

    def _add_favours(self, key: str, known: Mapping[str, Any]) -> None:
        for side, by in (("gave", "you"), ("took", "they")):
            for day, kind, what in known.get(side, ()):
                self._row("favour", key, day, by=by, kind=kind, what=what, on_day=self.calendar.text(day))

    def _add_views(self, key: str, known: Mapping[str, Any]) -> None:
        views = [(-30, "keeps promises", known.get("rating"), ""), (-45, "closeness", known.get("close"), "")]
        if "view" in known:
            day, value, fact = known["view"]
            views.append((day, "trust", value, fact))
        for day, kind, value, fact in views:
            if value is not None:
                self._row(
                    "own_view", key, day, kind=kind, value=value, on_day=self.calendar.text(day), fact=fact
                )
        if "relies" in known:
            importance, alternatives, hours, to_you, to_them = (
                None if each == "" else each for each in known["relies"]
            )
            self._row(
                *("reliance", key, -60),
                on_day=self.calendar.text(-60),
                importance=importance,
                alternatives=alternatives,
                hours_per_week=hours,
                benefit_to_you=to_you,
                benefit_to_them=to_them,
            )

    # Promises

    def _add_drawn_promises(self, member: Member, known: Mapping[str, Any]) -> None:
        for side, by, pool in (("record", "they", "theirs"), ("mine", "you", "yours")):
            chance = Chance(member.seed * 17 + len(side))
            texts = self.recipe["drawn"][pool]
            first = int(chance() * len(texts))
            for number, outcome in enumerate(_mixed(known.get(side, ()), chance)):
                closed = -(_NEWEST_PROMISE + number * _BETWEEN_PROMISES + int(chance() * 20))
                due = closed + {"kept": int(chance() * 4), "kept late": -2 - int(chance() * 8)}.get(
                    outcome, -5
                )
                self.add_promise(
                    *(member.key, by, texts[(first + number * 5) % len(texts)]),
                    made=due - 15 - int(chance() * 25),
                    due=due,
                    outcome=outcome,
                    closed=closed,
                    weight=_SIZES[int(chance() * len(_SIZES))],
                )

    def add_promise(
        self, key: str, by: str, what: str, *, made: int, due: int, outcome: str, closed: int, weight: float
    ) -> int:
        """One promise that ended."""
        return self._row(
            *("commitment", key, made),
            by=by,
            what=what,
            made_on=self.calendar.text(made),
            due_on=self.calendar.text(due),
            outcome=outcome,
            closed_on=self.calendar.text(closed),
            conversation_id=self.talks.get((key, made)),
            weight=weight,
            follows_id=None,
            note="",
        )

    def _add_repair(self, track: Mapping[str, Any]) -> None:
        key = track["person"]
        broken = self.add_promise(
            *(key, "you", track["what"]),
            made=track["made"],
            due=track["due"],
            outcome="broken",
            closed=track["broken"],
            weight=1.0,
        )
        self.add_promise(
            *(key, "you", track["kept_what"]),
            made=track["kept_made"],
            due=track["kept_due"],
            outcome="kept",
            closed=track["kept"],
            weight=1.0,
        )
        self._row(
            *("repair", key, track["begun"]),
            begun_on=self.calendar.text(track["begun"]),
            why=track["why"],
            ended_on=None,
            commitment_id=broken,
        )

    # Debriefs

    def _add_debriefs(self, member: Member) -> None:
        """Of the conversations of the last half-year but for the newest, which still wait."""
        chance = Chance(member.seed * 29 + 1)
        for (key, day), conversation_id in self.talks.items():
            if key == member.key and _DEBRIEFED_FROM <= day <= _DEBRIEFED_UNTIL:
                drawn = chance()
                skipped = drawn < _SKIPPED
                self._row(
                    *("debrief", key, day),
                    conversation_id=conversation_id,
                    on_day=self.calendar.text(day),
                    trust=None if skipped else _mark(chance()),
                    skipped=int(skipped),
                )


def _mark(drawn: float) -> str:
    if drawn < _UP:
        return "up"
    return "down" if drawn > 1 - _DOWN else "same"


def _mixed(counts: tuple[int, ...] | list[int], chance: Chance) -> Iterator[str]:
    """So many kept, kept late and broken, in an order that is drawn."""
    outcomes = [
        each
        for each, count in zip(("kept", "kept late", "broken"), counts, strict=False)
        for _ in range(count)
    ]
    while outcomes:
        yield outcomes.pop(int(chance() * len(outcomes)))
