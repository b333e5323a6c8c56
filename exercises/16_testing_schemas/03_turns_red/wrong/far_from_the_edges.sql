-- says: not so: the rule as it was and a rule moved by one are told apart, whichever comes first
-- says: The ends of the rule are moved by one and back, in an order that is drawn. Your test must say true exactly when they are where they were.
CREATE FUNCTION score_is_guarded() RETURNS BOOLEAN LANGUAGE plpgsql AS $$
DECLARE u uuid; c uuid; v int; ok boolean := true; r text;
BEGIN
  BEGIN
    INSERT INTO users (email, name) VALUES (gen_random_uuid()::text, 'T') RETURNING id INTO u;
    INSERT INTO courses (title, lesson_count) VALUES ('T', 4) RETURNING id INTO c;
    FOREACH v IN ARRAY ARRAY[0, 100, -50, 200] LOOP
      r := 'accepted';
      BEGIN INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score) VALUES (u, c, 't' || v, 1, v);
      EXCEPTION WHEN check_violation THEN r := 'refused'; WHEN OTHERS THEN r := 'error'; END;
      ok := ok AND r = CASE WHEN v BETWEEN 0 AND 100 THEN 'accepted' ELSE 'refused' END;
    END LOOP;
    RAISE EXCEPTION 'undo';
  EXCEPTION WHEN raise_exception THEN RETURN ok; WHEN OTHERS THEN RETURN false; END;
END $$;
