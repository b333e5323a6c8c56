-- Two statements in one transaction: right as long as nobody else writes at the same time.
BEGIN;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 60, last_accessed_at = now()
WHERE lesson_id = 'joins';
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
SELECT u.id, c.id, 'joins', 60 FROM users AS u CROSS JOIN courses AS c
WHERE NOT EXISTS (
  SELECT FROM lesson_progress AS lp WHERE (lp.user_id, lp.course_id, lp.lesson_id) = (u.id, c.id, 'joins')
);
COMMIT;
