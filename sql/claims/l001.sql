--@ do: what the planner expects of a condition, rounded so far that the sample does not show
CREATE FUNCTION pg_temp.expected(condition TEXT) RETURNS NUMERIC AS $$
DECLARE plan JSON;
BEGIN
  EXECUTE 'EXPLAIN (FORMAT JSON) SELECT * FROM lesson_progress WHERE ' || condition INTO plan;
  RETURN (plan -> 0 -> 'Plan' ->> 'Plan Rows')::numeric;
END $$ LANGUAGE plpgsql;
--@ do: dependencies of two pairs
CREATE STATISTICS lesson_of_course (dependencies) ON course_id, lesson_id FROM lesson_progress;
CREATE STATISTICS user_of_course (dependencies) ON user_id, course_id FROM lesson_progress;
ANALYZE lesson_progress;
--@ value a_lesson_of_one_course: expected of a lesson in its own course: so many, or more
SELECT least(500, pg_temp.expected(format('course_id = %L AND lesson_id = %L', :databases, 'sql-1-lesson-5')));
--@ value a_lesson_of_all_courses: expected of a lesson that stands in all fifty: so many, or more
SELECT least(10000, pg_temp.expected(format('course_id = %L AND lesson_id = %L', :databases, 'introduction')));
--@ value rows_of_that: how many there are of it
SELECT count(*) FROM lesson_progress WHERE course_id = :databases AND lesson_id = 'introduction';
--@ do: the second pair, from ten times as many rows
ALTER STATISTICS user_of_course SET STATISTICS 1000;
ANALYZE lesson_progress;
--@ value nothing_determined: expected of a learner in a course, the middle of nine: some stand in the list of common values
SELECT percentile_disc(0.5) WITHIN GROUP (
    ORDER BY pg_temp.expected(format('user_id = %L AND course_id = %L', learner.id, :databases))
)
FROM (SELECT id FROM users ORDER BY id LIMIT 9) AS learner;
