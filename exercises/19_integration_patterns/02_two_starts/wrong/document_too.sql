-- The visit is written into the document too. The question is about one row of lesson_progress: no other
-- changes.
-- has: update course_progress
-- says: something else changes: a learner, a course or a document (in every order)
BEGIN;
INSERT INTO lesson_progress AS p (user_id, course_id, lesson_id, time_spent_seconds)
VALUES (:uuid_u, :uuid_c, 'joins', :seconds)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET time_spent_seconds = p.time_spent_seconds + EXCLUDED.time_spent_seconds, last_accessed_at = now();
UPDATE course_progress SET last_accessed_at = now() WHERE user_id = :uuid_u AND course_id = :uuid_c;
COMMIT;
