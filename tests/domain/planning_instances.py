"""Instances for the tests of planning: the worked one, chance ones, and a check of every constraint."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from planner.domain.channels import Channel
from planner.domain.planning import LENGTHS, Choice, Deadline, Instance, Option, PlanDay, Stretch

MONDAY, TUESDAY = date(2026, 9, 14), date(2026, 9, 15)
ANA, BEN, CEM = 1, 2, 3


def option(person_id: int, day: date, channel: Channel, value: float, *places: int) -> Option:
    """An option with the usual length; in the day's first stretch if nothing else is said."""
    lying = () if channel is Channel.MESSAGE else places or (0,)
    return Option(
        person_id=person_id, day=day, channel=channel, minutes=LENGTHS[channel], value=value, stretches=lying
    )


def one_stretch(day: date, minutes: int) -> PlanDay:
    """A day with so many minutes in one stretch from nine on."""
    end = 540 + -(-minutes // 15) * 15
    return PlanDay(day=day, free_minutes=minutes, stretches=(Stretch(begin=540, end=end),))


def worked() -> Instance:
    """The instance of SCIENCE 4.4; its optimum is 38.8."""
    return Instance(
        days=(one_stretch(MONDAY, 60), one_stretch(TUESDAY, 30)),
        options=(
            option(ANA, MONDAY, Channel.IN_PERSON, 22.8),
            option(ANA, MONDAY, Channel.CALL, 12.1),
            option(ANA, TUESDAY, Channel.CALL, 11.0),
            option(BEN, MONDAY, Channel.VIDEO, 17.7),
            option(BEN, TUESDAY, Channel.VIDEO, 16.0),
            option(CEM, MONDAY, Channel.CALL, 6.0),
            option(CEM, TUESDAY, Channel.CALL, 5.5),
            option(CEM, MONDAY, Channel.MESSAGE, 1.5),
            option(CEM, TUESDAY, Channel.MESSAGE, 1.5),
        ),
    )


def chance_instance(seed: int, *, people: int, days: int, most_stretches: int = 1) -> Instance:
    """An instance thrown with dice; with several stretches also promises and a limit of deep talks."""
    dice = random.Random(seed)
    plan_days = tuple(_day(dice, MONDAY + timedelta(days=each), most_stretches) for each in range(days))
    options = [
        each
        for person_id in range(1, people + 1)
        for each in _options(dice, person_id, plan_days, dice.uniform(0, 28))
    ]
    if most_stretches == 1:
        return Instance(days=plan_days, options=tuple(options))
    return Instance(
        days=plan_days,
        options=tuple(options),
        deadlines=tuple(
            Deadline(person_id=dice.randint(1, people), by=dice.choice(plan_days).day)
            for _ in range(dice.randint(0, 3))
        ),
        rejected=frozenset({dice.randint(1, people)} if dice.random() < 0.3 else ()),
        deep_talks_a_day=dice.choice((None, 1, 2)),
    )


def _day(dice: random.Random, day: date, most_stretches: int) -> PlanDay:
    if most_stretches == 1:
        return one_stretch(day, dice.randrange(30, 180, 5))
    stretches, at = [], 540
    for _ in range(dice.randint(0, most_stretches)):
        end = at + 15 * dice.randint(1, 8)
        stretches.append(Stretch(begin=at, end=end))
        at = end + 15 * dice.randint(0, 4)
    return PlanDay(day=day, free_minutes=dice.randrange(0, 180, 5), stretches=tuple(stretches))


def _options(dice: random.Random, person_id: int, days: Sequence[PlanDay], need: float) -> list[Option]:
    found = []
    for day in days:
        whole = [place for place in range(len(day.stretches)) if dice.random() < 0.8]
        for channel, credit in zip(LENGTHS, (1.0, 0.8, 0.6, 0.2), strict=True):
            fitting = [each for each in whole if day.stretches[each].minutes >= LENGTHS[channel]]
            if dice.random() < 0.6 and (fitting or channel is Channel.MESSAGE):
                value = need * credit * dice.uniform(0.7, 1.0)
                found.append(option(person_id, day.day, channel, value, *fitting))
    return found


def broken(instance: Instance, choices: Sequence[Choice]) -> list[str]:
    """Every constraint that the choices break, in words."""
    wrong = []
    chosen = [each.option for each in choices]
    if any(count > 1 for count in Counter(each.person_id for each in chosen).values()):
        wrong.append("somebody twice")
    if not set(chosen) <= set(instance.options):
        wrong.append("an option that is none")
    if instance.rejected & {each.person_id for each in chosen}:
        wrong.append("somebody rejected")
    for day in instance.days:
        here = [each for each in choices if each.option.day == day.day]
        if sum(each.option.minutes for each in here) > day.free_minutes:
            wrong.append(f"too much on {day.day}")
        deep = sum(each.option.channel is Channel.IN_PERSON for each in here)
        if instance.deep_talks_a_day is not None and deep > instance.deep_talks_a_day:
            wrong.append(f"too many deep talks on {day.day}")
        for place, stretch in enumerate(day.stretches):
            if sum(each.option.minutes for each in here if each.stretch == place) > stretch.minutes:
                wrong.append(f"a stretch of {day.day} overflows")
    for each in choices:
        allowed: tuple[int | None, ...] = each.option.stretches if each.option.needs_time else (None,)
        if each.stretch not in allowed:
            wrong.append("a conversation where it may not lie")
    return wrong
