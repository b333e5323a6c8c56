-- The second UPDATE waits for the first, looks at the row again, and adds to what it finds there.
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :seconds
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
