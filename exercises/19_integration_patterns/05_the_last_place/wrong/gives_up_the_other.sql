-- Who gets in loses the place in another workshop. Nobody asked for that: nothing else changes.
-- has: delete from place
-- says: something else changes: a workshop, or a place of another course (in every order)
BEGIN;
SELECT FROM workshop WHERE course_id = :uuid_c FOR UPDATE;
WITH got AS (
  INSERT INTO place (course_id, user_id)
  SELECT w.course_id, :learner FROM workshop AS w
  WHERE w.course_id = :uuid_c AND (SELECT count(*) FROM place AS p WHERE p.course_id = w.course_id) < w.places
  RETURNING course_id, user_id
)
DELETE FROM place AS p USING got WHERE p.user_id = got.user_id AND p.course_id <> got.course_id;
COMMIT;
