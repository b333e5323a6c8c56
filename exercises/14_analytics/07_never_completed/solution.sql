-- A group is a learner in a course. HAVING asks what is so of the whole group: not one of its rows is completed.
SELECT course_id, user_id, count(*) AS opened
FROM lesson_progress
GROUP BY course_id, user_id
HAVING NOT bool_or(completed);
