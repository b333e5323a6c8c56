-- Seven days are 168 hours back from now. Yours begin later, six days back or at that day's midnight, and lose what came before.
-- says: missing rows
SELECT user_id, course_id, lesson_id
FROM lesson_progress
WHERE completed_at > now() - INTERVAL '6 days'
