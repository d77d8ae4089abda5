-- The archive's tables, in SQL that SQLite and PostgreSQL share: what only one of them understands stands in a file of its
-- own beside this. Everything but the events and the index is only ever appended to.
-- `seal` is the SHA-256 of a record's JSON; the ledger names it. `stored` is the SHA-256 of `body` as it lies here, cut to
-- eight bytes, so that no byte can change unseen. `entry` is the ledger entry that put the row here. Numbers go up from 1
-- in the order of the ledger.

CREATE TABLE ledger (
  seq INTEGER PRIMARY KEY,
  act TEXT NOT NULL,
  body TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
);
CREATE INDEX ledger_acts ON ledger (act, seq);

-- Zstandard dictionaries of what the records of a table have in common.
CREATE TABLE dictionaries (
  number INTEGER PRIMARY KEY,
  part TEXT NOT NULL UNIQUE,
  seal TEXT NOT NULL,
  body BLOB NOT NULL
);

CREATE TABLE packs (
  number INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE,
  entry INTEGER NOT NULL REFERENCES ledger (seq)
);

CREATE TABLE reports (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  original BLOB NOT NULL,
  pack INTEGER NOT NULL REFERENCES packs (number),
  published TEXT,
  outlet TEXT,
  seal BLOB NOT NULL,
  stored BLOB NOT NULL,
  body BLOB NOT NULL,
  entry INTEGER NOT NULL REFERENCES ledger (seq)
);

CREATE TABLE readings (
  number INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports (number),
  reader TEXT NOT NULL,
  language TEXT,
  claims INTEGER NOT NULL,
  seal BLOB NOT NULL,
  stored BLOB NOT NULL,
  body BLOB NOT NULL,
  entry INTEGER NOT NULL REFERENCES ledger (seq)
);
CREATE INDEX readings_by_report ON readings (report);

-- Which version of which reader came to which reading.
CREATE TABLE readers (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  UNIQUE (name, version)
);
CREATE TABLE read (
  reader INTEGER NOT NULL REFERENCES readers (number),
  report INTEGER NOT NULL REFERENCES reports (number),
  reading INTEGER NOT NULL REFERENCES readings (number),
  entry INTEGER NOT NULL REFERENCES ledger (seq),
  PRIMARY KEY (reader, report)
) WITHOUT ROWID;

-- The words of the ontology that rows of claims name by their numbers.
CREATE TABLE terms (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

-- One row a claim, to find it by; the claim itself stands in its reading. Kinds and certainties are numbers of `terms`,
-- days are counted from 1 January of the year 1, degrees in hundred-thousandths; `key` is the beginning of the claim's id.
CREATE TABLE claims (
  reading INTEGER NOT NULL REFERENCES readings (number),
  ordinal INTEGER NOT NULL,
  key INTEGER NOT NULL,
  kind INTEGER NOT NULL REFERENCES terms (number),
  certainty INTEGER NOT NULL REFERENCES terms (number),
  lat INTEGER,
  lon INTEGER,
  earliest INTEGER,
  latest INTEGER,
  PRIMARY KEY (reading, ordinal)
) WITHOUT ROWID;
CREATE INDEX claims_by_key ON claims (key);
CREATE INDEX claims_by_kind ON claims (kind, latest);
CREATE INDEX claims_by_day ON claims (latest);
CREATE INDEX claims_by_place ON claims (lat) WHERE lat IS NOT NULL;

-- What people decided. `judged` finds the judgements about a report.
CREATE TABLE judgements (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  seal BLOB NOT NULL,
  body TEXT NOT NULL,
  entry INTEGER NOT NULL REFERENCES ledger (seq)
);
CREATE TABLE judged (
  report TEXT NOT NULL,
  judgement INTEGER NOT NULL REFERENCES judgements (number),
  PRIMARY KEY (report, judgement)
) WITHOUT ROWID;

-- Timestamps (RFC 3161) over entries of the ledger, as the authority sent them; and the entries that wait for theirs.
CREATE TABLE timestamps (
  number INTEGER PRIMARY KEY,
  stamped INTEGER NOT NULL REFERENCES ledger (seq),
  body BLOB NOT NULL,
  entry INTEGER NOT NULL REFERENCES ledger (seq)
);
CREATE TABLE unstamped (
  seq INTEGER PRIMARY KEY REFERENCES ledger (seq)
);

-- The events of the last weighing, in its order, and which claims they are made of.
CREATE TABLE events (
  ordinal INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  happened TEXT NOT NULL,
  responsible TEXT,
  seal BLOB NOT NULL,
  stored BLOB NOT NULL,
  body BLOB NOT NULL
);
CREATE TABLE told (
  reading INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  event INTEGER NOT NULL,
  PRIMARY KEY (reading, ordinal)
) WITHOUT ROWID;
CREATE INDEX told_of ON told (event);

-- Where the claims of an event went that a later weighing no longer has: its id still leads there.
CREATE TABLE redirects (
  old TEXT PRIMARY KEY,
  new TEXT NOT NULL
);

-- The index for searching: words and names as people compare them (small letters, no accents, one Arabic). It holds
-- nothing that is not told above, and is made anew when the way of comparing changes: `made_by` says which made it.
CREATE TABLE made_by (
  version TEXT NOT NULL
);
-- Who stands in the chains of which claims.
CREATE TABLE sources (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);
CREATE TABLE claim_sources (
  source INTEGER NOT NULL REFERENCES sources (number),
  reading INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (source, reading, ordinal)
) WITHOUT ROWID;
CREATE TABLE outlets (
  report INTEGER PRIMARY KEY REFERENCES reports (number),
  name TEXT NOT NULL
);
