-- says: not so: when 0 is refused it says false
-- says: not so: when 100 is refused it says false
-- says: not so: the rule as it was and a rule moved by one are told apart, whichever comes first
-- says: not so: when -1 and 101 are refused by something that is no CHECK it says false
-- says: not so: when the rows are refused for another reason it says false, and no error
-- says: not so: when learners cannot be made it says false, and no error
-- says: A rule that refuses 0 refuses too much. That it is accepted has to be tried as well.
-- says: not so: when -1 and 101 are refused by UNIQUE, NOT NULL or a reference it says false
CREATE FUNCTION score_is_guarded() RETURNS BOOLEAN LANGUAGE plpgsql AS $$
DECLARE u uuid; c uuid; n int := 0;
BEGIN
  INSERT INTO users (email, name) VALUES (gen_random_uuid()::text, 'T') RETURNING id INTO u;
  INSERT INTO courses (title, lesson_count) VALUES ('T', 4) RETURNING id INTO c;
  INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score) VALUES (u, c, 'a', 1, 0), (u, c, 'b', 1, 100);
  BEGIN INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score) VALUES (u, c, 'd', 1, -1); EXCEPTION WHEN check_violation THEN n := n + 1; END;
  BEGIN INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score) VALUES (u, c, 'e', 1, 101); EXCEPTION WHEN check_violation THEN n := n + 1; END;
  DELETE FROM users WHERE id = u;
  DELETE FROM courses WHERE id = c;
  RETURN n = 2;
END $$;
