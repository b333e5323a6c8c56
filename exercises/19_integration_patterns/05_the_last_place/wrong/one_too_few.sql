-- One place stays free: as long as there are fewer learners than places, there is room.
-- has: places - 1
-- says: not so: the last place is taken (in every order)
-- says: not so: one of the first two has it (in every order)
-- says: not so: the last place of the larger workshop is taken (in some orders)
BEGIN ISOLATION LEVEL SERIALIZABLE;
INSERT INTO place (course_id, user_id)
SELECT w.course_id, :learner FROM workshop AS w
WHERE w.course_id = :uuid_c AND (SELECT count(*) FROM place AS p WHERE p.course_id = w.course_id) < w.places - 1;
COMMIT;
