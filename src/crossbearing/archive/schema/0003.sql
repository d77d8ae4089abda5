-- Events are kept up: one row is written for each that a weighing changed, and all others stay. So a row is numbered when
-- it is written, and `sorting` is its place in the order of the weighing (day, place, first claim). Where `whole` is 1, other
-- events may be parts of it; `earliest` and `latest` (days from 1 January of the year 1) and `lat` (hundred-thousandths of
-- a degree) find those that may be. What was weighed before has its place by its number, and is never a part or a whole: the
-- next weighing writes it anew.
CREATE TABLE weighed (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  sorting TEXT NOT NULL,
  kind TEXT NOT NULL,
  happened TEXT NOT NULL,
  responsible TEXT,
  whole INTEGER NOT NULL,
  earliest INTEGER,
  latest INTEGER,
  lat INTEGER,
  seal BLOB NOT NULL,
  stored BLOB NOT NULL,
  body BLOB NOT NULL
);

-- Claims as people judged them, as of the last weighing, where that is otherwise than they were read: a search goes by
-- these. The columns are those of `claims`; `kind` is null where the claim was rejected. `sources` are the names of its
-- chain as they are compared, one a line.
CREATE TABLE judged_claims (
  reading INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  key INTEGER NOT NULL,
  kind INTEGER,
  certainty INTEGER NOT NULL,
  lat INTEGER,
  lon INTEGER,
  earliest INTEGER,
  latest INTEGER,
  sources TEXT NOT NULL,
  PRIMARY KEY (reading, ordinal)
) WITHOUT ROWID;
