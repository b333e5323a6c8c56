-- The two do not wait at this lock: each takes another one, or it may be held by both at a time. Both must want one and the same.
-- has: begin
-- has: pg_advisory_xact_lock
-- says: not so: no more learners than places (where they overlap)
BEGIN;
SELECT pg_advisory_xact_lock(hashtext(:learner::text));
INSERT INTO place (course_id, user_id)
SELECT w.course_id, :learner FROM workshop AS w
WHERE w.course_id = :uuid_c AND (SELECT count(*) FROM place AS p WHERE p.course_id = w.course_id) < w.places;
COMMIT;
