-- last_accessed_at tells of the latest visit, and somebody may look at a lesson again when it is done.
-- says: missing rows
SELECT user_id, course_id, lesson_id,
       (last_accessed_at AT TIME ZONE time_zone)::date - (first_started_at AT TIME ZONE time_zone)::date AS days
FROM lesson_progress JOIN users ON users.id = user_id WHERE completed_at IS NOT NULL
