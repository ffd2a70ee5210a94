"""The first library: every word of the first slice, its search index, and the history of changes."""

TABLES = """
CREATE TABLE owner (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT '', city TEXT NOT NULL DEFAULT '',
    zone TEXT NOT NULL DEFAULT 'UTC', works_from TEXT NOT NULL DEFAULT '09:00',
    works_until TEXT NOT NULL DEFAULT '18:00') STRICT;
CREATE TABLE layer (
    id INTEGER PRIMARY KEY, hue TEXT NOT NULL, name TEXT NOT NULL, short_name TEXT NOT NULL,
    rhythm_days INTEGER, intended_share REAL, way_of_speaking TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL) STRICT;
CREATE TABLE organisation (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL, kind TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE person (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL,
    given_name TEXT NOT NULL DEFAULT '', additional_names TEXT NOT NULL DEFAULT '',
    family_name TEXT NOT NULL DEFAULT '', prefix TEXT NOT NULL DEFAULT '', suffix TEXT NOT NULL DEFAULT '',
    nickname TEXT NOT NULL DEFAULT '', pronouns TEXT NOT NULL DEFAULT '', role TEXT NOT NULL DEFAULT '',
    organisation_id INTEGER REFERENCES organisation (id) ON DELETE SET NULL,
    layer_id INTEGER REFERENCES layer (id) ON DELETE SET NULL,
    city TEXT NOT NULL DEFAULT '', zone TEXT NOT NULL DEFAULT '', languages TEXT NOT NULL DEFAULT '',
    birthday TEXT, photo BLOB, likes_to_talk TEXT NOT NULL DEFAULT '', as_a_person TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '', rhythm_days INTEGER, resting_from TEXT, resting_until TEXT,
    archived INTEGER NOT NULL DEFAULT 0, created_on TEXT NOT NULL,
    source_uid TEXT, kept_lines TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE person_tag (
    id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    tag TEXT NOT NULL, UNIQUE (person_id, tag)) STRICT;
CREATE TABLE contact_point (
    id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL, label TEXT NOT NULL DEFAULT '', value TEXT NOT NULL, normal TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE conversation (
    id INTEGER PRIMARY KEY, day TEXT NOT NULL, starts_at TEXT, zone TEXT NOT NULL DEFAULT '',
    minutes INTEGER, channel TEXT NOT NULL, reached_out TEXT, topic TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '', place TEXT NOT NULL DEFAULT '', private INTEGER NOT NULL DEFAULT 0,
    recorded_at TEXT NOT NULL, source_uid TEXT) STRICT;
CREATE TABLE participation (
    id INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    day TEXT NOT NULL, UNIQUE (conversation_id, person_id)) STRICT;
CREATE TABLE plan (
    id INTEGER PRIMARY KEY, day TEXT NOT NULL, starts TEXT, zone TEXT NOT NULL DEFAULT '',
    minutes INTEGER NOT NULL DEFAULT 30, channel TEXT NOT NULL, purpose TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '', status TEXT NOT NULL DEFAULT 'open',
    conversation_id INTEGER REFERENCES conversation (id) ON DELETE SET NULL,
    created_on TEXT NOT NULL, source_uid TEXT) STRICT;
CREATE TABLE plan_person (
    id INTEGER PRIMARY KEY, plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, UNIQUE (plan_id, person_id)) STRICT;
CREATE TABLE commitment (
    id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    by TEXT NOT NULL, what TEXT NOT NULL, made_on TEXT NOT NULL, due_on TEXT, outcome TEXT, closed_on TEXT,
    conversation_id INTEGER REFERENCES conversation (id) ON DELETE SET NULL) STRICT;
CREATE TABLE understanding (
    id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    angle TEXT NOT NULL, learned TEXT NOT NULL, learned_on TEXT NOT NULL, source TEXT NOT NULL DEFAULT '',
    certainty TEXT NOT NULL DEFAULT '', private INTEGER NOT NULL DEFAULT 0,
    conversation_id INTEGER REFERENCES conversation (id) ON DELETE SET NULL) STRICT;
CREATE TABLE connection (
    id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, kind TEXT NOT NULL,
    directed INTEGER NOT NULL DEFAULT 0, closeness INTEGER, since TEXT, note TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE trip (
    id INTEGER PRIMARY KEY, place TEXT NOT NULL, zone TEXT NOT NULL DEFAULT '', first_day TEXT NOT NULL,
    last_day TEXT NOT NULL, lodging TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE busy_time (
    id INTEGER PRIMARY KEY, day TEXT NOT NULL, starts_at TEXT, zone TEXT NOT NULL DEFAULT '',
    minutes INTEGER, title TEXT NOT NULL DEFAULT '', source_uid TEXT) STRICT;
CREATE TABLE time_set_aside (weekday INTEGER PRIMARY KEY, minutes INTEGER NOT NULL) STRICT;
CREATE TABLE setting (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;
CREATE TABLE change (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, label TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'done',
    rows INTEGER NOT NULL, changeset BLOB NOT NULL) STRICT;
"""

INDEXES = """
CREATE UNIQUE INDEX organisation_folded ON organisation (folded);
CREATE INDEX person_folded ON person (folded);
CREATE INDEX person_organisation ON person (organisation_id);
CREATE INDEX person_layer ON person (layer_id);
CREATE INDEX person_source ON person (source_uid) WHERE source_uid IS NOT NULL;
CREATE INDEX contact_point_person ON contact_point (person_id, position);
CREATE INDEX contact_point_normal ON contact_point (normal, kind);
CREATE INDEX conversation_day ON conversation (day);
CREATE INDEX conversation_source ON conversation (source_uid) WHERE source_uid IS NOT NULL;
CREATE INDEX participation_person ON participation (person_id, day);
CREATE INDEX plan_day ON plan (day);
CREATE INDEX plan_open ON plan (day) WHERE status = 'open';
CREATE INDEX plan_source ON plan (source_uid) WHERE source_uid IS NOT NULL;
CREATE INDEX plan_conversation ON plan (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX plan_person_person ON plan_person (person_id);
CREATE INDEX commitment_person ON commitment (person_id);
CREATE INDEX commitment_open ON commitment (due_on) WHERE outcome IS NULL;
CREATE INDEX commitment_conversation ON commitment (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX understanding_person ON understanding (person_id, angle);
CREATE INDEX understanding_conversation ON understanding (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX connection_person ON connection (person_id);
CREATE INDEX connection_other ON connection (other_id);
CREATE INDEX busy_time_day ON busy_time (day);
CREATE INDEX busy_time_source ON busy_time (source_uid) WHERE source_uid IS NOT NULL;
CREATE INDEX change_state ON change (state, id);
"""

# One index over people and one over conversations; rowid is the row's own id. The indexes keep no text of
# their own, and triggers keep them right after an undo too.
SEARCH = """
CREATE VIRTUAL TABLE person_search USING fts5 (
    name, role, organisation, notes, content='', contentless_delete=1,
    tokenize="unicode61 remove_diacritics 2", prefix='2 3');
CREATE VIRTUAL TABLE conversation_search USING fts5 (
    topic, notes, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2", prefix='2 3');
"""

PERSON_COLUMNS = "name, nickname, role, organisation_id, city, notes, as_a_person"

TRIGGERS = (
    """CREATE TRIGGER person_added AFTER INSERT ON person BEGIN
    INSERT INTO person_search (rowid, name, role, organisation, notes) VALUES (
        new.id, new.name || ' ' || new.nickname, new.role,
        coalesce((SELECT name FROM organisation WHERE id = new.organisation_id), '') || ' ' || new.city,
        new.notes || ' ' || new.as_a_person); END""",
    """CREATE TRIGGER person_removed AFTER DELETE ON person BEGIN
    DELETE FROM person_search WHERE rowid = old.id; END""",
    f"""CREATE TRIGGER person_changed AFTER UPDATE OF {PERSON_COLUMNS} ON person BEGIN
    DELETE FROM person_search WHERE rowid = old.id;
    INSERT INTO person_search (rowid, name, role, organisation, notes) VALUES (
        new.id, new.name || ' ' || new.nickname, new.role,
        coalesce((SELECT name FROM organisation WHERE id = new.organisation_id), '') || ' ' || new.city,
        new.notes || ' ' || new.as_a_person); END""",
    # An undo may bring the organisation back after its people: then their entries are made again.
    *(
        f"""CREATE TRIGGER organisation_{name} AFTER {event} ON organisation BEGIN
    DELETE FROM person_search WHERE rowid IN (SELECT id FROM person WHERE organisation_id = new.id);
    INSERT INTO person_search (rowid, name, role, organisation, notes)
        SELECT id, name || ' ' || nickname, role, new.name || ' ' || city, notes || ' ' || as_a_person
        FROM person WHERE organisation_id = new.id; END"""
        for name, event in (("added", "INSERT"), ("renamed", "UPDATE OF name"))
    ),
    """CREATE TRIGGER conversation_added AFTER INSERT ON conversation
    WHEN new.topic <> '' OR new.notes <> '' BEGIN
    INSERT INTO conversation_search (rowid, topic, notes) VALUES (new.id, new.topic, new.notes); END""",
    """CREATE TRIGGER conversation_removed AFTER DELETE ON conversation BEGIN
    DELETE FROM conversation_search WHERE rowid = old.id; END""",
    """CREATE TRIGGER conversation_changed AFTER UPDATE OF topic, notes ON conversation BEGIN
    DELETE FROM conversation_search WHERE rowid = old.id;
    INSERT INTO conversation_search (rowid, topic, notes)
        SELECT new.id, new.topic, new.notes WHERE new.topic <> '' OR new.notes <> ''; END""",
)


def up(migrator, db):
    for statement in (TABLES + INDEXES + SEARCH).split(";\n"):
        if statement.strip():
            db.execute_sql(statement)
    for trigger in TRIGGERS:
        db.execute_sql(trigger)
    db.execute_sql("PRAGMA application_id = 0x52505254")
    db.execute_sql("PRAGMA user_version = 1")
