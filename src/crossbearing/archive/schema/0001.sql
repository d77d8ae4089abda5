-- The archive's tables. Everything but `events` and what is derived from it is only ever appended to.
-- `seal` is the SHA-256 of a record's JSON; the ledger names it. `stored` is the SHA-256 of `body` as it lies here,
-- cut to 32 digits, so that no byte can change unseen. `entry` is the ledger entry that put the row here.

CREATE TABLE ledger (
  seq INTEGER PRIMARY KEY,
  act TEXT NOT NULL,
  body TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
);
CREATE INDEX ledger_acts ON ledger (act, seq);

CREATE TABLE reports (
  id TEXT PRIMARY KEY,
  original TEXT NOT NULL,
  published TEXT,
  outlet TEXT,
  seal TEXT NOT NULL,
  stored TEXT NOT NULL,
  body BLOB NOT NULL,
  entry INTEGER NOT NULL REFERENCES ledger (seq)
);

CREATE TABLE readings (
  number INTEGER PRIMARY KEY,
  report TEXT NOT NULL REFERENCES reports (id),
  reader TEXT NOT NULL,
  language TEXT,
  claims INTEGER NOT NULL,
  seal TEXT NOT NULL,
  stored TEXT NOT NULL,
  body BLOB NOT NULL,
  entry INTEGER NOT NULL REFERENCES ledger (seq)
);
CREATE UNIQUE INDEX readings_once ON readings (report, reader, seal);

-- Which version of which reader came to which reading.
CREATE TABLE readers (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  UNIQUE (name, version)
);
CREATE TABLE read (
  reader INTEGER NOT NULL REFERENCES readers (number),
  report TEXT NOT NULL REFERENCES reports (id),
  reading INTEGER NOT NULL REFERENCES readings (number),
  entry INTEGER NOT NULL REFERENCES ledger (seq),
  PRIMARY KEY (reader, report)
) WITHOUT ROWID;

-- One row a claim, to find it by; the claim itself stands in its reading.
CREATE TABLE claims (
  reading INTEGER NOT NULL REFERENCES readings (number),
  ordinal INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  certainty TEXT NOT NULL,
  place TEXT,
  lat REAL,
  lon REAL,
  earliest TEXT,
  latest TEXT,
  PRIMARY KEY (reading, ordinal)
) WITHOUT ROWID;
CREATE INDEX claims_by_id ON claims (id);

-- The events of the last weighing, in its order.
CREATE TABLE events (
  ordinal INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  happened TEXT NOT NULL,
  responsible TEXT,
  lat REAL,
  lon REAL,
  earliest TEXT,
  latest TEXT,
  seal TEXT NOT NULL,
  stored TEXT NOT NULL,
  body BLOB NOT NULL
);

CREATE TRIGGER ledger_keeps_order BEFORE INSERT ON ledger
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM ledger)
BEGIN SELECT raise(ABORT, 'the ledger is appended to in order'); END;
CREATE TRIGGER ledger_keeps_words BEFORE UPDATE ON ledger
BEGIN SELECT raise(ABORT, 'the ledger is never changed'); END;
CREATE TRIGGER ledger_keeps_rows BEFORE DELETE ON ledger
BEGIN SELECT raise(ABORT, 'the ledger is never shortened'); END;

CREATE TRIGGER reports_keep_words BEFORE UPDATE ON reports
BEGIN SELECT raise(ABORT, 'reports are never changed'); END;
CREATE TRIGGER reports_keep_rows BEFORE DELETE ON reports
BEGIN SELECT raise(ABORT, 'reports are never deleted'); END;

CREATE TRIGGER readings_keep_words BEFORE UPDATE ON readings
BEGIN SELECT raise(ABORT, 'readings are never changed'); END;
CREATE TRIGGER readings_keep_rows BEFORE DELETE ON readings
BEGIN SELECT raise(ABORT, 'readings are never deleted'); END;

CREATE TRIGGER readers_keep_words BEFORE UPDATE ON readers
BEGIN SELECT raise(ABORT, 'readers are never changed'); END;
CREATE TRIGGER readers_keep_rows BEFORE DELETE ON readers
BEGIN SELECT raise(ABORT, 'readers are never deleted'); END;

CREATE TRIGGER read_keeps_words BEFORE UPDATE ON read
BEGIN SELECT raise(ABORT, 'what was read is never changed'); END;
CREATE TRIGGER read_keeps_rows BEFORE DELETE ON read
BEGIN SELECT raise(ABORT, 'what was read is never deleted'); END;

CREATE TRIGGER claims_keep_words BEFORE UPDATE ON claims
BEGIN SELECT raise(ABORT, 'claims are never changed'); END;
CREATE TRIGGER claims_keep_rows BEFORE DELETE ON claims
BEGIN SELECT raise(ABORT, 'claims are never deleted'); END;
