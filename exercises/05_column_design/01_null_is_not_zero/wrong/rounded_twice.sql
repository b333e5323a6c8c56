-- Rounded twice: what ends in .545 becomes .55 and then .6, and it is nearer to .5. Round once, in the end.
-- says: missing rows
-- says: extra rows
SELECT course_id, count(score) AS tried, count(*) FILTER (WHERE score = 0) AS nothing_right,
       round(round(avg(score), 2), 1) AS average
FROM lesson_progress
GROUP BY course_id
