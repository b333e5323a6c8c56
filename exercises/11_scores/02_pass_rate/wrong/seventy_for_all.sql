-- 70 stands in your query, but each course has a mark of its own: passing_score.
-- says: missing rows
SELECT course_id, lesson_id, count(*) FILTER (WHERE score >= 70), count(*),
       round(100.0 * count(*) FILTER (WHERE score >= 70) / count(*), 1)
FROM lesson_progress WHERE score IS NOT NULL GROUP BY course_id, lesson_id
