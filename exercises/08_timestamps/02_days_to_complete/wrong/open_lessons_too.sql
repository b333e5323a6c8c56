-- Lessons that are not completed stand there without a number of days. They were not asked for.
-- says: extra rows
SELECT user_id, course_id, lesson_id,
       (completed_at AT TIME ZONE time_zone)::date - (first_started_at AT TIME ZONE time_zone)::date AS days
FROM lesson_progress JOIN users ON users.id = user_id
