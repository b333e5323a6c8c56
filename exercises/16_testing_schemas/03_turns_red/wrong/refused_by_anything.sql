-- says: not so: when -1 and 101 are refused by something that is no CHECK it says false
-- says: not so: when learners cannot be made it says false, and no error
-- says: Something else refuses -1 and 101, with another SQLSTATE than a CHECK has. The question asks for a refusal by a CHECK.
-- says: not so: when -1 and 101 are refused by UNIQUE, NOT NULL or a reference it says false
CREATE FUNCTION score_is_guarded() RETURNS BOOLEAN LANGUAGE plpgsql AS $$
DECLARE u uuid; c uuid; v int; ok boolean := true;
BEGIN
  BEGIN
    INSERT INTO users (email, name) VALUES (gen_random_uuid()::text, 'T') RETURNING id INTO u;
    INSERT INTO courses (title, lesson_count) VALUES ('T', 4) RETURNING id INTO c;
    FOREACH v IN ARRAY ARRAY[0, 100, -1, 101] LOOP
      BEGIN
        INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score) VALUES (u, c, 't' || v, 1, v);
        IF v < 0 OR v > 100 THEN ok := false; END IF;
      EXCEPTION WHEN OTHERS THEN IF v BETWEEN 0 AND 100 THEN ok := false; END IF; END;
    END LOOP;
    RAISE EXCEPTION 'undo';
  EXCEPTION WHEN OTHERS THEN NULL; END;
  RETURN ok;
END $$;
