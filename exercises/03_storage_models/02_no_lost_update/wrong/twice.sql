-- The lesson is appended twice.
-- says: not so: each is there once, and nothing else (in every order)
UPDATE course_progress SET completed_lessons = completed_lessons || to_jsonb(:lesson::text) WHERE user_id = :uuid_u AND course_id = :uuid_c;
UPDATE course_progress SET completed_lessons = completed_lessons || to_jsonb(:lesson::text) WHERE user_id = :uuid_u AND course_id = :uuid_c;
