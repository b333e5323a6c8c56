-- A BEFORE trigger that returns NULL tells the server to leave the row as it is: nothing is updated.
-- has: return null
-- says: not so: an UPDATE still does what it says
-- says: not so: an UPDATE moves updated_at to the time of the transaction
-- says: not so: an UPDATE of another column moves it as well
-- says: not so: an UPDATE of several rows moves all of them
-- says: not so: an UPDATE that a trigger of another table makes moves it too
-- says: not so: an UPDATE that changes nothing else moves it too
-- says: not so: an UPDATE cannot set updated_at itself
-- says: not so: nor together with another column, nor to NULL
-- says: not so: an UPDATE of the time when the row was made, or of its id, moves it too
-- says: not so: an UPDATE that moves the row to another course, or learner, moves it too
-- says: not so: an UPDATE to a time to come, and once more, moves it to now as well
-- says: not so: a row whose time is still to come, or is not known, gets the time of the transaction
-- says: not so: the other columns are left alone
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.updated_at := now(); RETURN NULL; END $$;
CREATE TRIGGER touch BEFORE UPDATE ON course_progress FOR EACH ROW EXECUTE FUNCTION touch();
