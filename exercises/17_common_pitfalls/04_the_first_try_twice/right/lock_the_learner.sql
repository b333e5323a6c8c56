-- A row that is there is locked before the look: the learner's. Then the look and the write belong together.
BEGIN;
SELECT FROM users WHERE id = :uuid_u FOR NO KEY UPDATE;
UPDATE lesson_progress SET attempts = attempts + 1, score = greatest(score, :score)
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score)
SELECT :uuid_u, :uuid_c, 'joins', 1, :score
WHERE NOT EXISTS (SELECT FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins');
COMMIT;
