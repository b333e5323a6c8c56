-- The answer hangs on one end of the rule alone, so half of the rule can go unseen.
-- says: not so: with no lower bound it says false
-- says: not so: when 0 is refused it says false
-- says: not so: when 100 is refused it says false
-- says: not so: the rule as it was and a rule moved by one are told apart, whichever comes first
CREATE FUNCTION score_is_guarded() RETURNS BOOLEAN LANGUAGE plpgsql AS $$
DECLARE learner UUID; course UUID;
BEGIN
  INSERT INTO users (email, name) VALUES (gen_random_uuid()::text, 'Test') RETURNING id INTO learner;
  INSERT INTO courses (title, lesson_count) VALUES ('Test', 4) RETURNING id INTO course;
  INSERT INTO lesson_progress (user_id, course_id, lesson_id, score) VALUES (learner, course, 'lesson', 101);
  RAISE EXCEPTION 'accepted';
EXCEPTION
  WHEN check_violation THEN RETURN true;
  WHEN OTHERS THEN RETURN false;
END $$;
