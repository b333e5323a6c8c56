-- These are lessons that were opened and not completed. Whoever completed others beside them is in your answer too.
-- says: extra rows
SELECT course_id, user_id, count(*) FROM lesson_progress WHERE NOT completed GROUP BY course_id, user_id
