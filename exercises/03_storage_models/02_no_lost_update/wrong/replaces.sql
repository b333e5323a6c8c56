-- Your statement writes a new array with one lesson in it, instead of one more into the old.
-- has: = jsonb_build_array(
-- says: not so: both lessons are there (in every order)
-- says: not so: each is there once, and nothing else (in every order)
UPDATE course_progress SET completed_lessons = jsonb_build_array(:lesson::text) WHERE user_id = :uuid_u AND course_id = :uuid_c;
