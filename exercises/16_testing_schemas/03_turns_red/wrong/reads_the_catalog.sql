-- A constraint of this name is there or not; whether it refuses anything only a row can tell.
-- says: not so: with no lower bound it says false
-- says: not so: with no upper bound it says false
-- says: not so: when 0 is refused it says false
CREATE FUNCTION score_is_guarded() RETURNS BOOLEAN LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'lesson_progress'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%score%')
$$;
