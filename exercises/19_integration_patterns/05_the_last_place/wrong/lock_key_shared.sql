-- FOR KEY SHARE is held by both at a time, as FOR SHARE is: it keeps the key from being changed, and nobody out.
-- has: for key share
-- has: begin
-- says: not so: no more learners than places (where they overlap)
BEGIN;
SELECT FROM workshop WHERE course_id = :uuid_c FOR KEY SHARE;
INSERT INTO place (course_id, user_id)
SELECT w.course_id, :learner FROM workshop AS w
WHERE w.course_id = :uuid_c AND (SELECT count(*) FROM place AS p WHERE p.course_id = w.course_id) < w.places;
COMMIT;
