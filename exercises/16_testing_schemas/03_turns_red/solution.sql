-- One block around all, which ends with an exception of its own, so that even what went well is taken back. The variable is not part of that.
-- For each value an inner block tells a refusal by CHECK from all others.
CREATE FUNCTION score_is_guarded() RETURNS BOOLEAN LANGUAGE plpgsql AS $$
DECLARE
  learner UUID; course UUID; value INTEGER; accepted BOOLEAN; good BOOLEAN := true;
BEGIN
  INSERT INTO users (email, name) VALUES (gen_random_uuid() || '@example.org', 'Test') RETURNING id INTO learner;
  INSERT INTO courses (title, lesson_count) VALUES ('Test', 4) RETURNING id INTO course;
  FOREACH value IN ARRAY ARRAY[-1, 0, 100, 101] LOOP
    BEGIN
      INSERT INTO lesson_progress (user_id, course_id, lesson_id, score) VALUES (learner, course, 'lesson' || value, value);
      accepted := true;
    EXCEPTION WHEN check_violation THEN
      accepted := false;
    END;
    good := good AND accepted = (value BETWEEN 0 AND 100);
  END LOOP;
  RAISE EXCEPTION 'taken back';
EXCEPTION
  WHEN raise_exception THEN RETURN good;
  WHEN OTHERS THEN RETURN false;
END $$;
