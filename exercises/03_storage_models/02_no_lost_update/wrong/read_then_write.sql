-- Both read the empty array before either wrote: the later one writes over the lesson of the other. That is a lost update.
-- says: not so: both lessons are there (where they overlap)
-- says: not so: each is there once, and nothing else (where they overlap)
BEGIN;
CREATE TEMPORARY TABLE seen AS
SELECT completed_lessons AS lessons FROM course_progress WHERE user_id = :uuid_u AND course_id = :uuid_c;
UPDATE course_progress SET completed_lessons = (SELECT lessons FROM seen) || to_jsonb(:lesson::text)
WHERE user_id = :uuid_u AND course_id = :uuid_c;
COMMIT;
