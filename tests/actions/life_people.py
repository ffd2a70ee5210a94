"""What people do with people, for the machine of test_undo_machine.py."""

from __future__ import annotations

from datetime import date, datetime, time

from hypothesis import strategies as st
from hypothesis.stateful import rule

from planner.actions import leave as time_off
from planner.actions import people, people_several
from planner.actions import trash as rubbish
from planner.actions.duplicates import not_the_same
from planner.actions.imports.files import review_drafts, save
from planner.actions.merging import merge_people
from planner.domain.merging import FIELDS
from planner.exchange.drafts import (
    AttendeeDraft,
    Drafts,
    EventDraft,
    PersonDraft,
    PointDraft,
    PointKind,
    TodoDraft,
)
from tests.actions.life import (
    NOW,
    TODAY,
    Living,
    around,
    names,
    persons,
    texts,
)
from tests.dump import dump


class WithPeople(Living):
    """People added, changed, merged, put away, given rest and brought in from files."""

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

    @rule(who=st.lists(persons, min_size=1, max_size=3, unique=True))
    def several_back(self, who: list[int]) -> None:
        self.attempt(lambda: people_several.bring_back(self.library, who))
        self.attempt(lambda: people_several.end_rests(self.library, who))

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
