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
    trashed_on = DayField(null=True)
    not_to_contact = FlagField(default=False)
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
    parts = TextField(default="")
    preferred = FlagField(default=False)


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
    sequence = IntegerField(default=0)


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
    weight = FloatField(default=1.0)
    follows = ForeignKeyField("self", null=True, on_delete="SET NULL")
    note = TextField(default="")


class Understanding(_Row):
    person = ForeignKeyField(Person, backref="understandings", on_delete="CASCADE")
    angle = TextField()
    learned = TextField()
    learned_on = DayField()
    source = TextField(default="")
    certainty = TextField(default="")
    private = FlagField(default=False)
    conversation = ForeignKeyField(Conversation, null=True, on_delete="SET NULL")
    question = TextField(default="")


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


class Leave(_Row):
    """Days, both included, on which the owner is away: every rhythm's clock stands still."""

    first_day = DayField()
    last_day = DayField()
    note = TextField(default="")


class Absence(_Row):
    """Days on which a person is away; without a last day until further notice."""

    person = ForeignKeyField(Person, backref="absences", on_delete="CASCADE")
    first_day = DayField()
    last_day = DayField(null=True)
    note = TextField(default="")


class SavedFilter(_Row):
    """A filter kept under a name for one place; `rule` is JSON that the place understands."""

    place = TextField()
    name = TextField()
    rule = TextField()
    position = IntegerField(default=0)


class Initiative(_Row):
    name = TextField()
    folded = TextField()
    goal = TextField(default="")
    next_on = DayField(null=True)
    next_what = TextField(default="")
    archived = FlagField(default=False)
    created_on = DayField()


class Stand(_Row):
    """A person's stand on an initiative: unaware, resistant, neutral, supportive, leading; None: unknown."""

    initiative = ForeignKeyField(Initiative, backref="stands", on_delete="CASCADE")
    person = ForeignKeyField(Person, backref="stands", on_delete="CASCADE")
    now = TextField(null=True)
    hoped = TextField(null=True)
    on_day = DayField(null=True)
    reason = TextField(default="")


class Note(_Row):
    person = ForeignKeyField(Person, backref="dated_notes", on_delete="CASCADE")
    on_day = DayField()
    words = TextField()
    private = FlagField(default=False)


class Debrief(_Row):
    """What a conversation did to trust with one person: up, same, down, or not said."""

    conversation = ForeignKeyField(Conversation, backref="debriefs", on_delete="CASCADE")
    person = ForeignKeyField(Person, backref="debriefs", on_delete="CASCADE")
    on_day = DayField()
    trust = TextField(null=True)
    skipped = FlagField(default=False)


class Evidence(_Row):
    """One dated fact that speaks for or against ability, benevolence or integrity."""

    person = ForeignKeyField(Person, backref="evidence", on_delete="CASCADE")
    dimension = TextField()
    speaks_for = FlagField()
    weight = FloatField(default=1.0)
    source = TextField(default="own")
    on_day = DayField()
    what = TextField()
    private = FlagField(default=False)


class OwnView(_Row):
    """The owner's own rating of a relationship under one kind, dated, with the fact behind it."""

    person = ForeignKeyField(Person, backref="own_views", on_delete="CASCADE")
    kind = TextField()
    value = FloatField()
    on_day = DayField()
    fact = TextField(default="")


class Reliance(_Row):
    """How much the owner depends on somebody, assessed on a day; what was not assessed is None."""

    person = ForeignKeyField(Person, backref="reliances", on_delete="CASCADE")
    on_day = DayField()
    importance = FloatField(null=True)
    alternatives = IntegerField(null=True)
    hours_per_week = FloatField(null=True)
    benefit_to_you = FloatField(null=True)
    benefit_to_them = FloatField(null=True)
    note = TextField(default="")


class Favour(_Row):
    """Something given or received: an answer, an introduction, a favour."""

    person = ForeignKeyField(Person, backref="favours", on_delete="CASCADE")
    by = TextField()
    kind = TextField()
    what = TextField(default="")
    on_day = DayField()


class Question(_Row):
    """A question worth asking under an angle, for one layer or (None) for everybody."""

    layer = ForeignKeyField(Layer, null=True, backref="questions", on_delete="CASCADE")
    angle = TextField()
    words = TextField()
    position = IntegerField(default=0)


class Repair(_Row):
    """A time of mending after a breach; open until commitments are kept again."""

    person = ForeignKeyField(Person, backref="repairs", on_delete="CASCADE")
    begun_on = DayField()
    why = TextField(default="")
    ended_on = DayField(null=True)
    commitment = ForeignKeyField(Commitment, null=True, on_delete="SET NULL")


class Attempt(_Row):
    """A try to talk that came to nothing: unanswered, cancelled, or nobody came."""

    person = ForeignKeyField(Person, backref="attempts", on_delete="CASCADE")
    on_day = DayField()
    channel = TextField()
    kind = TextField()


class Forecast(_Row):
    """A logged forecast, to be held against what happened. Not part of the history of changes."""

    made_on = DayField()
    person = ForeignKeyField(Person, backref="forecasts", on_delete="CASCADE")
    horizon_days = IntegerField()
    chance = FloatField()
    model = TextField()
    shown = FlagField(default=False)
    suggested = FlagField(default=False)
    happened = FlagField(null=True)


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


class Unfinished(Model):
    """Words typed and not saved yet, by the place where they stand. Not part of the history of changes."""

    place = TextField(primary_key=True)
    words = TextField()
    at = InstantField()

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
    *(Leave, Absence, SavedFilter, Initiative, Stand, Note, Debrief, Evidence, OwnView, Reliance, Favour),
    *(Question, Repair, Attempt, Forecast, Unfinished),
)
