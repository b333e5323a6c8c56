-- says: not so: both lessons are there
UPDATE course_progress SET completed_lessons = completed_lessons || to_jsonb(:lesson::varchar(50))
WHERE user_id = :uuid_u AND course_id = :uuid_c;
