-- The heartbeat of an app that knows it by the new name.
UPDATE lesson_progress SET seconds_spent = seconds_spent + 30
WHERE user_id = :user_id AND course_id = :course_id AND lesson_id = :lesson_id
