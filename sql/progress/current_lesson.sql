-- current_lesson: the lesson of the course that the learner was in last and has not completed
SELECT user_id, course_id, lesson_id, completed, coalesce(time_spent_seconds, 0) AS time_spent_seconds,
       coalesce(attempts, 0) AS attempts, score, first_started_at, last_accessed_at, completed_at
FROM lesson_progress
WHERE user_id = %(user_id)s AND course_id = %(course_id)s AND NOT completed
ORDER BY last_accessed_at DESC NULLS LAST, first_started_at DESC, lesson_id DESC
LIMIT 1
