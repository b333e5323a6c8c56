-- FOR UPDATE locks the rows that it finds. Where nobody has got in yet there is none, so nobody waits: lock a row that is there, that of the workshop.
-- has: from place where course_id = :uuid_c for update
-- says: not so: no more learners than places (where they overlap)
BEGIN;
SELECT FROM place WHERE course_id = :uuid_c FOR UPDATE;
INSERT INTO place (course_id, user_id)
SELECT :uuid_c, :learner FROM workshop AS w
WHERE w.course_id = :uuid_c AND (SELECT count(*) FROM place AS p WHERE p.course_id = :uuid_c) < w.places;
COMMIT;
