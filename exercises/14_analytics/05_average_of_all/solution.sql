-- ROLLUP makes the groups and the total in one pass, each from the scores themselves: no mean is taken of means. A row without a score
-- says nothing about how well a course goes, so it is left out before anything is counted.
SELECT course_id, count(*) AS scores, round(avg(score), 1) AS average
FROM lesson_progress
WHERE score IS NOT NULL
GROUP BY ROLLUP (course_id);
