-- Both looked and found nothing, and both inserted: the key refuses the second, and its seconds are lost.
-- says: a session fails: duplicate key value violates unique constraint "lesson_progress_user_id_course_id_lesson_id_key" (SQLSTATE 23505) (where they overlap)
-- says: not so: the seconds of all are there (where they overlap)
BEGIN;
CREATE TEMPORARY TABLE found AS SELECT count(*) AS rows FROM lesson_progress
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
SELECT :uuid_u, :uuid_c, 'joins', :seconds FROM found WHERE rows = 0;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + :seconds
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins' AND (SELECT rows FROM found) > 0;
COMMIT;
