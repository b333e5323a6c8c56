-- These are people who have completed nothing in any course. A learner may be through with one and lost in another.
-- says: missing rows
SELECT course_id, user_id, count(*) FROM lesson_progress
WHERE user_id NOT IN (SELECT user_id FROM lesson_progress WHERE completed)
GROUP BY course_id, user_id
