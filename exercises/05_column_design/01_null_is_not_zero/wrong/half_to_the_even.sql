-- DOUBLE PRECISION rounds a half to the even neighbour: 72.25 becomes 72.2.
-- The average of integers is NUMERIC, and round(average, 1) takes it.
-- says: missing rows
-- says: extra rows
SELECT course_id, count(score) AS tried, count(*) FILTER (WHERE score = 0) AS nothing_right,
       (round(avg(score)::float8 * 10) / 10)::numeric AS average
FROM lesson_progress
GROUP BY course_id
