"""The programme of planning.py as columns and rows (SCIENCE 4.4), ready for a solver."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from math import inf, sqrt

from planner.domain.channels import Channel
from planner.domain.planning import Choice, Instance, Option

TIE = 1e-6
"""At most so much is taken off an option for its place in the order, so that equal plans have an order."""

_Kind = tuple[date, int, tuple[int, ...]]
"""Conversations of one day that fit the same stretches: the day, their minutes, the stretches."""
Terms = dict[int, float]


class Model:
    """The programme: maximise the cost of the columns, each from 0 to `most`, within the rows.

    One column from 0 to 1 for each option comes first. Where conversations of one kind may lie in several
    stretches, one column counts how many lie in each. The columns after `whole` need not be whole numbers.
    A row is its lower bound, its upper bound, and a coefficient by column.
    """

    def __init__(self, instance: Instance, options: Sequence[Option]) -> None:
        self.costs = [
            worth - TIE * place / len(options) for place, worth in enumerate(instance.worths(options))
        ]
        self.most = [1.0] * len(options)
        self.rows: list[tuple[float, float, Terms]] = []
        self._instance = instance
        self._options = options
        self._kinds: defaultdict[_Kind, list[int]] = defaultdict(list)
        for column, each in enumerate(options):
            if each.needs_time:
                self._kinds[each.day, each.minutes, each.stretches].append(column)
        self._counts: dict[tuple[_Kind, int], int] = {}
        self._layers: list[tuple[str, list[int]]] = []
        self._add_counts()
        self.whole = len(self.costs)
        self._add_days()
        self._add_people()
        self._add_layers()

    def choices(self, values: Sequence[float]) -> tuple[Choice, ...]:
        """What the values of the columns choose, each conversation in a stretch, by day and person."""
        left = {key: round(values[column]) for key, column in self._counts.items()}
        found = []
        for kind, columns in self._kinds.items():
            for column in columns:
                if values[column] > 0.5:
                    place = kind[2][0]
                    if len(kind[2]) > 1:
                        place = next(each for each in kind[2] if left[kind, each] > 0)
                        left[kind, place] -= 1
                    found.append(Choice(option=self._options[column], stretch=place))
        found += [
            Choice(option=each, stretch=None)
            for each, value in zip(self._options, values, strict=False)
            if value > 0.5 and not each.needs_time
        ]
        return tuple(sorted(found, key=lambda each: (each.option.day, each.option.person_id)))

    def values(self, choices: Iterable[Choice]) -> list[float]:
        """The values of the columns at which `choices` are chosen."""
        found = [0.0] * len(self.costs)
        columns = {each: column for column, each in enumerate(self._options)}
        for choice in choices:
            option = choice.option
            found[columns[option]] = 1.0
            if choice.stretch is not None and len(option.stretches) > 1:
                kind = (option.day, option.minutes, option.stretches)
                found[self._counts[kind, choice.stretch]] += 1.0
        chosen = {each.option.person_id for each in choices}
        for layer, rewards in self._layers:
            people = sum(each in chosen for each, name in self._instance.layer_of if name == layer)
            for column in rewards[:people]:
                found[column] = 1.0
        return found

    def _column(self, cost: float, most: float) -> int:
        self.costs.append(cost)
        self.most.append(most)
        return len(self.costs) - 1

    def _add_counts(self) -> None:
        """As many conversations of a kind lie in its stretches as are chosen."""
        for kind, columns in self._kinds.items():
            if len(kind[2]) > 1:
                terms = dict.fromkeys(columns, 1.0)
                for place in kind[2]:
                    self._counts[kind, place] = self._column(0.0, float(len(columns)))
                    terms[self._counts[kind, place]] = -1.0
                self.rows.append((0.0, 0.0, terms))

    def _add_days(self) -> None:
        """What is chosen keeps within the minutes of the day and each stretch, and a day's deep talks."""
        columns: defaultdict[date, list[int]] = defaultdict(list)
        for column, each in enumerate(self._options):
            columns[each.day].append(column)
        for day in self._instance.days:
            here = columns[day.day]
            self._at_most(day.free_minutes, {each: float(self._options[each].minutes) for each in here})
            for place, stretch in enumerate(day.stretches):
                self._at_most(stretch.minutes, self._in_stretch(day.day, place))
            if self._instance.deep_talks_a_day is not None:
                deep = [each for each in here if self._options[each].channel is Channel.IN_PERSON]
                self._at_most(self._instance.deep_talks_a_day, dict.fromkeys(deep, 1.0))

    def _in_stretch(self, day: date, place: int) -> Terms:
        terms: Terms = {}
        for kind, columns in self._kinds.items():
            if kind[0] == day and place in kind[2]:
                inside = [self._counts[kind, place]] if len(kind[2]) > 1 else columns
                terms |= dict.fromkeys(inside, float(kind[1]))
        return terms

    def _add_people(self) -> None:
        """Nobody twice; pinned people once."""
        columns: defaultdict[int, list[int]] = defaultdict(list)
        for column, each in enumerate(self._options):
            columns[each.person_id].append(column)
        for person_id in sorted(columns.keys() | self._instance.pinned):
            least = 1.0 if person_id in self._instance.pinned else 0.0
            self.rows.append((least, 1.0, dict.fromkeys(columns[person_id], 1.0)))

    def _add_layers(self) -> None:
        """lambda (sqrt(j) - sqrt(j-1)) for the j-th person of a layer."""
        if self._instance.spread <= 0:
            return
        layers = dict(self._instance.layer_of)
        columns: defaultdict[str, list[int]] = defaultdict(list)
        for column, each in enumerate(self._options):
            if each.person_id in layers:
                columns[layers[each.person_id]].append(column)
        for layer in sorted(columns):
            terms = dict.fromkeys(columns[layer], 1.0)
            people = len({self._options[each].person_id for each in columns[layer]})
            steps = [sqrt(number) - sqrt(number - 1) for number in range(1, people + 1)]
            rewards = [self._column(self._instance.spread * step, 1.0) for step in steps]
            self.rows.append((0.0, inf, terms | dict.fromkeys(rewards, -1.0)))
            self._layers.append((layer, rewards))

    def _at_most(self, limit: float, terms: Terms) -> None:
        if terms:
            self.rows.append((-inf, float(limit), terms))
