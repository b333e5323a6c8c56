-- A test that takes any error for the right one stays green while the row is refused for another reason.
-- has: OTHERS
-- says: not so: when 0 is refused it says false
-- says: not so: when 100 is refused it says false
-- says: not so: the rule as it was and a rule moved by one are told apart, whichever comes first
-- says: not so: when -1 and 101 are refused by something that is no CHECK it says false
-- says: not so: when the rows are refused for another reason it says false, and no error
-- says: not so: when learners cannot be made it says false, and no error
-- says: not so: when -1 and 101 are refused by UNIQUE, NOT NULL or a reference it says false
CREATE FUNCTION score_is_guarded() RETURNS BOOLEAN LANGUAGE plpgsql AS $$
DECLARE learner UUID; course UUID; value INTEGER; refused INTEGER := 0;
BEGIN
  INSERT INTO users (email, name) VALUES (gen_random_uuid()::text, 'Test') RETURNING id INTO learner;
  INSERT INTO courses (title, lesson_count) VALUES ('Test', 4) RETURNING id INTO course;
  FOREACH value IN ARRAY ARRAY[-1, 101] LOOP
    BEGIN
      INSERT INTO lesson_progress (user_id, course_id, lesson_id, score) VALUES (learner, course, 'lesson' || value, value);
    EXCEPTION WHEN OTHERS THEN refused := refused + 1;
    END;
  END LOOP;
  DELETE FROM users WHERE id = learner;
  DELETE FROM courses WHERE id = course;
  RETURN refused = 2;
END $$;
