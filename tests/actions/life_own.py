"""What people keep of their own, for the machine of test_undo_machine.py."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from hypothesis import strategies as st
from hypothesis.stateful import rule

from planner.actions import initiatives as beginnings
from planner.actions import leave as time_off
from planner.actions import saved_filters
from planner.actions import settings as owner_settings
from planner.actions.attention import intend
from planner.actions.backups import choose_second_folder
from planner.actions.forecast_log import Told, note_forecasts
from planner.actions.recalibrate import allow_recalibration, reset_recalibration
from planner.actions.time_aside import change_time_aside
from planner.domain.filters import Filter
from planner.domain.stands import Stand
from tests.actions.life import (
    TODAY,
    Living,
    around,
    causes,
    kept,
    names,
    past,
    persons,
    stands,
    texts,
)
from tests.dump import dump


class WithOwnThings(Living):
    """Filters, settings, forecasts, initiatives and days of leave."""

    @rule(target=kept, name=names, text=texts)
    def save_filter(self, name: str, text: str) -> object:
        wanted = Filter(text=text, unplanned=True)
        return self.made(
            self.attempt(lambda: saved_filters.save_filter(self.library, "people", name, wanted))
        )

    @rule(kept=kept, name=names, by=st.integers(-2, 2))
    def change_filter(self, kept: int, name: str, by: int) -> None:
        self.attempt(lambda: saved_filters.rename_filter(self.library, kept, name))
        self.attempt(lambda: saved_filters.move_filter(self.library, kept, by))

    @rule(kept=kept)
    def remove_filter(self, kept: int) -> None:
        self.attempt(lambda: saved_filters.remove_filter(self.library, kept))

    @rule(name=texts, weekday=st.integers(0, 6), minutes=st.integers(-1, 300))
    def settings(self, name: str, weekday: int, minutes: int) -> None:
        owner_settings.set_owner(self.library, name=name)
        owner_settings.remember(self.library, "look", {"name": name})
        self.attempt(lambda: owner_settings.set_time_aside(self.library, weekday, minutes))

    @rule(minutes=st.integers(-1, 300), second=st.booleans())
    def time_and_backups(self, minutes: int, second: bool) -> None:
        self.attempt(lambda: change_time_aside(self.library, [minutes] * 5 + [0, 0], "", today=TODAY))
        self.attempt(lambda: choose_second_folder(self.library, self.folder if second else None))

    @rule(hue=st.sampled_from(("team", "peers")), share=st.none() | st.sampled_from((0.0, 0.25, 1.5)))
    def intended_share(self, hue: str, share: float | None) -> None:
        layer = int(self.library.value("SELECT id FROM layer WHERE hue = ?", (hue,)))
        self.attempt(lambda: intend(self.library, {layer: share}))

    @rule(allowed=st.booleans())
    def correct_forecasts(self, allowed: bool) -> None:
        if allowed:
            allow_recalibration(self.library, TODAY)
        else:
            reset_recalibration(self.library)

    @rule(person=persons, day=past)
    def note_a_forecast(self, person: int, day: date) -> None:
        before = dump(self.library), self.library.next_labels()
        if self.library.value("SELECT count(*) FROM person WHERE id = ?", (person,)):
            note_forecasts(self.library, [Told(person, 7, 0.5, True, False)], day)
        assert (dump(self.library), self.library.next_labels()) == before

    @rule(
        target=causes,
        name=names,
        goal=texts,
        day=st.none() | around,
        who=st.lists(persons, max_size=3, unique=True),
        now=stands,
        hoped=stands,
    )
    def begin(
        self, name: str, goal: str, day: date | None, who: list[int], now: Stand | None, hoped: Stand | None
    ) -> object:
        form = beginnings.InitiativeForm(name=name, goal=goal, next_on=day)
        people = [beginnings.StandForm(person_id=each, now=now, hoped=hoped) for each in who]
        add = partial(beginnings.add_to_initiative, self.library, form, people, today=TODAY)
        return self.made(self.attempt(add))

    @rule(cause=causes, person=persons, now=stands, hoped=stands, reason=texts)
    def stand(self, cause: int, person: int, now: Stand | None, hoped: Stand | None, reason: str) -> None:
        form = beginnings.StandForm(person_id=person, now=now, hoped=hoped, reason=reason)
        self.attempt(lambda: beginnings.add_to_initiative(self.library, cause, [form], today=TODAY))

    @rule(cause=causes, person=persons)
    def leave_initiative(self, cause: int, person: int) -> None:
        self.attempt(lambda: beginnings.leave_initiative(self.library, cause, person))

    @rule(first=around, length=st.integers(-1, 20), note=texts)
    def take_leave(self, first: date, length: int, note: str) -> None:
        stretch = time_off.Stretch(first_day=first, last_day=first + timedelta(days=length), note=note)
        self.attempt(lambda: time_off.take_leave(self.library, stretch, today=TODAY))
