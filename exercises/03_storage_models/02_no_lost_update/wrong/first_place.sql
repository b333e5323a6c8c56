-- {0} is the place of the first lesson: whoever comes second writes over it. A place behind the last one is wanted.
-- has: jsonb_set
-- says: not so: both lessons are there (in every order)
-- says: not so: each is there once, and nothing else (in every order)
UPDATE course_progress SET completed_lessons = jsonb_set(completed_lessons, '{0}', to_jsonb(:lesson::text))
WHERE user_id = :uuid_u AND course_id = :uuid_c;
