-- A helper says what becomes of one score, and takes back everything itself; the test compares four answers.
CREATE FUNCTION answer_to(value INTEGER) RETURNS TEXT LANGUAGE plpgsql AS $$
DECLARE learner UUID; course UUID;
BEGIN
  INSERT INTO users (email, name) VALUES (gen_random_uuid()::text, 'Test') RETURNING id INTO learner;
  INSERT INTO courses (title, lesson_count) VALUES ('Test', 4) RETURNING id INTO course;
  INSERT INTO lesson_progress (user_id, course_id, lesson_id, score) VALUES (learner, course, 'lesson', value);
  RAISE EXCEPTION USING ERRCODE = 'XX999';
EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE;
END $$;
CREATE FUNCTION score_is_guarded() RETURNS BOOLEAN LANGUAGE sql AS $$
  SELECT array_agg(answer_to(value) ORDER BY value) = '{23514,XX999,XX999,23514}' FROM unnest(ARRAY[-1, 0, 100, 101]) AS value
$$;
