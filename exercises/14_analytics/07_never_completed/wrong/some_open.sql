-- bool_and is true when all rows are completed; NOT of it says that one of them is not. You want that none is.
-- says: extra rows
SELECT course_id, user_id, count(*) FROM lesson_progress GROUP BY course_id, user_id HAVING NOT bool_and(completed)
