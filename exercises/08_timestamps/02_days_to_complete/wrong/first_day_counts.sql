-- You count the first day too. The same day was to be 0.
-- says: missing rows
SELECT user_id, course_id, lesson_id,
       (completed_at AT TIME ZONE time_zone)::date - (first_started_at AT TIME ZONE time_zone)::date + 1 AS days
FROM lesson_progress JOIN users ON users.id = user_id WHERE completed_at IS NOT NULL
