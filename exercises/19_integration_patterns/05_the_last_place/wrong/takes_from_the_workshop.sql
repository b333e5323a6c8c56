-- The number of places is the workshop's, and is changed. Who counts down there must not look into place any more, and everybody who reads places is misled.
-- has: places - 1
-- says: something else changes: a workshop, or a place of another course
-- says: not so: nobody gets into a workshop without places (in some orders)
BEGIN;
UPDATE workshop SET places = places - 1 WHERE course_id = :uuid_c AND places > (SELECT count(*) FROM place WHERE course_id = :uuid_c);
INSERT INTO place (course_id, user_id) SELECT :uuid_c, :learner FROM workshop AS w
WHERE w.course_id = :uuid_c AND (SELECT count(*) FROM place AS p WHERE p.course_id = :uuid_c) <= w.places;
COMMIT;
