-- When a learner is deleted, the row of users is gone before those of lesson_progress: who asks whether it is there notes nothing.
-- has: exists
-- has: from users
-- says: not so: a learner who is deleted is noted
CREATE FUNCTION note_pair() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO forget (user_id, course_id) SELECT OLD.user_id, OLD.course_id WHERE EXISTS (SELECT FROM users WHERE id = OLD.user_id); END IF;
  IF TG_OP <> 'DELETE' THEN INSERT INTO forget (user_id, course_id) VALUES (NEW.user_id, NEW.course_id); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER p AFTER INSERT OR UPDATE OR DELETE ON lesson_progress FOR EACH ROW EXECUTE FUNCTION note_pair();
