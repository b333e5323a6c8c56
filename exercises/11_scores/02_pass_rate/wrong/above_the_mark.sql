-- Who reaches the mark exactly has passed: >=, not >.
-- says: missing rows
SELECT course_id, lesson_id, count(*) FILTER (WHERE score > passing_score), count(*),
       round(100.0 * count(*) FILTER (WHERE score > passing_score) / count(*), 1)
FROM lesson_progress JOIN courses ON courses.id = course_id WHERE score IS NOT NULL GROUP BY course_id, lesson_id
