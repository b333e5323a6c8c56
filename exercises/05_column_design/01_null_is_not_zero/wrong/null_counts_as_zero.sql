-- NULL is no 0: who has not tried has not got it all wrong.
-- says: missing rows
SELECT course_id, count(score), count(*) FILTER (WHERE coalesce(score, 0) = 0), round(avg(score), 1)
FROM lesson_progress GROUP BY course_id
