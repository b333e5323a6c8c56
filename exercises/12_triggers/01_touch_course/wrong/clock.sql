-- says: not so: an UPDATE moves updated_at to the time of the transaction
-- says: not so: an UPDATE of another column moves it as well
-- says: not so: an UPDATE of several rows moves all of them
-- says: not so: an UPDATE that a trigger of another table makes moves it too
-- says: not so: an UPDATE that changes nothing else moves it too
-- says: not so: an UPDATE cannot set updated_at itself
-- says: not so: nor together with another column, nor to NULL
-- says: After an UPDATE of progress_percentage updated_at is not the time of the transaction, which is what now() gives.
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated_at := clock_timestamp(); RETURN NEW; END $$;
CREATE TRIGGER t BEFORE UPDATE ON course_progress FOR EACH ROW EXECUTE FUNCTION f();
