-- The beginning of the week comes from a subquery, which is asked once.
SELECT lp.user_id, lp.course_id, lp.lesson_id
FROM lesson_progress AS lp
WHERE (SELECT CURRENT_TIMESTAMP - 7 * INTERVAL '1 day') < lp.completed_at
