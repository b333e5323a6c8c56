-- says: not so: nothing that it did stays, and nothing that was there goes
-- says: What a test puts in must be taken back, the learner and the course with it, and rows of others are not its own.
-- says: not so: when -1 and 101 are refused by UNIQUE, NOT NULL or a reference it says false
CREATE FUNCTION score_is_guarded() RETURNS BOOLEAN LANGUAGE plpgsql AS $$
DECLARE u uuid; c uuid; v int; ok boolean := true; r text;
BEGIN
  BEGIN
    INSERT INTO users (email, name) VALUES (gen_random_uuid()::text, 'T') RETURNING id INTO u;
    INSERT INTO courses (title, lesson_count) VALUES ('T', 4) RETURNING id INTO c;
    FOREACH v IN ARRAY ARRAY[0, 100, -1, 101] LOOP
      r := 'accepted';
      BEGIN INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score) VALUES (u, c, 't' || v, 1, v);
      EXCEPTION WHEN check_violation THEN r := 'refused'; WHEN OTHERS THEN r := 'error'; END;
      ok := ok AND r = CASE WHEN v BETWEEN 0 AND 100 THEN 'accepted' ELSE 'refused' END;
    END LOOP;
    DELETE FROM users; DELETE FROM courses; RETURN ok; EXCEPTION WHEN OTHERS THEN RETURN false; END;
END $$;
