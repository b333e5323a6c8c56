-- The strongest tool: only one of them may write into the table at a time.
BEGIN;
LOCK TABLE lesson_progress IN SHARE ROW EXCLUSIVE MODE;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :seconds WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds) SELECT :uuid_u, :uuid_c, 'joins', :seconds
WHERE NOT EXISTS (SELECT FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins');
COMMIT;
