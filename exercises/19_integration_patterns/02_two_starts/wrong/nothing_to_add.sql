-- The WHERE leaves the row as it was where there are no seconds to add. The lesson was opened all the same:
-- last_accessed_at is the now() of this device.
-- has: where excluded
-- says: not so: a device without seconds has written too (in every order)
-- says: not so: last_accessed_at is that of the last device (where they overlap)
-- says: not so: nothing else is said of the lesson (where they overlap)
INSERT INTO lesson_progress AS p (user_id, course_id, lesson_id, time_spent_seconds)
VALUES (:uuid_u, :uuid_c, 'joins', :seconds)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET time_spent_seconds = p.time_spent_seconds + EXCLUDED.time_spent_seconds, last_accessed_at = now()
WHERE EXCLUDED.time_spent_seconds > 0;
