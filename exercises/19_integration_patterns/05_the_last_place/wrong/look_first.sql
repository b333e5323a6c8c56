-- Both look, both find one place free, and both take it. No row is there twice, so no key complains.
-- says: not so: no more learners than places (where they overlap)
INSERT INTO place (course_id, user_id)
SELECT :uuid_c, :learner FROM workshop AS w
WHERE w.course_id = :uuid_c AND (SELECT count(*) FROM place AS p WHERE p.course_id = :uuid_c) < w.places;
