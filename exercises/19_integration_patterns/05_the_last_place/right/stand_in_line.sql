-- The row of the workshop is locked before anybody counts. Nobody needs to be run again.
BEGIN;
SELECT FROM workshop WHERE course_id = :uuid_c FOR UPDATE;
INSERT INTO place (course_id, user_id)
SELECT :uuid_c, :learner
WHERE (SELECT count(*) FROM place WHERE course_id = :uuid_c) < (SELECT places FROM workshop WHERE course_id = :uuid_c);
COMMIT;
