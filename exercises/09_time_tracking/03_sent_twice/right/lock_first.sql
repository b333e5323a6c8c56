-- The row of the lesson is locked before anybody looks: whoever has it may ask, and nobody comes in between.
BEGIN;
SELECT FROM lesson_progress WHERE (user_id, course_id, lesson_id) = (:uuid_u, :uuid_c, 'joins') FOR UPDATE;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30
WHERE (user_id, course_id, lesson_id) = (:uuid_u, :uuid_c, 'joins')
  AND NOT EXISTS (SELECT FROM message WHERE name = :uuid_m);
INSERT INTO message VALUES (:uuid_m) ON CONFLICT DO NOTHING;
COMMIT;
