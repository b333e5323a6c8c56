-- BEGIN and COMMIT make both statements whole or nothing. They do not keep the other one from counting at the same moment.
-- has: begin
-- says: not so: no more learners than places (where they overlap)
BEGIN;
SELECT count(*) FROM place WHERE course_id = :uuid_c;
INSERT INTO place (course_id, user_id)
SELECT :uuid_c, :learner FROM workshop AS w
WHERE w.course_id = :uuid_c AND (SELECT count(*) FROM place AS p WHERE p.course_id = :uuid_c) < w.places;
COMMIT;
