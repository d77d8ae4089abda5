-- The words of each report's title and text, under the report's number.
CREATE VIRTUAL TABLE words USING fts5 (body, content = '', tokenize = 'unicode61 remove_diacritics 0');

CREATE TRIGGER ledger_keeps_order BEFORE INSERT ON ledger
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM ledger)
BEGIN SELECT raise(ABORT, 'the ledger is appended to in order'); END;

CREATE TRIGGER ledger_keeps_words BEFORE UPDATE ON ledger
BEGIN SELECT raise(ABORT, 'the ledger is never changed'); END;
CREATE TRIGGER ledger_keeps_rows BEFORE DELETE ON ledger
BEGIN SELECT raise(ABORT, 'the ledger is never deleted'); END;

CREATE TRIGGER dictionaries_keeps_words BEFORE UPDATE ON dictionaries
BEGIN SELECT raise(ABORT, 'dictionaries are never changed'); END;
CREATE TRIGGER dictionaries_keeps_rows BEFORE DELETE ON dictionaries
BEGIN SELECT raise(ABORT, 'dictionaries are never deleted'); END;

CREATE TRIGGER packs_keeps_words BEFORE UPDATE ON packs
BEGIN SELECT raise(ABORT, 'packs are never changed'); END;
CREATE TRIGGER packs_keeps_rows BEFORE DELETE ON packs
BEGIN SELECT raise(ABORT, 'packs are never deleted'); END;

CREATE TRIGGER reports_keeps_words BEFORE UPDATE ON reports
BEGIN SELECT raise(ABORT, 'reports are never changed'); END;
CREATE TRIGGER reports_keeps_rows BEFORE DELETE ON reports
BEGIN SELECT raise(ABORT, 'reports are never deleted'); END;

CREATE TRIGGER readings_keeps_words BEFORE UPDATE ON readings
BEGIN SELECT raise(ABORT, 'readings are never changed'); END;
CREATE TRIGGER readings_keeps_rows BEFORE DELETE ON readings
BEGIN SELECT raise(ABORT, 'readings are never deleted'); END;

CREATE TRIGGER readers_keeps_words BEFORE UPDATE ON readers
BEGIN SELECT raise(ABORT, 'readers are never changed'); END;
CREATE TRIGGER readers_keeps_rows BEFORE DELETE ON readers
BEGIN SELECT raise(ABORT, 'readers are never deleted'); END;

CREATE TRIGGER read_keeps_words BEFORE UPDATE ON read
BEGIN SELECT raise(ABORT, 'what was read is never changed'); END;
CREATE TRIGGER read_keeps_rows BEFORE DELETE ON read
BEGIN SELECT raise(ABORT, 'what was read is never deleted'); END;

CREATE TRIGGER claims_keeps_words BEFORE UPDATE ON claims
BEGIN SELECT raise(ABORT, 'claims are never changed'); END;
CREATE TRIGGER claims_keeps_rows BEFORE DELETE ON claims
BEGIN SELECT raise(ABORT, 'claims are never deleted'); END;

CREATE TRIGGER judgements_keeps_words BEFORE UPDATE ON judgements
BEGIN SELECT raise(ABORT, 'judgements are never changed'); END;
CREATE TRIGGER judgements_keeps_rows BEFORE DELETE ON judgements
BEGIN SELECT raise(ABORT, 'judgements are never deleted'); END;

CREATE TRIGGER judged_keeps_words BEFORE UPDATE ON judged
BEGIN SELECT raise(ABORT, 'judgements are never changed'); END;
CREATE TRIGGER judged_keeps_rows BEFORE DELETE ON judged
BEGIN SELECT raise(ABORT, 'judgements are never deleted'); END;

CREATE TRIGGER timestamps_keeps_words BEFORE UPDATE ON timestamps
BEGIN SELECT raise(ABORT, 'timestamps are never changed'); END;
CREATE TRIGGER timestamps_keeps_rows BEFORE DELETE ON timestamps
BEGIN SELECT raise(ABORT, 'timestamps are never deleted'); END;
