-- Without its zone the time was taken for one on the learner's wall and turned into an instant: the shift goes the wrong way.
-- says: missing rows
SELECT user_id, (completed_at::timestamp AT TIME ZONE time_zone)::date, count(*)
FROM lesson_progress JOIN users ON users.id = user_id WHERE completed_at IS NOT NULL GROUP BY 1, 2
