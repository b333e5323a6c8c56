-- Outside BEGIN and COMMIT the lock ends with its own statement, before anything is counted.
-- has: for update ; insert
-- says: not so: no more learners than places (where they overlap)
SELECT FROM workshop WHERE course_id = :uuid_c FOR UPDATE;
INSERT INTO place (course_id, user_id)
SELECT :uuid_c, :learner
WHERE (SELECT count(*) FROM place WHERE course_id = :uuid_c) < (SELECT places FROM workshop WHERE course_id = :uuid_c);
