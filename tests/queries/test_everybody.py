"""Everybody's cadence in columns: the same as one by one, as of any day, and after any change."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import date, datetime, timedelta

import numpy as np
import pytest

from planner.actions.conversations import (
    ConversationForm,
    change_conversation,
    log_conversation,
    remove_conversation,
)
from planner.actions.leave import Stretch, take_leave, write_absences, write_leave
from planner.actions.people import (
    PersonForm,
    add_person,
    change_person,
    change_rhythm,
    end_rest,
    let_rest,
)
from planner.actions.repairs import begin_repair
from planner.actions.trash import move_to_trash
from planner.domain.errors import KnownError
from planner.domain.forecast import HORIZONS
from planner.domain.gaps import statistics_of
from planner.library import Library
from planner.library.changes import Changed
from planner.queries.cadence.contact_days import contact_days
from planner.queries.cadence.everybody import Everybody, as_of, everybody, refreshed
from planner.queries.cadence.person import person_cadence


def same(one: Everybody, other: Everybody) -> None:
    """Two ways to the same figures."""
    assert one.today == other.today
    assert one.people.tolist() == other.people.tolist()
    assert one.measures == other.measures
    assert one.contacts.tolist() == other.contacts.tolist()
    for name in ("since", "chances"):
        np.testing.assert_allclose(getattr(one, name), getattr(other, name), rtol=1e-9)
    np.testing.assert_allclose(one.sums.powers, other.sums.powers, rtol=1e-9)
    assert one.columns.starts.tolist() == other.columns.starts.tolist()
    assert one.columns.days.tolist() == other.columns.days.tolist()
    assert one.gaps.lengths.tolist() == other.gaps.lengths.tolist()


def test_everybody_is_each_person(sample: Library, today: date) -> None:
    take_leave(
        sample,
        Stretch(first_day=today - timedelta(days=60), last_day=today - timedelta(days=50)),
        today=today,
    )
    known = everybody(sample, today)
    statistics = known.statistics()
    assert len(known.people) == 41
    for place, person_id in enumerate(known.people.tolist()):
        one = person_cadence(sample, person_id, today)
        found = known.figures(person_id)
        assert found is not None and found.measure == one.measure
        assert found.contacts == one.contacts
        assert [each.by_habit.exact for each in one.ahead] == pytest.approx(list(found.chances), abs=1e-9)
        assert tuple(each.days for each in one.ahead) == (HORIZONS if one.contacts else ())
        assert statistics.number[place] == len(one.gaps)
        if one.gaps:
            lengths = [gap.days for gap in one.gaps]
            assert float(statistics.mean[place]) == pytest.approx(statistics_of(lengths).mean)


@pytest.mark.parametrize("back", [1, 30, 91, 365, 600])
def test_as_of_a_past_day_nothing_later_is_known(sample: Library, today: date, back: int) -> None:
    day = today - timedelta(days=back)
    found = as_of(sample, everybody(sample, today), day)
    same(found, everybody(sample, day))
    for person_id in found.people[:8].tolist():
        one = person_cadence(sample, person_id, day)
        assert all(gap.ends <= day for gap in one.gaps)
        figures = found.figures(person_id)
        assert figures is not None and figures.contacts == one.contacts


def test_the_days_are_read_right(library: Library, today: date, now: datetime) -> None:
    who = add_person(library, PersonForm(name="Ana"), today=today)
    days = [date(2000, 2, 29), date(1999, 12, 31), date(2000, 3, 1), date(2024, 2, 29), date(2026, 1, 1)]
    for day in (*days, days[0]):
        log_conversation(library, ConversationForm(people=(who,), day=day), now=now)
    assert contact_days(library).columns.days.tolist() == [each.toordinal() for each in sorted(days)]
    assert contact_days(library, [who]).by_person()[who].tolist() == [
        each.toordinal() for each in sorted(days)
    ]


def test_an_empty_library_has_nobody(library: Library, today: date) -> None:
    known = everybody(library, today)
    assert len(known.people) == 0 and known.chances.shape == (4, 0)
    same(as_of(library, known, today - timedelta(days=30)), everybody(library, today - timedelta(days=30)))


def test_before_the_first_conversation_nothing_is_told(library: Library, today: date) -> None:
    who = add_person(library, PersonForm(name="Ana", rhythm_days=14), today=today)
    found = everybody(library, today).figures(who)
    assert found is not None
    assert (found.contacts, found.since, found.chances) == (0, None, ())
    assert everybody(library, today).figures(1) is None


class Hands:
    """Does something to a library by chance, the same for the same seed."""

    def __init__(self, library: Library, seed: int, now: datetime) -> None:
        self.library, self.chance, self.now = library, random.Random(seed), now
        self.today = now.date()

    def people(self) -> list[int]:
        return [row[0] for row in self.library.rows("SELECT id FROM person ORDER BY id")]

    def talks(self) -> list[int]:
        return [row[0] for row in self.library.rows("SELECT id FROM conversation ORDER BY id")]

    def some(self) -> tuple[int, ...]:
        people = self.people()
        return tuple(self.chance.sample(people, min(len(people), self.chance.randint(1, 3))))

    def day(self) -> date:
        return self.today - timedelta(days=self.chance.randint(0, 300))

    def act(self) -> None:
        self.chance.choice(
            [
                self.log,
                self.log,
                self.change,
                self.remove,
                self.add,
                self.leave_them,
                self.rest,
                self.wake,
                self.away,
                self.vacation,
                self.rhythm,
                self.rename,
                self.breach,
                self.library.undo,
                self.library.undo,
                self.library.redo,
            ]
        )()

    def log(self) -> None:
        log_conversation(self.library, ConversationForm(people=self.some(), day=self.day()), now=self.now)

    def change(self) -> None:
        if talks := self.talks():
            form = ConversationForm(people=self.some(), day=self.day())
            change_conversation(self.library, self.chance.choice(talks), form, now=self.now)

    def remove(self) -> None:
        if talks := self.talks():
            remove_conversation(self.library, self.chance.choice(talks))

    def add(self) -> None:
        add_person(self.library, PersonForm(name="New", rhythm_days=20), today=self.today)

    def leave_them(self) -> None:
        if len(people := self.people()) > 4:
            move_to_trash(self.library, [self.chance.choice(people)], today=self.today)

    def rest(self) -> None:
        who = self.chance.choice(self.people())
        let_rest(self.library, who, self.today + timedelta(days=9), today=self.day())

    def wake(self) -> None:
        end_rest(self.library, self.chance.choice(self.people()))

    def away(self) -> None:
        who, first = self.chance.choice(self.people()), self.day()
        away = Stretch(first_day=first, last_day=first + timedelta(days=9))
        write_absences(self.library, who, self.chance.choice(([], [away])))

    def vacation(self) -> None:
        first = self.day()
        stretch = Stretch(first_day=first, last_day=first + timedelta(days=20))
        write_leave(self.library, self.chance.choice(([], [stretch])))

    def rhythm(self) -> None:
        change_rhythm(self.library, self.chance.choice(self.people()), self.chance.choice((None, 7, 40)))

    def breach(self) -> None:
        with suppress(KnownError):  # trust with them is being mended already
            begin_repair(self.library, self.chance.choice(self.people()), why="Late", today=self.today)

    def rename(self) -> None:
        change_person(self.library, self.chance.choice(self.people()), PersonForm(name="Other"))


@pytest.mark.parametrize("seed", range(6))
def test_after_any_change_it_is_as_if_read_again(library: Library, now: datetime, seed: int) -> None:
    today = now.date()
    for number in range(5):
        add_person(library, PersonForm(name=f"P{number}", rhythm_days=14), today=today)
    heard: list[Changed] = []
    library.listen(heard.append)
    hands, known = Hands(library, seed, now), everybody(library, today)
    for _ in range(40):
        hands.act()
        while heard:
            known = refreshed(library, known, heard.pop(0))
        same(known, everybody(library, today))


@pytest.mark.parametrize("how", [{"archived": True}, {"trashed_on": date(2026, 9, 15)}])
def test_somebody_put_away_is_no_longer_among_everybody(
    library: Library, now: datetime, how: dict[str, object]
) -> None:
    from planner.library.tables import Person

    who = add_person(library, PersonForm(name="Ana"), today=now.date())
    add_person(library, PersonForm(name="Ben"), today=now.date())
    heard: list[Changed] = []
    library.listen(heard.append)
    known = everybody(library, now.date())
    with library.change("Put Ana away"):
        Person.update(**how).where(Person.id == who).execute()
    known = refreshed(library, known, heard[0])
    same(known, everybody(library, now.date()))
    assert who not in known.people


def test_a_change_of_somebody_else_touches_nobody(sample: Library, today: date) -> None:
    known = everybody(sample, today)
    assert refreshed(sample, known, Changed(label="", rows={"setting": frozenset({"look"})})) is known


def test_the_figures_need_no_numpy_for_one_person() -> None:
    import subprocess
    import sys

    code = (
        "import planner.queries.cadence.person, planner.domain.quiet, sys; sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
