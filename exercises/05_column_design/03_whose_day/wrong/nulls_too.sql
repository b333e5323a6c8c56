-- Lessons that are not completed have no day; they were counted as one day without date.
-- says: extra rows
SELECT user_id, (completed_at AT TIME ZONE time_zone)::date, count(*)
FROM lesson_progress JOIN users ON users.id = user_id GROUP BY 1, 2
