-- tried counts rows that have a score. A learner may have several in a course.
-- says: missing rows
-- says: extra rows
SELECT course_id, count(DISTINCT user_id) FILTER (WHERE score IS NOT NULL), count(*) FILTER (WHERE score = 0), round(avg(score), 1)
FROM lesson_progress GROUP BY course_id
