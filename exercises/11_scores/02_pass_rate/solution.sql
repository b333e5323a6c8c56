-- The course brings its own mark. 100.0 is a NUMERIC, so nothing is lost in the division, and ROUND to places takes it. WHERE
-- sees to it that every group has a score to divide by.
SELECT lp.course_id, lp.lesson_id,
       count(*) FILTER (WHERE lp.score >= c.passing_score) AS passed,
       count(*) AS scored,
       round(100.0 * count(*) FILTER (WHERE lp.score >= c.passing_score) / count(*), 1) AS rate
FROM lesson_progress AS lp
JOIN courses AS c ON c.id = lp.course_id
WHERE lp.score IS NOT NULL
GROUP BY lp.course_id, lp.lesson_id;
