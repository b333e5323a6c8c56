-- The date was taken first, on the server's calendar; a zone can no longer move it to where the learner was.
-- says: missing rows
SELECT user_id, (completed_at::date AT TIME ZONE time_zone)::date, count(*)
FROM lesson_progress JOIN users ON users.id = user_id WHERE completed_at IS NOT NULL GROUP BY 1, 2
