-- Both read the row before either has written, and the later one writes over what the other has added: a lost update.
-- says: not so: the row has the seconds of both, and those from before (where they overlap)
BEGIN;
CREATE TEMP TABLE was ON COMMIT DROP AS
SELECT time_spent_seconds FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
UPDATE lesson_progress SET time_spent_seconds = (SELECT time_spent_seconds FROM was) + :seconds
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
COMMIT;
