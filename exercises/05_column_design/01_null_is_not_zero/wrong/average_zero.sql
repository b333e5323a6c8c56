-- 0 as the average of no scores says that everybody failed.
-- says: 0 where NULL is wanted
SELECT course_id, count(score), count(*) FILTER (WHERE score = 0), coalesce(round(avg(score), 1), 0)
FROM lesson_progress GROUP BY course_id
