-- A trigger on users cleans up, and refuses nothing: a note of nobody still gets in. A reference does both.
-- says: accepted, but should be refused: a note of a learner that there is not
-- says: not so: a trigger stands in for a rule of the table: clean on users
-- says: something else changes: the trigger clean of users is new
DELETE FROM note WHERE user_id NOT IN (SELECT id FROM users);
CREATE INDEX ON note (user_id);
CREATE FUNCTION clean() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM note WHERE user_id = OLD.id; RETURN OLD; END $$;
CREATE TRIGGER clean BEFORE DELETE ON users FOR EACH ROW EXECUTE FUNCTION clean();
