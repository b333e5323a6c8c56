-- A workshop where nobody is yet may have no places at all: whether there is room is for the comparison to
-- say, also with 0.
-- has: not exists
-- says: not so: nobody gets into a workshop without places (in some orders)
BEGIN;
SELECT FROM workshop WHERE course_id = :uuid_c FOR UPDATE;
INSERT INTO place (course_id, user_id)
SELECT w.course_id, :learner FROM workshop AS w
WHERE w.course_id = :uuid_c AND (NOT EXISTS (SELECT FROM place AS p WHERE p.course_id = w.course_id)
  OR (SELECT count(*) FROM place AS p WHERE p.course_id = w.course_id) < w.places);
COMMIT;
