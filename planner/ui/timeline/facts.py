"""What the timeline says in words: of a lane, of what lies on it, and of a plan that is being moved."""

from __future__ import annotations

from collections import Counter
from datetime import date

from planner.domain import words
from planner.domain.channels import Channel, ReachedOut
from planner.domain.names import whose
from planner.domain.rhythm import State, used_up_on
from planner.domain.slot import capacity_words
from planner.library import Library
from planner.queries.day_load import day_load
from planner.queries.lane_heads import LaneHead, told
from planner.queries.lanes import CHANNELS, Away, LaneFlag, LanePlan
from planner.queries.pauses import own_leave
from planner.ui.timeline.label_paint import rhythm_words
from planner.ui.timeline.lane import Lane
from planner.ui.timeline.spots import Spot, What
from planner.ui.timeline.tip import Tip

_MANY = {Channel.IN_PERSON: "in person", Channel.VIDEO: "by video"}
_ENDED = {
    None: "open",
    "kept": "kept",
    "kept late": "kept late",
    "renegotiated": "agreed anew",
    "broken": "not kept",
    "released": "no longer needed",
}


def spot_tip(spot: Spot, head: LaneHead, lane: Lane, library: Library, today: date) -> Tip | None:
    """What there is to tell of a thing; None where it is nothing but the lane."""
    if spot.what is What.TALK and spot.which < len(lane.days):
        return _talk(spot, head, lane, library, today)
    if spot.what is What.PLAN:
        plan = next((each for each in lane.plans if each.id == spot.which), None)
        return Tip(head.name, f", {plan_words(plan, today)}", (_move_hint(plan, today),)) if plan else None
    if spot.what is What.FLAG:
        flag = next((each for each in lane.flags if each.id == spot.which), None)
        return _flag(flag, head, today) if flag else None
    if spot.what is What.QUIET and spot.which < len(lane.quiet_first):
        return _quiet(spot.which, head, lane, today)
    if spot.what is What.DUE and spot.which < len(lane.due):
        due = lane.due[spot.which]
        rhythm = rhythm_words(lane.measure.rhythm_days)
        return Tip(head.name, f" is due by {words.day_words(due.last, today)}", (f"Talking {rhythm}.",))
    return None


def _talk(spot: Spot, head: LaneHead, lane: Lane, library: Library, today: date) -> Tip:
    first = spot.which - spot.many + 1
    if spot.many > 1:
        days = [date.fromordinal(int(each)) for each in lane.days[[first, spot.which]]]
        when = words.day_words(days[1], today)
        when = when if days[0] == days[1] else f"{words.day_words(days[0], today)} to {when}"
        return Tip(
            head.name,
            f", {words.count(spot.many, 'conversation')}: {when}",
            (_by_channel(first, spot, lane),),
        )
    found = told(library, [int(lane.conversations[spot.which])])
    if not found:
        return Tip(head.name)
    talk = found[0]
    length = f", {words.length(talk.minutes)}" if talk.minutes else ""
    by = {ReachedOut.THEY: "They reached out.", ReachedOut.YOU: "You reached out."}.get(talk.reached_out, "")  # type: ignore[arg-type]
    more = " ".join(filter(None, (f"{talk.topic.rstrip('.')}." if talk.topic else "", by)))
    said = f", {talk.channel}: {words.day_words(talk.day, today)}{length}"
    return Tip(head.name, said, (more,) if more else ())


def _by_channel(first: int, spot: Spot, lane: Lane) -> str:
    """'3 calls, 1 message; 2 times they reached out'."""
    kinds = lane.kinds[first : spot.which + 1].tolist()
    counted = Counter(CHANNELS[kind // 2] for kind in kinds)
    theirs = sum(kind % 2 for kind in kinds)
    listed = ", ".join(channel_count(each, counted[each]) for each in CHANNELS if counted[each])
    return f"{listed}; they reached out {words.count(theirs, 'time')}." if theirs else f"{listed}."


def channel_count(channel: Channel, number: int) -> str:
    """'3 calls', '2 in person'."""
    return f"{number} {_MANY[channel]}" if channel in _MANY else words.count(number, channel.value)


def plan_words(plan: LanePlan, today: date) -> str:
    """'call planned: Wed 16 Sep 09:30, 30 min'."""
    at = f" {plan.starts:%H:%M}" if plan.starts else ""
    return f"{plan.channel} planned: {words.day_words(plan.day, today)}{at}, {words.length(plan.minutes)}"


def plan_row(plan: LanePlan, today: date) -> str:
    """'Wed 16 Sep 09:30 call, 30 min': as in a table."""
    at = f" {plan.starts:%H:%M}" if plan.starts else ""
    return f"{words.day_words(plan.day, today)}{at} {plan.channel}, {words.length(plan.minutes)}"


def _move_hint(plan: LanePlan, today: date) -> str:
    if plan.day < today:
        return "Did you talk? J logs it as planned."
    return "Drag it to another day. Alt + arrow moves it a day."


def _flag(flag: LaneFlag, head: LaneHead, today: date) -> Tip:
    by = "You promised" if flag.yours else "Promised to you"
    state = _ended(flag, today)
    return Tip(head.name, f": {flag.what}", (f"{by} for {words.day_words(flag.day, today)}; {state}.",))


def _ended(flag: LaneFlag, today: date) -> str:
    late = flag.outcome is None and flag.day < today
    return f"{(today - flag.day).days} d overdue" if late else _ENDED.get(flag.outcome, "open")


def flag_words(flag: LaneFlag, today: date) -> str:
    """'16 Sep, yours: The one page, open'."""
    whose_it_is = "yours" if flag.yours else "theirs"
    return f"{words.short_day(flag.day, today)}, {whose_it_is}: {flag.what}, {_ended(flag, today)}"


def _quiet(which: int, head: LaneHead, lane: Lane, today: date) -> Tip:
    first, last = (date.fromordinal(int(each[which])) for each in (lane.quiet_first, lane.quiet_last))
    days = words.count((last - first).days + 1, "day")
    if last >= today:
        said = f": quiet since {words.day_words(first, today)}"
    else:
        said = f": quiet {words.day_words(first, today)} to {words.day_words(last, today)}"
    return Tip(head.name, said, (f"{days} past a rhythm of {rhythm_words(lane.measure.rhythm_days)}.",))


def trip_tip(trip: Away, today: date) -> Tip:
    """'Zurich: Tue 15 Sep to Wed 16 Sep'."""
    begin, end = words.day_words(trip.first, today), words.day_words(trip.last, today)
    return Tip(trip.place, f": {begin}" if trip.first == trip.last else f": {begin} to {end}")


def lane_words(head: LaneHead, lane: Lane | None, today: date) -> str:
    """A lane as it is read aloud."""
    if lane is None:
        return head.name
    measure = lane.measure
    said = [head.name, rhythm_words(measure.rhythm_days)]
    if measure.state is not State.NO_RHYTHM:
        said.append(measure.state.value)
    if measure.days_since is not None:
        said.append(f"last conversation {words.days_ago(measure.days_since)}")
    ahead = [each for each in lane.plans if each.day >= today]
    if ahead:
        said.append(plan_words(ahead[0], today))
    flags = sum(each.outcome is None for each in lane.flags)
    if flags:
        said.append(words.count(flags, "open promise"))
    return ", ".join(said)


def moved_tip(plan: LanePlan, day: date, head: LaneHead, lane: Lane, library: Library, today: date) -> Tip:
    """What letting go of a plan on a day would do: against the rhythm, and what is left of the day."""
    to = words.day_words(day, today)
    if day < today:
        refusal = "Log the conversation instead, or choose a day to come."
        return Tip(head.name, f": {to} has passed", (refusal,), refused=True)
    if day == plan.day:
        return Tip(head.name, f", {plan.channel}: {to}", ("Where it is now.",))
    load = day_load(library, day, without_plan=plan.id)
    room = capacity_words(
        load.planned_minutes + plan.minutes,
        load.set_aside_minutes,
        holiday=load.holiday,
        on_leave=load.on_leave,
    )
    said = f", {plan.channel}: {words.day_words(plan.day, today)} to {to}"
    hint = "Alt + arrow moves it a day."
    against = _against_rhythm(plan, day, head, lane, library, today)
    return Tip(head.name, said, (f"{against} {hint}" if against else hint, room))


def _against_rhythm(
    plan: LanePlan, day: date, head: LaneHead, lane: Lane, library: Library, today: date
) -> str:
    """'Inside her 4-week rhythm.', or by how many days it is later; '' where there is no rhythm yet."""
    rhythm = lane.measure.rhythm_days
    before = [each.day for each in lane.plans if each.id != plan.id and today <= each.day <= day]
    last = max([*before, *([lane.measure.last_day] if lane.measure.last_day else [])], default=None)
    if not rhythm or last is None:
        return ""
    used_up = used_up_on(last, rhythm, (*lane.measure.own_pauses, *own_leave(library)))
    named = f"{whose(head.name, head.pronouns)} {_adjective(rhythm)} rhythm"
    if used_up is None or day <= used_up:
        return f"Inside {named}."
    return f"{words.count((day - used_up).days, 'day')} past {named}."


def _adjective(rhythm: int) -> str:
    """'4-week', '10-day'."""
    return f"{rhythm // 7}-week" if rhythm % 7 == 0 else f"{rhythm}-day"


def talk_words(lane: Lane, place: int, today: date) -> str:
    """'5 Apr call', with who reached out where that were they: as in a table."""
    kind = int(lane.kinds[place])
    theirs = ", they reached out" if kind % 2 else ""
    day = date.fromordinal(int(lane.days[place]))
    return f"{words.short_day(day, today)} {CHANNELS[kind // 2]}{theirs}"
