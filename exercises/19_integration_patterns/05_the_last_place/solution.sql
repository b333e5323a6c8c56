-- SERIALIZABLE promises that the outcome is one of those where the two came one after the other. Where it cannot keep that, it refuses one with
-- 40001; run again, that one finds the workshop full.
BEGIN ISOLATION LEVEL SERIALIZABLE;
INSERT INTO place (course_id, user_id)
SELECT w.course_id, :learner FROM workshop AS w
WHERE w.course_id = :uuid_c AND (SELECT count(*) FROM place AS p WHERE p.course_id = w.course_id) < w.places;
COMMIT;
