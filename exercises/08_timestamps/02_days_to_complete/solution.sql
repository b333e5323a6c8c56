-- First the learner's own clock, then its date, then the difference: date - date is a whole number of days.
SELECT lp.user_id, lp.course_id, lp.lesson_id,
       (lp.completed_at AT TIME ZONE u.time_zone)::date - (lp.first_started_at AT TIME ZONE u.time_zone)::date AS days
FROM lesson_progress AS lp
JOIN users AS u ON u.id = lp.user_id
WHERE lp.completed_at IS NOT NULL;
