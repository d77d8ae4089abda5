-- What is of record stays as it was written, except while something is expunged; ledger, timestamps and tombstones always.
CREATE OR REPLACE FUNCTION keep_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME NOT IN ('ledger', 'timestamps', 'expunged') AND TG_OP <> 'TRUNCATE' THEN
    IF EXISTS (SELECT 1 FROM expunging) THEN
      IF TG_OP = 'DELETE' THEN
        RETURN OLD;
      END IF;
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '% is never changed and never deleted', TG_TABLE_NAME;
END $$;
CREATE TRIGGER expunged_keeps_rows BEFORE UPDATE OR DELETE ON expunged FOR EACH ROW EXECUTE FUNCTION keep_rows();
CREATE TRIGGER expunged_keeps_all BEFORE TRUNCATE ON expunged EXECUTE FUNCTION keep_rows();
