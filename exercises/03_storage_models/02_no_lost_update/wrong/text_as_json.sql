-- says: fails
UPDATE course_progress SET completed_lessons = completed_lessons || ('["' || :lesson || '"]')::jsonb
WHERE user_id = :uuid_u AND course_id = :uuid_c;
