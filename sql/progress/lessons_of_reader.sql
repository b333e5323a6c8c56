-- lessons_of_reader: all that a learner did, a row a lesson, as it is kept in a file
SELECT course_id AS course, lesson_id AS lesson, time_spent_seconds, attempts, score,
       first_started_at, last_accessed_at, completed_at
FROM lesson_progress
WHERE user_id = %(user_id)s
ORDER BY course_id, lesson_id
