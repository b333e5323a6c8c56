-- REPEATABLE READ tells of a row that both write. So both write one: the workshop's own, without changing it.
BEGIN ISOLATION LEVEL REPEATABLE READ;
UPDATE workshop SET places = places WHERE course_id = :uuid_c;
INSERT INTO place (course_id, user_id)
SELECT :uuid_c, :learner
WHERE (SELECT count(*) FROM place WHERE course_id = :uuid_c) < (SELECT places FROM workshop WHERE course_id = :uuid_c);
COMMIT;
