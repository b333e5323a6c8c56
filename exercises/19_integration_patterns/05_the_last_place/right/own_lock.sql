-- A lock that belongs to no row, named after the course.
BEGIN;
SELECT pg_advisory_xact_lock(hashtextextended(:uuid_c::text, 0));
INSERT INTO place (course_id, user_id)
SELECT :uuid_c, :learner FROM workshop WHERE course_id = :uuid_c
  AND places > (SELECT count(*) FROM place WHERE course_id = :uuid_c);
COMMIT;
