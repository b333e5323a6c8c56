-- Rows for the writers of a small load, each of another learner, so that they never wait for one another.
SELECT DISTINCT ON (user_id) id, user_id, course_id, lesson_id
FROM lesson_progress
ORDER BY user_id, course_id, lesson_id
LIMIT :writers
