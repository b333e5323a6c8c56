-- `html-basics` and `html_basics` are two names, and so two lessons: a name counts as it stands in the row.
-- says: missing rows
-- says: extra rows
SELECT course_id, min(lesson_id), count(*), count(*) FILTER (WHERE completed)
FROM lesson_progress
GROUP BY course_id, replace(lesson_id, '_', '-')
