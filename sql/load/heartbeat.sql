-- What a learner's browser sends all the time.
UPDATE lesson_progress
SET time_spent_seconds = time_spent_seconds + 30, last_accessed_at = now()
WHERE user_id = :user_id AND course_id = :course_id AND lesson_id = :lesson_id
