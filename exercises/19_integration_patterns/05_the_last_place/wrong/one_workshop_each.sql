-- Who is in another workshop is kept out. The question asks whether there is room here, and of no other
-- course.
-- has: not exists
-- says: not so: the last place is taken (in every order)
-- says: not so: one of the first two has it (in every order)
-- says: not so: the last place of the larger workshop is taken (in some orders)
BEGIN;
SELECT FROM workshop WHERE course_id = :uuid_c FOR UPDATE;
INSERT INTO place (course_id, user_id)
SELECT w.course_id, :learner FROM workshop AS w
WHERE w.course_id = :uuid_c AND (SELECT count(*) FROM place AS p WHERE p.course_id = w.course_id) < w.places
  AND NOT EXISTS (SELECT FROM place AS p WHERE p.user_id = :learner);
COMMIT;
