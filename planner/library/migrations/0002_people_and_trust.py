"""The words of the next rooms: leave, filters, initiatives, trust as evidence, notes, repair, forecasts."""

TABLES = """
CREATE TABLE leave (
    id INTEGER PRIMARY KEY, first_day TEXT NOT NULL, last_day TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE absence (
    id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    first_day TEXT NOT NULL, last_day TEXT, note TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE saved_filter (
    id INTEGER PRIMARY KEY, place TEXT NOT NULL, name TEXT NOT NULL, rule TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0, UNIQUE (place, name)) STRICT;
CREATE TABLE initiative (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, folded TEXT NOT NULL, goal TEXT NOT NULL DEFAULT '',
    next_on TEXT, next_what TEXT NOT NULL DEFAULT '', archived INTEGER NOT NULL DEFAULT 0,
    created_on TEXT NOT NULL) STRICT;
CREATE TABLE stand (
    id INTEGER PRIMARY KEY, initiative_id INTEGER NOT NULL REFERENCES initiative (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, now TEXT, hoped TEXT, on_day TEXT,
    reason TEXT NOT NULL DEFAULT '', UNIQUE (initiative_id, person_id)) STRICT;
CREATE TABLE note (
    id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    on_day TEXT NOT NULL, words TEXT NOT NULL, private INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE debrief (
    id INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, on_day TEXT NOT NULL,
    trust TEXT, skipped INTEGER NOT NULL DEFAULT 0, UNIQUE (conversation_id, person_id)) STRICT;
CREATE TABLE evidence (
    id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    dimension TEXT NOT NULL, speaks_for INTEGER NOT NULL, weight REAL NOT NULL DEFAULT 1,
    source TEXT NOT NULL DEFAULT 'own', on_day TEXT NOT NULL, what TEXT NOT NULL,
    private INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE own_view (
    id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL, value REAL NOT NULL, on_day TEXT NOT NULL, fact TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE reliance (
    id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    on_day TEXT NOT NULL, importance REAL, alternatives INTEGER, hours_per_week REAL,
    benefit_to_you REAL, benefit_to_them REAL, note TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE favour (
    id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    by TEXT NOT NULL, kind TEXT NOT NULL, what TEXT NOT NULL DEFAULT '', on_day TEXT NOT NULL) STRICT;
CREATE TABLE question (
    id INTEGER PRIMARY KEY, layer_id INTEGER REFERENCES layer (id) ON DELETE CASCADE,
    angle TEXT NOT NULL, words TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE repair (
    id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    begun_on TEXT NOT NULL, why TEXT NOT NULL DEFAULT '', ended_on TEXT,
    commitment_id INTEGER REFERENCES commitment (id) ON DELETE SET NULL) STRICT;
CREATE TABLE attempt (
    id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    on_day TEXT NOT NULL, channel TEXT NOT NULL, kind TEXT NOT NULL) STRICT;
CREATE TABLE forecast (
    id INTEGER PRIMARY KEY, made_on TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, horizon_days INTEGER NOT NULL,
    chance REAL NOT NULL, model TEXT NOT NULL, shown INTEGER NOT NULL DEFAULT 0,
    suggested INTEGER NOT NULL DEFAULT 0, happened INTEGER, UNIQUE (made_on, person_id, horizon_days)) STRICT;
CREATE TABLE unfinished (
    place TEXT PRIMARY KEY NOT NULL, words TEXT NOT NULL, at TEXT NOT NULL) STRICT;
ALTER TABLE commitment ADD COLUMN weight REAL NOT NULL DEFAULT 1;
ALTER TABLE commitment ADD COLUMN follows_id INTEGER REFERENCES commitment (id) ON DELETE SET NULL;
ALTER TABLE commitment ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE understanding ADD COLUMN question TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN trashed_on TEXT;
ALTER TABLE person ADD COLUMN not_to_contact INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contact_point ADD COLUMN parts TEXT NOT NULL DEFAULT '';
ALTER TABLE contact_point ADD COLUMN preferred INTEGER NOT NULL DEFAULT 0;
ALTER TABLE plan ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0;
"""

INDEXES = """
CREATE INDEX absence_person ON absence (person_id);
CREATE INDEX initiative_folded ON initiative (folded);
CREATE INDEX stand_person ON stand (person_id);
CREATE INDEX note_person ON note (person_id, on_day);
CREATE INDEX debrief_person ON debrief (person_id, on_day);
CREATE INDEX evidence_person ON evidence (person_id, dimension);
CREATE INDEX own_view_person ON own_view (person_id, kind, on_day);
CREATE INDEX reliance_person ON reliance (person_id, on_day);
CREATE INDEX favour_person ON favour (person_id, on_day);
CREATE INDEX question_layer ON question (layer_id, angle, position);
CREATE INDEX repair_person ON repair (person_id);
CREATE INDEX repair_commitment ON repair (commitment_id) WHERE commitment_id IS NOT NULL;
CREATE INDEX attempt_person ON attempt (person_id, on_day);
CREATE INDEX forecast_person ON forecast (person_id);
CREATE INDEX forecast_open ON forecast (made_on) WHERE happened IS NULL;
CREATE INDEX commitment_follows ON commitment (follows_id) WHERE follows_id IS NOT NULL;
CREATE INDEX person_trashed ON person (trashed_on) WHERE trashed_on IS NOT NULL;
"""

# One index a word; rowid is the row's own id. As in step 1 they keep no text, and triggers keep them right.
SEARCHED = {
    "commitment": ("what", "note"),
    "understanding": ("learned",),
    "note": ("words",),
    "initiative": ("name", "goal", "next_what"),
}


def search_of(table, columns):
    names = ", ".join(columns)
    new = ", ".join(f"new.{column}" for column in columns)
    tokens = "tokenize=\"unicode61 remove_diacritics 2\", prefix='2 3'"
    yield f"""CREATE VIRTUAL TABLE {table}_search USING fts5 (
    {names}, content='', contentless_delete=1, {tokens})"""
    yield f"INSERT INTO {table}_search (rowid, {names}) SELECT id, {names} FROM {table}"
    yield f"""CREATE TRIGGER {table}_added AFTER INSERT ON {table} BEGIN
    INSERT INTO {table}_search (rowid, {names}) VALUES (new.id, {new}); END"""
    yield f"""CREATE TRIGGER {table}_removed AFTER DELETE ON {table} BEGIN
    DELETE FROM {table}_search WHERE rowid = old.id; END"""
    yield f"""CREATE TRIGGER {table}_changed AFTER UPDATE OF {names} ON {table} BEGIN
    DELETE FROM {table}_search WHERE rowid = old.id;
    INSERT INTO {table}_search (rowid, {names}) VALUES (new.id, {new}); END"""


def up(migrator, db):
    for statement in (TABLES + INDEXES).split(";\n"):
        if statement.strip():
            db.execute_sql(statement)
    for table, columns in SEARCHED.items():
        for statement in search_of(table, columns):
            db.execute_sql(statement)
    db.execute_sql("PRAGMA user_version = 2")
