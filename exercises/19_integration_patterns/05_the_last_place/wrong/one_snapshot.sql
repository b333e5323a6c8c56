-- REPEATABLE READ complains when both *write* one row. Here each inserts a row of its own, and what both have read is what makes it wrong. SERIALIZABLE looks at the reading too.
-- has: repeatable read
-- says: not so: no more learners than places (where they overlap)
BEGIN ISOLATION LEVEL REPEATABLE READ;
INSERT INTO place (course_id, user_id)
SELECT :uuid_c, :learner FROM workshop AS w
WHERE w.course_id = :uuid_c AND (SELECT count(*) FROM place AS p WHERE p.course_id = :uuid_c) < w.places;
COMMIT;
