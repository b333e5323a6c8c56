-- That is the average of the courses' averages: a course with three scores counts as much as one with three hundred. All scores together are wanted.
-- says: missing rows
-- says: extra rows
SELECT course_id, count(score) AS scores, round(avg(score), 1) AS average FROM lesson_progress WHERE score IS NOT NULL GROUP BY course_id UNION ALL SELECT NULL, sum(n), round(avg(a), 1) FROM (SELECT count(score) n, avg(score) a FROM lesson_progress GROUP BY course_id) x
