-- Expunging: a report that must go is taken away with all that quotes it. Its tombstone stays: the SHA-256 of its
-- original, by which it is never taken in again, and the ledger entry that tells who took it away, when and why.

CREATE TABLE expunged (
  digest BLOB PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES ledger (seq)
);

-- A row stands here while something is expunged, inside that transaction: then what is never changed may be.
CREATE TABLE expunging (
  report TEXT PRIMARY KEY
);

-- All that a search by place and days asks of a claim: a band of latitude is gone through without a look at the claims.
DROP INDEX claims_by_place;
CREATE INDEX claims_by_place ON claims (lat, lon, earliest, latest) WHERE lat IS NOT NULL;
