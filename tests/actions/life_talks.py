"""What people do with conversations, plans and promises, for the machine of test_undo_machine.py."""

from __future__ import annotations

from datetime import date, time, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from planner.actions import commitments, conversations, one_line, plans, repeats, several
from planner.actions.attempts import note_attempt
from planner.actions.suggest import accept, suggest
from planner.domain.attempts import Attempt
from planner.domain.channels import Channel, ReachedOut
from planner.domain.commitments import By, Outcome
from planner.domain.one_line.rows import Choice, RowKind
from planner.domain.repeating import Every
from planner.queries.one_line import understand_line
from tests.actions.life import (
    NOW,
    TODAY,
    Living,
    around,
    channels,
    intents,
    past,
    persons,
    promises,
    talks,
    texts,
    times,
)


class WithTalks(Living):
    """Conversations logged, planned, moved and typed as a line; promises made and kept."""

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

    @rule(who=st.lists(persons, max_size=3, unique=True), moved=st.lists(intents, max_size=2), day=around)
    def all_on_day(self, who: list[int], moved: list[int], day: date) -> None:
        intended = tuple(dict.fromkeys(moved))
        self.attempt(lambda: len(several.all_on_day(self.library, who, intended, day, now=NOW)))

    @rule(intent=intents, day=around, starts=times)
    def move_to_day(self, intent: int, day: date, starts: time | None) -> None:
        self.attempt(lambda: plans.move_plan(self.library, intent, day, starts, today=TODAY))

    @rule(moved=st.lists(intents, min_size=2, max_size=3, unique=True), steps=st.sampled_from((-1, 1, 7)))
    def several_plans(self, moved: list[int], steps: int) -> None:
        for action in (
            lambda: several.plans_moved_by_days(self.library, moved, steps, today=TODAY),
            lambda: several.plans_moved_in_day(self.library, moved, 15 * steps, today=TODAY),
            lambda: several.plans_talked(self.library, moved[:1], now=NOW),
            lambda: several.let_plans_go(self.library, moved[1:]),
        ):
            self.attempt(action)

    @rule(again=st.lists(intents, min_size=1, max_size=2, unique=True), every=st.sampled_from(list(Every)))
    def plan_again(self, again: list[int], every: Every) -> None:
        self.attempt(lambda: len(repeats.duplicate_plans(self.library, again, today=TODAY)))
        self.attempt(lambda: len(repeats.repeat_plan(self.library, again[0], every, 2, today=TODAY)))

    @rule(person=persons, day=past, channel=channels, kind=st.sampled_from(list(Attempt)))
    def try_to_reach(self, person: int, day: date, channel: Channel, kind: Attempt) -> None:
        self.attempt(lambda: note_attempt(self.library, person, day, channel, kind, today=TODAY))

    @rule(target=talks, intent=intents)
    def talked(self, intent: int) -> object:
        return self.made(self.attempt(lambda: plans.talked(self.library, intent, now=NOW)))

    @rule(weeks=st.integers(0, 2))
    def accept_suggestion(self, weeks: int) -> None:
        monday = TODAY + timedelta(weeks=weeks)
        found = suggest(self.library, today=TODAY, monday=monday, seconds=0.3)
        self.attempt(lambda: len(accept(self.library, found, today=TODAY)))

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
