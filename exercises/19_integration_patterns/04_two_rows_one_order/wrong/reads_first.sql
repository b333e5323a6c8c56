-- The seconds are read before the locks are taken. What the other adds meanwhile is written over.
-- says: not so: both rows have the seconds of both devices (where they overlap)
BEGIN;
CREATE TEMP TABLE was ON COMMIT DROP AS
SELECT id, time_spent_seconds AS seconds FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id IN (:first, :second);
UPDATE lesson_progress AS p SET time_spent_seconds = was.seconds + CASE p.lesson_id WHEN :first THEN :at_first ELSE :at_second END FROM was WHERE p.id = was.id;
COMMIT;
