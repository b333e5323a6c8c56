-- The learners of every course are counted, so the workshop seems full, and nobody gets in.
-- has: count ( * ) from place )
-- says: not so: the last place is taken (in every order)
-- says: not so: one of the first two has it (in every order)
-- says: not so: the last place of the larger workshop is taken (in some orders)
BEGIN ISOLATION LEVEL SERIALIZABLE;
INSERT INTO place (course_id, user_id)
SELECT :uuid_c, :learner FROM workshop AS w
WHERE w.course_id = :uuid_c AND (SELECT count(*) FROM place) < w.places;
COMMIT;
