-- WHERE throws away the courses in which nobody has tried anything; they have rows too.
-- says: missing rows
SELECT course_id, count(score), count(*) FILTER (WHERE score = 0), round(avg(score), 1)
FROM lesson_progress WHERE score IS NOT NULL GROUP BY course_id
