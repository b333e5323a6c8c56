-- The heartbeat of an app that knows a column by its old name.
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30
WHERE user_id = :user_id AND course_id = :course_id AND lesson_id = :lesson_id
