-- One row, whose score is changed again and again; the row and its parents are deleted at the end.
CREATE FUNCTION score_is_guarded() RETURNS BOOLEAN LANGUAGE plpgsql AS $$
DECLARE learner UUID := gen_random_uuid(); course UUID := gen_random_uuid(); low BOOLEAN := false; high BOOLEAN := false;
BEGIN
  INSERT INTO users (id, email, name) VALUES (learner, learner || '@example.org', 'Test');
  INSERT INTO courses (id, title, lesson_count) VALUES (course, 'Test', 1);
  INSERT INTO lesson_progress (user_id, course_id, lesson_id, score) VALUES (learner, course, 'a', 0);
  UPDATE lesson_progress SET score = 100 WHERE user_id = learner;
  BEGIN UPDATE lesson_progress SET score = -1 WHERE user_id = learner;
  EXCEPTION WHEN check_violation THEN low := true; END;
  BEGIN UPDATE lesson_progress SET score = 101 WHERE user_id = learner;
  EXCEPTION WHEN check_violation THEN high := true; END;
  DELETE FROM users WHERE id = learner;
  DELETE FROM courses WHERE id = course;
  RETURN low AND high;
EXCEPTION WHEN OTHERS THEN RETURN false;
END $$;
