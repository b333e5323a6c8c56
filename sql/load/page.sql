-- What a learner's page asks for.
SELECT lesson_id, completed, score
FROM lesson_progress
WHERE user_id = :user_id AND course_id = :course_id
ORDER BY first_started_at, id
