-- Each row is one learner who opened the lesson; FILTER counts those who completed it, and gives 0 where there is none. A lesson is a
-- course and a name, so both are in GROUP BY.
SELECT course_id, lesson_id, count(*) AS opened, count(*) FILTER (WHERE completed) AS completed
FROM lesson_progress
GROUP BY course_id, lesson_id
