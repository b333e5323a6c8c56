-- says: not so: a change of last_accessed_at is written and stamped
-- says: A change of last_accessed_at is lost, or updated_at is not the time of the transaction: each column counts, and the guide's trigger must still do its work.
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF to_jsonb(NEW) - 'updated_at' - 'last_accessed_at' = to_jsonb(OLD) - 'updated_at' - 'last_accessed_at' THEN RETURN NULL; END IF; RETURN NEW; END $$; CREATE TRIGGER a BEFORE UPDATE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION f();
