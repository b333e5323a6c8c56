-- Each figure asked for by itself: longer, and no join to think about.
SELECT id AS course_id,
       (SELECT count(*) FROM (SELECT DISTINCT user_id FROM lesson_progress WHERE course_id = c.id AND score IS NOT NULL) AS people),
       (SELECT count(*) FROM lesson_progress WHERE course_id = c.id AND score IS NOT NULL) AS scores,
       coalesce((SELECT sum(attempts) FROM lesson_progress WHERE course_id = c.id), 0) AS tries,
       (SELECT round(avg(score), 1) FROM lesson_progress WHERE course_id = c.id) AS average
FROM courses AS c
