-- One statement reads and writes: the second one waits for the row, and then computes from what the first has left.
UPDATE course_progress SET completed_lessons = completed_lessons || to_jsonb(:lesson::text)
WHERE user_id = :uuid_u AND course_id = :uuid_c;
