-- Which schema a database has.
CREATE TABLE schema_version (
  version BIGINT NOT NULL
);
INSERT INTO schema_version (version) VALUES (0);

-- The packs of originals, where they are kept in the database and not in a folder.
CREATE TABLE originals (
  digest BYTEA PRIMARY KEY,
  body BYTEA NOT NULL
);

-- The words of each report's title and text, in pieces: PostgreSQL keeps the places of no more than 16383 words.
CREATE TABLE words (
  report BIGINT NOT NULL REFERENCES reports (number),
  piece BIGINT NOT NULL,
  body TSVECTOR NOT NULL,
  PRIMARY KEY (report, piece)
);
CREATE INDEX words_by_word ON words USING gin (body);

-- What is of record is appended to, and nothing else.
CREATE FUNCTION keep_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM ledger) THEN
    RAISE EXCEPTION 'the ledger is appended to in order';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ledger_keeps_order BEFORE INSERT ON ledger FOR EACH ROW EXECUTE FUNCTION keep_order();

CREATE FUNCTION keep_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is never changed and never deleted', TG_TABLE_NAME;
END $$;
CREATE TRIGGER ledger_keeps_rows BEFORE UPDATE OR DELETE ON ledger FOR EACH ROW EXECUTE FUNCTION keep_rows();
CREATE TRIGGER ledger_keeps_all BEFORE TRUNCATE ON ledger EXECUTE FUNCTION keep_rows();
CREATE TRIGGER dictionaries_keeps_rows BEFORE UPDATE OR DELETE ON dictionaries FOR EACH ROW EXECUTE FUNCTION keep_rows();
CREATE TRIGGER dictionaries_keeps_all BEFORE TRUNCATE ON dictionaries EXECUTE FUNCTION keep_rows();
CREATE TRIGGER packs_keeps_rows BEFORE UPDATE OR DELETE ON packs FOR EACH ROW EXECUTE FUNCTION keep_rows();
CREATE TRIGGER packs_keeps_all BEFORE TRUNCATE ON packs EXECUTE FUNCTION keep_rows();
CREATE TRIGGER originals_keeps_rows BEFORE UPDATE OR DELETE ON originals FOR EACH ROW EXECUTE FUNCTION keep_rows();
CREATE TRIGGER originals_keeps_all BEFORE TRUNCATE ON originals EXECUTE FUNCTION keep_rows();
CREATE TRIGGER reports_keeps_rows BEFORE UPDATE OR DELETE ON reports FOR EACH ROW EXECUTE FUNCTION keep_rows();
CREATE TRIGGER reports_keeps_all BEFORE TRUNCATE ON reports EXECUTE FUNCTION keep_rows();
CREATE TRIGGER readings_keeps_rows BEFORE UPDATE OR DELETE ON readings FOR EACH ROW EXECUTE FUNCTION keep_rows();
CREATE TRIGGER readings_keeps_all BEFORE TRUNCATE ON readings EXECUTE FUNCTION keep_rows();
CREATE TRIGGER readers_keeps_rows BEFORE UPDATE OR DELETE ON readers FOR EACH ROW EXECUTE FUNCTION keep_rows();
CREATE TRIGGER readers_keeps_all BEFORE TRUNCATE ON readers EXECUTE FUNCTION keep_rows();
CREATE TRIGGER read_keeps_rows BEFORE UPDATE OR DELETE ON read FOR EACH ROW EXECUTE FUNCTION keep_rows();
CREATE TRIGGER read_keeps_all BEFORE TRUNCATE ON read EXECUTE FUNCTION keep_rows();
CREATE TRIGGER claims_keeps_rows BEFORE UPDATE OR DELETE ON claims FOR EACH ROW EXECUTE FUNCTION keep_rows();
CREATE TRIGGER claims_keeps_all BEFORE TRUNCATE ON claims EXECUTE FUNCTION keep_rows();
CREATE TRIGGER judgements_keeps_rows BEFORE UPDATE OR DELETE ON judgements FOR EACH ROW EXECUTE FUNCTION keep_rows();
CREATE TRIGGER judgements_keeps_all BEFORE TRUNCATE ON judgements EXECUTE FUNCTION keep_rows();
CREATE TRIGGER judged_keeps_rows BEFORE UPDATE OR DELETE ON judged FOR EACH ROW EXECUTE FUNCTION keep_rows();
CREATE TRIGGER judged_keeps_all BEFORE TRUNCATE ON judged EXECUTE FUNCTION keep_rows();
CREATE TRIGGER timestamps_keeps_rows BEFORE UPDATE OR DELETE ON timestamps FOR EACH ROW EXECUTE FUNCTION keep_rows();
CREATE TRIGGER timestamps_keeps_all BEFORE TRUNCATE ON timestamps EXECUTE FUNCTION keep_rows();
