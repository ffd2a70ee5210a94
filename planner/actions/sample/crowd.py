"""Invented people for a sample larger than its cast: names, organisations and ways to reach them, as rows."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from planner.actions.sample.calendar import SampleCalendar, SampleIds
from planner.domain.names import fold
from planner.library.bulk import Batch
from planner.resources import resource

DAYS_BACK = 1095
_PEOPLE_AN_ORGANISATION = 8
_OWN_RHYTHMS = (7, 14, 21, 28, 42, 56, 84, 112)
_OWN_RHYTHM_SHARE = 0.3
_NEVER_TALKED_SHARE = 0.03
_RESTING_SHARE = 0.02
_INITIALS = "ABCDEFGHIJKLMNOPRSTVW"


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """A person whom conversations are to be invented with.

    `rhythm` in days; the conversations lie between `first` and `last` days before the sample's Tuesday.
    `busy` is how much of the conversation there is compared with others of the same rhythm, 0 for none.
    """

    id: int
    layer: str
    rhythm: int
    first: int
    last: int
    busy: float


@dataclass(slots=True, kw_only=True)
class Crowd:
    """Makes `count` people; the same random numbers make the same people."""

    calendar: SampleCalendar
    ids: SampleIds
    layers: dict[str, tuple[int, int | None]]
    chance: random.Random
    count: int
    taken: set[str]
    people: list[Someone] = field(default_factory=list)
    _words: dict[str, Any] = field(default_factory=dict)
    _names: set[str] = field(default_factory=set)

    def batches(self) -> list[Batch]:
        """The rows of the organisations, the people and their contact points."""
        self._words = tomllib.loads(resource("sample", "names.toml").read_text(encoding="utf-8"))
        organisations = list(self._organisations())
        people, points = [], []
        for _ in range(self.count):
            row, reached_by = self._person(organisations)
            people.append(row)
            points += reached_by
        return [
            Batch(table="organisation", columns=("id", "name", "folded"), rows=organisations),
            Batch(table="person", columns=PERSON_COLUMNS, rows=people),
            Batch(table="contact_point", columns=CONTACT_POINT_COLUMNS, rows=points),
        ]

    def _organisations(self) -> Iterator[tuple[int, str, str]]:
        words = self._words["organisations"]
        ends = [end for layer in words["ends"].values() for end in layer]
        for number in range(-(-self.count // _PEOPLE_AN_ORGANISATION)):
            name = f"{self.chance.choice(words['begins'])}{self.chance.choice(words['middles'])}"
            name = f"{name} {ends[number % len(ends)]}"
            if fold(name) in self.taken:
                name = f"{name} {number}"
            self.taken.add(fold(name))
            yield self.ids.at(-DAYS_BACK), name, fold(name)

    def _person(
        self, organisations: list[tuple[int, str, str]]
    ) -> tuple[tuple[Any, ...], list[tuple[Any, ...]]]:
        chance = self.chance
        region = chance.choice(self._words["region"])
        her = chance.random() < 0.5
        given, family, name = self._name(region, her)
        layer = chance.choices(tuple(self._words["shares"]), tuple(self._words["shares"].values()))[0]
        organisation_id, _, organisation = chance.choice(organisations)
        city, zone = chance.choice(tuple(region["cities"].items()))
        own = chance.choice(_OWN_RHYTHMS) if chance.random() < _OWN_RHYTHM_SHARE else None
        someone = self._someone(layer, own)
        self.people.append(someone)
        rests = chance.random() < _RESTING_SHARE
        row = (
            *(someone.id, name, fold(name), given, family, "she/her" if her else "he/him"),
            *(chance.choice(self._words["roles"][layer]), organisation_id, self.layers[layer][0], city, zone),
            *(region["languages"], own, self.calendar.text(-20) if rests else None),
            *(
                self.calendar.text(chance.randrange(20, 90)) if rests else None,
                self.calendar.text(-DAYS_BACK),
            ),
        )
        return row, self._points(someone.id, name, organisation, region["dialling"])

    def _name(self, region: dict[str, Any], her: bool) -> tuple[str, str, str]:
        given = self.chance.choice(region["she" if her else "he"])
        family = self.chance.choice(region["family"])
        name = f"{given} {family}"
        while name in self._names:
            given = f"{given} {self.chance.choice(_INITIALS)}."
            name = f"{given} {family}"
        self._names.add(name)
        return given, family, name

    def _someone(self, layer: str, own: int | None) -> Someone:
        """Two in three relationships are younger than the library; a few people were never spoken with."""
        chance = self.chance
        rhythm = own or self.layers[layer][1] or 30
        last = 4 + int(rhythm * chance.lognormvariate(-0.8, 0.7))
        first = chance.randrange(300, DAYS_BACK - 8) if chance.random() < 0.66 else DAYS_BACK - 8
        talked = chance.random() >= _NEVER_TALKED_SHARE
        return Someone(
            id=self.ids.at(-DAYS_BACK),
            layer=layer,
            rhythm=rhythm,
            first=first,
            last=min(last, first - 10),
            busy=chance.lognormvariate(0, 0.4) if talked else 0.0,
        )

    def _points(self, person_id: int, name: str, organisation: str, dialling: str) -> list[tuple[Any, ...]]:
        words = fold(name).replace("'", "").replace("’", "").split()
        email = f"{words[0]}.{''.join(words[1:])}@{fold(organisation).replace(' ', '-')}.example"
        phone = f"{dialling} 555 {len(self.people):05d}"
        normal = "+" + "".join(filter(str.isdigit, phone))
        return [
            (self.ids.at(-DAYS_BACK), person_id, "email", "work", email, email, 0),
            (self.ids.at(-DAYS_BACK), person_id, "phone", "work", phone, normal, 1),
        ]


PERSON_COLUMNS = (
    *("id", "name", "folded", "given_name", "family_name", "pronouns"),
    *("role", "organisation_id", "layer_id", "city", "zone"),
    *("languages", "rhythm_days", "resting_from", "resting_until", "created_on"),
)
CONTACT_POINT_COLUMNS = ("id", "person_id", "kind", "label", "value", "normal", "position")
