"""P11: everything can be undone. A machine does what people do, in any order, and then takes it all back."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from functools import partial
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, multiple, precondition, rule

from planner.actions import (
    commitments,
    conversations,
    one_line,
    people,
    people_several,
    plans,
    saved_filters,
    several,
)
from planner.actions import initiatives as beginnings
from planner.actions import leave as time_off
from planner.actions import settings as owner_settings
from planner.actions import trash as rubbish
from planner.actions.attention import intend
from planner.actions.duplicates import not_the_same
from planner.actions.forecast_log import Told, note_forecasts
from planner.actions.history import take_back
from planner.actions.imports.files import review_drafts, save
from planner.actions.merging import merge_people
from planner.actions.recalibrate import allow_recalibration, reset_recalibration
from planner.actions.suggest import accept, suggest
from planner.domain.channels import Channel, ReachedOut
from planner.domain.commitments import By, Outcome
from planner.domain.errors import KnownError
from planner.domain.filters import Filter
from planner.domain.merging import FIELDS
from planner.domain.one_line.rows import Choice, RowKind
from planner.domain.stands import Stand
from planner.exchange.drafts import (
    AttendeeDraft,
    Drafts,
    EventDraft,
    PersonDraft,
    PointDraft,
    PointKind,
    TodoDraft,
)
from planner.library import Library
from planner.queries.briefs import briefs
from planner.queries.one_line import understand_line
from planner.queries.roster import Roster
from tests.dump import dump, searchable

TODAY = date(2026, 9, 15)
NOW = datetime(2026, 9, 15, 10, 0, tzinfo=timezone(timedelta(hours=2)))

names = st.text(st.sampled_from("abcdefgĄłö <>&'\"%_-"), min_size=1, max_size=12).filter(str.strip)
texts = st.text(st.sampled_from("abc äß\n'\"%"), max_size=20)
past = st.integers(0, 400).map(lambda days: TODAY - timedelta(days=days))
around = st.integers(-30, 60).map(lambda days: TODAY + timedelta(days=days))
times = st.none() | st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30, 45)))
channels = st.sampled_from(list(Channel))
stands = st.none() | st.sampled_from(list(Stand))


class Life(RuleBasedStateMachine):
    """Every action on one real library; at the end all is undone, redone, and undone after a restart."""

    persons: Bundle[int] = Bundle("persons")
    talks: Bundle[int] = Bundle("talks")
    intents: Bundle[int] = Bundle("intents")
    promises: Bundle[int] = Bundle("promises")
    kept: Bundle[int] = Bundle("kept")
    causes: Bundle[int] = Bundle("causes")

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.library = self.opened()
        self.start = (dump(self.library), searchable(self.library))
        self.roster = Roster(self.library)
        self.library.listen(self.roster.hear)

    def opened(self) -> Library:
        return Library(self.folder / "life.rapport", clock=lambda: NOW)

    def attempt(self, action: Callable[[], int | None]) -> int | None:
        """A refusal in words is an answer too, if it changed nothing."""
        before = self.library.value("SELECT count(*) FROM change")
        try:
            return action()
        except KnownError:
            assert self.library.value("SELECT count(*) FROM change") == before
            return None

    def made(self, identity: int | None) -> object:
        return multiple() if identity is None else identity

    @rule(target=persons, name=names, organisation=texts, notes=texts, rhythm=st.none() | st.integers(0, 90))
    def add_person(self, name: str, organisation: str, notes: str, rhythm: int | None) -> object:
        form = people.PersonForm(
            name=name,
            organisation=organisation,
            notes=notes,
            rhythm_days=rhythm,
            points=(people.Point(kind="email", value="a@b.example"),),
            tags=("x", "y"),
        )
        return self.made(self.attempt(lambda: people.add_person(self.library, form, today=TODAY)))

    @rule(person=persons, name=names, organisation=texts, value=texts)
    def change_person(self, person: int, name: str, organisation: str, value: str) -> None:
        form = people.PersonForm(
            name=name,
            organisation=organisation,
            points=(people.Point(kind="phone", value=value or "1"),),
            tags=("y", "z"),
        )
        self.attempt(lambda: people.change_person(self.library, person, form))

    @rule(person=persons)
    def remove_person(self, person: int) -> None:
        self.attempt(lambda: people.remove_person(self.library, person))

    @rule(who=st.lists(persons, min_size=1, max_size=2, unique=True), back=st.booleans())
    def trash(self, who: list[int], back: bool) -> None:
        self.attempt(lambda: rubbish.move_to_trash(self.library, who, today=TODAY))
        if back:
            self.attempt(lambda: rubbish.put_back(self.library, who))

    @rule(
        one=persons,
        two=persons,
        chosen=st.sets(st.sampled_from([each.id for each in FIELDS])),
        apart=st.booleans(),
    )
    def merge(self, one: int, two: int, chosen: set[str], apart: bool) -> None:
        if apart:
            self.attempt(lambda: not_the_same(self.library, one, two))
        self.attempt(lambda: merge_people(self.library, one, two, chosen, today=TODAY))

    @rule(person=persons, days=st.none() | st.integers(-1, 90))
    def change_rhythm(self, person: int, days: int | None) -> None:
        self.attempt(lambda: people.change_rhythm(self.library, person, days))

    @rule(person=persons, until=st.none() | around)
    def rest(self, person: int, until: date | None) -> None:
        self.attempt(lambda: people.let_rest(self.library, person, until, today=TODAY))

    @rule(person=persons)
    def end_rest(self, person: int) -> None:
        self.attempt(lambda: people.end_rest(self.library, person))

    @rule(
        target=talks,
        who=st.lists(persons, min_size=1, max_size=3),
        day=past,
        starts=times,
        channel=channels,
        reached=st.none() | st.sampled_from(list(ReachedOut)),
        topic=texts,
    )
    def log(
        self,
        who: list[int],
        day: date,
        starts: time | None,
        channel: Channel,
        reached: ReachedOut | None,
        topic: str,
    ) -> object:
        form = conversations.ConversationForm(
            people=tuple(who), day=day, starts=starts, channel=channel, reached_out=reached, topic=topic
        )
        return self.made(self.attempt(lambda: conversations.log_conversation(self.library, form, now=NOW)))

    @rule(talk=talks, who=st.lists(persons, min_size=1, max_size=3), day=past, notes=texts)
    def change_talk(self, talk: int, who: list[int], day: date, notes: str) -> None:
        form = conversations.ConversationForm(people=tuple(who), day=day, notes=notes)
        self.attempt(lambda: conversations.change_conversation(self.library, talk, form, now=NOW))

    @rule(talk=talks)
    def remove_talk(self, talk: int) -> None:
        self.attempt(lambda: conversations.remove_conversation(self.library, talk))

    @rule(
        target=intents, who=st.lists(persons, min_size=1, max_size=3), day=around, starts=times, purpose=texts
    )
    def plan(self, who: list[int], day: date, starts: time | None, purpose: str) -> object:
        form = plans.PlanForm(people=tuple(who), day=day, starts=starts, purpose=purpose)
        return self.made(self.attempt(lambda: plans.plan_conversation(self.library, form, today=TODAY)))

    @rule(
        intent=intents, who=st.lists(persons, min_size=1, max_size=3), day=around, minutes=st.integers(0, 90)
    )
    def change_plan(self, intent: int, who: list[int], day: date, minutes: int) -> None:
        form = plans.PlanForm(people=tuple(who), day=day, minutes=minutes)
        self.attempt(lambda: plans.change_plan(self.library, intent, form, today=TODAY))

    @rule(intent=intents, days=st.sampled_from((-7, -1, 1, 7)))
    def move_by_days(self, intent: int, days: int) -> None:
        self.attempt(lambda: plans.moved_by_days(self.library, intent, days, today=TODAY))

    @rule(intent=intents, minutes=st.sampled_from((-15, 15)))
    def move_in_day(self, intent: int, minutes: int) -> None:
        self.attempt(lambda: plans.moved_in_day(self.library, intent, minutes, today=TODAY))

    @rule(intent=intents)
    def let_go(self, intent: int) -> None:
        self.attempt(lambda: plans.let_go(self.library, intent))

    @rule(weeks=st.integers(0, 2))
    def accept_suggestion(self, weeks: int) -> None:
        monday = TODAY + timedelta(weeks=weeks)
        found = suggest(self.library, today=TODAY, monday=monday, seconds=0.3)
        self.attempt(lambda: len(accept(self.library, found, today=TODAY)))

    @rule(target=talks, intent=intents)
    def talked(self, intent: int) -> object:
        return self.made(self.attempt(lambda: plans.talked(self.library, intent, now=NOW)))

    @rule(
        person=persons,
        line=st.sampled_from(
            (
                "Lunch with Somebody yesterday 1h about Q3; she will send the forecast by Friday",
                "call Somebody Thursday 10:00",
                "I owe Somebody the costs by 30 Sep",
                "Somebody worries about audit",
                "let Somebody rest until October",
                "tried to call Somebody yesterday",
                "Met Somebody on Monday. He cares about tone. He owes me a call. Let Somebody rest",
            )
        ),
    )
    def type_a_line(self, person: int, line: str) -> None:
        understood = understand_line(self.library, line, now=NOW)
        while unknown := [
            (place, at)
            for place, statement in enumerate(understood.statements)
            for at, row in enumerate(statement.rows)
            if row.kind is RowKind.PEOPLE and not row.value
        ]:
            understood = understood.corrected(*unknown[0], Choice((person,), "the one chosen"))
        self.attempt(lambda: len(one_line.carry_out(self.library, understood.statements, now=NOW)))

    @rule(
        target=promises,
        person=persons,
        by=st.sampled_from(list(By)),
        what=texts,
        due=st.none() | around,
    )
    def promise(self, person: int, by: By, what: str, due: date | None) -> object:
        return self.made(
            self.attempt(lambda: commitments.promise(self.library, person, by, what, due, today=TODAY))
        )

    @rule(promise=promises, outcome=st.sampled_from(list(Outcome)))
    def end_promise(self, promise: int, outcome: Outcome) -> None:
        self.attempt(lambda: commitments.end_commitment(self.library, promise, outcome, today=TODAY))

    @rule(promise=promises)
    def reopen_promise(self, promise: int) -> None:
        self.attempt(lambda: commitments.reopen_commitment(self.library, promise))

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
        who=st.lists(persons, min_size=1, max_size=3, unique=True),
        until=st.none() | around,
        days=st.none() | st.integers(-1, 90),
        tags=st.lists(st.sampled_from(("x", "z", "new", " ")), max_size=2),
        in_layer=st.booleans(),
    )
    def several(
        self, who: list[int], until: date | None, days: int | None, tags: list[str], in_layer: bool
    ) -> None:
        layer = self.library.value("SELECT min(id) FROM layer") if in_layer else None
        for action in (
            lambda: people_several.archive(self.library, who),
            lambda: people_several.tag(self.library, who, tags, ["x"]),
            lambda: people_several.move_to_layer(self.library, who, layer),
            lambda: people_several.change_rhythms(self.library, who, days),
            lambda: people_several.let_several_rest(self.library, who, until, today=TODAY),
        ):
            self.attempt(action)

    @rule(who=st.lists(persons, max_size=3, unique=True), moved=st.lists(intents, max_size=2), day=around)
    def all_on_day(self, who: list[int], moved: list[int], day: date) -> None:
        intended = tuple(dict.fromkeys(moved))
        self.attempt(lambda: len(several.all_on_day(self.library, who, intended, day, now=NOW)))

    @rule(who=st.lists(persons, min_size=1, max_size=3, unique=True))
    def several_back(self, who: list[int]) -> None:
        self.attempt(lambda: people_several.bring_back(self.library, who))
        self.attempt(lambda: people_several.end_rests(self.library, who))

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

    @rule()
    def what_is_kept_in_memory_is_right(self) -> None:
        assert self.roster.people(TODAY) == briefs(self.library, TODAY)

    @rule(name=texts, weekday=st.integers(0, 6), minutes=st.integers(-1, 300))
    def settings(self, name: str, weekday: int, minutes: int) -> None:
        owner_settings.set_owner(self.library, name=name)
        owner_settings.remember(self.library, "look", {"name": name})
        self.attempt(lambda: owner_settings.set_time_aside(self.library, weekday, minutes))

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

    @rule(first=around, last=st.none() | around, keep=st.booleans(), person=st.none() | persons)
    def write_stretches(self, first: date, last: date | None, keep: bool, person: int | None) -> None:
        """Keep the first of what is known with another end, drop the rest, add one."""
        table, whose = ("absence", f"WHERE person_id = {person}") if person else ("leave", "")
        known = self.library.value(f"SELECT id FROM {table} {whose} ORDER BY id")
        new = time_off.Stretch(first_day=first, last_day=last)
        wanted = (
            [new, time_off.Stretch(id=known, first_day=first, last_day=last)] if keep and known else [new]
        )
        if person:
            self.attempt(lambda: time_off.write_absences(self.library, person, wanted))
        else:
            self.attempt(lambda: time_off.write_leave(self.library, wanted))

    @rule(names=st.lists(names, min_size=1, max_size=4, unique=True), day=around)
    def import_files(self, names: list[str], day: date) -> None:
        drafts = Drafts(
            format="vCard",
            people=tuple(
                PersonDraft(
                    name=name,
                    organisation="Imported",
                    points=(PointDraft(kind=PointKind.EMAIL, value=f"{len(name)}@i.example"),),
                )
                for name in names
            ),
            events=(
                EventDraft(
                    uid="e",
                    day=day,
                    starts=datetime.combine(day, time(9), NOW.tzinfo),
                    minutes=30,
                    title="Talk",
                    attendees=(AttendeeDraft(email="1@i.example"),),
                ),
                EventDraft(
                    uid="t",
                    day=day,
                    starts=None,
                    minutes=None,
                    title="Send the draft",
                    attendees=(AttendeeDraft(email="1@i.example"),),
                    todo=TodoDraft(due_on=day),
                ),
            ),
        )
        review = review_drafts(self.library, (("a.vcf", drafts),), today=TODAY)
        save(self.library, review, now=NOW)
        again = review_drafts(self.library, (("a.vcf", drafts),), today=TODAY)
        before = dump(self.library)
        save(self.library, again, now=NOW)
        assert dump(self.library) == before, "the same file twice changes nothing"

    @rule(times=st.integers(1, 3))
    def undo_and_redo(self, times: int) -> None:
        before = dump(self.library)
        undone = sum(self.library.undo() is not None for _ in range(times))
        for _ in range(undone):
            assert self.library.redo() is not None
        assert dump(self.library) == before

    @rule(which=st.integers(0, 40))
    def take_one_step_back(self, which: int) -> None:
        done = [step.id for step in self.library.history() if step.state == "done"]
        if done:
            self.attempt(lambda: len(take_back(self.library, done[which % len(done)])))

    @rule()
    def undo(self) -> None:
        self.library.undo()

    @rule()
    @precondition(lambda self: self.library.next_labels()[1] is not None)
    def redo(self) -> None:
        assert self.library.redo() is not None

    def teardown(self) -> None:
        if not hasattr(self, "library"):
            return
        while self.library.redo():
            pass
        self.what_is_kept_in_memory_is_right()
        end = (dump(self.library), searchable(self.library))
        self.take_all_back()
        self.do_all_again(end)
        self.library.close()
        self.library = self.opened()
        self.take_all_back()
        self.do_all_again(end)
        assert self.library.problems() == []
        self.library.close()
        shutil.rmtree(self.folder)

    def take_all_back(self) -> None:
        while self.library.undo():
            pass
        assert (dump(self.library), searchable(self.library)) == self.start

    def do_all_again(self, end: object) -> None:
        while self.library.redo():
            pass
        assert (dump(self.library), searchable(self.library)) == end


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=20, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
