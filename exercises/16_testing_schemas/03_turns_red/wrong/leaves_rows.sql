-- What the test put in is still there. It must be taken back, and its parents with it.
-- says: not so: nothing that it did stays, and nothing that was there goes
-- says: not so: the rule as it was and a rule moved by one are told apart, whichever comes first
CREATE FUNCTION score_is_guarded() RETURNS BOOLEAN LANGUAGE plpgsql AS $$
DECLARE learner UUID; course UUID; value INTEGER; accepted BOOLEAN; good BOOLEAN := true;
BEGIN
  INSERT INTO users (email, name) VALUES (gen_random_uuid()::text, 'Test') RETURNING id INTO learner;
  INSERT INTO courses (title, lesson_count) VALUES ('Test', 4) RETURNING id INTO course;
  FOREACH value IN ARRAY ARRAY[-1, 0, 100, 101] LOOP
    BEGIN
      INSERT INTO lesson_progress (user_id, course_id, lesson_id, score) VALUES (learner, course, 'lesson' || value, value);
      accepted := true;
    EXCEPTION WHEN check_violation THEN accepted := false;
    END;
    good := good AND accepted = (value BETWEEN 0 AND 100);
  END LOOP;
  RETURN good;
EXCEPTION WHEN OTHERS THEN RETURN false;
END $$;
