-- 0 is a score as well: it was tried, and counts in the average.
-- says: missing rows
-- says: extra rows
SELECT course_id, count(score), count(*) FILTER (WHERE score = 0), round(avg(nullif(score, 0)), 1) FROM lesson_progress GROUP BY course_id
