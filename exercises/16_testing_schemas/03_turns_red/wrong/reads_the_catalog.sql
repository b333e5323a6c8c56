-- A constraint of this name is there or not; whether it refuses anything only a row can tell.
-- says: not so: with no lower bound it says false
-- says: not so: with no upper bound it says false
-- says: not so: when 0 is refused it says false
-- says: not so: when 100 is refused it says false
-- says: not so: the rule as it was and a rule moved by one are told apart, whichever comes first
-- says: not so: when the rows are refused for another reason it says false, and no error
-- says: not so: when learners cannot be made it says false, and no error
CREATE FUNCTION score_is_guarded() RETURNS BOOLEAN LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM pg_constraint WHERE conrelid = 'lesson_progress'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%score%')
$$;
