-- That -1 and 101 are refused says nothing about 0 and 100. A rule that refuses too much is wrong as well.
-- says: not so: when 0 is refused it says false
-- says: not so: when 100 is refused it says false
-- says: not so: the rule as it was and a rule moved by one are told apart, whichever comes first
CREATE FUNCTION score_is_guarded() RETURNS BOOLEAN LANGUAGE plpgsql AS $$
DECLARE learner UUID; course UUID; value INTEGER; refused INTEGER := 0;
BEGIN
  INSERT INTO users (email, name) VALUES (gen_random_uuid()::text, 'Test') RETURNING id INTO learner;
  INSERT INTO courses (title, lesson_count) VALUES ('Test', 4) RETURNING id INTO course;
  FOREACH value IN ARRAY ARRAY[-1, 101] LOOP
    BEGIN
      INSERT INTO lesson_progress (user_id, course_id, lesson_id, score) VALUES (learner, course, 'lesson' || value, value);
    EXCEPTION WHEN check_violation THEN refused := refused + 1;
    END;
  END LOOP;
  RAISE EXCEPTION 'taken back';
EXCEPTION
  WHEN raise_exception THEN RETURN refused = 2;
  WHEN OTHERS THEN RETURN false;
END $$;
