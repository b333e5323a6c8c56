-- Before it notes, it takes away what was noted of this learner: other courses that nobody has forgotten yet.
-- has: delete from forget
-- says: not so: lessons that one statement changes are noted, each of them
-- says: not so: what was noted before stays
-- says: not so: a learner who is deleted is noted
CREATE FUNCTION note_pair() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM forget WHERE user_id = OLD.user_id;
    INSERT INTO forget (user_id, course_id) VALUES (OLD.user_id, OLD.course_id); END IF;
  IF TG_OP <> 'DELETE' THEN INSERT INTO forget (user_id, course_id) VALUES (NEW.user_id, NEW.course_id); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER p AFTER INSERT OR UPDATE OR DELETE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION note_pair();
