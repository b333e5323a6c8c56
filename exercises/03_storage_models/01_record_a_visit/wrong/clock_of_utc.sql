-- now() is an instant already. AT TIME ZONE makes of it what a clock shows in UTC, and the column takes that for a
-- time in the session's zone: another moment, unless that zone is UTC.
-- says: missing rows
-- says: extra rows
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
SELECT u.id, c.id, 'joins', 60 FROM users AS u CROSS JOIN courses AS c
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET time_spent_seconds = lesson_progress.time_spent_seconds + 60, last_accessed_at = now() AT TIME ZONE 'UTC';
