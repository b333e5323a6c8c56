-- count(score) counts those who have a score. That is another thing than to have completed the lesson.
-- says: missing rows
-- says: extra rows
SELECT course_id, lesson_id, count(*), count(score) FROM lesson_progress GROUP BY course_id, lesson_id
