-- Under REPEATABLE READ all statements see one moment, that of the first. Who has waited for the lock counts what was there before the wait: the lock helps under READ COMMITTED, where the count comes after it.
-- has: repeatable read
-- has: for update
-- says: not so: no more learners than places (where they overlap)
BEGIN ISOLATION LEVEL REPEATABLE READ;
SELECT places FROM workshop WHERE course_id = :uuid_c FOR UPDATE;
INSERT INTO place (course_id, user_id) SELECT :uuid_c, :learner
WHERE (SELECT count(*) FROM place WHERE course_id = :uuid_c) < (SELECT places FROM workshop WHERE course_id = :uuid_c);
COMMIT;
