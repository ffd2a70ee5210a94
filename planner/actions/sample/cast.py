"""The sample's own people and everything between them and the owner, as rows."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import time

from planner.actions.sample.calendar import SampleCalendar, SampleIds
from planner.actions.sample.history import DAYS_BACK, conversations_with
from planner.actions.sample.knowledge import Knowledge, read_knowledge
from planner.actions.sample.recipe import Intended, Member, Promise, Recipe, Told
from planner.actions.sample.rows import RowBook
from planner.domain.filter_rules import rule_of
from planner.domain.filters import Filter
from planner.domain.names import fold

_MINUTES_TO_WRITE_DOWN = 20
_FRIDAY_BEFORE = -4


@dataclass(slots=True, kw_only=True)
class Cast:
    """Gathers the rows of the cast; `layers` maps a layer's hue to its id and rhythm in days."""

    recipe: Recipe
    calendar: SampleCalendar
    ids: SampleIds
    layers: dict[str, tuple[int, int | None]]
    book: RowBook = field(default_factory=RowBook)
    people: dict[str, int] = field(default_factory=dict)
    organisations: dict[str, int] = field(default_factory=dict)
    _talks: dict[tuple[str, int], int] = field(default_factory=dict)
    _promised: dict[str, int] = field(default_factory=dict)

    def gather(self) -> RowBook:
        """All rows of the cast."""
        for member in self.recipe.people:
            self._add_person(member)
        for member in self.recipe.people:
            self._add_history(member)
        for told in self.recipe.gatherings:
            self._add_conversation(told)
        for plan in self.recipe.plans:
            self._add_plan(plan)
        for promise in self.recipe.promises:
            self._add_promise(promise)
        self._add_understanding()
        self._add_connections()
        self._add_trips_and_busy_times()
        self._add_knowledge()
        self._add_days_away()
        self._add_filters(self._add_initiatives())
        return self.book

    def _add_knowledge(self) -> None:
        Knowledge(
            recipe=read_knowledge(),
            calendar=self.calendar,
            ids=self.ids,
            book=self.book,
            people=self.people,
            talks=self._talks,
        ).add(self.recipe.people)

    # People

    def _add_person(self, member: Member) -> None:
        layer_id, rhythm_days = self.layers[member.layer]
        given, _, family = member.name.partition(" ")
        self.people[member.key] = person_id = self.book.add(
            "person",
            id=self.ids.at(-DAYS_BACK - 14),
            name=member.name,
            folded=fold(member.name),
            given_name=given,
            family_name=family,
            pronouns=member.pronouns,
            role=member.role,
            organisation_id=self._organisation(member.organisation),
            layer_id=layer_id,
            city=member.city,
            zone=self.recipe.zones[member.city],
            languages=member.languages,
            birthday=self._birthday(member),
            likes_to_talk=member.likes_to_talk,
            as_a_person=member.as_a_person,
            rhythm_days=None if member.rhythm == rhythm_days else member.rhythm,
            resting_from=self._day_or_none(member.rests_from),
            resting_until=self._day_or_none(member.rests_until),
            created_on=self.calendar.text(-DAYS_BACK - 14),
        )
        for tag in member.tags:
            self.book.add("person_tag", id=self.ids.at(-DAYS_BACK), person_id=person_id, tag=tag)
        self._add_contact_points(member, person_id)

    def _organisation(self, name: str) -> int:
        if name not in self.organisations:
            self.organisations[name] = self.book.add(
                "organisation", id=self.ids.at(-DAYS_BACK - 14), name=name, folded=fold(name)
            )
        return self.organisations[name]

    def _birthday(self, member: Member) -> str | None:
        """Written as it is, or a day of this week without its year."""
        if member.birthday_in is None:
            return member.birthday
        return f"-{self.calendar.text(member.birthday_in)[4:]}"

    def _day_or_none(self, number: int | None) -> str | None:
        return None if number is None else self.calendar.text(number)

    def _add_contact_points(self, member: Member, person_id: int) -> None:
        words = fold(member.name).replace("-", "").split()
        domain = self.recipe.domains.get(member.organisation) or (
            fold(member.organisation).replace(" ", "-") + ".example"
        )
        email = f"{words[0]}.{''.join(words[1:])}@{domain}"
        phone = f"{self.recipe.dialling[member.city]} 555 {100 + member.seed:04d}"
        normal = "+" + "".join(filter(str.isdigit, phone))
        for position, (kind, value, plain) in enumerate((("email", email, email), ("phone", phone, normal))):
            self.book.add(
                "contact_point",
                id=self.ids.at(-DAYS_BACK),
                person_id=person_id,
                kind=kind,
                label="work",
                value=value,
                normal=plain,
                position=position,
            )

    # Conversations and plans

    def _add_history(self, member: Member) -> None:
        planned = {plan.day for plan in self.recipe.plans if plan.person == member.key and not plan.asks}
        for told in conversations_with(member, self.recipe):
            if told.day not in planned:
                self._add_conversation(told)

    def _add_conversation(self, told: Told) -> int:
        day = self.calendar.text(told.day)
        conversation_id = self.book.add(
            "conversation",
            id=self.ids.at(told.day, told.starts),
            day=day,
            starts_at=self.calendar.instant(told.day, told.starts),
            zone=self.calendar.zone,
            minutes=told.minutes,
            channel=str(told.channel),
            reached_out=told.reached_out,
            topic=told.topic,
            notes=told.notes,
            place=told.place,
            recorded_at=self.calendar.instant(told.day, told.starts, told.minutes + _MINUTES_TO_WRITE_DOWN),
        )
        for key in told.people:
            self._talks[key, told.day] = conversation_id
            self.book.add(
                "participation",
                id=self.ids.at(told.day, told.starts),
                conversation_id=conversation_id,
                person_id=self.people[key],
                day=day,
            )
        return conversation_id

    def _add_plan(self, plan: Intended) -> None:
        day = plan.day
        if plan.asks and not self.calendar.is_past(day):
            day = _FRIDAY_BEFORE
        talked = self.calendar.is_past(day) and not plan.asks
        made = min(day, 0) - 6
        plan_id = self.book.add(
            "plan",
            id=self.ids.at(made),
            day=self.calendar.text(day),
            starts=plan.starts.strftime("%H:%M"),
            zone=self.calendar.zone,
            minutes=plan.minutes,
            channel=plan.channel,
            purpose=plan.purpose,
            place=plan.place,
            status="talked" if talked else "open",
            conversation_id=self._talk_of(plan) if talked else None,
            created_on=self.calendar.text(made),
        )
        self.book.add(
            "plan_person", id=self.ids.at(made), plan_id=plan_id, person_id=self.people[plan.person]
        )

    def _talk_of(self, plan: Intended) -> int:
        return self._add_conversation(
            Told(
                people=(plan.person,),
                day=plan.day,
                channel=plan.channel,
                starts=plan.starts,
                minutes=plan.minutes,
                topic=plan.topic,
                reached_out=plan.reached_out,
                notes=plan.notes,
                place=plan.place,
            )
        )

    # What was promised, understood and is known around people

    def _add_promise(self, promise: Promise) -> None:
        if not self.calendar.is_past(promise.made):
            return
        outcome, closed = self._ending(promise)
        before = self._promised.get(promise.person) if promise.follows else None
        self._promised[promise.person] = self.book.add(
            "commitment",
            id=self.ids.at(promise.made, time(18, 0)),
            person_id=self.people[promise.person],
            by=promise.by,
            what=promise.what,
            made_on=self.calendar.text(promise.made),
            due_on=self._day_or_none(promise.due),
            outcome=outcome,
            closed_on=self._day_or_none(closed),
            conversation_id=self._talks.get((promise.person, promise.made)),
            weight=1.0,
            follows_id=before,
            note=promise.note,
        )

    def _ending(self, promise: Promise) -> tuple[str | None, int | None]:
        """How it ended; an open one that fell due earlier this week was kept: the week looks lived in."""
        if promise.outcome is not None:
            return promise.outcome, promise.closed
        if promise.settled is not None and self.calendar.is_past(promise.settled):
            return "kept late", promise.settled
        if promise.due is not None and promise.due >= 0 and self.calendar.is_past(promise.due):
            return "kept", promise.due
        return None, None

    def _add_understanding(self) -> None:
        for learned in self.recipe.learned:
            self.book.add(
                "understanding",
                id=self.ids.at(learned.day, time(18, 30)),
                person_id=self.people[learned.person],
                angle=learned.angle,
                learned=learned.text,
                learned_on=self.calendar.text(learned.day),
                source=learned.source,
                certainty=learned.certainty,
                private=int(learned.private),
                conversation_id=self._talks.get((learned.person, learned.day)),
            )

    def _add_connections(self) -> None:
        for link in self.recipe.links:
            self.book.add(
                "connection",
                id=self.ids.at(-DAYS_BACK),
                person_id=self.people[link.person],
                other_id=self.people[link.other],
                kind=link.kind,
                directed=int(link.directed),
                closeness=link.closeness,
                since=link.since,
                note=link.note,
            )

    def _add_trips_and_busy_times(self) -> None:
        for trip in self.recipe.trips:
            self.book.add(
                "trip",
                id=self.ids.at(trip.first - 30),
                place=trip.place,
                zone=self.recipe.zones.get(trip.place, self.calendar.zone),
                first_day=self.calendar.text(trip.first),
                last_day=self.calendar.text(trip.last),
                lodging=trip.lodging,
            )
        for busy in self.recipe.busy:
            self.book.add(
                "busy_time",
                id=self.ids.at(-7),
                day=self.calendar.text(busy.day),
                starts_at=self.calendar.instant(busy.day, busy.starts),
                zone=self.calendar.zone,
                minutes=busy.minutes,
                title=busy.title,
            )

    def _add_filters(self, initiatives: dict[str, int]) -> None:
        for position, kept in enumerate(self.recipe.filters):
            wanted = Filter(
                cities=frozenset(kept.cities),
                tags=frozenset(kept.tags),
                initiatives=frozenset(initiatives[each] for each in kept.initiatives),
                stands=frozenset(kept.stands),
            )
            self.book.add(
                "saved_filter",
                id=self.ids.at(-30),
                place=kept.place,
                name=kept.name,
                rule=json.dumps(rule_of(wanted)),
                position=position,
            )

    def _add_days_away(self) -> None:
        for away in self.recipe.away:
            whose = {"person_id": self.people[away.person]} if away.person else {}
            self.book.add(
                "absence" if away.person else "leave",
                id=self.ids.at(-14),
                first_day=self.calendar.text(away.first),
                last_day=self.calendar.text(away.last),
                note=away.note,
                **whose,
            )

    def _add_initiatives(self) -> dict[str, int]:
        """Write them with where people stand; their ids by key."""
        known: dict[str, int] = {}
        for each in self.recipe.initiatives:
            known[each.key] = self.book.add(
                "initiative",
                id=self.ids.at(each.started),
                name=each.name,
                folded=fold(each.name),
                goal=each.goal,
                next_what=each.next_what,
                next_on=self.calendar.text(each.next_on),
                created_on=self.calendar.text(each.started),
            )
        for stand in self.recipe.stands:
            self.book.add(
                "stand",
                id=self.ids.at(stand.day),
                initiative_id=known[stand.initiative],
                person_id=self.people[stand.person],
                now=stand.now,
                hoped=stand.hoped,
                on_day=self.calendar.text(stand.day),
                reason=stand.reason,
            )
        return known
