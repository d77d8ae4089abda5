-- What is of record stays as it was written, except while something is expunged.
DROP TRIGGER dictionaries_keeps_words;
CREATE TRIGGER dictionaries_keeps_words BEFORE UPDATE ON dictionaries
WHEN NOT EXISTS (SELECT 1 FROM expunging)
BEGIN SELECT raise(ABORT, 'dictionaries are never changed'); END;
DROP TRIGGER dictionaries_keeps_rows;
CREATE TRIGGER dictionaries_keeps_rows BEFORE DELETE ON dictionaries
WHEN NOT EXISTS (SELECT 1 FROM expunging)
BEGIN SELECT raise(ABORT, 'dictionaries are never deleted'); END;
DROP TRIGGER packs_keeps_words;
CREATE TRIGGER packs_keeps_words BEFORE UPDATE ON packs
WHEN NOT EXISTS (SELECT 1 FROM expunging)
BEGIN SELECT raise(ABORT, 'packs are never changed'); END;
DROP TRIGGER packs_keeps_rows;
CREATE TRIGGER packs_keeps_rows BEFORE DELETE ON packs
WHEN NOT EXISTS (SELECT 1 FROM expunging)
BEGIN SELECT raise(ABORT, 'packs are never deleted'); END;
DROP TRIGGER reports_keeps_words;
CREATE TRIGGER reports_keeps_words BEFORE UPDATE ON reports
WHEN NOT EXISTS (SELECT 1 FROM expunging)
BEGIN SELECT raise(ABORT, 'reports are never changed'); END;
DROP TRIGGER reports_keeps_rows;
CREATE TRIGGER reports_keeps_rows BEFORE DELETE ON reports
WHEN NOT EXISTS (SELECT 1 FROM expunging)
BEGIN SELECT raise(ABORT, 'reports are never deleted'); END;
DROP TRIGGER readings_keeps_words;
CREATE TRIGGER readings_keeps_words BEFORE UPDATE ON readings
WHEN NOT EXISTS (SELECT 1 FROM expunging)
BEGIN SELECT raise(ABORT, 'readings are never changed'); END;
DROP TRIGGER readings_keeps_rows;
CREATE TRIGGER readings_keeps_rows BEFORE DELETE ON readings
WHEN NOT EXISTS (SELECT 1 FROM expunging)
BEGIN SELECT raise(ABORT, 'readings are never deleted'); END;
DROP TRIGGER read_keeps_words;
CREATE TRIGGER read_keeps_words BEFORE UPDATE ON read
WHEN NOT EXISTS (SELECT 1 FROM expunging)
BEGIN SELECT raise(ABORT, 'what was read is never changed'); END;
DROP TRIGGER read_keeps_rows;
CREATE TRIGGER read_keeps_rows BEFORE DELETE ON read
WHEN NOT EXISTS (SELECT 1 FROM expunging)
BEGIN SELECT raise(ABORT, 'what was read is never deleted'); END;
DROP TRIGGER claims_keeps_words;
CREATE TRIGGER claims_keeps_words BEFORE UPDATE ON claims
WHEN NOT EXISTS (SELECT 1 FROM expunging)
BEGIN SELECT raise(ABORT, 'claims are never changed'); END;
DROP TRIGGER claims_keeps_rows;
CREATE TRIGGER claims_keeps_rows BEFORE DELETE ON claims
WHEN NOT EXISTS (SELECT 1 FROM expunging)
BEGIN SELECT raise(ABORT, 'claims are never deleted'); END;
DROP TRIGGER judgements_keeps_words;
CREATE TRIGGER judgements_keeps_words BEFORE UPDATE ON judgements
WHEN NOT EXISTS (SELECT 1 FROM expunging)
BEGIN SELECT raise(ABORT, 'judgements are never changed'); END;
DROP TRIGGER judgements_keeps_rows;
CREATE TRIGGER judgements_keeps_rows BEFORE DELETE ON judgements
WHEN NOT EXISTS (SELECT 1 FROM expunging)
BEGIN SELECT raise(ABORT, 'judgements are never deleted'); END;
DROP TRIGGER judged_keeps_words;
CREATE TRIGGER judged_keeps_words BEFORE UPDATE ON judged
WHEN NOT EXISTS (SELECT 1 FROM expunging)
BEGIN SELECT raise(ABORT, 'judgements are never changed'); END;
DROP TRIGGER judged_keeps_rows;
CREATE TRIGGER judged_keeps_rows BEFORE DELETE ON judged
WHEN NOT EXISTS (SELECT 1 FROM expunging)
BEGIN SELECT raise(ABORT, 'judgements are never deleted'); END;

CREATE TRIGGER expunged_keeps_words BEFORE UPDATE ON expunged
BEGIN SELECT raise(ABORT, 'tombstones are never changed'); END;
CREATE TRIGGER expunged_keeps_rows BEFORE DELETE ON expunged
BEGIN SELECT raise(ABORT, 'tombstones are never deleted'); END;
