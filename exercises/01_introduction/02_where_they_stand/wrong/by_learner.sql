-- With the learner in GROUP BY each row is a group of its own.
-- says: missing rows
-- says: extra rows
SELECT course_id, lesson_id, count(*), count(*) FILTER (WHERE completed) FROM lesson_progress GROUP BY user_id, course_id, lesson_id
