-- A test that takes any error for the right one stays green while the row is refused for another reason.
-- says: not so: when 0 is refused it says false
-- says: not so: when the rows are refused for another reason it says false
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
