-- The statement has waited for the lock, but it counts what was there when it began. Lock in a statement of its own, and count in the next.
-- has: for update )
-- says: not so: no more learners than places (where they overlap)
WITH locked AS MATERIALIZED (SELECT * FROM workshop WHERE course_id = :uuid_c FOR UPDATE)
INSERT INTO place (course_id, user_id)
SELECT :uuid_c, :learner FROM locked
WHERE (SELECT count(*) FROM place WHERE course_id = :uuid_c) < locked.places;
