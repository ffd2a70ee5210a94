"""The rows of a library, in the words of MODEL.md.

The classes are not bound to a file: a Library binds them while it is open. What the columns promise stands
in the migration that makes them.
"""

from __future__ import annotations

from peewee import (
    BlobField,
    FloatField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)

from planner.library.fields import DayField, FlagField, InstantField, TimeOfDayField
from planner.library.ids import new_id


class _Row(Model):
    id = IntegerField(primary_key=True, default=new_id)

    class Meta:
        legacy_table_names = False


class Owner(_Row):
    name = TextField(default="")
    city = TextField(default="")
    zone = TextField(default="UTC")
    works_from = TimeOfDayField(default="09:00")
    works_until = TimeOfDayField(default="18:00")


class Layer(_Row):
    hue = TextField()
    name = TextField()
    short_name = TextField()
    rhythm_days = IntegerField(null=True)
    intended_share = FloatField(null=True)
    way_of_speaking = TextField(default="")
    position = IntegerField()


class Organisation(_Row):
    name = TextField()
    folded = TextField()
    kind = TextField(default="")


class Person(_Row):
    name = TextField()
    folded = TextField()
    given_name = TextField(default="")
    additional_names = TextField(default="")
    family_name = TextField(default="")
    prefix = TextField(default="")
    suffix = TextField(default="")
    nickname = TextField(default="")
    pronouns = TextField(default="")
    role = TextField(default="")
    organisation = ForeignKeyField(Organisation, null=True, backref="people", on_delete="SET NULL")
    layer = ForeignKeyField(Layer, null=True, backref="people", on_delete="SET NULL")
    city = TextField(default="")
    zone = TextField(default="")
    languages = TextField(default="")
    birthday = TextField(null=True)
    photo = BlobField(null=True)
    likes_to_talk = TextField(default="")
    as_a_person = TextField(default="")
    notes = TextField(default="")
    rhythm_days = IntegerField(null=True)
    resting_from = DayField(null=True)
    resting_until = DayField(null=True)
    archived = FlagField(default=False)
    created_on = DayField()
    source_uid = TextField(null=True)
    kept_lines = TextField(default="")


class PersonTag(_Row):
    person = ForeignKeyField(Person, backref="tags", on_delete="CASCADE")
    tag = TextField()


class ContactPoint(_Row):
    person = ForeignKeyField(Person, backref="contact_points", on_delete="CASCADE")
    kind = TextField()
    label = TextField(default="")
    value = TextField()
    normal = TextField()
    position = IntegerField(default=0)


class Conversation(_Row):
    day = DayField()
    starts_at = InstantField(null=True)
    zone = TextField(default="")
    minutes = IntegerField(null=True)
    channel = TextField()
    reached_out = TextField(null=True)
    topic = TextField(default="")
    notes = TextField(default="")
    place = TextField(default="")
    private = FlagField(default=False)
    recorded_at = InstantField()
    source_uid = TextField(null=True)


class Participation(_Row):
    """Who took part. `day` repeats the conversation's, so that a person's last one is one index look-up."""

    conversation = ForeignKeyField(Conversation, backref="participations", on_delete="CASCADE")
    person = ForeignKeyField(Person, backref="participations", on_delete="CASCADE")
    day = DayField()


class Plan(_Row):
    day = DayField()
    starts = TimeOfDayField(null=True)
    zone = TextField(default="")
    minutes = IntegerField(default=30)
    channel = TextField()
    purpose = TextField(default="")
    place = TextField(default="")
    status = TextField(default="open")
    conversation = ForeignKeyField(Conversation, null=True, backref="plans", on_delete="SET NULL")
    created_on = DayField()
    source_uid = TextField(null=True)


class PlanPerson(_Row):
    plan = ForeignKeyField(Plan, backref="plan_people", on_delete="CASCADE")
    person = ForeignKeyField(Person, backref="plan_people", on_delete="CASCADE")


class Commitment(_Row):
    person = ForeignKeyField(Person, backref="commitments", on_delete="CASCADE")
    by = TextField()
    what = TextField()
    made_on = DayField()
    due_on = DayField(null=True)
    outcome = TextField(null=True)
    closed_on = DayField(null=True)
    conversation = ForeignKeyField(Conversation, null=True, on_delete="SET NULL")


class Understanding(_Row):
    person = ForeignKeyField(Person, backref="understandings", on_delete="CASCADE")
    angle = TextField()
    learned = TextField()
    learned_on = DayField()
    source = TextField(default="")
    certainty = TextField(default="")
    private = FlagField(default=False)
    conversation = ForeignKeyField(Conversation, null=True, on_delete="SET NULL")


class Connection(_Row):
    person = ForeignKeyField(Person, backref="connections", on_delete="CASCADE")
    other = ForeignKeyField(Person, backref="connections_from", on_delete="CASCADE")
    kind = TextField()
    directed = FlagField(default=False)
    closeness = IntegerField(null=True)
    since = TextField(null=True)
    note = TextField(default="")


class Trip(_Row):
    place = TextField()
    zone = TextField(default="")
    first_day = DayField()
    last_day = DayField()
    lodging = TextField(default="")


class BusyTime(_Row):
    day = DayField()
    starts_at = InstantField(null=True)
    zone = TextField(default="")
    minutes = IntegerField(null=True)
    title = TextField(default="")
    source_uid = TextField(null=True)


class TimeSetAside(Model):
    weekday = IntegerField(primary_key=True)
    minutes = IntegerField()

    class Meta:
        legacy_table_names = False


class Setting(Model):
    name = TextField(primary_key=True)
    value = TextField()

    class Meta:
        legacy_table_names = False


class Change(Model):
    """One named step of the history; see door.py. Its ids count upwards: they order the history."""

    id = IntegerField(primary_key=True)
    at = InstantField()
    label = TextField()
    state = TextField(default="done")
    rows = IntegerField()
    changeset = BlobField()

    class Meta:
        legacy_table_names = False


TABLES: tuple[type[Model], ...] = (
    *(Owner, Layer, Organisation, Person, PersonTag, ContactPoint),
    *(Conversation, Participation, Plan, PlanPerson, Commitment),
    *(Understanding, Connection, Trip, BusyTime, TimeSetAside, Setting, Change),
)
