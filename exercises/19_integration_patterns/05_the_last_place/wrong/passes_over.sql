-- SKIP LOCKED passes over a workshop that somebody else looks at, and then nobody gets in although there is room: wait for it.
-- has: skip locked
-- says: not so: the last place is taken (where they overlap)
-- says: not so: one of the first two has it (where they overlap)
BEGIN;
INSERT INTO place (course_id, user_id)
SELECT w.course_id, :learner FROM (SELECT * FROM workshop WHERE course_id = :uuid_c FOR UPDATE SKIP LOCKED) AS w
WHERE (SELECT count(*) FROM place AS p WHERE p.course_id = w.course_id) < w.places;
COMMIT;
