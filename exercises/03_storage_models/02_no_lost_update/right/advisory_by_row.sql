-- Whoever touches the row of the learner first goes first: a lock on users serves as well.
BEGIN;
SELECT id FROM users WHERE id = :uuid_u FOR NO KEY UPDATE;
UPDATE course_progress SET completed_lessons = completed_lessons || to_jsonb(:lesson::text)
WHERE (user_id, course_id) = (:uuid_u, :uuid_c);
END;
