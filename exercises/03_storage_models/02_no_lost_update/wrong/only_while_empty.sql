-- The first lesson is written only while the array is empty, and the second session finds it so no more: its UPDATE meets no row.
-- has: completed_lessons = '[]'
-- says: not so: both lessons are there (in every order)
-- says: not so: each is there once, and nothing else (in every order)
-- says: not so: the one that comes later stands last (in every order)
UPDATE course_progress SET completed_lessons = completed_lessons || to_jsonb(:lesson::text)
WHERE user_id = :uuid_u AND course_id = :uuid_c AND completed_lessons = '[]';
