-- SKIP LOCKED passes over the rows that somebody holds, and their seconds are not added.
-- has: skip locked
-- says: not so: both rows have the seconds of both devices (where they overlap)
-- says: not so: both rows were written by one transaction (where they overlap)
BEGIN;
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + CASE lesson_id WHEN :first THEN :at_first ELSE :at_second END
WHERE id IN (SELECT id FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id IN (:first, :second)
             ORDER BY lesson_id FOR UPDATE SKIP LOCKED);
COMMIT;
