-- The learner's row in users is locked first: whoever has it may look, and nobody comes in between.
BEGIN;
SELECT FROM users WHERE id = :uuid_u FOR UPDATE;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :seconds
WHERE (user_id, course_id, lesson_id) = (:uuid_u, :uuid_c, 'joins');
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
SELECT :uuid_u, :uuid_c, 'joins', :seconds
WHERE NOT EXISTS (SELECT FROM lesson_progress WHERE (user_id, course_id, lesson_id) = (:uuid_u, :uuid_c, 'joins'));
COMMIT;
