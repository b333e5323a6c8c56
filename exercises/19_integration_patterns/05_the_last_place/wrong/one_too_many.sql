-- With as many learners as places there is no room left: fewer than is < and not <=.
-- has: <=
-- says: not so: no more learners than places (in every order)
-- says: not so: nobody gets into a workshop without places (in some orders)
BEGIN ISOLATION LEVEL SERIALIZABLE;
INSERT INTO place (course_id, user_id)
SELECT :uuid_c, :learner FROM workshop AS w
WHERE w.course_id = :uuid_c AND (SELECT count(*) FROM place AS p WHERE p.course_id = :uuid_c) <= w.places;
COMMIT;
