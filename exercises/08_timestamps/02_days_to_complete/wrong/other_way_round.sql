-- Without its zone the time was taken for one on the learner's wall and turned into an instant: the shift goes the wrong way.
-- says: missing rows
SELECT user_id, course_id, lesson_id,
       (completed_at::timestamp AT TIME ZONE time_zone)::date - (first_started_at::timestamp AT TIME ZONE time_zone)::date AS days
FROM lesson_progress JOIN users ON users.id = user_id WHERE completed_at IS NOT NULL
