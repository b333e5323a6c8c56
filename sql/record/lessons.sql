-- lessons: what the reader did in each lesson of a course
SELECT user_id, course_id, lesson_id, completed, coalesce(time_spent_seconds, 0) AS time_spent_seconds,
       coalesce(attempts, 0) AS attempts, score, first_started_at, last_accessed_at, completed_at
FROM lesson_progress
WHERE user_id = %(user_id)s AND course_id = %(course_id)s
ORDER BY lesson_id
