-- NOWAIT gives an error, 55P03, where the other holds the row. Nobody runs it again: wait for the other, and count then.
-- has: nowait
-- says: a session fails
-- says: not so: the last place is taken (where they overlap)
-- says: not so: one of the first two has it (where they overlap)
BEGIN;
SELECT FROM workshop WHERE course_id = :uuid_c FOR UPDATE NOWAIT;
INSERT INTO place (course_id, user_id)
SELECT w.course_id, :learner FROM workshop AS w
WHERE w.course_id = :uuid_c AND (SELECT count(*) FROM place AS p WHERE p.course_id = w.course_id) < w.places;
COMMIT;
