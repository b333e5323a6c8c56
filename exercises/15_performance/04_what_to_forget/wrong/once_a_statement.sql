-- A trigger for each statement has no row at hand: NEW and OLD are NULL there, and nothing can be written any more. FOR EACH ROW has them; REFERENCING NEW TABLE gives all rows of a statement.
-- has: for each statement
-- says: null value in column
CREATE FUNCTION note_pair() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO forget (user_id, course_id) VALUES (NEW.user_id, NEW.course_id);
  RETURN NULL;
END $$;
CREATE TRIGGER note_pair AFTER INSERT OR UPDATE OR DELETE ON lesson_progress FOR EACH STATEMENT EXECUTE FUNCTION note_pair();
