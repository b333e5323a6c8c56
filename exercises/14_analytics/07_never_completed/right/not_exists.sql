-- For each row: is there no completed one of the same learner in the same course? What is left is counted.
SELECT p.course_id, p.user_id, count(*) AS opened
FROM lesson_progress AS p
WHERE NOT EXISTS (SELECT FROM lesson_progress AS done
                  WHERE done.user_id = p.user_id AND done.course_id = p.course_id AND done.completed)
GROUP BY p.course_id, p.user_id
