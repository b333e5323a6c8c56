-- FOR SHARE is held by both at a time. It keeps the row from being changed, and nobody out.
-- has: for share
-- has: begin
-- says: not so: no more learners than places (where they overlap)
BEGIN;
SELECT FROM workshop WHERE course_id = :uuid_c FOR SHARE;
INSERT INTO place (course_id, user_id)
SELECT :uuid_c, :learner
WHERE (SELECT count(*) FROM place WHERE course_id = :uuid_c) < (SELECT places FROM workshop WHERE course_id = :uuid_c);
COMMIT;
