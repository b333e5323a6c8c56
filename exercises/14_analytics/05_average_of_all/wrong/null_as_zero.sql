-- A lesson without a score has become a score of 0, and counts.
-- says: missing rows
SELECT course_id, count(*), round(avg(coalesce(score, 0)), 1) FROM lesson_progress GROUP BY ROLLUP (course_id)
