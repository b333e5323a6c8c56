-- says: not so: where there is nobody it says true
-- says: There are no learners, courses or lessons in the database, and the rule is in place: a test makes a learner and a course of its own, and borrows none.
CREATE FUNCTION score_is_guarded() RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE u uuid; c uuid; good boolean := true; v int; took boolean;
BEGIN
  SELECT id INTO u FROM users LIMIT 1; SELECT id INTO c FROM courses LIMIT 1;
  FOREACH v IN ARRAY ARRAY[-1, 0, 100, 101] LOOP
    BEGIN
      INSERT INTO lesson_progress (user_id, course_id, lesson_id, score) VALUES (u, c, 'test' || v, v); took := true;
    EXCEPTION WHEN check_violation THEN took := false;
    END;
    good := good AND took = (v BETWEEN 0 AND 100);
  END LOOP;
  RAISE EXCEPTION 'back';
EXCEPTION WHEN raise_exception THEN RETURN good; WHEN OTHERS THEN RETURN false; END $$;
