-- The visit is written into the document too. What may change beside the time are
-- two columns of one row of lesson_progress.
-- has: update course_progress
-- says: something else changes: a learner, a course or a document (in every order)
BEGIN;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :seconds, last_accessed_at = now()
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
UPDATE course_progress SET last_accessed_at = now() WHERE user_id = :uuid_u AND course_id = :uuid_c;
COMMIT;
